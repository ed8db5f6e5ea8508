import { lensList } from "../../core/lenses/lens-list";
import type { Analysis, LensResult } from "../../core/report/analysis";
import { InputError } from "../input-error";
import type { Job } from "../job";
import { readKeptCells } from "../kept-cells";
import { buildCardsSheet, cardsKeyColumn } from "../layout/segment-cards/cards-sheet";
import { describeCards } from "../layout/segment-cards/headlines";
import { buildCardsReport } from "./cards-report";
import { computeCards } from "./compute-cards";

/**
 * The lens of a run that a person chose.
 *
 * @throws InputError `lensNotRun` with the lenses there are
 */
export function findChosenLens({ lenses }: Analysis, id: string): LensResult {
  const lens = lenses.find((candidate) => candidate.id === id);
  if (lens === undefined)
    throw new InputError("lensNotRun", { lens: id, known: lenses.map((candidate) => candidate.id).join(", ") });
  return lens;
}

/** A card per group of customers: what sets it apart, what it needs, what it brings and takes. */
export const cardsJob: Job = {
  id: "cards",
  customers: "needed",
  tables: [],
  fields: [{ key: "lens", kind: "choice", choices: lensList.map(({ id }) => id), default: "value-classes" }],
  async run({ judged, port, values, words }) {
    if (judged === null) throw new InputError("noCustomers");
    const segments = computeCards(judged, findChosenLens(judged.analysis, String(values.lens)));
    const kept = await readKeptCells(port, "cards", cardsKeyColumn);
    const context = { words, moneyFormat: judged.moneyFormat, basis: judged.analysis.value.basis, kept };
    return {
      sheets: [buildCardsSheet(segments, context)],
      report: buildCardsReport(segments),
      sentences: describeCards(segments, context),
      settings: kept.buildSettings(),
    };
  },
};
