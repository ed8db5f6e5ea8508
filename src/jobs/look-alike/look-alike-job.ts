import { SCORE_METHODS } from "../../core/decisions/scorer";
import type { RowSource } from "../../workbook/rows";
import type { JudgedRows } from "../analyze";
import { InputError } from "../input-error";
import type { Job, JobContext, JobResult } from "../job";
import { readKeptCells } from "../kept-cells";
import { buildProspectsSheet, prospectsSheetId } from "../layout/look-alike/prospects-sheet";
import { scoreKeyColumn } from "../layout/score/weights-part";
import { computeLookAlike } from "./compute-look-alike";
import type { LookAlikeChoice, LookAlikeReport } from "./look-alike-report";
import { listLookAlikeSentences } from "./look-alike-words";
import { readProspects } from "./read-prospects";
import { reportLookAlike } from "./report-look-alike";

/** What prospects are scored and laid out with besides the customers. */
type ProspectContext = Pick<JobContext, "port" | "today" | "words" | "signal">;

/**
 * Scores a list of prospects, a row each.
 *
 * @throws InputError as {@link computeLookAlike}
 */
export async function scoreProspects(
  judged: JudgedRows,
  source: RowSource,
  choice: LookAlikeChoice,
  { port, today, signal }: ProspectContext,
): Promise<LookAlikeReport> {
  const reading = { today, culture: await port.readCulture(), signal };
  const prospects = await readProspects(source, choice.idColumn, judged.analysis.settings, reading);
  return computeLookAlike(judged, prospects, source.title, choice);
}

/** The sheet and the words about prospects who are scored. */
export async function layOutProspects(
  report: LookAlikeReport,
  { moneyFormat }: JudgedRows,
  { port, words }: ProspectContext,
): Promise<JobResult> {
  const kept = await readKeptCells(port, prospectsSheetId, scoreKeyColumn);
  return {
    sheets: [buildProspectsSheet(report, kept, { words, moneyFormat })],
    report: { lookAlike: reportLookAlike(report) },
    sentences: listLookAlikeSentences(report, words, moneyFormat),
    settings: kept.buildSettings(),
  };
}

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
  async run(context) {
    const { judged, tables, values } = context;
    const source = tables.prospects;
    if (judged === null) throw new InputError("noCustomers");
    if (source === undefined) throw new InputError("missingTable", { table: "prospects" });
    const report = await scoreProspects(judged, source, values as unknown as LookAlikeChoice, context);
    return layOutProspects(report, judged, context);
  },
};
