import type { JudgedRows } from "../../src/jobs/analyze";
import { buildJsonReport } from "../../src/jobs/report-json";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";

/** Where in a value a number is that no sheet and no JSON can hold. */
function findOddNumber(value: unknown, path = ""): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : `${path} ${value}`;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findOddNumber(item, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

/** No row is lost or counted twice, no customer neither, and the report holds finite numbers only. */
export function checkReport({ analysis, columns }: JudgedRows): void {
  const { read, blank: blanks, used, excluded, refundOnly } = analysis.summary.report.rows;
  expect(read).toBe(blanks + used + excluded + refundOnly);
  const report = buildJsonReport(analysis, { file: "odd", sheet: null, columns }, (position) => position + 2, []);
  expect(findOddNumber(report)).toBeNull();
  const { ids } = analysis.summary.customers;
  const { revenue: total, unknownCustomer } = analysis.summary.report;
  const revenue = total === null ? null : total - (unknownCustomer?.revenue ?? 0);
  for (const { id, groups, membership, codes } of analysis.lenses) {
    if (membership !== "one") continue;
    const none = codes.filter((code) => code === -1).length;
    const members = groups.reduce((sum, group) => sum + group.customers, none);
    expect([id, members]).toEqual([id, ids.length]);
    if (revenue === null || none > 0) continue;
    const sum = groups.reduce((all, group) => all + group.revenue, 0);
    const size = groups.reduce((all, group) => all + Math.abs(group.revenue), Math.abs(total ?? 0));
    expect(Math.abs(sum - revenue)).toBeLessThanOrEqual(1e-9 * size);
  }
}

/** What was written holds finite numbers and text only. */
export function checkCells({ sheets, settings }: MemoryWorkbook): void {
  for (const sheet of sheets) {
    const used = sheet.usedRange();
    for (let column = 0; used && column < used.column + used.columnCount; column++) {
      for (const cell of sheet.readColumn(0, column, used.row + used.rowCount))
        if (typeof cell === "number")
          expect([sheet.name, column, Number.isFinite(cell)]).toEqual([sheet.name, column, true]);
    }
  }
  for (const [, setting] of settings) expect(setting).not.toMatch(/:(NaN|-?Infinity)\b/);
}
