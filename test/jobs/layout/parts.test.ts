import { listStages } from "../../../src/core/lenses/stage-sets";
import fc from "fast-check";
import { formatCell, formatColumn, formatFormulaText, formatPlace } from "../../../src/jobs/layout/address";
import { dropDecimals, formatMoney } from "../../../src/jobs/layout/money-format";
import { SheetBuilder } from "../../../src/jobs/layout/sheet-builder";
import { buildStyledRanges } from "../../../src/jobs/layout/styled-ranges";
import { countLines, measureText } from "../../../src/jobs/layout/text-size";
import { computeContrast, getGroupColor, palette } from "../../../src/jobs/layout/theme";
import { getWords } from "../../../src/i18n/words";
import type { CellStyle } from "../../../src/workbook/port";

describe("addresses", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("names column %i %s", (column, letters) => {
    expect(formatColumn(column)).toBe(letters);
  });

  it("quotes sheet names and formula texts", () => {
    expect(formatCell(16, 1)).toBe("B17");
    expect(formatPlace("Year's sales", 0, 0)).toBe("'Year''s sales'!A1");
    expect(formatFormulaText('19" rack')).toBe('"19"" rack"');
  });
});

describe("money in sentences", () => {
  it.each([
    ["$#,##0.00", 1234567.8, "$1,234,568"],
    ["$#,##0.00", 12.5, "$12.50"],
    ["#,##0.00", -1234.5, "-1,235"],
    ["[$¥-804]#,##0.00", 99.999, "¥100.00"],
    ['#,##0.00 "€"', 5, "5.00 €"],
    ["#,##0.00\\ [$€-407]", 5, "5.00 €"],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-', 7, "7"],
    ["$#,##0.00_);[Red]($#,##0.00)", -8, "-$8.00"],
    ["0", 3.7, "4"],
    ["General", 3.5, "3.50"],
  ])("writes by %s %d as %s", (format, value, text) => {
    expect(formatMoney(value, format, "en-US")).toBe(text);
  });

  it("keeps everything but the decimals of a format", () => {
    expect(dropDecimals("$#,##0.00_);[Red]($#,##0.00)")).toBe("$#,##0_);[Red]($#,##0)");
  });
});

describe("room for text", () => {
  it("counts wide characters twice", () => {
    expect(measureText("客户价值")).toBe(8);
    expect(measureText("12345678")).toBe(8);
  });

  it.each([
    ["short", 20, 1],
    ["one two three four five six seven eight nine ten", 20, 3],
    ["客户价值管理加载项的总览页面", 20, 2],
    ["a\nb\nc", 20, 3],
    ["averyveryverylongwordthatmustbebroken", 10, 4],
    ["", 10, 1],
  ])("wraps %j at %i into %i lines", (text, width, lines) => {
    expect(countLines(text, width)).toBe(lines);
  });
});

describe("colours", () => {
  const groups: [string, string][] = [
    ...["CHA", "LOY", "POT", "NEW", "PRO", "ATT", "SLP", "RSK", "CLT", "HIB"].map((id): [string, string] => [
      "rf-map",
      id,
    ]),
    ...["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"].map((id): [string, string] => ["rfm-types", id]),
    ...["VIP", "MAJOR", "ORDINARY", "SMALL"].map((id): [string, string] => ["value-pyramid", id]),
    ...Array.from({ length: 12 }, (_, i): [string, string] => ["value-classes", `class-${i + 1}`]),
    ...Array.from({ length: 20 }, (_, i): [string, string] => ["clusters", `cluster-${i + 1}`]),
  ];

  it.each(groups)("of %s %s can be read", (lens, id) => {
    const number = Number(/\d+$/.exec(id)?.[0] ?? 1);
    const { fill, fontColor } = getGroupColor(lens, id, number - 1, 12);
    expect(computeContrast(fill, fontColor)).toBeGreaterThanOrEqual(4.5);
  });

  it("of text can be read on the page, the panels and the inputs", () => {
    for (const color of [palette.ink, palette.muted, palette.accent, palette.warning]) {
      expect(computeContrast(color, palette.white)).toBeGreaterThanOrEqual(4.5);
      expect(computeContrast(color, palette.panel)).toBeGreaterThanOrEqual(4.5);
    }
    expect(computeContrast(palette.inputFont, palette.inputFill)).toBeGreaterThanOrEqual(4.5);
  });

  it("differ between the groups of a lens", () => {
    for (const [lens, ids] of Object.entries(getWords("en").groups)) {
      const known = lens === "lifecycle" ? listStages("S0") : Object.keys(ids);
      const shown = known.filter((id) => id !== "IMPORTANT" && id !== "BASIC");
      const fills = shown.map((id, i) => getGroupColor(lens, id, i, shown.length).fill);
      expect(new Set(fills).size).toBe(fills.length);
    }
  });
});

describe("styled ranges", () => {
  it("give every cell its style, and no cell two", () => {
    const style = fc.constantFrom<CellStyle>({ bold: true }, { fill: "#FFFFFF" }, { fill: "#FFFFFF", bold: true });
    const cell = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), style);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const wanted = new Map(cells.map(([row, column, given]) => [row * 100 + column, given]));
        const found = new Map<number, CellStyle>();
        for (const { range, style: given } of buildStyledRanges(wanted, 100)) {
          for (let row = range.row; row < range.row + range.rowCount; row++) {
            for (let column = range.column; column < range.column + range.columnCount; column++) {
              expect(found.has(row * 100 + column)).toBe(false);
              found.set(row * 100 + column, given);
            }
          }
        }
        expect(found).toEqual(wanted);
      }),
    );
  });

  it("joins what looks alike into one rectangle", () => {
    const cells = new Map(
      [0, 1, 2].flatMap((row) => [5, 6, 7].map((column) => [row * 100 + column, { bold: true }] as const)),
    );
    expect(buildStyledRanges(cells, 100)).toEqual([
      { range: { row: 0, column: 5, rowCount: 3, columnCount: 3 }, style: { bold: true } },
    ]);
  });
});

describe("a sheet builder", () => {
  const frame = { id: "test", name: "CVM Test" };

  it("writes neighbouring rows as one block, gaps as blanks", () => {
    const sheet = new SheetBuilder(frame);
    sheet.putRow(0, 1, ["a", "b"]);
    sheet.put(1, 3, NaN);
    sheet.put(5, 0, 7);
    expect(sheet.build().values).toEqual([
      {
        row: 0,
        column: 1,
        columns: [
          ["a", null],
          ["b", null],
          [null, null],
        ],
      },
      { row: 5, column: 0, columns: [[7]] },
    ]);
  });

  it("merges and wraps only text that is too long for its columns", () => {
    const sheet = new SheetBuilder(frame);
    sheet.setWidth(0, 10, 2);
    sheet.putText(0, 0, 2, "fits");
    sheet.putText(1, 0, 2, "does not fit into twenty characters at all");
    const { merges, rowHeights } = sheet.build();
    expect(merges).toEqual([{ row: 1, column: 0, rowCount: 1, columnCount: 2 }]);
    expect(rowHeights).toEqual([{ row: 1, count: 1, height: 47 }]);
  });

  it("keeps a height that was set", () => {
    const sheet = new SheetBuilder(frame);
    sheet.put(0, 0, "x", { fontSize: 30 });
    sheet.setHeight(0, 20);
    expect(sheet.build().rowHeights).toEqual([{ row: 0, count: 1, height: 20 }]);
  });
});
