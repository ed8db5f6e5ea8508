import type { Words } from "../../../src/i18n/en";
import { getWords } from "../../../src/i18n/words";
import { collectLabels } from "../../../src/jobs/layout/build-labels";
import { sheetLayouts } from "../../../src/jobs/layout/build-sheets";
import type { LayoutContext } from "../../../src/jobs/layout/layout-context";
import { SHEET_IDS } from "../../../src/jobs/layout/layout-context";
import { SheetBuilder } from "../../../src/jobs/layout/sheet-builder";
import { finishSteps, mapInSteps } from "../../../src/jobs/layout/sheet-steps";
import type { RowSource } from "../../../src/workbook/rows";
import { buildSmallAnalysis } from "../../helpers/small-analysis";

/** So many cells are written in a few milliseconds. */
const mostCells = 600;

const words: Words = getWords("en");
const analysis = buildSmallAnalysis();
const context: LayoutContext = {
  words,
  language: "en",
  moneyFormat: "#,##0.00",
  source: {
    title: "Sales",
    sheet: "Sales",
    headers: {},
    rowNumber: (position) => position + 2,
    firstColumnLetter: "A",
  },
  version: "1.0.0",
};

describe("a sheet that is laid out in steps", () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(SHEET_IDS)("%s: no step writes more than a few hundred cells", (id) => {
    const put = jest.spyOn(SheetBuilder.prototype, "put");
    const steps = sheetLayouts[id](analysis, context);
    const written: number[] = [];
    for (let isDone = false; !isDone; put.mockClear()) {
      isDone = steps.next().done === true;
      written.push(put.mock.calls.length);
    }
    expect(Math.max(...written)).toBeLessThanOrEqual(mostCells);
    expect(written.length).toBeGreaterThan(id === "cross" ? 3 : 5);
  });

  it("takes a step for every few thousand entries of a column", () => {
    const steps = mapInSteps(23_000, (i) => i * 2);
    let count = 1;
    for (let step = steps.next(); step.done !== true; step = steps.next()) count++;
    expect(count).toBe(5);
    expect(finishSteps(mapInSteps(23_000, (i) => i * 2))).toEqual(Array.from({ length: 23_000 }, (_, i) => i * 2));
  });

  it("takes steps for the labels of many rows", () => {
    const customers = analysis.summary.customers.ids.length;
    const rowCustomer = Int32Array.from({ length: 30_000 }, (_, row) => row % customers);
    const steps = collectLabels(analysis, { words, source: {} as RowSource, rowCustomer });
    let count = 1;
    for (let step = steps.next(); step.done !== true; step = steps.next()) count++;
    expect(count).toBeGreaterThanOrEqual(15);
  });
});
