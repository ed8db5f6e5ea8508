import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toDayNumber } from "../../src/core/days";
import { analyze } from "../../src/jobs/analyze";
import type { AnalyzeOutcome } from "../../src/jobs/analyze";
import { buildCustomerColumns } from "../../src/jobs/customer-columns";
import { noChoice } from "../../src/jobs/detect-columns";
import { parseSettings } from "../../src/jobs/settings";
import { openCsv } from "../../src/workbook/csv";
import { formatCsv } from "../../src/workbook/format-csv";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";

jest.setTimeout(60_000);

const cases = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

type Table = Readonly<Record<string, readonly CellValue[]>>;

async function analyzeCase(folder: string): Promise<Record<string, Table>> {
  const source = await openCsv(readFileSync(join(folder, "input.csv")), "input.csv");
  const outcome = await analyze(new MemoryPort(new MemoryWorkbook()), {
    source,
    isInWorkbook: false,
    customerTable: null,
    columns: noChoice,
    settings: parseSettings(JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"))),
    language: "en",
    labels: false,
    today: toDayNumber(2024, 3, 31),
    version: "0.0.0",
  });
  return describeTables(outcome, (position) => source.rowNumber(position));
}

/** The tables that a case may expect, by the name of their file. */
function describeTables({ analysis }: AnalyzeOutcome, findRow: (position: number) => number): Record<string, Table> {
  const { headers, columns } = buildCustomerColumns(analysis);
  const { rows, issues } = analysis.summary.report;
  return {
    customers: Object.fromEntries(headers.map((header, i) => [header, Array.from(columns[i])])),
    rows: Object.fromEntries(Object.entries(rows).map(([name, count]) => [name, [count]])),
    issues: {
      code: issues.map(({ code }) => code),
      name: issues.map(({ name }) => name),
      treatment: issues.map(({ treatment }) => treatment),
      count: issues.map(({ count }) => count),
      rows: issues.map((issue) => issue.rows.map(findRow).join(" ")),
    },
  };
}

/** A table as a file, with those columns that the expected file has. */
function formatLike(expected: string, table: Table): string {
  const headers = expected.split("\n")[0].split(",");
  expect(Object.keys(table)).toEqual(expect.arrayContaining(headers));
  return formatCsv(
    headers.map((header) => table[header]),
    headers,
  ).replaceAll("\r\n", "\n");
}

describe("golden case", () => {
  it.each(cases)("%s", async (name) => {
    const folder = join(__dirname, name);
    const tables = await analyzeCase(folder);
    const actual = join(folder, "actual");
    rmSync(actual, { recursive: true, force: true });
    const files = readdirSync(join(folder, "expected"));
    expect(files).toContain("customers.csv");
    const expected = Object.fromEntries(
      files.map((file) => [file, readFileSync(join(folder, "expected", file), "utf8")]),
    );
    const found = Object.fromEntries(
      files.map((file) => [file, formatLike(expected[file], tables[file.replace(".csv", "")])]),
    );
    for (const file of files.filter((other) => found[other] !== expected[other])) {
      mkdirSync(actual, { recursive: true });
      writeFileSync(join(actual, file), found[file]);
    }
    expect(found).toEqual(expected);
  });
});
