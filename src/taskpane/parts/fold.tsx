import type { ReactNode } from "react";
import { useState } from "react";
import { usePaneStyles } from "../pane-styles";

interface Properties {
  readonly title: string;
  /** Stands behind the title in a lighter type. */
  readonly hint?: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A section that opens and closes; the browser's own, so that keyboard and screen reader know it. What it holds is drawn when it first opens. */
export function Fold({ title, hint, isOpen = false, children }: Properties) {
  const styles = usePaneStyles();
  const [isDrawn, setDrawn] = useState(isOpen);
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open && setDrawn(true)}
    >
      <summary onClick={() => setDrawn(true)}>
        <h3 className={styles.foldTitle}>{title}</h3>
        {hint !== undefined && <span className={styles.muted}> {hint}</span>}
      </summary>
      <div className={styles.foldBody}>{isDrawn && children}</div>
    </details>
  );
}
