import { parseAddress } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { simulateExcel } from "../helpers/load-office";

let workbook: MemoryWorkbook;

beforeEach(() => {
  workbook = new MemoryWorkbook("Sales");
  simulateExcel(workbook);
});

/** Does something to the first sheet; the code of the error comes back. */
async function change(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<string> {
  try {
    await Excel.run(async (context) => {
      work(context.workbook.worksheets.getFirst(), context);
      await context.sync();
    });
    return "";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function enter(entry: string | number | boolean | null, format = "General"): Promise<unknown> {
  const sheet = workbook.activeSheet;
  sheet.applyStyle(parseAddress("A1"), { numberFormat: format });
  expect(
    await change((target) => {
      target.getRange("A1").values = [[entry]];
    }),
  ).toBe("");
  return sheet.getFormula(0, 0) ?? sheet.getValue(0, 0);
}

it.each([
  ["00123", 123],
  ["1,234.50", 1234.5],
  ["$5", 5],
  ["50%", 0.5],
  ["(3)", -3],
  ["1e3", 1000],
  ["12345678901234567890", 12345678901234600000],
  ["１２３", 123],
  ["1/2/2024", 45293],
  ["2024-01-02", 45293],
  ["2024年1月2日", 45293],
  ["2 Jan 2024", 45293],
  ["12:00", 0.5],
  ["TRUE", true],
  ["=1+1", "=1+1"],
  ["+cmd", "=+cmd"],
  ["-2+3", "=-2+3"],
  ["@x", "=@x"],
  ["'=1+1", "=1+1"],
  ["'00123", "00123"],
  ["''", "'"],
  ["plain", "plain"],
  ["Tier 1", "Tier 1"],
  ["31/31/2024", "31/31/2024"],
])("reads %s in an ordinary cell as Excel does", async (text, expected) => {
  expect(await enter(text)).toBe(expected);
});

it.each(["00123", "=1+1", "'x", "TRUE", "1/2/2024"])("keeps %s in a cell formatted as text", async (text) => {
  expect(await enter(text, "@")).toBe(text);
});

it("leaves a cell for null and clears it for empty text", async () => {
  workbook.activeSheet.setValue(0, 0, "old");
  expect(await enter(null)).toBe("old");
  expect(await enter("")).toBeNull();
});

it.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
  ["values of another shape", "InvalidArgument", (sheet) => (sheet.getRange("A1:B2").values = [["a", "b"]])],
  ["rows of unequal length", "InvalidArgument", (sheet) => (sheet.getRange("A1:B2").values = [["a", "b"], ["c"]])],
  ["values for whole columns", "InvalidArgument", (sheet) => (sheet.getRange("A:A").values = "x" as never)],
  ["a formula that is none", "InvalidArgument", (sheet) => (sheet.getRange("A1").formulas = [["=1+*2"]])],
  ["a text that is too long", "InvalidArgument", (sheet) => (sheet.getRange("A1").values = [["x".repeat(32768)]])],
  ["an address that is none", "InvalidArgument", (sheet) => sheet.getRange("A0")],
  ["a sheet's name that is taken", "ItemAlreadyExists", (_sheet, context) => context.workbook.worksheets.add("SALES")],
  ["a sheet's name that is not legal", "InvalidArgument", (_sheet, context) => context.workbook.worksheets.add("a/b")],
  ["deleting the only sheet", "InvalidOperation", (sheet) => sheet.delete()],
  ["hiding the only sheet", "InvalidOperation", (sheet) => (sheet.visibility = "Hidden")],
  ["a table over another", "MergedRangeConflict", (sheet) => sheet.tables.add("B2:D4", true)],
  ["a table over merged cells", "MergedRangeConflict", (sheet) => sheet.tables.add("G1:H3", true)],
  ["merging cells of a table", "MergedRangeConflict", (sheet) => sheet.getRange("A1:B1").merge()],
  ["a table's name that is taken", "ItemAlreadyExists", (sheet) => (sheet.tables.add("A10:B12", true).name = "orders")],
  ["a table's name that is not legal", "InvalidArgument", (sheet) => (sheet.tables.getItem("Orders").name = "a b")],
  ["moving a table's header by resizing", "InvalidArgument", (sheet) => sheet.tables.getItem("Orders").resize("A2:C6")],
  ["resizing a table to cells beside it", "InvalidArgument", (sheet) => sheet.tables.getItem("Orders").resize("K1:L6")],
  ["a table that is not there", "ItemNotFound", (sheet) => sheet.tables.getItem("Nothing")],
  [
    "the end of an axis without numbers",
    "InvalidOperation",
    (sheet) => {
      const chart = sheet.charts.add("Line" as Excel.ChartType, sheet.getRange("A1:B2"));
      chart.axes.categoryAxis.maximum = 5;
    },
  ],
  ["a page break above the first row", "InvalidArgument", (sheet) => sheet.horizontalPageBreaks.add("A1")],
  ["writing into a pivot", "PivotTableRangeConflict", (sheet) => (sheet.getRange("K11").values = [[1]])],
])("refuses %s", async (_name, code, work) => {
  const sheet = workbook.activeSheet;
  sheet.addTable({ name: "Orders", range: parseAddress("A1:C5") });
  sheet.addMerge(parseAddress("G1:H1"));
  sheet.pivots.push({ name: "Pivot", range: parseAddress("K10:L12"), source: "Orders" });
  expect(await change(work)).toBe(code);
});

it.each<[string, (sheet: Excel.Worksheet) => void]>([
  ["values", (sheet) => (sheet.getRange("A1").values = [[1]])],
  ["formats", (sheet) => (sheet.getRange("A1").format.fill.color = "#FF0000")],
  ["clearing", (sheet) => sheet.getRange("A1").clear()],
  ["copying", (sheet) => sheet.getRange("A1").copyFrom("B1")],
  ["tables", (sheet) => sheet.tables.add("A1:B2", true)],
  ["charts", (sheet) => sheet.charts.add("Line" as Excel.ChartType, sheet.getRange("A1:B2"))],
  ["conditional formats", (sheet) => sheet.getRange("A1").conditionalFormats.add("DataBar")],
])("refuses %s on a protected sheet", async (_name, work) => {
  workbook.activeSheet.protected = true;
  expect(await change(work)).toBe("AccessDenied");
});

it("refuses new, renamed, hidden and deleted sheets when the structure is protected", async () => {
  workbook.addSheet("Other");
  workbook.protected = true;
  const codes = [
    await change((_sheet, context) => context.workbook.worksheets.add()),
    await change((sheet) => (sheet.name = "New")),
    await change((sheet) => (sheet.visibility = "Hidden")),
    await change((sheet) => sheet.delete()),
  ];
  expect(codes).toEqual(Array(4).fill("AccessDenied"));
});

it("refuses cells between rows that a table's filter hides", async () => {
  const sheet = workbook.activeSheet;
  sheet.addTable({ name: "Orders", range: parseAddress("A1:C5") });
  sheet.hiddenRows.add(2);
  const write = (target: Excel.Worksheet) => (target.getRange("B2:B4").values = [[1], [2], [3]]);
  expect(await change(write)).toBe("FilteredRangeConflict");
  expect(await change((target) => target.tables.getItem("Orders").clearFilters())).toBe("");
  expect(await change(write)).toBe("");
});

it("does not read one range out of a selection of several areas", async () => {
  workbook.select(workbook.activeSheet, [parseAddress("A1:A3"), parseAddress("C1:C3")]);
  expect(await change((_sheet, context) => context.workbook.getSelectedRange())).toBe("InvalidSelection");
});

it("names headers of tables that are blank, numbers or twice the same", async () => {
  const sheet = workbook.activeSheet;
  ["Id", null, 2024, "Id"].forEach((value, column) => sheet.setValue(0, column, value));
  await change((target) => target.tables.add("A1:D3", true));
  expect(sheet.readValues(parseAddress("A1:D1"))).toEqual([["Id", "Column2", "2024", "Id2"]]);
});

it("copies cells with formulas that move along, formats, merged cells and conditional formats", async () => {
  const sheet = workbook.activeSheet;
  sheet.setValue(0, 0, 5);
  sheet.setFormula(0, 1, "=A1*$A$1", 25);
  sheet.applyStyle(parseAddress("A1"), { bold: true });
  sheet.addMerge(parseAddress("C1:D1"));
  sheet.conditionalFormats.push({ kind: "dataBar", color: "#5B9BD5", range: parseAddress("A1:B1") });
  expect(await change((target) => target.getRange("A3:D3").copyFrom("A1:D1"))).toBe("");
  expect([sheet.getValue(2, 0), sheet.getFormula(2, 1), sheet.getValue(2, 1)]).toEqual([5, "=A3*$A$1", 25]);
  expect(sheet.getStyle(2, 0)).toEqual({ bold: true });
  expect(sheet.merges).toEqual([parseAddress("C1:D1"), parseAddress("C3:D3")]);
  expect(sheet.conditionalFormats[1].range).toEqual(parseAddress("A3:B3"));
});

it("deletes a hidden sheet, and a very hidden one only when it is made hidden first", async () => {
  workbook.addSheet("Deep").visibility = "veryHidden";
  const remove = (_sheet: Excel.Worksheet, context: Excel.RequestContext) =>
    context.workbook.worksheets.getItem("Deep").delete();
  expect(await change(remove)).toBe("InvalidOperation");
  workbook.getSheet("Deep")!.visibility = "hidden";
  expect(await change(remove)).toBe("");
});

it("puts a conditional format that is added on top of those that are there", async () => {
  await change((sheet) => {
    sheet.getRange("A1").conditionalFormats.add("DataBar");
    sheet.getRange("A1").conditionalFormats.add("ColorScale");
  });
  expect(workbook.activeSheet.conditionalFormats.map((format) => format.kind)).toEqual(["colorScale", "dataBar"]);
});
