import { Body1, Button, Caption1, Spinner } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { findJobWords } from "../../jobs/find-job-words";
import type { Job, JobField as JobFieldModel } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import { listCustomerColumns } from "../../jobs/job-choices";
import { jobList } from "../../jobs/job-list";
import { useFormStyles } from "../decide/form-styles";
import { collectValues, explainRefusal } from "../decide/form-value";
import { JobField } from "../decide/job-field";
import { RowField } from "../decide/row-field";
import { useHeaders } from "../decide/use-headers";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";
import type { JobDraft } from "../state/pane-state";

/** The form of one job. */
export function JobView() {
  const id = usePane((model) => model.job);
  const words = useWords();
  const job = jobList.find((other) => other.id === id);
  if (job === undefined) return <ViewHeading title={words.decide.title} back="decide" />;
  return <JobPage key={job.id} job={job} />;
}

function JobPage({ job }: { readonly job: Job }) {
  const styles = usePaneStyles();
  const words = useWords();
  const { decide, pane } = words;
  const { name, help } = findJobWords(words, job.id);
  const loadJobForm = usePane((model) => model.loadJobForm);
  const draft = usePane((model) => model.drafts[job.id]);
  const hasResult = usePane((model) => model.result !== null);
  const [choices, setChoices] = useState<readonly JobChoice[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadJobForm(job).then((found) => {
      if (isCurrent) setChoices(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [job, loadJobForm]);
  return (
    <>
      <ViewHeading title={name} back="decide" />
      <Body1 as="p" className={styles.text}>
        {help}
      </Body1>
      {job.customers === "needed" && <p className={styles.muted}>{decide.needsAnalysis}</p>}
      {job.customers === "optional" && !hasResult && <p className={styles.muted}>{decide.mayUseAnalysis}</p>}
      {choices === null || draft === undefined ? (
        <Spinner size="tiny" label={pane.loading} />
      ) : (
        <JobForm job={job} draft={draft} choices={choices} />
      )}
    </>
  );
}

/** Fields that a form can show; the others are for files and the command line. Columns of rows wait until the rows are chosen. */
function listShown(job: Job, rows: JobDraft["rows"]): readonly JobFieldModel[] {
  return job.fields.filter((field) => {
    if (field.kind === "json") return false;
    const table = field.kind === "column" || field.kind === "columns" ? field.table : undefined;
    return table === undefined || rows[table] !== undefined;
  });
}

interface FormProperties {
  readonly job: Job;
  readonly draft: JobDraft;
  readonly choices: readonly JobChoice[];
}

function JobForm({ job, draft, choices }: FormProperties) {
  const styles = usePaneStyles();
  const form = useFormStyles();
  const words = useWords();
  const jobWords = findJobWords(words, job.id);
  const changeDraft = usePane((model) => model.changeDraft);
  const runJob = usePane((model) => model.runJob);
  const result = usePane((model) => model.result);
  const rows = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(draft.rows).filter(([, choice]) => choices.some(({ value }) => value === choice)),
      ),
    [draft.rows, choices],
  );
  const headers = useHeaders(rows);
  const ownColumns = useMemo(() => (result === null ? [] : listCustomerColumns(result.shown, words)), [result, words]);
  const listColumns = (field: JobFieldModel): readonly JobChoice[] => {
    if (field.kind !== "column" && field.kind !== "columns") return [];
    if (field.table === undefined) return ownColumns;
    return (headers[field.table] ?? []).map((header) => ({ value: header, name: header }));
  };
  const chooseRows = (table: string, choice: string) => {
    const others = Object.entries(rows).filter(([id]) => id !== table);
    changeDraft(job, { rows: Object.fromEntries(choice === "" ? others : [...others, [table, choice]]) });
  };
  const shown = listShown(job, rows);
  const refusals = shown.map((field) => explainRefusal(job, field, draft.values[field.key] ?? "", words));
  const areRowsMissing = job.tables.some(({ id, isRequired }) => isRequired && rows[id] === undefined);
  const isReady = !areRowsMissing && refusals.every((refusal) => refusal === null);
  return (
    <>
      <div className={form.form}>
        {job.tables.map((table) => (
          <RowField
            key={table.id}
            table={table}
            name={jobWords.tables[table.id] ?? table.id}
            choices={choices}
            value={rows[table.id] ?? ""}
            onChange={(choice) => chooseRows(table.id, choice)}
          />
        ))}
        {shown.map((field, i) => (
          <JobField
            key={field.key}
            field={field}
            words={jobWords}
            value={draft.values[field.key] ?? ""}
            columns={listColumns(field)}
            refusal={refusals[i]}
            onChange={(value) => changeDraft(job, { values: { ...draft.values, [field.key]: value } })}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={!isReady}
          onClick={() => void runJob(job, collectValues(shown, draft.values), rows)}
        >
          {words.decide.run}
        </Button>
        {areRowsMissing && <Caption1 className={styles.muted}>{words.decide.rowsMissing}</Caption1>}
      </div>
    </>
  );
}
