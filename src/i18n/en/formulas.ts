/** What is said about CVM formulas that become values, and formulas again. */
export const formulas = {
  frozen: (count: string, sheets: string) =>
    `CVM formulas turned into values: ${count}, on ${sheets}. Restore formulas puts them back.`,
  nothingToFreeze: "No CVM formula with a result was found; nothing was changed.",
  frozenLeft: (count: string, places: string) =>
    `Left as formulas, because they have no result to keep: ${count}, such as ${places}.`,
  restored: (count: string, sheets: string) => `CVM formulas restored: ${count}, on ${sheets}.`,
  nothingToRestore: "There are no formulas to restore; nothing was changed.",
  restoredLeft: (count: string, places: string) =>
    `Left as values, because their sheet is gone or they have been changed since: ${count}, such as ${places}.`,
};

/** The same as things that can be asked for. */
export const formulaJobs = {
  "freeze-formulas": {
    name: "Turn CVM formulas into values",
    help: "Keeps the numbers of all CVM formulas for people without the add-in. The formulas are remembered in the workbook.",
    tables: {},
    fields: {},
  },
  "restore-formulas": {
    name: "Restore formulas",
    help: "Puts back the CVM formulas that were turned into values.",
    tables: {},
    fields: {},
  },
};
