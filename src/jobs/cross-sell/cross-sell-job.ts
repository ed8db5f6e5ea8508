import { InputError } from "../input-error";
import type { Job } from "../job";
import { readKeptCells } from "../kept-cells";
import { buildCrossSellSheet, crossSellSheetId } from "../layout/cross-sell/cross-sell-sheet";
import { scoreKeyColumn } from "../layout/score/weights-part";
import { readCustomerTable } from "../read-summary";
import { computeCrossSell } from "./compute-cross-sell";
import type { CrossSellChoice } from "./cross-sell-report";
import { listCrossSellSentences } from "./cross-sell-words";
import { reportCrossSell } from "./report-cross-sell";

/** What is bought together, and who is likely to buy a product next. */
export const crossSellJob: Job = {
  id: "cross-sell",
  customers: "needed",
  tables: [],
  fields: [
    { key: "product", kind: "text", default: null },
    { key: "level", kind: "choice", choices: ["product", "category"], default: "product" },
    { key: "basket", kind: "choice", choices: ["order", "customer"], default: "order" },
    { key: "windowDays", kind: "number", minimum: 7, maximum: 3650, isWhole: true, default: null },
    { key: "leastSupport", kind: "share", default: 0.01 },
    { key: "leastBaskets", kind: "number", minimum: 1, isWhole: true, default: 5 },
    { key: "ridge", kind: "number", minimum: 0, default: null },
    { key: "listLimit", kind: "number", minimum: 0, maximum: 1000, isWhole: true, default: 50 },
    { key: "seed", kind: "number", isWhole: true, default: 1 },
  ],
  async run({ judged, port, values, words, today, signal }) {
    if (judged === null) throw new InputError("noCustomers");
    const { customerTable, analysis, moneyFormat } = judged;
    const reading = { today, culture: await port.readCulture(), signal };
    const table = customerTable === null ? null : await readCustomerTable(customerTable, analysis.settings, reading);
    const report = computeCrossSell(judged, table, values as unknown as CrossSellChoice);
    const kept = await readKeptCells(port, crossSellSheetId, scoreKeyColumn);
    return {
      sheets: [buildCrossSellSheet(report, kept, { words, moneyFormat })],
      report: { crossSell: reportCrossSell(report) },
      sentences: listCrossSellSentences(report, words),
      settings: kept.buildSettings(),
    };
  },
};
