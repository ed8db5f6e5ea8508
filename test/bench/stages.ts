import { chooseK } from "../../src/core/clusters/choose-k";
import { clusterKMeans } from "../../src/core/clusters/k-means";
import { buildPoints, fitTransform } from "../../src/core/clusters/transform";
import { estimateLifetime, selectLifetimeColumns } from "../../src/core/report/lifetime";
import { summarize } from "../../src/core/customers/summarize";
import { selectFeatures } from "../../src/core/lenses/features";
import { lensList } from "../../src/core/lenses/lens-list";
import { analyzeSummary, runLens } from "../../src/core/report/analyze";
import { buildLensOptions } from "../../src/core/report/lens-options";
import { buildLensTables } from "../../src/core/report/lens-tables";
import { defaultSettings } from "../../src/core/report/settings";
import { explainLenses } from "../../src/core/report/explain";
import { formatCsv } from "../../src/workbook/format-csv";
import { openCsv } from "../../src/workbook/csv";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { createWorkbookBytes, openWorkbook, saveWorkbook } from "../../src/workbook/xlsx";
import { analyzeWorkbook } from "../helpers/shop-workbook";
import { createOfficeHarness } from "../helpers/office-harness";
import type { Ledger } from "./ledger";
import { generateLedger, ledgerHeaders, listLedgerBlocks } from "./ledger";
import { readBlocks } from "./read-ledger";

/** What the stages took for so many rows. */
export interface StageFigures {
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
  /** Figures that belong beside the times. */
  readonly notes: Readonly<Record<string, string>>;
}

const dateColumn = ledgerHeaders.indexOf("Date");
/** 1970-01-01 as Excel counts days. */
const epochSerial = 25_569;

function fillWorkbook(ledger: Ledger): MemoryWorkbook {
  const workbook = new MemoryWorkbook("Sales");
  const [sheet] = workbook.sheets;
  ledgerHeaders.forEach((header, column) => sheet.setValue(0, column, header));
  for (const { firstRow, columns } of listLedgerBlocks(ledger)) {
    const serials = columns.map((cells, i) =>
      i === dateColumn ? Array.from(cells, (day) => Number(day) + epochSerial) : cells,
    );
    sheet.writeBlock({ row: firstRow + 1, column: 0, columns: serials });
  }
  sheet.applyStyle(
    { row: 1, column: dateColumn, rowCount: ledger.rows, columnCount: 1 },
    { numberFormat: "yyyy-mm-dd" },
  );
  return workbook;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Runs every stage once on made-up order lines. */
export async function runStages(rows: number): Promise<StageFigures> {
  const milliseconds: Record<string, number> = {};
  const notes: Record<string, string> = {};
  let peak = 0;
  const measure = async <Result>(stage: string, work: () => Result | Promise<Result>): Promise<Result> => {
    globalThis.gc?.();
    const begin = performance.now();
    const result = await work();
    milliseconds[stage] = performance.now() - begin;
    peak = Math.max(peak, process.memoryUsage.rss());
    return result;
  };

  const ledger = generateLedger(rows);
  const lines = await measure("read cells", () => readBlocks(listLedgerBlocks(ledger)));
  const summary = await measure("summarize", () => summarize(lines, {}));
  const lifetime = await measure("lifetime value, all models and holdout", () =>
    estimateLifetime(summary, defaultSettings),
  );
  const { tables } = await measure("RFM", () =>
    buildLensTables(summary, defaultSettings, selectLifetimeColumns(lifetime)),
  );
  const settings = { ...defaultSettings, k: 4, valueClassCount: 4 };
  const options = buildLensOptions(settings);
  const runs = await measure("all lenses, k fixed", () =>
    lensList.flatMap((lens) => {
      const own = { ...lens.defaults, ...options[lens.id] };
      return lens.missing(tables, own) === null ? [runLens(lens, tables, own)] : [];
    }),
  );
  const features = selectFeatures(["recencyDays", "orders", "monetary"], tables);
  const { points } = buildPoints(fitTransform(features), features);
  await measure("clusters, k fixed", () => clusterKMeans(points, 4));
  await measure("choice of k, 2 to 12", () => chooseK(points));
  await measure("trees", () =>
    explainLenses(
      runs.map(({ result }) => result),
      tables,
      settings,
    ),
  );
  await measure("all of it, from lines to report", () => {
    const steps = analyzeSummary(summarize(lines, {}), settings);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  });

  const csv = await measure("write CSV", () =>
    new TextEncoder().encode(
      formatCsv(
        [
          ledger.order,
          ledger.customer,
          ledger.day,
          ledger.product,
          ledger.quantity,
          ledger.price,
          ledger.cost,
          ledger.region,
        ],
        ledgerHeaders,
      ),
    ),
  );
  await measure("parse CSV", async () => {
    let count = 0;
    for await (const block of (await openCsv(csv, "ledger.csv")).readBlocks()) count += block.rowCount;
    return count;
  });
  const workbook = fillWorkbook(ledger);
  const bytes = await measure("write xlsx", () => createWorkbookBytes(workbook));
  await measure("read xlsx", () => openWorkbook(bytes));
  notes["xlsx of the rows"] = `${megabytes(bytes.length)} MB`;

  // A full sheet takes the simulator minutes of its own; what is measured is the add-in's path.
  if (rows > 200_000) return { milliseconds, peakMegabytes: peak / 1e6, notes };
  const { simulator, port } = createOfficeHarness(workbook);
  await measure("whole job through Office.js and the simulator", () =>
    analyzeWorkbook(workbook, settings, {}, {}, port),
  );
  const { log } = simulator;
  const largest = (key: "requestBytes" | "responseBytes") => megabytes(Math.max(...log.map((record) => record[key])));
  notes["requests to Excel"] = String(log.length);
  notes["largest request and answer"] = `${largest("requestBytes")} and ${largest("responseBytes")} MB`;
  const opened = await openWorkbook(bytes);
  await analyzeWorkbook(opened.workbook, settings);
  await measure("save the annotated workbook", () => saveWorkbook(opened));
  return { milliseconds, peakMegabytes: peak / 1e6, notes };
}
