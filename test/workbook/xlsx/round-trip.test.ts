import fc from "fast-check";
import { MemoryPort } from "../../../src/workbook/memory";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellStyle, CellValue, ChartContent, ConditionalFormat } from "../../../src/workbook/port";
import { createWorkbookBytes, openWorkbook, saveWorkbook } from "../../../src/workbook/xlsx";
import { describeOpenRows } from "../contract-rows";
import { describeWorkbook } from "../describe-workbook";
import { buildBoth, buildCustomers, buildOutput, buildSales, buildSalesTable } from "../fixtures";

async function reopen(workbook: MemoryWorkbook): Promise<MemoryWorkbook> {
  return (await openWorkbook(await createWorkbookBytes(workbook))).workbook;
}

describe("rows of a workbook that was opened from a file", () =>
  describeOpenRows(async (workbook) => {
    const opened = await reopen(workbook);
    const { sheet, areas } = workbook.selection;
    opened.select(opened.getSheet(sheet.name)!, areas);
    return { workbook: opened, port: new MemoryPort(opened) };
  }));

describe("a file written from the model", () => {
  it.each([
    ["a list", buildSales],
    ["a list in the 1904 date system", () => buildSales("C4", true)],
    ["a table", buildSalesTable],
  ])("reads back as it was: %s with our sheets", async (_, build) => {
    const workbook = build();
    await new MemoryPort(workbook).write(buildBoth(5));
    expect(describeWorkbook(await reopen(workbook))).toEqual(describeWorkbook(workbook));
  });

  it("is the same, byte for byte, when written twice", async () => {
    const workbook = buildSales();
    await new MemoryPort(workbook).write(buildBoth(5));
    expect(await createWorkbookBytes(workbook)).toEqual(await createWorkbookBytes(workbook));
  });

  it("keeps hidden sheets and rows, names, heights and a print area", async () => {
    const workbook = buildSales();
    const sheet = workbook.sheets[0];
    workbook.addSheet("Away").visibility = "hidden";
    workbook.addSheet("Far away").visibility = "veryHidden";
    workbook.names.set("Orders", { reference: "Sales!$A$1:$D$5" });
    workbook.names.set("Own", { reference: "Sales!$A$1", sheet: "Sales" });
    sheet.hiddenRows.add(2).add(9);
    sheet.rowHeights.set(1, 30.5);
    sheet.columnWidths.set(0, 11.5).set(1, 11.5).set(4, 3);
    sheet.print = {
      orientation: "portrait",
      pagesWide: 2,
      pagesTall: 3,
      breaks: [2, 4],
      paper: "letter",
      area: { row: 0, column: 0, rowCount: 5, columnCount: 4 },
    };
    expect(describeWorkbook(await reopen(workbook))).toEqual(describeWorkbook(workbook));
  });

  const place = { row: 8, column: 1, rowCount: 10, columnCount: 4 };
  const series = {
    name: "Amount & more",
    categories: { row: 1, column: 0, rowCount: 4, columnCount: 1 },
    values: { row: 1, column: 3, rowCount: 4, columnCount: 1 },
  };
  const kinds: ChartContent["kind"][] = [
    "column",
    "stackedColumn",
    "bar",
    "line",
    "area",
    "scatter",
    "scatterLines",
    "pie",
    "doughnut",
  ];
  it.each(kinds)("keeps a chart of kind %s with all that it says", async (kind) => {
    const round = kind === "pie" || kind === "doughnut";
    const chart: ChartContent = {
      name: `My ${kind}`,
      kind,
      title: "Amount <by> order",
      place,
      legend: "right",
      series: round
        ? [{ ...series, pointColors: ["#112233", "#445566", "#778899", "#AABBCC"] }]
        : [
            { ...series, color: "#204060" },
            { ...series, name: "again", color: "#F79646" },
          ],
      ...(round
        ? {}
        : { categoryAxisTitle: "Order", valueAxisTitle: "Euro", valueNumberFormat: '"€" #,##0', valueMaximum: 250.5 }),
      ...(kind.startsWith("scatter") ? { categoryMaximum: 5 } : {}),
      dataLabels: true,
    };
    const workbook = buildSales();
    workbook.sheets[0].putChart(chart);
    workbook.sheets[0].putChart({ ...chart, name: "Plain", title: "", legend: "none", dataLabels: undefined });
    expect(describeWorkbook(await reopen(workbook))).toEqual(describeWorkbook(workbook));
  });

  const range = { row: 1, column: 3, rowCount: 4, columnCount: 1 };
  it.each<ConditionalFormat>([
    {
      kind: "formula",
      range,
      formula: '=AND($D2>10,$B2<>"<a & b>")',
      fill: "#FFF2CC",
      fontColor: "#7F6000",
      bold: true,
    },
    { kind: "formula", range, formula: "=TRUE", fontColor: "#7F6000" },
    { kind: "colorScale", range, colors: ["#FFFFFF", "#63BE7B"] },
    { kind: "colorScale", range, colors: ["#F8696B", "#FFEB84", "#63BE7B"] },
    { kind: "dataBar", range, color: "#638EC6" },
  ])("keeps the conditional format $kind $colors $formula", async (format) => {
    const workbook = buildSales();
    workbook.sheets[0].conditionalFormats.push(format);
    expect((await reopen(workbook)).sheets[0].conditionalFormats).toEqual([format]);
  });

  it.each<CellStyle>([
    { numberFormat: "[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00" },
    { numberFormat: "yyyy-mm-dd", bold: true, italic: true, fontSize: 16, fontColor: "#C00000" },
    { fill: "#DDEBF7", horizontalAlign: "right", verticalAlign: "top", wrap: true },
    { indent: 2, horizontalAlign: "left", border: { sides: ["top", "bottom", "left", "right"], color: "#808080" } },
  ])("keeps the style %j, also of a blank cell", async (style) => {
    const workbook = buildSales();
    workbook.sheets[0].applyStyle({ row: 7, column: 5, rowCount: 2, columnCount: 1 }, style);
    expect((await reopen(workbook)).sheets[0].getStyle(8, 5)).toEqual(style);
  });

  it("keeps any value of any cell, formulas with their results, and whatever text looks like", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "=1+1",
        "+cmd",
        "@x",
        "-2+3",
        "00017",
        " a ",
        "a\nb\r\nc\t",
        "_x000D_",
        "&lt;<b>]]>",
        "中文客户",
        "\u0000\u0007",
        "#N/A",
        "TRUE",
        "1e5",
      ),
    );
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(40), fc.nat(60), value), { maxLength: 30 }),
        value,
        async (cells, result) => {
          const workbook = new MemoryWorkbook("数据 & 'more' 1");
          const sheet = workbook.sheets[0];
          for (const [row, column, cell] of cells) sheet.setValue(row, column, cell);
          sheet.setFormula(50, 2, '=IF(A1="<&>",1,"x""y")', result);
          const back = (await reopen(workbook)).sheets[0];
          const all = { row: 0, column: 0, rowCount: 51, columnCount: 61 };
          expect(back.readValues(all)).toEqual(
            sheet.readValues(all).map((row) => row.map((cell) => (Object.is(cell, -0) ? 0 : cell))),
          );
          expect(back.getFormula(50, 2)).toBe('=IF(A1="<&>",1,"x""y")');
        },
      ),
      { numRuns: 40 },
    );
  });

  it("holds later functions and those of the add-in under the names that the file format wants", async () => {
    const workbook = buildSales();
    const formula = '=IFS(D2>10,"IFS(",TRUE,CVM.TIER(D2))+Sales!IFS1';
    workbook.sheets[0].setFormula(9, 0, formula, "x");
    const bytes = await createWorkbookBytes(workbook);
    const opened = await openWorkbook(bytes);
    expect(opened.origin.parts.readText("xl/worksheets/sheet1.xml")).toContain(
      '<f t="array" ref="A10">_xlfn.IFS(D2&gt;10,"IFS(",TRUE,_xldudf_CVM_TIER(D2))+Sales!IFS1</f>',
    );
    expect(opened.workbook.sheets[0].getFormula(9, 0)).toBe(formula);
  });

  it("marks text that begins like a formula, so that editing the cell leaves it text", async () => {
    const opened = await openWorkbook(await createWorkbookBytes(buildSales()));
    const [cell] = /<c r="B5"[^>]*>/.exec(opened.origin.parts.readText("xl/worksheets/sheet1.xml"))!;
    const format = Number(/ s="(\d+)"/.exec(cell)![1]);
    const formats = /<cellXfs[\s\S]*<\/cellXfs>/
      .exec(opened.origin.parts.readText("xl/styles.xml"))![0]
      .match(/<xf [^>]*>/g)!;
    expect(formats[format]).toContain('quotePrefix="1"');
    expect(cell).toContain('t="inlineStr"');
  });
});

describe("a file saved again and again", () => {
  it("does not change when nothing changed, and does not grow when a run is repeated", async () => {
    const first = await openWorkbook(await createWorkbookBytes(buildSales()));
    await new MemoryPort(first.workbook).write(buildBoth(5));
    const bytes = await saveWorkbook(first);
    const second = await openWorkbook(bytes);
    expect(await saveWorkbook(second)).toEqual(bytes);
    await new MemoryPort(second.workbook).write(buildBoth(5));
    const third = await openWorkbook(await saveWorkbook(second));
    expect(third.origin.parts.readText("xl/styles.xml")).toBe(second.origin.parts.readText("xl/styles.xml"));
    expect([...third.origin.parts.paths].sort()).toEqual([...second.origin.parts.paths].sort());
    expect(describeWorkbook(third.workbook)).toEqual(describeWorkbook(first.workbook));
  });

  it("follows a longer and a shorter list of customers", async () => {
    let bytes = await createWorkbookBytes(buildSales());
    for (const count of [3, 40, 2]) {
      const opened = await openWorkbook(bytes);
      await new MemoryPort(opened.workbook).write(buildOutput([buildCustomers(count)]));
      bytes = await saveWorkbook(opened);
      const back = (await openWorkbook(bytes)).workbook;
      expect(describeWorkbook(back)).toEqual(describeWorkbook(opened.workbook));
      expect(back.getTable("CvmCustomers")!.table.range.rowCount).toBe(count + 1);
    }
  });
});
