import type { Words } from "../i18n/en";
import type { JobWords } from "../i18n/job-words";

/** The words of a job; its id where a language has none yet. */
export function findJobWords(words: Words, id: string): JobWords {
  const known: Readonly<Record<string, JobWords | undefined>> = words.jobs;
  return known[id] ?? { name: id, help: "", tables: {}, fields: {} };
}
