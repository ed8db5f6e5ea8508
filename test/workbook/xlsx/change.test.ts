import { parseAddress } from "../../../src/workbook/address";
import type { MemorySheet } from "../../../src/workbook/memory-sheet";
import { openWorkbook } from "../../../src/workbook/xlsx";
import { describeWorkbook } from "../describe-workbook";
import { buildOutput, buildSummary } from "../fixtures";
import { changeFile, compareFiles, readPart, replacePart, richFile } from "./files";

describe("saving changes on the user's own sheets", () => {
  it("adds label columns to a table and leaves the rest of its sheet as written", async () => {
    const bytes = await changeFile(richFile, async (port) => {
      const source = await port.openRows({ kind: "table", table: "PriceList" });
      await port.write(
        buildOutput([], {
          labels: {
            source,
            columns: [{ header: "Tier", values: ["T1", "=T2"] }],
            colors: [{ column: 0, text: "T1", fill: "#FFF2CC", fontColor: "#7F6000" }],
          },
        }),
      );
    });
    const [before, after] = [richFile, bytes].map((file) => readPart(file, "xl/worksheets/sheet2.xml"));
    const cells = /<row r="2">.*?<\/row>/.exec(after)![0];
    expect(cells).toMatch(
      /^<row r="2"><c r="A2" t="s"><v>11<\/v><\/c><c r="B2"><v>4.5<\/v><\/c><c r="C2" t="inlineStr"><is><t xml:space="preserve">T1<\/t><\/is><\/c><\/row>$/,
    );
    expect(/<extLst>.*$/.exec(after)![0]).toBe(/<extLst>.*$/.exec(before)![0]);
    const table = readPart(bytes, "xl/tables/table1.xml");
    expect(table).toContain(
      'id="5" name="PriceList" displayName="PriceList" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/>',
    );
    expect(table).toContain(
      '<tableColumn id="1" name="Product" totalsRowLabel="Total"/><tableColumn id="2" name="Price" totalsRowFunction="sum"/><tableColumn id="3" name="Tier"/>',
    );
    expect(compareFiles(richFile, bytes).changed).not.toContain("xl/worksheets/sheet1.xml");
  });

  it("writes into single cells and rows between others, and widens the sheet", async () => {
    const bytes = await changeFile(richFile, (_, workbook) => {
      const sales = workbook.getSheet("Sales")!;
      sales.setValue(1, 6, "between");
      sales.setValue(3, 3, 99);
      sales.setValue(29, 7, "far");
      sales.hiddenRows.delete(5);
    });
    const text = readPart(bytes, "xl/worksheets/sheet1.xml");
    expect(text).toContain('<dimension ref="A1:H30"/>');
    expect(text).toContain(
      '<row r="2"><c r="G2" t="inlineStr"><is><t xml:space="preserve">between</t></is></c></row><row r="3" spans="1:5"',
    );
    expect(text).toContain('<c r="C4" s="1"><v>43831</v></c><c r="D4" s="4"><v>99</v></c></row>');
    expect(text).toMatch(/<row r="6" x14ac:dyDescent="0.25"><c r="A6">/);
    expect(text).toContain('<row r="30"><c r="H30" t="inlineStr">');
    const { workbook } = await openWorkbook(bytes);
    expect(workbook.getSheet("Sales")!.getStyle(3, 3)).toEqual({
      numberFormat: '"CHF"\\ #,##0.00;[Red]-"CHF"\\ #,##0.00',
    });
  });

  it("writes formulas out that were shared with a cell that changed", async () => {
    const bytes = await changeFile(richFile, (_, workbook) => void workbook.getSheet("Sales")!.setValue(8, 4, 1));
    const text = readPart(bytes, "xl/worksheets/sheet1.xml");
    expect(text).toContain('<c r="E9"><v>1</v></c>');
    expect(text).toContain('<c r="E10"><f>D10*2</f><v>147</v></c>');
  });

  it("lays new properties over a style and keeps what the model does not know of it", async () => {
    const bytes = await changeFile(richFile, (_, workbook) =>
      workbook
        .getSheet("Sales")!
        .applyStyle({ row: 2, column: 0, rowCount: 1, columnCount: 1 }, { numberFormat: "0.0", indent: 1 }),
    );
    const format = Number(/<c r="A3" s="(\d+)"/.exec(readPart(bytes, "xl/worksheets/sheet1.xml"))![1]);
    const formats = /<cellXfs[\s\S]*<\/cellXfs>/
      .exec(readPart(bytes, "xl/styles.xml"))![0]
      .split(/(?=<xf )/)
      .slice(1);
    expect(formats[format]).toContain(
      '<xf numFmtId="166" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"><alignment indent="1"/></xf>',
    );
  });

  it("follows a sheet that was renamed, in the list, the names and the formulas", async () => {
    const bytes = await changeFile(richFile, (_, workbook) =>
      workbook.renameSheet(workbook.getSheet("Sales")!, "Verkauf 1"),
    );
    const text = readPart(bytes, "xl/workbook.xml");
    expect(text).toContain('<sheet name="Verkauf 1" sheetId="1" r:id="rId1"/>');
    expect(text).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Verkauf 1\'!$3:$3</definedName>');
    expect(text).toContain('<definedName name="Orders" comment="all of them">\'Verkauf 1\'!$A$3:$E$15</definedName>');
    expect(readPart(bytes, "xl/worksheets/sheet3.xml")).toContain("<f>SUM('Verkauf 1'!D4:D15)</f><v>819</v>");
  });

  it("moves the scopes of names when a sheet is put in front", async () => {
    const bytes = await changeFile(richFile, (_, workbook) => void workbook.addSheet("First", 0));
    const text = readPart(bytes, "xl/workbook.xml");
    expect(text).toContain('<sheet name="First" sheetId="8" r:id="rId15"/><sheet name="Sales"');
    expect(text).toContain('name="_xlnm.Print_Titles" localSheetId="1"');
    expect(text).toContain('name="Local" localSheetId="3"');
    expect(text).toContain('activeTab="1"');
  });
});

describe("saving another look of the user's own sheet", () => {
  const path = "xl/worksheets/sheet1.xml";

  it.each<[string, (sheet: MemorySheet) => void, string[]]>([
    ["tab colour", (sheet) => (sheet.tabColor = "#00FF00"), ['filterMode="1"><tabColor rgb="FF00FF00"/></sheetPr>']],
    ["no tab colour", (sheet) => (sheet.tabColor = ""), ['<sheetPr codeName="Sheet1" filterMode="1"></sheetPr>']],
    [
      "gridlines",
      (sheet) => (sheet.showGridlines = false),
      ['<sheetView tabSelected="1" workbookViewId="0" showGridLines="0"><pane ySplit="3"'],
    ],
    [
      "frozen panes",
      (sheet) => (sheet.freeze = { rows: 1, columns: 2 }),
      [
        '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/></sheetView>',
      ],
    ],
    [
      "no frozen panes",
      (sheet) => (sheet.freeze = { rows: 0, columns: 0 }),
      ['<sheetView tabSelected="1" workbookViewId="0"/>'],
    ],
    [
      "a width within others",
      (sheet) => sheet.columnWidths.set(2, 30).delete(0),
      [
        '<cols><col min="2" max="2" width="20" style="5" customWidth="1"/><col min="3" max="3" width="30" style="5" customWidth="1"/></cols>',
      ],
    ],
    [
      "merged cells",
      (sheet) => sheet.addMerge(parseAddress("A2:B2")),
      ['<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:B2"/></mergeCells>'],
    ],
    [
      "links",
      (sheet) => {
        sheet.links.delete("4,0");
        sheet.setLink(6, 1, "Secret!A1");
      },
      [
        '<hyperlinks><hyperlink ref="A4" r:id="rId5" tooltip="web"/><hyperlink ref="B7" location="Secret!A1"/></hyperlinks>',
      ],
    ],
    [
      "print set-up",
      (sheet) => (sheet.print = { orientation: "portrait", pagesWide: 1, repeatRows: 3, paper: "A4" }),
      [
        '<tabColor theme="5"/><pageSetUpPr fitToPage="1"/></sheetPr>',
        '<pageSetup paperSize="9" orientation="portrait" r:id="rId6" fitToWidth="1" fitToHeight="0"/>',
      ],
    ],
  ])("writes %s and nothing else", async (_, work, written) => {
    const bytes = await changeFile(richFile, (_port, workbook) => work(workbook.getSheet("Sales")!));
    const [before, after] = [richFile, bytes].map((file) => readPart(file, path));
    for (const text of written) expect(after).toContain(text);
    const cells = (text: string) => /<sheetData>[\s\S]*<\/sheetData>/.exec(text)![0];
    expect(cells(after)).toBe(cells(before));
    expect(compareFiles(richFile, bytes).changed.filter((part) => part !== "xl/workbook.xml")).toEqual([path]);
    const opened = await openWorkbook(richFile);
    work(opened.workbook.getSheet("Sales")!);
    expect(describeWorkbook((await openWorkbook(bytes)).workbook)).toEqual(describeWorkbook(opened.workbook));
  });

  it("writes a table that got another name, style and filter", async () => {
    const bytes = await changeFile(richFile, (_, workbook) => {
      const { table } = workbook.getTable("PriceList")!;
      workbook.renameTable(table, "Prices");
      table.style = "TableStyleLight9";
      table.showFilter = false;
    });
    const text = readPart(bytes, "xl/tables/table1.xml");
    expect(text).toContain('id="5" name="Prices" displayName="Prices" ref="A1:B4" totalsRowCount="1"><tableColumns');
    expect(text).toContain('<tableStyleInfo name="TableStyleLight9" showFirstColumn="0"');
    expect(readPart(bytes, "xl/worksheets/sheet2.xml")).toContain("<f>SUBTOTAL(109,Prices[Price])</f>");
  });

  it("drops the criteria of a filter whose rows are others now", async () => {
    const content = buildSummary({ charts: [], tables: [], merges: [] });
    const first = await changeFile(richFile, async (port, workbook) => {
      await port.write(buildOutput([content]));
      workbook.getSheet("CVM Summary")!.addTable({ name: "Own", range: parseAddress("E1:E4") });
      ["Word", "a", "b", "c"].forEach((text, row) => workbook.getSheet("CVM Summary")!.setValue(row, 4, text));
    });
    const filter =
      '<autoFilter ref="E1:E4"><filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn></autoFilter>';
    const filtered = replacePart(first, "xl/tables/table2.xml", (text) =>
      text.replace('<autoFilter ref="E1:E4"/>', filter),
    );
    const same = await changeFile(
      filtered,
      (_, workbook) => void workbook.getSheet("CVM Summary")!.setValue(1, 4, "a2"),
    );
    expect(readPart(same, "xl/tables/table2.xml")).toContain(filter);
    const longer = await changeFile(filtered, (_, workbook) => {
      workbook.getSheet("CVM Summary")!.setValue(4, 4, "d");
      workbook.getTable("Own")!.table.range = parseAddress("E1:E5");
    });
    expect(readPart(longer, "xl/tables/table2.xml")).toContain('<autoFilter ref="E1:E5"/>');
  });
});

describe("saving charts on a sheet that has a drawing", () => {
  const [chart] = buildSummary().charts;
  const drawing = "xl/drawings/drawing1.xml";

  it("adds a chart beside the pictures, changes it, and takes only it away again", async () => {
    const first = await changeFile(richFile, (_, workbook) => void workbook.getSheet("Sales")!.putChart(chart));
    const text = readPart(first, drawing);
    const original = readPart(richFile, drawing);
    expect(text.startsWith(original.slice(0, original.lastIndexOf("</xdr:wsDr>")))).toBe(true);
    expect(text).toContain('<xdr:cNvPr id="4" name="Tiers" descr="Tiers"/>');
    expect(compareFiles(richFile, first).added).toEqual(["xl/charts/chart3.xml"]);

    const second = await changeFile(
      first,
      (_, workbook) => void workbook.getSheet("Sales")!.putChart({ ...chart, title: "Other" }),
    );
    expect(compareFiles(first, second)).toMatchObject({ added: [], removed: [] });
    expect(readPart(second, "xl/charts/chart3.xml")).toContain("<a:t>Other</a:t>");

    const third = await changeFile(second, (_, workbook) => void (workbook.getSheet("Sales")!.charts.length = 0));
    expect(compareFiles(richFile, third)).toMatchObject({ added: [], removed: [] });
    expect(readPart(third, drawing)).toBe(original);
  });

  it("takes a drawing away with its last chart", async () => {
    const first = await changeFile(richFile, (_, workbook) => void workbook.getSheet("Secret")!.putChart(chart));
    expect(readPart(first, "xl/worksheets/sheet3.xml")).toContain('<drawing r:id="rId1"/>');
    const second = await changeFile(first, (_, workbook) => void (workbook.getSheet("Secret")!.charts.length = 0));
    expect(compareFiles(richFile, second)).toMatchObject({ added: [], removed: [] });
    expect(readPart(second, "xl/worksheets/sheet3.xml")).toBe(readPart(richFile, "xl/worksheets/sheet3.xml"));
  });

  it("lets charts follow a sheet that was renamed", async () => {
    const first = await changeFile(richFile, (_, workbook) => void workbook.getSheet("Secret")!.putChart(chart));
    const second = await changeFile(first, (_, workbook) =>
      workbook.renameSheet(workbook.getSheet("Secret")!, "Open 1"),
    );
    expect(readPart(second, "xl/charts/chart3.xml")).toContain("<c:f>'Open 1'!$C$3:$C$5</c:f>");
  });
});
