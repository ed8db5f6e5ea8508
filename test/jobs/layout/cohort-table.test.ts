import { getWords } from "../../../src/i18n/words";
import { pickAges, writeCohorts } from "../../../src/jobs/layout/cohorts/cohort-table";
import { SheetBuilder } from "../../../src/jobs/layout/sheet-builder";
import { findCell, readCell, readRow } from "../../helpers/sheet-cells";

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, age) => age);

it.each<[string, number, number[]]>([
  ["every month of the first ten", 10, upTo(9)],
  ["every third one after half a year", 18, [...upTo(6), 9, 12, 15]],
  ["every sixth one after a year", 24, [0, 1, 2, 3, 6, 9, 12, 18]],
  ["every twelfth one over years", 60, [0, 1, 2, 3, 6, 12, 24, 36, 48]],
  ["no more than the page has room for", 200, [0, 1, 2, 3, 6, 12, 24, 36, 48, 60]],
])("the cohort table shows %s", (_, count, ages) => {
  expect(pickAges(count)).toEqual(ages);
});

it("leaves months that are not over blank, so that a triangle remains", () => {
  const builder = new SheetBuilder({ id: "test", name: "Test" });
  const cohorts = [
    { month: "2025-01", customers: 4, active: [4, 2, 1] },
    { month: "2025-02", customers: 2, active: [2, 1] },
    { month: "2025-03", customers: 1, active: [1] },
  ];
  writeCohorts(builder, { cohorts, shares: [1, 0.5, 0.25] }, getWords("en"));
  const sheet = builder.build();
  const { row, column } = findCell(sheet, "2025-01");
  expect([0, 1, 2, 3].map((i) => readRow(sheet, row + i, column).slice(1))).toEqual([
    [4, 1, 0.5, 0.25],
    [2, 1, 0.5],
    [1, 1],
    [7, 1, 0.5, 0.25],
  ]);
  expect(readCell(sheet, row + 3, column)).toBe("All");
  expect(sheet.conditionalFormats).toMatchObject([{ kind: "colorScale", range: { rowCount: 3, columnCount: 2 } }]);
});
