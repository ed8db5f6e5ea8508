import { lensList } from "../../core/lenses/lens-list";
import { chooseLens } from "../choose-lens";
import { InputError } from "../input-error";
import type { Job } from "../job";
import { readKeptCells } from "../kept-cells";
import { buildCardsSheet, cardsKeyColumn } from "../layout/segment-cards/cards-sheet";
import { describeCards } from "../layout/segment-cards/headlines";
import { buildCardsReport } from "./cards-report";
import { computeCards } from "./compute-cards";

/** A card per group of customers: what sets it apart, what it needs, what it brings and takes. */
export const cardsJob: Job = {
  id: "cards",
  customers: "needed",
  tables: [],
  fields: [{ key: "lens", kind: "choice", choices: lensList.map(({ id }) => id), default: null }],
  async run({ judged, port, values, words }) {
    if (judged === null) throw new InputError("noCustomers");
    const segments = computeCards(judged, chooseLens(judged.analysis, values.lens as string | null));
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
