import { usePaneStyles } from "../pane-styles";

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** A remark under the value. */
  readonly note?: string;
}

/** A few figures with their names. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = usePaneStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, note }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note !== undefined && <dd style={{ fontSize: "12px", fontWeight: "normal" }}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
