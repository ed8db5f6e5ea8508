import type { Words } from "../i18n/en";
import type { FormulaChange } from "../workbook/port";
import type { Job, JobResult } from "./job";

/** The namespace of our worksheet functions, as the manifest names it. */
const namespace = "CVM";

const frame = { customers: "none", tables: [], fields: [], editsWorkbook: true } as const;

function listPlaces({ left }: FormulaChange): string[] {
  return left.map(({ sheet, address }) => `${sheet}!${address}`);
}

function describeChange(
  change: FormulaChange,
  words: Words,
  { done, none, left }: { done: Words["formulas"]["frozen"]; none: string; left: Words["formulas"]["frozenLeft"] },
): JobResult {
  const { formulas, sheets } = change;
  const places = listPlaces(change);
  const sentences = [
    formulas > 0 ? done(words.phrases.count(formulas), sheets.join(", ")) : none,
    ...(places.length > 0 ? [left(words.phrases.count(places.length), places.slice(0, 5).join(", "))] : []),
  ];
  return { sheets: [], report: { formulas, sheets, left: places }, sentences, hasChanged: formulas > 0 };
}

/** Turns all CVM formulas into their values, so that the file keeps its numbers where the add-in is missing. */
export const freezeFormulasJob: Job = {
  id: "freeze-formulas",
  ...frame,
  async run({ port, words }) {
    const { frozen, nothingToFreeze, frozenLeft } = words.formulas;
    const change = await port.freezeFormulas(namespace);
    return describeChange(change, words, { done: frozen, none: nothingToFreeze, left: frozenLeft });
  },
};

/** Puts back the formulas that were turned into values. */
export const restoreFormulasJob: Job = {
  id: "restore-formulas",
  ...frame,
  async run({ port, words }) {
    const { restored, nothingToRestore, restoredLeft } = words.formulas;
    const change = await port.restoreFormulas();
    return describeChange(change, words, { done: restored, none: nothingToRestore, left: restoredLeft });
  },
};
