import type { Job } from "./job";

/** Takes all our sheets, label columns and settings out of the workbook. */
export const removeOutputJob: Job = {
  id: "remove-output",
  customers: "none",
  tables: [],
  fields: [],
  editsWorkbook: true,
  async run({ port, words }) {
    const removed = await port.removeOutput();
    const hasChanged = removed.length > 0;
    return {
      sheets: [],
      report: { removed },
      sentences: [hasChanged ? words.cli.removed(removed.join(", ")) : words.cli.nothingToRemove],
      hasChanged,
    };
  },
};
