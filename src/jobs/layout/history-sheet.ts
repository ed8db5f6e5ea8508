import { formatIsoDay } from "../../core/days";
import type { Json } from "../../core/lenses/lens";
import type { Analysis } from "../../core/report/analysis";
import { computeKeyFigures } from "../../core/report/key-figures";
import { buildScoreModel } from "../../core/rfm/score-model";
import type { CellValue } from "../../workbook/port";
import type { HistoryRun } from "./history-run";
import { collectHistory } from "./history-run";
import type { LayoutContext } from "./layout-context";
import { sheetNames } from "./layout-context";
import { buildRange } from "./address";
import { SheetBuilder } from "./sheet-builder";
import type { LayoutSteps, SheetSteps } from "./sheet-steps";
import { mapInSteps } from "./sheet-steps";

/** Longest text in a cell; Excel holds 32,767 characters. */
const chunkLength = 30_000;

/** What later runs need of this one: models by which other customers can be judged, and value and codes per customer. */
export function* collectRun(analysis: Analysis, version: string): LayoutSteps<HistoryRun> {
  const { summary, settings, lenses, rfm, value } = analysis;
  const { asOfDay } = summary.report.period;
  const keyFigures = computeKeyFigures(analysis);
  yield;
  const judged: HistoryRun["lenses"][number][] = [];
  for (const { id, codes, groups } of lenses) {
    const texts = yield* mapInSteps(codes.length, (customer) =>
      codes[customer] < 0 ? null : groups[codes[customer]].id,
    );
    judged.push({ id, codes: texts });
  }
  return {
    asOf: asOfDay === null ? null : formatIsoDay(asOfDay),
    basis: value.basis,
    version,
    model: {
      settings: settings as unknown as Json,
      scores: buildScoreModel(rfm) as unknown as Json,
      keyFigures,
      lenses: lenses.map(({ id, model, groups }) => ({ id, model, groups: groups.map((group) => group.id) })),
    },
    ids: summary.customers.ids,
    values: value.values,
    lenses: judged,
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

/** The hidden sheet that Refresh and Movement compare with, in steps: this run, and the one before if it judged another day. */
export function* layOutHistory(analysis: Analysis, context: LayoutContext): SheetSteps {
  const sheet = new SheetBuilder({
    id: "history",
    name: sheetNames.history,
    visibility: "veryHidden",
    showGridlines: true,
  });
  const current = yield* collectRun(analysis, context.version);
  const earlier = (yield* collectHistory(context.previousHistory ?? [])).find(({ asOf }) => asOf !== current.asOf);
  yield;
  const runs = earlier === undefined ? [current] : [current, earlier];
  sheet.putRow(sheet.row++, 0, ["cvm-history", 1, runs.length]);
  for (const run of runs) {
    writeRun(sheet, run);
    yield;
  }
  return yield* sheet.buildInSteps();
}
