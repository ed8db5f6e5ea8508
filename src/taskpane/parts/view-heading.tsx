import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";
import type { ViewName } from "../state/pane-state";

/** The title of a view with the way back. */
export function ViewHeading({ title, back = "start" }: { readonly title: string; readonly back?: ViewName }) {
  const styles = usePaneStyles();
  const { pane } = useWords();
  const show = usePane((model) => model.show);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus has gone with the view before; the reader goes on here.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div className={styles.actions} style={{ alignItems: "center" }}>
      <Button
        className={styles.backButton}
        appearance="subtle"
        size="small"
        icon={<BackArrow />}
        onClick={() => show(back)}
      >
        {pane.back}
      </Button>
      <h2 ref={heading} className={styles.viewTitle} tabIndex={-1}>
        {title}
      </h2>
    </div>
  );
}

function BackArrow() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
