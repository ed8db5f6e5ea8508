import { formatIsoDay } from "../../core/days";
import type { Json } from "../../core/lenses/lens";
import type { Analysis } from "../../core/report/analysis";
import { computeKeyFigures } from "../../core/report/key-figures";
import { buildScoreModel } from "../../core/rfm/score-model";
import type { CellValue, SheetContent } from "../../workbook/port";
import type { HistoryRun } from "./history-run";
import { parseHistory } from "./history-run";
import type { LayoutContext } from "./layout-context";
import { sheetNames } from "./layout-context";
import { buildRange } from "./address";
import { SheetBuilder } from "./sheet-builder";

/** Longest text in a cell; Excel holds 32,767 characters. */
const chunkLength = 30_000;

/** What later runs need of this one: models by which other customers can be judged, and value and codes per customer. */
export function buildHistoryRun(analysis: Analysis, version: string): HistoryRun {
  const { summary, settings, lenses, rfm, value } = analysis;
  const { asOfDay } = summary.report.period;
  return {
    asOf: asOfDay === null ? null : formatIsoDay(asOfDay),
    basis: value.basis,
    version,
    model: {
      settings: settings as unknown as Json,
      scores: buildScoreModel(rfm) as unknown as Json,
      keyFigures: computeKeyFigures(analysis),
      lenses: lenses.map(({ id, model, groups }) => ({ id, model, groups: groups.map((group) => group.id) })),
    },
    ids: summary.customers.ids,
    values: value.values,
    lenses: lenses.map(({ id, codes, groups }) => ({
      id,
      codes: Array.from(codes, (code) => (code < 0 ? null : groups[code].id)),
    })),
  };
}

/** Splits a text so that no part ends inside a surrogate pair. */
function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + chunkLength, text.length);
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function writeRun(sheet: SheetBuilder, run: HistoryRun): void {
  const chunks = splitText(JSON.stringify(run.model));
  const { ids, lenses } = run;
  sheet.putRow(sheet.row++, 0, ["run", run.asOf, run.basis, run.version, chunks.length, ids.length, lenses.length]);
  for (const chunk of chunks) sheet.put(sheet.row++, 0, chunk);
  sheet.putRow(sheet.row++, 0, ["customer", "value", ...lenses.map(({ id }) => id)]);
  const columns: ArrayLike<CellValue>[] = [ids, run.values, ...lenses.map(({ codes }) => codes)];
  sheet.addBlock({ row: sheet.row, column: 0, columns });
  sheet.addAreaStyle(buildRange(sheet.row, 0, ids.length, 1), { numberFormat: "@" });
  sheet.row += ids.length;
}

/** The hidden sheet that Refresh and Movement compare with: this run, and the one before if it judged another day. */
export function buildHistorySheet(analysis: Analysis, context: LayoutContext): SheetContent {
  const sheet = new SheetBuilder({
    id: "history",
    name: sheetNames.history,
    visibility: "veryHidden",
    showGridlines: true,
  });
  const current = buildHistoryRun(analysis, context.version);
  const earlier = parseHistory(context.previousHistory ?? []).find(({ asOf }) => asOf !== current.asOf);
  const runs = earlier === undefined ? [current] : [current, earlier];
  sheet.putRow(sheet.row++, 0, ["cvm-history", 1, runs.length]);
  for (const run of runs) writeRun(sheet, run);
  return sheet.build();
}
