import type { Words } from "../i18n/en";
import { findJobWords } from "../jobs/find-job-words";
import type { Job, JobField } from "../jobs/job";
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
    case "share":
      return "N";
    case "json":
      return "JSON";
    case "flag":
      return "";
    case "text":
      return "TEXT";
  }
}

/** What `job --help` prints: the jobs, a line each. */
export function formatJobList(jobs: readonly Job[], words: Words): string {
  const width = Math.max(...jobs.map(({ id }) => id.length)) + 2;
  const lines = jobs.map(({ id }) => `  ${id.padEnd(width)}${findJobWords(words, id).help}`);
  return `npm run job -- <id> [input.xlsx|input.csv] [options]\n\n${lines.join("\n")}\n\n${words.cli.jobHelp}\n`;
}

/** What `job <id> --help` prints: the job's own tables and fields. */
export function formatJobHelp(job: Job, words: Words): string {
  const { help, tables, fields } = findJobWords(words, job.id);
  const options = [
    ...job.tables.map(({ id }) => [`${nameOption(id)} FILE[#SHEET]`, tables[id] ?? ""]),
    ...job.fields.map((field) => [
      `${nameOption(field.key)} ${describeTaken(field)}`,
      fields[field.key]?.meaning ?? "",
    ]),
  ];
  const lines = options.map(([option, meaning]) => `  ${option.trim()}\n      ${meaning}`);
  return `${[`npm run job -- ${job.id}`, help, ...lines].join("\n\n")}\n\n${words.cli.jobHelp}\n`;
}
