import fc from "fast-check";
import { parseAddress } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { describeSheet } from "./describe-workbook";
import { fill } from "./fixtures";

const build = () => {
  const workbook = new MemoryWorkbook();
  return { workbook, sheet: workbook.activeSheet };
};

describe("cells", () => {
  it("keep text as text, and hold nothing for NaN, infinities and empty text", () => {
    const { sheet } = build();
    fill(sheet, "A1", [["=1+1", Number.NaN, Number.POSITIVE_INFINITY, "", 0, false]]);
    expect(sheet.readValues(parseAddress("A1:F1"))).toEqual([["=1+1", null, null, null, 0, false]]);
    expect(sheet.formulaCells).toEqual([]);
  });

  it("cut text to what a cell of Excel holds", () => {
    const { sheet } = build();
    sheet.setValue(0, 0, "x".repeat(40000));
    expect(String(sheet.getValue(0, 0))).toHaveLength(32767);
  });

  it("lose their formula when a value is set", () => {
    const { sheet } = build();
    sheet.setFormula(2, 1, "=1+1", 2);
    expect([sheet.getFormula(2, 1), sheet.getValue(2, 1)]).toEqual(["=1+1", 2]);
    sheet.setValue(2, 1, 5);
    expect([sheet.getFormula(2, 1), sheet.getValue(2, 1)]).toEqual([undefined, 5]);
  });

  it("list formulas in reading order", () => {
    const { sheet } = build();
    for (const address of ["C3", "A3", "B1"]) {
      const { row, column } = parseAddress(address);
      sheet.setFormula(row, column, `=${address}`, null);
    }
    expect(sheet.formulaCells.map((cell) => cell.formula)).toEqual(["=B1", "=A3", "=C3"]);
  });

  it("know the range in use after any sets and clears", () => {
    const place = fc.tuple(
      fc.constantFrom(0, 1, 2, 4095, 4096, 9000),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(null, 1, "x"),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), (sets) => {
        const { sheet } = build();
        const filled = new Map<string, [number, number]>();
        for (const [row, column, value] of sets) {
          sheet.setValue(row, column, value);
          if (value === null) filled.delete(`${row} ${column}`);
          else filled.set(`${row} ${column}`, [row, column]);
          const rows = [...filled.values()].map(([r]) => r);
          const columns = [...filled.values()].map(([, c]) => c);
          const used = sheet.usedRange();
          if (filled.size === 0) expect(used).toBeNull();
          else {
            const [row0, column0] = [Math.min(...rows), Math.min(...columns)];
            const [rowCount, columnCount] = [Math.max(...rows) - row0 + 1, Math.max(...columns) - column0 + 1];
            expect(used).toEqual({ row: row0, column: column0, rowCount, columnCount });
          }
        }
      }),
    );
  });

  it("count a formula with a blank result as in use", () => {
    const { sheet } = build();
    sheet.setFormula(4, 3, '=""', null);
    expect(sheet.usedRange()).toEqual(parseAddress("D5"));
    expect(sheet.usedRange(parseAddress("A1:C9"))).toBeNull();
  });

  it("are read across the borders of what is stored together", () => {
    const { sheet } = build();
    sheet.writeBlock({ row: 4090, column: 1, columns: [Array.from({ length: 10 }, (_, i) => i)] });
    expect(sheet.readColumn(4088, 1, 14)).toEqual([null, null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, null, null]);
    sheet.clear(parseAddress("B4094:B4098"));
    expect(sheet.readColumn(4090, 1, 10)).toEqual([0, 1, 2, null, null, null, null, null, 8, 9]);
  });
});

describe("styles", () => {
  it("lie over each other property by property, borders side by side", () => {
    const { sheet } = build();
    sheet.applyStyle(parseAddress("A1:C9"), {
      bold: true,
      fill: "#FFFFFF",
      border: { sides: ["top"], color: "#000000" },
    });
    sheet.applyStyle(parseAddress("B2"), { fill: "#FF0000", border: { sides: ["left"], color: "#111111" } });
    expect(sheet.getStyle(1, 1)).toEqual({
      bold: true,
      fill: "#FF0000",
      border: { sides: ["top", "left"], color: "#111111" },
    });
    expect(sheet.getStyle(2, 1)).toEqual({
      bold: true,
      fill: "#FFFFFF",
      border: { sides: ["top"], color: "#000000" },
    });
    expect([sheet.getStyle(20, 20), sheet.getNumberFormat(20, 20)]).toEqual([{}, "General"]);
  });

  it("hold for whole columns", () => {
    const { sheet } = build();
    sheet.applyStyle(parseAddress("B:B"), { numberFormat: "0.00" });
    sheet.applyStyle(parseAddress("B5000"), { bold: true });
    expect([sheet.getNumberFormat(1048575, 1), sheet.getNumberFormat(1048575, 0)]).toEqual(["0.00", "General"]);
    expect(describeSheet(sheet).styles).toEqual({
      "B1:B4999": { numberFormat: "0.00" },
      B5000: { bold: true, numberFormat: "0.00" },
      "B5001:B1048576": { numberFormat: "0.00" },
    });
  });
});

describe("clearing", () => {
  it.each([
    ["contents", { values: null, style: { bold: true } }],
    ["formats", { values: 1, style: {} }],
    ["all", { values: null, style: {} }],
  ] as const)("takes %s", (what, expected) => {
    const { sheet } = build();
    sheet.setValue(1, 1, 1);
    sheet.applyStyle(parseAddress("B2"), { bold: true });
    sheet.clear(parseAddress("A1:C3"), what);
    expect({ values: sheet.getValue(1, 1), style: sheet.getStyle(1, 1) }).toEqual(expected);
  });
});

describe("sheets", () => {
  it("have names that Excel takes and nobody else has", () => {
    const { workbook, sheet } = build();
    for (const name of ["", "a/b", "a:b", "'a", "x".repeat(32), "History"])
      expect(() => workbook.addSheet(name)).toThrow(RangeError);
    expect(() => workbook.addSheet("SHEET1")).toThrow(expect.objectContaining({ code: "itemExists" }));
    workbook.renameSheet(sheet, "sheet1");
    expect(workbook.getSheet("Sheet1")).toBe(sheet);
  });

  it("are followed by formulas, links and names when they are renamed", () => {
    const { workbook, sheet } = build();
    const other = workbook.addSheet("Other", 0);
    other.setFormula(0, 0, '=Sheet1!A1&"Sheet1!A1"', "x");
    other.setLink(0, 0, "Sheet1!A1");
    workbook.names.set("Mine", { reference: "Sheet1!$A$1", sheet: "Sheet1" });
    workbook.renameSheet(sheet, "My data");
    expect(other.getFormula(0, 0)).toBe("='My data'!A1&\"Sheet1!A1\"");
    expect([other.getLink(0, 0), workbook.names.get("Mine")]).toEqual([
      "'My data'!A1",
      { reference: "'My data'!$A$1", sheet: "My data" },
    ]);
    expect(workbook.sheets.map((one) => one.name)).toEqual(["Other", "My data"]);
  });

  it("leave with their names, but never the last visible one", () => {
    const { workbook, sheet } = build();
    const other = workbook.addSheet("Other");
    workbook.names.set("Mine", { reference: "Sheet1!$A$1", sheet: "Sheet1" });
    workbook.removeSheet(sheet);
    expect([workbook.activeSheet, workbook.selection.sheet, workbook.names.size]).toEqual([other, other, 0]);
    workbook.addSheet("Hidden").visibility = "hidden";
    expect(() => workbook.removeSheet(other)).toThrow(expect.objectContaining({ code: "refused" }));
  });
});

describe("tables", () => {
  it.each([
    ["another table", "A1:B3", "refused"],
    ["merged cells", "D1:E3", "mergedRange"],
    ["one row", "G1:H1", "refused"],
  ])("cannot lie over %s", (_, address, code) => {
    const { sheet } = build();
    sheet.addTable({ name: "First", range: parseAddress("B2:C5") });
    sheet.addMerge(parseAddress("E3:E4"));
    expect(() => sheet.addTable({ name: "Second", range: parseAddress(address) })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("have names that neither tables nor defined names have, and formulas follow a new name", () => {
    const { workbook, sheet } = build();
    const table = sheet.addTable({ name: "First", range: parseAddress("B2:C5") });
    workbook.names.set("Taken", { reference: "Sheet1!$A$1" });
    for (const name of ["FIRST", "taken"]) {
      expect(() => sheet.addTable({ name, range: parseAddress("E2:F5") })).toThrow(
        expect.objectContaining({ code: "itemExists" }),
      );
    }
    expect(() => sheet.addTable({ name: "a b", range: parseAddress("E2:F5") })).toThrow(RangeError);
    sheet.setFormula(0, 0, "=SUM(First[x])", 1);
    workbook.renameTable(table, "Renamed");
    expect([sheet.getFormula(0, 0), workbook.getTable("RENAMED")?.table]).toEqual(["=SUM(Renamed[x])", table]);
  });

  it("are resized, but not over each other", () => {
    const { sheet } = build();
    const table = sheet.addTable({ name: "First", range: parseAddress("B2:C5") });
    sheet.addTable({ name: "Second", range: parseAddress("B10:C12") });
    sheet.resizeTable(table, parseAddress("B2:D8"));
    expect(table.range).toEqual(parseAddress("B2:D8"));
    expect(() => sheet.resizeTable(table, parseAddress("B2:D10"))).toThrow(
      expect.objectContaining({ code: "refused" }),
    );
  });
});

it("charts keep their identity when their content changes", () => {
  const { sheet } = build();
  const content = {
    name: "Tiers",
    kind: "pie",
    title: "a",
    place: parseAddress("A1:B2"),
    series: [],
    legend: "none",
  } as const;
  const { id } = sheet.putChart(content);
  expect(sheet.putChart({ ...content, name: "TIERS", title: "b" }).id).toBe(id);
  expect(sheet.charts.map((chart) => chart.title)).toEqual(["b"]);
});
