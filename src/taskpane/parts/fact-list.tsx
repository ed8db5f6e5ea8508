import { mergeClasses } from "@fluentui/react-components";
import { usePaneStyles } from "../pane-styles";

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** A remark under the value. */
  readonly note?: string;
  /** Takes the room of two. */
  readonly isWide?: boolean;
}

interface Properties {
  readonly facts: readonly Fact[];
  /** Names and values are short. */
  readonly isNarrow?: boolean;
}

/** A few figures with their names. */
export function FactList({ facts, isNarrow = false }: Properties) {
  const styles = usePaneStyles();
  return (
    <dl className={mergeClasses(styles.facts, isNarrow && styles.narrowFacts)}>
      {facts.map(({ name, value, note, isWide = false }) => (
        <div key={name} className={mergeClasses(styles.fact, isWide && styles.wideFact)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note !== undefined && <dd style={{ fontSize: "12px", fontWeight: "normal" }}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
