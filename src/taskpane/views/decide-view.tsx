import { Body1, Button } from "@fluentui/react-components";
import { findJobWords } from "../../jobs/find-job-words";
import { jobList } from "../../jobs/job-list";
import { useFormStyles } from "../decide/form-styles";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** The jobs beside the main one, with what each is for. */
export function DecideView() {
  const styles = usePaneStyles();
  const form = useFormStyles();
  const words = useWords();
  const openJob = usePane((model) => model.openJob);
  const hasResult = usePane((model) => model.result !== null);
  const jobs = jobList.filter(({ editsWorkbook }) => editsWorkbook !== true);
  return (
    <>
      <ViewHeading title={words.decide.title} back={hasResult ? "results" : "start"} />
      <Body1 as="p" className={styles.text}>
        {words.decide.intro}
      </Body1>
      <div className={form.form}>
        {jobs.map(({ id }) => {
          const { name, help } = findJobWords(words, id);
          return (
            <section key={id} className={styles.card} aria-label={name}>
              <Body1 as="h3" className={styles.heading}>
                {name}
              </Body1>
              <Body1 as="p" className={styles.text}>
                {help}
              </Body1>
              <div className={styles.actions}>
                <Button size="small" aria-label={`${words.decide.openJob}: ${name}`} onClick={() => openJob(id)}>
                  {words.decide.openJob}
                </Button>
              </div>
            </section>
          );
        })}
      </div>
    </>
  );
}
