import { Body1, Button, Caption1, ProgressBar } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** Whole seconds since a moment of `performance.now()`. */
function useElapsedSeconds(startedAt: number): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const update = () => setSeconds(Math.floor((performance.now() - startedAt) / 1000));
    const timer = setInterval(update, 1000);
    update();
    return () => clearInterval(timer);
  }, [startedAt]);
  return seconds;
}

/** The stage that the work is in, how long it has taken, and the way out. */
export function ProgressView() {
  const styles = usePaneStyles();
  const { pane, cli } = useWords();
  const task = usePane((model) => model.task);
  const cancel = usePane((model) => model.cancel);
  const seconds = useElapsedSeconds(task?.startedAt ?? 0);
  if (task === null) return null;
  const { name, progress } = task;
  const stage = progress === null ? pane.working[name] : (cli.stages[progress.stage] ?? pane.working[name]);
  const share = progress?.share ?? null;
  return (
    <section className={styles.card} aria-label={pane.working[name]}>
      <Body1 as="p" className={styles.text} role="status">
        {stage}
      </Body1>
      <ProgressBar
        aria-label={pane.working[name]}
        aria-valuetext={share === null ? stage : pane.stageShare(stage, share)}
        value={share ?? undefined}
      />
      <Caption1>{pane.elapsed(seconds)}</Caption1>
      {name !== "remove" && (
        <>
          <Caption1>{pane.untouched}</Caption1>
          <div className={styles.actions}>
            <Button onClick={cancel}>{pane.cancel}</Button>
          </div>
        </>
      )}
    </section>
  );
}
