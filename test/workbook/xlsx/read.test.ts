import { MemoryPort } from "../../../src/workbook/memory";
import type { CellValue } from "../../../src/workbook/port";
import { openWorkbook, saveWorkbook } from "../../../src/workbook/xlsx";
import type { PackageFiles } from "../../helpers/rich-package";
import { richPackageFiles, smallPackageFiles, zipFiles } from "../../helpers/rich-package";
import { describeSheet, describeWorkbook } from "../describe-workbook";
import { buildBoth, readAll } from "../fixtures";

const openFiles = async (files: PackageFiles) => (await openWorkbook(zipFiles(files))).workbook;
const openRows = async (rows: string, properties?: string) =>
  (await openFiles(smallPackageFiles([{ name: "Sheet1", rows }], properties))).sheets[0];

describe("opening a workbook", () => {
  it("reads what the add-in models of a workbook of Excel", async () => {
    const workbook = await openFiles(richPackageFiles());
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Sales", "visible"],
      ["Prices & more", "visible"],
      ["Secret", "veryHidden"],
    ]);
    const sales = describeSheet(workbook.sheets[0]);
    expect(sales).toMatchObject({
      tabColor: "#C0504D",
      freeze: { rows: 3, columns: 0 },
      columnWidths: { 0: 12.5, 1: 20, 2: 20 },
      rowHeights: { 0: 24 },
      hiddenRows: [5, 7],
      merges: ["A1:C1"],
      links: { A5: "'Prices & more'!A1" },
      conditionalFormats: [
        { range: "B4:B15", kind: "formula", formula: "=$D4>50", fill: "#C6EFCE", fontColor: "#006100", bold: true },
        { range: "D4:D15", kind: "colorScale", colors: ["#FFFFFF", "#63BE7B"] },
        { range: "D4:D15", kind: "dataBar", color: "#638EC6" },
      ],
    });
    expect(sales.cells).toMatchObject({
      ...{ A1: "Sales 2026", A3: "Order", E3: "Note", B5: "Bob & Co", B6: "=1+1", C4: 43831, D4: 10.5 },
      ...{ E5: "#N/A", E6: "bold tail", E8: true },
      E7: { formula: '=CONCATENATE("a","&b")', value: "a&b" },
      E9: { formula: "=D9*2", value: 126 },
      E10: { formula: "=D10*2", value: 147 },
    });
    expect(sales.styles).toMatchObject({
      "A1:C1": {
        bold: true,
        fontSize: 16,
        fontColor: "#798CA0",
        horizontalAlign: "center",
        verticalAlign: "center",
        wrap: true,
      },
      "A3:E3": {
        bold: true,
        italic: true,
        fill: "#204060",
        fontColor: "#FFFFFF",
        border: { sides: ["bottom"], color: "#204060" },
      },
      "C4:C15": { numberFormat: "m/d/yyyy" },
      "D4:D15": { numberFormat: '"CHF"\\ #,##0.00;[Red]-"CHF"\\ #,##0.00' },
    });
    const { cells, ...prices } = describeSheet(workbook.sheets[1]);
    expect(cells).toMatchObject({ A2: "Tea", B4: { formula: "=SUBTOTAL(109,PriceList[Price])", value: 10.5 } });
    expect(prices).toMatchObject({
      tables: [{ name: "PriceList", range: "A1:B4", style: "House table", showFilter: true, showTotals: true }],
      pivots: [{ name: "PivotOrders", range: "D3:E6", source: "Sales!B3:D15" }],
    });
    expect(Object.fromEntries(workbook.names)).toEqual({
      Orders: { reference: "Sales!$A$3:$E$15" },
      Rate: { reference: "0.25" },
      Local: { reference: "'Prices & more'!$A$1", sheet: "Prices & more" },
    });
  });

  it("hands rows to jobs with the formats of money and dates", async () => {
    const port = new MemoryPort(await openFiles(richPackageFiles()));
    const source = await port.openRows({ kind: "name", name: "Orders" });
    expect(source.headers).toEqual(["Order", "Customer", "Date", "Amount", "Note"]);
    expect(source.formats.slice(2, 4)).toEqual(["m/d/yyyy", '"CHF"\\ #,##0.00;[Red]-"CHF"\\ #,##0.00']);
    expect((await readAll(source, { dateColumns: [2] }))[0]).toEqual([1000, "Ann", 43831 - 25569, 10.5, null]);
  });

  it.each<[string, string, CellValue]>([
    ["a number", "<c r='A1'><v>1.5E-3</v></c>", 0.0015],
    ["a number said to be one", '<c r="A1" t="n"><v> 42 </v></c>', 42],
    ["what is no number", '<c r="A1"><v>abc</v></c>', null],
    ["true", '<c r="A1" t="b"><v>1</v></c>', true],
    ["false", '<c r="A1" t="b"><v>0</v></c>', false],
    ["an error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["text of a formula", '<c r="A1" t="str"><f>B1</f><v>a &lt; b</v></c>', "a < b"],
    ["text in the cell", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> x&#10;y </t></is></c>', " x\ny "],
    [
      "rich text in the cell",
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></is></c>',
      "ab",
    ],
    ["coded letters", '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "a\rb_x0041_"],
    ["a date in words", '<c r="A1" t="d"><v>2024-02-29T12:00:00</v></c>', 45351.5],
    ["a blank cell", '<c r="A1" s="0"/>', null],
    ["an empty text", '<c r="A1" t="str"><v></v></c>', null],
    ["a cell with an attribute that is not ours", '<c ph="1" vm="3" r="A1"  t="str" ><v>x</v></c>', "x"],
  ])("reads %s", async (_, cell, value) => {
    expect((await openRows(`<row r="1">${cell}</row>`)).getValue(0, 0)).toBe(value);
  });

  it("counts rows and cells that say no address", async () => {
    const sheet = await openRows(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>5</v></c><c><v>6</v></c></row><row/><row><c><v>7</v></c></row>',
    );
    expect(describeSheet(sheet).cells).toEqual({ A1: 1, C1: 3, C5: 5, D5: 6, A7: 7 });
  });

  it("reads and changes a sheet whose elements have a namespace prefix", async () => {
    const files = smallPackageFiles([{ name: "S", rows: "" }]);
    files["xl/worksheets/sheet1.xml"] =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="2" width="9"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:f>A1&amp;"x"</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const opened = await openWorkbook(zipFiles(files));
    expect(describeSheet(opened.workbook.sheets[0]).cells).toEqual({ A1: "a", B1: { formula: '=A1&"x"', value: 2 } });
    opened.workbook.sheets[0].setValue(1, 0, "b");
    opened.workbook.sheets[0].tabColor = "#FF0000";
    const back = await openWorkbook(await saveWorkbook(opened));
    expect(describeWorkbook(back.workbook)).toEqual(describeWorkbook(opened.workbook));
    expect(back.origin.parts.readText("xl/worksheets/sheet1.xml")).toContain(
      '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is>',
    );
  });

  it("reads an empty sheet, and writes into it", async () => {
    const files = smallPackageFiles([{ name: "S", rows: "<sheetData/>" }]);
    const opened = await openWorkbook(zipFiles(files));
    expect(opened.workbook.sheets[0].usedRange()).toBeNull();
    opened.workbook.sheets[0].setValue(2, 1, 5);
    const back = await openWorkbook(await saveWorkbook(opened));
    expect(describeSheet(back.workbook.sheets[0]).cells).toEqual({ B3: 5 });
  });

  it("keeps dates of the 1904 system as their serials", async () => {
    const workbook = await openFiles(
      smallPackageFiles(
        [{ name: "S", rows: '<row r="1"><c r="A1"><v>40000</v></c><c r="B1" t="d"><v>2024-02-29</v></c></row>' }],
        '<workbookPr date1904="1"/>',
      ),
    );
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets[0].readValues({ row: 0, column: 0, rowCount: 1, columnCount: 2 })).toEqual([[40000, 43889]]);
  });

  it("reads names of sheets that Excel itself would not give", async () => {
    const long = "A name of far more than thirty-one characters";
    const bytes = zipFiles(
      smallPackageFiles([
        { name: long, rows: "" },
        { name: "History", rows: "" },
      ]),
    );
    const opened = await openWorkbook(bytes);
    expect(opened.workbook.sheets.map(({ name }) => name)).toEqual([long, "History"]);
    expect(await saveWorkbook(opened)).toHaveLength((await saveWorkbook(opened)).length);
  });

  it("reads and writes a workbook saved as Strict Open XML", async () => {
    const files = richPackageFiles();
    for (const [path, part] of Object.entries(files)) {
      if (typeof part !== "string") continue;
      files[path] = part
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .replaceAll("http://schemas.openxmlformats.org/drawingml/2006", "http://purl.oclc.org/ooxml/drawingml");
    }
    const opened = await openWorkbook(zipFiles(files));
    expect(describeWorkbook(opened.workbook)).toEqual(describeWorkbook(await openFiles(richPackageFiles())));
    await new MemoryPort(opened.workbook).write(buildBoth(3));
    const back = await openWorkbook(await saveWorkbook(opened));
    expect(describeWorkbook(back.workbook)).toEqual(describeWorkbook(opened.workbook));
    const strict = back.origin.parts.paths.filter((path) =>
      /^xl\/(worksheets|charts|drawings|tables)\/[^/]*xml$/.test(path),
    );
    const texts = strict.map((path) => back.origin.parts.readText(path)).join("");
    expect(texts).not.toMatch(/openxmlformats.org\/(?:spreadsheetml|drawingml|officeDocument)/);
    expect(back.origin.parts.readText("xl/worksheets/_rels/sheet4.xml.rels")).not.toContain(
      "openxmlformats.org/officeDocument",
    );
  });

  it("finds parts whatever the case and slashes of their names", async () => {
    const files = smallPackageFiles([{ name: "S", rows: '<row r="1"><c r="A1"><v>7</v></c></row>' }]);
    const odd = Object.fromEntries(
      Object.entries(files).map(([path, part]) => [
        path.replace("xl/worksheets/sheet1", "XL\\WorkSheets\\Sheet1"),
        part,
      ]),
    );
    expect((await openFiles(odd)).sheets[0].getValue(0, 0)).toBe(7);
  });

  it("reads parts in UTF-16", async () => {
    const files = smallPackageFiles([{ name: "S", rows: '<row r="1"><c r="A1" t="str"><v>客户</v></c></row>' }]);
    const text = `\ufeff${(files["xl/worksheets/sheet1.xml"] as string).replace("UTF-8", "UTF-16")}`;
    files["xl/worksheets/sheet1.xml"] = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    expect((await openFiles(files)).sheets[0].getValue(0, 0)).toBe("客户");
  });
});
