import { toDayNumber } from "../../src/core/days";
import type { Summary } from "../../src/core/customers/summary";
import { lensList } from "../../src/core/lenses/lens-list";
import { buildLensOptions } from "../../src/core/report/lens-options";
import { buildLensTables } from "../../src/core/report/lens-tables";
import type { AnalysisSettings } from "../../src/core/report/settings";
import { createRandom } from "../../src/core/math/random";
import { countGroups } from "../../src/core/math/groups";
import { detectColumns } from "../../src/jobs/detect-columns";
import { readLines, summarizeLines } from "../../src/jobs/read-summary";
import { parseSettings } from "../../src/jobs/settings";
import { openCsv } from "../../src/workbook/csv";

/** Customers of a CSV file, as the command reads it. */
export async function summarizeCsv(bytes: Uint8Array, given: Partial<AnalysisSettings> = {}): Promise<Summary> {
  const settings = parseSettings(given);
  const source = await openCsv(bytes, "data.csv");
  const { detected } = await detectColumns(source);
  const context = { today: toDayNumber(2026, 1, 1), culture: { language: "en", dateOrder: "mdy" } as const };
  return summarizeLines(await readLines(source, detected, settings, context), null, settings);
}

/** Scores of a summary, as the command finds them. */
export function scoreSummary(summary: Summary, given: Partial<AnalysisSettings> = {}) {
  return buildLensTables(summary, parseSettings(given)).rfm;
}

/** One lens over a summary, as the command runs it. */
export function runLens(id: string, summary: Summary, given: Partial<AnalysisSettings> = {}) {
  const settings = parseSettings(given);
  const { tables } = buildLensTables(summary, settings);
  const lens = lensList.find((other) => other.id === id)!;
  const fit = lens.fit(tables, { ...lens.defaults, ...buildLensOptions(settings)[id] });
  const ids = lens.groups(fit.model);
  return { ...fit, ids, sizes: Array.from(countGroups(fit.codes, ids.length)) };
}

/** The lines of a CSV text below its header in another order. */
export function shuffleLines(text: string, seed = 42): string {
  const [header, ...lines] = text.trimEnd().split("\n");
  const random = createRandom(seed);
  for (let i = lines.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [lines[i], lines[j]] = [lines[j], lines[i]];
  }
  return `${[header, ...lines].join("\n")}\n`;
}

/** Text columns of a CSV file without quoted cells, by header. */
export function parseColumns(text: string): Record<string, string[]> {
  const [header, ...lines] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return Object.fromEntries(header.map((name, column) => [name, lines.map((line) => line[column])]));
}

/** The row of one customer of text columns, as numbers. */
export function pickCustomer(columns: Record<string, string[]>, id: string | number, names: readonly string[]) {
  const row = columns.customer.indexOf(String(id));
  return names.map((name) => Number(columns[name][row]));
}

/** Mean of a text column of numbers. */
export function average(column: readonly string[]): number {
  return column.reduce((sum, text) => sum + Number(text), 0) / column.length;
}

/** Figures by group of a lens of a JSON report. */
export function readSizes(lens: { readonly groups: readonly { readonly id: string; readonly customers: number }[] }) {
  return Object.fromEntries(lens.groups.map(({ id, customers }) => [id, customers]));
}
