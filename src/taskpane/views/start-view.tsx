import { Body1, Button, Caption1 } from "@fluentui/react-components";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** What the add-in does, and the one action to begin with. */
export function StartView() {
  const styles = usePaneStyles();
  const { pane, decide, jobs } = useWords();
  const analyze = usePane((model) => model.analyze);
  const openPreview = usePane((model) => model.openPreview);
  const insertSample = usePane((model) => model.insertSample);
  const removeOutput = usePane((model) => model.removeOutput);
  const changeFormulas = usePane((model) => model.changeFormulas);
  const show = usePane((model) => model.show);
  const hasResult = usePane((model) => model.result !== null);
  return (
    <>
      <Body1 as="p" className={styles.text}>
        {pane.promise}
      </Body1>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void analyze()}>
          {hasResult ? pane.again : pane.analyze}
        </Button>
        {hasResult && <Button onClick={() => show("results")}>{pane.lastResults}</Button>}
        <Button onClick={() => void openPreview()}>{pane.checkColumns}</Button>
        <Button onClick={() => show("options")}>{pane.options}</Button>
        <Button onClick={() => show("decide")}>{decide.open}</Button>
        <Button onClick={() => show("customer")}>{pane.card.title}</Button>
      </div>
      <section className={styles.card}>
        <Body1 as="h2" className={styles.heading}>
          {pane.bringsTitle}
        </Body1>
        <ul className={styles.list}>
          {pane.brings.map((line) => (
            <li key={line}>
              <Body1>{line}</Body1>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.card}>
        <Caption1>{pane.sampleHint}</Caption1>
        <div className={styles.actions}>
          <Button size="small" onClick={() => void insertSample()}>
            {pane.sample}
          </Button>
        </div>
      </section>
      <div className={styles.actions}>
        {(["freeze-formulas", "restore-formulas"] as const).map((id) => (
          <Button
            key={id}
            size="small"
            appearance="subtle"
            title={jobs[id].help}
            onClick={() => void changeFormulas(id)}
          >
            {jobs[id].name}
          </Button>
        ))}
        <Button size="small" appearance="subtle" onClick={() => void removeOutput()}>
          {pane.remove}
        </Button>
      </div>
    </>
  );
}
