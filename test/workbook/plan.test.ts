import { parseAddress } from "../../src/workbook/address";
import { subtractRange } from "../../src/workbook/grid-range";
import { joinAreas } from "../../src/workbook/join-areas";
import { formatLabelRecords, formatMark, parseLabelRecords, parseMark } from "../../src/workbook/output-mark";
import { planLabels } from "../../src/workbook/plan-labels";
import { boundContent, planOutput } from "../../src/workbook/plan-output";
import { chooseSheetArea } from "../../src/workbook/table-source";
import type { WorkbookState } from "../../src/workbook/workbook-state";
import { buildContent, buildCustomers, buildOutput } from "./fixtures";

describe("marks", () => {
  it("come back as they were written", () => {
    const mark = {
      id: "customers",
      name: "CVM Customers",
      range: parseAddress("A1:AB2340"),
      tables: [{ wished: "CvmCustomers", name: "CvmCustomers_2" }],
      charts: ["Tiers"],
    };
    expect(parseMark(formatMark(mark))).toEqual(mark);
    const records = [
      {
        sheet: "{1}",
        sheetName: "Sales",
        table: "Orders",
        headerRow: 2,
        columns: [{ header: "Tier", range: parseAddress("F3:F7") }],
      },
    ];
    expect(parseLabelRecords(formatLabelRecords(records))).toEqual(records);
    expect(formatLabelRecords([])).toBe("");
  });

  it.each([undefined, null, "", "x", "[]", "{}", '{"id":5}'])("are none in the text %j", (text) => {
    expect(parseMark(text)).toBeNull();
    expect(parseLabelRecords(text)).toEqual([]);
  });
});

it("content covers what it writes and colours, but whole columns", () => {
  const content = buildContent({
    id: "a",
    name: "a",
    values: [{ row: 1, column: 1, columns: [["x", "y"]] }],
    links: [{ row: 3, column: 0, target: "Sales!A1" }],
    styles: [
      { range: parseAddress("C:C"), style: { bold: true } },
      { range: parseAddress("A1:E2"), style: { bold: true } },
    ],
  });
  expect(boundContent(content)).toEqual(parseAddress("A1:E4"));
});

describe("where an output goes", () => {
  const mark = {
    id: "customers",
    name: "CVM Customers",
    range: parseAddress("A1:C4"),
    tables: [{ wished: "CvmCustomers", name: "CvmCustomers" }],
    charts: ["Old"],
  };
  const sheet = { isVisible: true, isProtected: false, mark: null, tables: [], pivots: [] };
  const state: WorkbookState = {
    sheets: [
      {
        ...sheet,
        key: "copy",
        name: "CVM Customers",
        mark,
        tables: [{ key: "t2", name: "CvmCustomers_2", range: parseAddress("A1:C4") }],
      },
      {
        ...sheet,
        key: "own",
        name: "Mine",
        mark,
        tables: [{ key: "t1", name: "CvmCustomers", range: parseAddress("A1:C4") }],
      },
    ],
    names: [],
    isProtected: false,
  };

  it("is the sheet that has the tables remembered, not a copy of it", () => {
    const [plan] = planOutput(state, buildOutput([buildCustomers(5)]));
    expect(plan).toMatchObject({
      key: "own",
      name: "Mine",
      range: parseAddress("A1:C6"),
      mustBeBlank: [parseAddress("A5:C6")],
      clear: [],
      tables: [{ key: "t1", name: "CvmCustomers", range: parseAddress("A1:C6") }],
      removeTables: [],
      removeCharts: ["Old"],
    });
  });

  it("is a new table when the header row is another", () => {
    const moved = buildCustomers(2, {
      tables: [{ name: "CvmCustomers", range: parseAddress("A2:C3"), style: "TableStyleLight1", showFilter: true }],
    });
    const [plan] = planOutput(state, buildOutput([moved]));
    expect(plan).toMatchObject({
      clear: [parseAddress("A4:C4")],
      tables: [{ key: null, name: "CvmCustomers" }],
      removeTables: ["t1"],
    });
  });
});

it.each([
  ["beside", "A1:B2", "D1:E2", ["A1:B2"]],
  ["within", "A1:D4", "B2:C3", ["A1:D1", "A4:D4", "A2:A3", "D2:D3"]],
  ["at a corner", "A1:B2", "A1", ["A2:B2", "B1"]],
  ["around", "B2", "A1:C3", []],
])("a range without another %s is what is left", (_, range, taken, rest) => {
  expect(subtractRange(parseAddress(range), parseAddress(taken))).toEqual(rest.map(parseAddress));
});

describe("areas", () => {
  const join = (...areas: string[]) => joinAreas(areas.map(parseAddress), areas.map(parseAddress));

  it("of the same rows are columns side by side", () => {
    expect(join("D2:D9", "A2:B9", "B2:B9")).toEqual({
      blocks: [{ row: 1, rowCount: 8 }],
      columns: [0, 1, 3],
    });
  });

  it("of the same columns are blocks below each other, without doubles", () => {
    expect(join("A7:B9", "A1:B2", "A8:B10")).toEqual({
      blocks: [
        { row: 0, rowCount: 2 },
        { row: 6, rowCount: 4 },
      ],
      columns: [0, 1],
    });
  });

  it("are nothing when they hold nothing, and uneven otherwise", () => {
    expect(joinAreas([parseAddress("A1:B2")], [null])).toBeNull();
    expect(() => join("A1:A3", "C1:C5")).toThrow(expect.objectContaining({ code: "unevenAreas" }));
  });
});

it("a whole sheet is its table when that is most of it", () => {
  const table = (address: string) => ({ name: "T", range: parseAddress(address), showTotals: false });
  const used = parseAddress("A1:D100");
  expect(chooseSheetArea(used, [table("A3:D100")])).toEqual(parseAddress("A3:D100"));
  expect(chooseSheetArea(used, [table("A1:B5")])).toEqual(used);
  expect(chooseSheetArea(used, [])).toEqual(used);
});

describe("label columns", () => {
  const free = { lastColumn: 3, table: null, found: [], filled: new Set([0, 1, 2, 3]) };
  const table = parseAddress("A1:D9");

  it.each([
    ["right of the rows", free, 2, { columns: [4, 5], reused: 0, removed: [], addedToTable: 0 }],
    [
      "behind filled columns",
      { ...free, filled: new Set([0, 5]) },
      2,
      { columns: [6, 7], reused: 0, removed: [], addedToTable: 0 },
    ],
    ["at the table", { ...free, table }, 2, { columns: [4, 5], reused: 0, removed: [], addedToTable: 2 }],
    [
      "where they were",
      { ...free, found: [4, 6, 8].map((column) => ({ header: "x", column })) },
      1,
      { columns: [4], reused: 1, removed: [8, 6], addedToTable: 0 },
    ],
    ["nowhere beside a table with a neighbour", { ...free, table, filled: new Set([5]) }, 2, null],
    ["nowhere at the end of the sheet", { ...free, lastColumn: 16382 }, 2, null],
  ])("go %s", (_, state, count, plan) => {
    expect(planLabels(state, count)).toEqual(plan);
  });
});
