import type { Words } from "../i18n/en";
import { findJobWords } from "../jobs/find-job-words";
import type { Job, JobField } from "../jobs/job";
import { describeRange, formatShareText } from "../jobs/job-values";
import { nameOption } from "./job-options";

function describeTaken(field: JobField): string {
  switch (field.kind) {
    case "choice":
      return field.choices.join("|");
    case "column":
      return "COL";
    case "columns":
      return "COL,...";
    case "date":
      return "DATE";
    case "number":
      return "N";
    case "share":
      return "N%";
    case "json":
      return "JSON";
    case "flag":
      return "";
    case "text":
      return "TEXT";
  }
}

/** The default of a field as it would be written; null where the program finds a value of its own, or there is none. */
function formatDefault({ kind, default: value }: JobField): string | null {
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return null;
  if (kind === "share" && typeof value === "number") return formatShareText(value);
  if (Array.isArray(value)) return value.map(String).join(",");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What a field takes, and what holds where it is left out. */
function listRemarks(field: JobField, { cli, decide }: Words): string[] {
  const range = field.kind === "number" || field.kind === "share" ? describeRange(field) : "";
  const usual = formatDefault(field) ?? (field.kind === "flag" ? cli.off : decide.automatic);
  return [...(range === "" ? [] : [range]), cli.usually(usual)];
}

/** What `job --help` prints: the jobs, a line each. */
export function formatJobList(jobs: readonly Job[], words: Words): string {
  const width = Math.max(...jobs.map(({ id }) => id.length)) + 2;
  const lines = jobs.map(({ id }) => `  ${id.padEnd(width)}${findJobWords(words, id).help}`);
  return `npm run job -- <id> [input.xlsx|input.csv] [options]\n\n${lines.join("\n")}\n\n${words.cli.jobHelp}\n`;
}

/** What `job <id> --help` prints: the job's own tables and fields, with what holds where they are left out. */
export function formatJobHelp(job: Job, words: Words): string {
  const { help, tables, fields } = findJobWords(words, job.id);
  const options = [
    ...job.tables.map(({ id, isRequired }) => ({
      option: `${nameOption(id)} FILE[#SHEET]`,
      meaning: tables[id] ?? "",
      remarks: [isRequired ? words.cli.needed : words.cli.usually(words.decide.noRows)],
    })),
    ...job.fields.map((field) => ({
      option: `${nameOption(field.key)} ${describeTaken(field)}`.trim(),
      meaning: fields[field.key]?.meaning ?? "",
      remarks: listRemarks(field, words),
    })),
  ];
  const lines = options.map(
    ({ option, meaning, remarks }) => `  ${option}\n      ${meaning}\n      [${remarks.join(words.phrases.semicolon)}]`,
  );
  return `${[`npm run job -- ${job.id}`, help, ...lines].join("\n\n")}\n\n${words.cli.jobHelp}\n`;
}
