import { Body1, Button, Field, Select, Spinner } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Words } from "../../i18n/en";
import { findJobWords } from "../../jobs/find-job-words";
import { InputError } from "../../jobs/input-error";
import type { Job, JobField as JobFieldModel } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import { listCustomerColumns } from "../../jobs/job-choices";
import { jobList } from "../../jobs/job-list";
import { completeValues, parseValueText } from "../../jobs/job-values";
import { JobField, formatJobValue } from "../decide/job-field";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

/** The form of one job. */
export function JobView() {
  const id = usePane((model) => model.job);
  const words = useWords();
  const job = jobList.find((other) => other.id === id);
  if (job === undefined) return <ViewHeading title={words.decide.title} back="decide" />;
  return <JobForm key={job.id} job={job} />;
}

/** Fields that a form can show; the others are for files and the command line. */
const isShown = ({ kind }: JobFieldModel) => kind !== "json";

/** Why a field does not take a text, in words; null where it does. */
function explainRefusal(job: Job, field: JobFieldModel, text: string, words: Words): string | null {
  if (text.trim() === "") return null;
  try {
    completeValues(job, { [field.key]: parseValueText(field, text) });
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { name } = findJobWords(words, job.id).fields[field.key] ?? { name: field.key };
    return words.inputErrors[error.code]({ ...error.parameters, setting: name });
  }
}

function JobForm({ job }: { readonly job: Job }) {
  const styles = usePaneStyles();
  const words = useWords();
  const { decide, pane } = words;
  const { name, help, tables } = findJobWords(words, job.id);
  const readJobForm = usePane((model) => model.readJobForm);
  const runJob = usePane((model) => model.runJob);
  const result = usePane((model) => model.result);
  const [choices, setChoices] = useState<readonly JobChoice[] | null>(null);
  const [rows, setRows] = useState<Readonly<Record<string, string>>>({});
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const headers = useHeaders(rows);
  useEffect(() => {
    let isCurrent = true;
    void readJobForm(job).then((form) => {
      if (!isCurrent) return;
      setChoices(form.rows);
      setTexts(
        Object.fromEntries(job.fields.map((field) => [field.key, formatJobValue(field, form.values[field.key])])),
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [job, readJobForm]);

  const ownColumns = result === null ? [] : listCustomerColumns(result.shown, words);
  const listColumns = (field: JobFieldModel): readonly JobChoice[] => {
    if (field.kind !== "column" && field.kind !== "columns") return [];
    if (field.table === undefined) return ownColumns;
    return (headers[field.table] ?? []).map((header) => ({ value: header, name: header }));
  };
  const shown = job.fields.filter(isShown);
  const refusals = shown.map((field) => explainRefusal(job, field, texts[field.key] ?? "", words));
  const isReady =
    refusals.every((refusal) => refusal === null) &&
    job.tables.every(({ id, isRequired }) => !isRequired || rows[id] !== undefined);
  const run = () => {
    const said = shown.filter(({ key }) => (texts[key] ?? "").trim() !== "");
    const values = Object.fromEntries(said.map((field) => [field.key, parseValueText(field, texts[field.key])]));
    void runJob(job, values, rows);
  };

  return (
    <>
      <ViewHeading title={name} back="decide" />
      <Body1 as="p" className={styles.text}>
        {help}
      </Body1>
      {job.customers === "needed" && <span className={styles.muted}>{decide.needsAnalysis}</span>}
      {job.customers === "optional" && result === null && <span className={styles.muted}>{decide.mayUseAnalysis}</span>}
      {choices === null ? (
        <Spinner size="tiny" label={pane.loading} />
      ) : (
        <>
          {job.tables.map(({ id, isRequired }) => (
            <Field key={id} label={tables[id] ?? id} required={isRequired}>
              <Select
                value={rows[id] ?? ""}
                onChange={(_, { value }) => setRows(value === "" ? dropKey(rows, id) : { ...rows, [id]: value })}
              >
                <option value="">{isRequired ? decide.rows : decide.noRows}</option>
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.name}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          {shown.map((field, i) => (
            <JobField
              key={field.key}
              field={field}
              words={findJobWords(words, job.id)}
              text={texts[field.key] ?? ""}
              columns={listColumns(field)}
              refusal={refusals[i]}
              onChange={(text) => setTexts({ ...texts, [field.key]: text })}
            />
          ))}
        </>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={choices === null || !isReady} onClick={run}>
          {decide.run}
        </Button>
      </div>
    </>
  );
}

function dropKey(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

/** Headers of the rows chosen, by the job's tables; rows that cannot be read have none, and the run says why. */
function useHeaders(rows: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const readHeaders = usePane((model) => model.readHeaders);
  const [headers, setHeaders] = useState<Readonly<Record<string, readonly string[]>>>({});
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const found: Record<string, readonly string[]> = {};
      for (const [id, choice] of Object.entries(rows)) found[id] = await readHeaders(choice).catch(() => []);
      if (isCurrent) setHeaders(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [rows, readHeaders]);
  return headers;
}
