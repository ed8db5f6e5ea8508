import { SCORE_METHODS } from "../../core/decisions/scorer";
import { InputError } from "../input-error";
import type { Job } from "../job";
import { readKeptCells } from "../kept-cells";
import { buildProspectsSheet, prospectsSheetId } from "../layout/look-alike/prospects-sheet";
import { scoreKeyColumn } from "../layout/score/weights-part";
import { computeLookAlike } from "./compute-look-alike";
import type { LookAlikeChoice } from "./look-alike-report";
import { listLookAlikeSentences } from "./look-alike-words";
import { readProspects } from "./read-prospects";
import { reportLookAlike } from "./report-look-alike";

/** Which prospects are like the top customers. */
export const lookAlikeJob: Job = {
  id: "look-alike",
  customers: "needed",
  tables: [{ id: "prospects", isRequired: true }],
  fields: [
    { key: "idColumn", kind: "column", table: "prospects", default: null },
    { key: "topShare", kind: "share", minimum: 0.01, maximum: 0.5, default: 0.1 },
    { key: "method", kind: "choice", choices: SCORE_METHODS, default: "logistic" },
    { key: "neighbours", kind: "number", minimum: 1, maximum: 1000, isWhole: true, default: 10 },
    { key: "ridge", kind: "number", minimum: 0, default: null },
    { key: "seed", kind: "number", isWhole: true, default: 1 },
  ],
  async run({ judged, tables, port, values, words, today, signal }) {
    const source = tables.prospects;
    if (judged === null) throw new InputError("noCustomers");
    if (source === undefined) throw new InputError("missingTable", { table: "prospects" });
    const choice = values as unknown as LookAlikeChoice;
    const reading = { today, culture: await port.readCulture(), signal };
    const prospects = await readProspects(source, choice.idColumn, judged.analysis.settings, reading);
    const report = computeLookAlike(judged, prospects, source.title, choice);
    const { moneyFormat } = judged;
    const kept = await readKeptCells(port, prospectsSheetId, scoreKeyColumn);
    return {
      sheets: [buildProspectsSheet(report, kept, { words, moneyFormat })],
      report: { lookAlike: reportLookAlike(report) },
      sentences: listLookAlikeSentences(report, words, moneyFormat),
      settings: kept.buildSettings(),
    };
  },
};
