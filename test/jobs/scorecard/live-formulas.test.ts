import type { JudgedRows } from "../../../src/jobs/analyze";
import { scorecardJob } from "../../../src/jobs/scorecard/scorecard-job";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemorySheet } from "../../../src/workbook/memory-sheet";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/port";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { buildShopWorkbook } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

const values = {
  indicators: ["revenue", "orders", "tenureDays", "breadth"],
  weights: { revenue: 40, orders: 30, tenureDays: 20, breadth: 10 },
};
const [FIRST, KEY] = [4, 14];
let workbook: MemoryWorkbook;
let judged: JudgedRows;
let run: () => ReturnType<typeof runJobOn>;

beforeAll(async () => {
  workbook = buildShopWorkbook(40);
  const settings = parseSettings({ lenses: ["value-levels"] });
  judged = await judgeWorkbook(new MemoryPort(workbook), { settings });
  const { port } = createOfficeHarness(workbook);
  run = () => runJobOn(port, scorecardJob, judged, values);
  await run();
});

const getSheet = (): MemorySheet => workbook.getSheet("CVM Scorecard")!;

function findRow(key: string): number {
  const { rowCount } = getSheet().usedRange()!;
  for (let row = 0; row < rowCount; row++) if (getSheet().getValue(row, KEY) === `cvm:${key}`) return row;
  throw new Error(`no row ${key}`);
}

/** Types cells of a row in Excel, which computes the formulas anew. */
async function type(key: string, column: number, cells: readonly CellValue[]): Promise<void> {
  const row = findRow(key);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("CVM Scorecard");
    sheet.getRangeByIndexes(row, column, 1, cells.length).values = [[...cells]];
    await context.sync();
  });
}

const read = (row: number, column: number, count = 1) =>
  Array.from({ length: count }, (_, i) => getSheet().getValue(row, column + i)).map((value) =>
    typeof value === "number" ? Number(value.toFixed(6)) : value,
  );
const readDown = (row: number, column: number, count: number) =>
  Array.from({ length: count }, (_, i) => read(row + i, column)[0]);

it("computes weights and consistency of comparisons while they are typed", async () => {
  const row = findRow("pair:chosen:revenue");
  await type("pair:chosen:revenue", FIRST + 1, [2, 3, 5]);
  await type("pair:chosen:orders", FIRST + 2, [2, 4]);
  await type("pair:chosen:tenureDays", FIRST + 3, [2]);
  expect(readDown(row, FIRST + 4, 4)).toEqual([0.477291, 0.287952, 0.153867, 0.08089]);
  expect(read(row + 4, FIRST)).toEqual([0.007826]);
  expect(read(row + 4, FIRST + 1)).toEqual(["consistent"]);
  expect(read(row + 3, FIRST, 4)).toEqual([0.2, 0.25, 0.5, 1]);
  expect(readDown(findRow("weight:revenue"), 10, 4)).toEqual([0.477291, 0.287952, 0.153867, 0.08089]);
  await type("pair:chosen:orders", FIRST + 3, [1 / 9]);
  expect(read(row + 4, FIRST + 1)).toEqual(["contradictory: check the marked cell"]);
  await type("pair:chosen:orders", FIRST + 3, [4]);
});

it("follows the weights by hand at once", async () => {
  await type("weight:breadth", 8, [60]);
  expect(readDown(findRow("weight:revenue"), 9, 4)).toEqual([40, 30, 20, 60].map((w) => Number((w / 150).toFixed(6))));
  await type("weight:breadth", 8, [10]);
});

it("computes the statistics of a round while experts are entered", async () => {
  const ratings = [
    [9, 7, 5, 3],
    [8, 8, 4, 3],
    [9, 6, 6, 2],
    [7, 8, 5, 4],
    [8, 7, 5, 2],
  ];
  for (const [expert, row] of ratings.entries()) await type(`expert:1:${expert}`, FIRST, row);
  const end = findRow("expert:1:9") + 1;
  expect(read(end, FIRST, 4)).toEqual([8.2, 7.2, 5, 2.8]);
  expect(read(end + 1, FIRST, 4)).toEqual([8, 7, 5, 3]);
  expect(read(end + 2, FIRST, 4)).toEqual([0.102032, 0.116203, 0.141421, 0.298807]);
  expect(read(end + 3, FIRST, 4)).toEqual([1, 1, 0, 1]);
  expect(read(end + 4, FIRST, 4)).toEqual([0.353448, 0.310345, 0.215517, 0.12069]);
  expect(read(end + 5, FIRST)).toEqual(["not yet: a further round is needed"]);
});

it("computes grade and points while ratings are typed; a run of the job writes the same figures", async () => {
  await type("grade:revenue", FIRST, [5, 3, 1, 1]);
  await type("grade:orders", FIRST, [2, 4, 3, 1]);
  const end = findRow("points") - 1;
  const weights = [4 / 7, 3 / 7];
  const expected = [0, 1, 2, 3].map((j) =>
    Number((weights[0] * [0.5, 0.3, 0.1, 0.1][j] + weights[1] * [0.2, 0.4, 0.3, 0.1][j]).toFixed(6)),
  );
  expect(read(end, FIRST, 4)).toEqual(expected);
  expect(read(end + 2, FIRST)).toEqual(["Excellent"]);
  const before = getSheet().formulaCells.map(({ row, column, formula, value }) => [row, column, formula, value]);
  const shown = read(end, FIRST, 4);
  await run();
  expect(read(findRow("points") - 1, FIRST, 4)).toEqual(shown);
  expect(getSheet().formulaCells.length).toBeGreaterThan(before.length);
});

it("writes into every formula the value that Excel computes for it", async () => {
  const readFormulas = () =>
    getSheet().formulaCells.map(({ row, column, value }) => [`${row} ${column}`, value] as const);
  await run();
  const computed = new Map(readFormulas());
  await runJobOn(new MemoryPort(workbook), scorecardJob, judged, values);
  for (const [place, written] of readFormulas()) {
    const value = computed.get(place);
    if (typeof written === "number") expect(Math.abs(Number(value) - written)).toBeLessThan(1e-6);
    else expect(value).toBe(written);
  }
});
