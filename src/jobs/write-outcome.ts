import type { Analysis } from "../core/report/analysis";
import type { StageTiming } from "../engine/run-steps";
import { runInSlices } from "../engine/slices";
import { getWords } from "../i18n/words";
import type { SheetContent, WorkbookPort } from "../workbook/port";
import type { AnalyzeRequest, JobOptions, JudgedRows } from "./analyze-request";
import { SETTINGS_KEY } from "./analyze-request";
import { SOURCE_KEY, findReference, formatAnalyzedSource } from "./analyzed-source";
import { formatColumn } from "./layout/address";
import { collectLabels } from "./layout/build-labels";
import { buildSheetsInSlices } from "./layout/build-sheets";
import type { LayoutContext } from "./layout/layout-context";
import type { ReadLines } from "./read-summary";
import { mapRowsToCustomers } from "./row-customers";
import { COLORS_KEY, formatSegmentColors, listSegmentColors, readSegmentColors } from "./segment-colors";

/**
 * Writes the sheets of an analysis, and the labels and settings that were asked for; its analysis may have been judged anew since the rows
 * were read.
 *
 * @throws WorkbookError when the workbook refuses; it is then as it was
 */
export async function writeOutcome(
  port: WorkbookPort,
  outcome: JudgedRows,
  { signal, onProgress }: JobOptions = {},
): Promise<readonly StageTiming[]> {
  const { analysis, request, read } = outcome;
  const begin = performance.now();
  onProgress?.({ stage: "layout", share: null });
  const isColored = (await readSegmentColors(port))?.isShown ?? true;
  const sheets = await layOut(port, outcome, { areGroupsPlain: !isColored }, signal);
  const collected =
    request.labels && request.isInWorkbook
      ? await runInSlices("label rows", labelRows(analysis, request, read), signal)
      : undefined;
  // None where no lens that labels rows ran.
  const labels = collected && collected.columns.length > 0 ? collected : undefined;
  const colors = {
    isShown: isColored,
    columns: listSegmentColors(analysis, getWords(request.language)),
    labels: labels?.colors ?? [],
  };
  const written = performance.now();

  onProgress?.({ stage: "write", share: 0 });
  await port.write(
    {
      sheets,
      labels: labels && !isColored ? { ...labels, colors: [] } : labels,
      settings: {
        ...request.keep,
        [SETTINGS_KEY]: JSON.stringify(analysis.settings),
        [COLORS_KEY]: formatSegmentColors(colors),
        [SOURCE_KEY]: request.isInWorkbook ? await describeSource(port, request) : "",
      },
      activate: pickActivated(sheets),
    },
    {
      signal,
      onProgress: (done, total) => onProgress?.({ stage: "write", share: total === 0 ? 1 : done / total }),
    },
  );
  return [
    { stage: "layout", milliseconds: written - begin },
    { stage: "write", milliseconds: performance.now() - written },
  ];
}

/** What a later run on the same rows has to know. */
async function describeSource(port: WorkbookPort, { source, columns, language }: AnalyzeRequest): Promise<string> {
  const reference = await findReference(port, source);
  return formatAnalyzedSource({ reference, columns: { choice: columns, headers: source.headers }, language });
}

/** The summary, or the first sheet that is seen. */
function pickActivated(sheets: readonly SheetContent[]): string | undefined {
  const visible = sheets.filter(({ visibility }) => visibility === "visible");
  return (visible.find(({ id }) => id === "summary") ?? visible[0])?.id;
}

function* labelRows(analysis: Analysis, { source, language }: AnalyzeRequest, read: ReadLines) {
  const rowCustomer = yield* mapRowsToCustomers(read, source.rowCount, analysis);
  return yield* collectLabels(analysis, { words: getWords(language), source, rowCustomer });
}

/** The sheets of an analysis; `more` goes before what its request says. */
export async function layOut(
  port: WorkbookPort,
  outcome: JudgedRows,
  more: Partial<LayoutContext>,
  signal?: AbortSignal,
): Promise<SheetContent[]> {
  const { analysis, request, read, columns: headers, moneyFormat } = outcome;
  const { source, language, version, sheets } = request;
  const context: LayoutContext = {
    words: getWords(language),
    language,
    moneyFormat,
    source: {
      title: source.title,
      sheet: request.isInWorkbook ? (source.place?.sheet ?? null) : null,
      headers,
      rowNumber: (position) => source.rowNumber(position),
      firstColumnLetter: formatColumn(source.place?.firstColumn ?? 0),
      isFolded: read.kind === "folded",
    },
    version,
    sheets,
    previousHistory: await port.readSheet("history"),
    ...more,
  };
  return buildSheetsInSlices(analysis, context, signal);
}
