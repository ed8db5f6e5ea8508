import type { JobWords } from "../job-words";

/** What can be asked for besides the main job, by the job's id. */
export const jobs = {
  "remove-output": {
    name: "Remove CVM output",
    help: "Takes all CVM sheets, label columns and settings out of the workbook.",
    tables: {},
    fields: {},
  },
} satisfies Readonly<Record<string, JobWords>>;
