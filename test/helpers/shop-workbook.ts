import { toDayNumber } from "../../src/core/days";
import type { AnalyzeOutcome, AnalyzeRequest, JobOptions } from "../../src/jobs/analyze";
import { analyze } from "../../src/jobs/analyze";
import { noChoice } from "../../src/jobs/detect-columns";
import { openDefaultSource } from "../../src/jobs/find-source";
import type { JsonReport } from "./command-folder";
import { buildJsonReport } from "../../src/jobs/report-json";
import { parseSettings } from "../../src/jobs/settings";
import type { AnalysisSettings } from "../../src/core/report/settings";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue, WorkbookPort } from "../../src/workbook/port";
import { buildShopRows, shopHeaders } from "./small-analysis";

/** Puts rows on a sheet from A1 on. */
export function fillSheet(workbook: MemoryWorkbook, name: string, rows: readonly (readonly CellValue[])[]): void {
  const sheet = workbook.getSheet(name) ?? workbook.addSheet(name);
  rows.forEach((cells, row) => cells.forEach((cell, column) => sheet.setValue(row, column, cell)));
}

/** Order lines of a small shop on the sheet `Sales`, and a list of its customers with their staff on `Clients`. */
export function buildShopWorkbook(customers = 60): MemoryWorkbook {
  const workbook = new MemoryWorkbook("Sales");
  fillSheet(workbook, "Sales", [shopHeaders, ...(buildShopRows({ customers }) as CellValue[][])]);
  const clients = Array.from({ length: customers }, (_, i) => [`C${String(i).padStart(3, "0")}`, (i * 7) % 40]);
  fillSheet(workbook, "Clients", [["Customer ID", "Staff"], ...clients]);
  return workbook;
}

/** Runs the main job on the first list of a workbook. */
export async function analyzeWorkbook(
  workbook: MemoryWorkbook,
  settings: Partial<AnalysisSettings> = {},
  request: Partial<AnalyzeRequest> = {},
  options: JobOptions = {},
  port: WorkbookPort = new MemoryPort(workbook),
): Promise<AnalyzeOutcome> {
  return analyze(
    port,
    {
      source: await openDefaultSource(port),
      isInWorkbook: true,
      customerTable: "find",
      columns: noChoice,
      settings: parseSettings(settings),
      language: "en",
      labels: false,
      today: toDayNumber(2030, 12, 31),
      version: "0.0.0",
      ...request,
    },
    options,
  );
}

/** What `--json` writes of an outcome, without the time it took. */
export function describeOutcome({ analysis, columns }: AnalyzeOutcome): Omit<JsonReport, "timings"> {
  const input = { file: "shop", sheet: null, columns };
  const { timings, ...report } = buildJsonReport(analysis, input, (position) => position + 2, []);
  expect(timings).toEqual({});
  return JSON.parse(JSON.stringify(report)) as Omit<JsonReport, "timings">;
}
