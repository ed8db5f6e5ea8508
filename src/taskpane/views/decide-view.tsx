import { Body1, Button } from "@fluentui/react-components";
import { findJobWords } from "../../jobs/find-job-words";
import { jobList } from "../../jobs/job-list";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** The jobs beside the main one, with what each is for. */
export function DecideView() {
  const styles = usePaneStyles();
  const words = useWords();
  const openJob = usePane((model) => model.openJob);
  const jobs = jobList.filter(({ editsWorkbook }) => editsWorkbook !== true);
  return (
    <>
      <ViewHeading title={words.decide.title} />
      <Body1 as="p" className={styles.text}>
        {words.decide.intro}
      </Body1>
      {jobs.map(({ id }) => {
        const { name, help } = findJobWords(words, id);
        return (
          <section key={id} className={styles.card}>
            <h3 className={styles.foldTitle}>{name}</h3>
            <Body1>{help}</Body1>
            <div className={styles.actions}>
              <Button size="small" aria-label={`${words.decide.run}: ${name}`} onClick={() => openJob(id)}>
                {words.decide.run}
              </Button>
            </div>
          </section>
        );
      })}
    </>
  );
}
