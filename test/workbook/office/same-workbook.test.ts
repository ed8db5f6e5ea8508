import { parseAddress } from "../../../src/workbook/address";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { ChartContent, SheetContent, WorkbookOutput } from "../../../src/workbook/port";
import { createOfficeHarness } from "../../helpers/office-harness";
import { describeWorkbook } from "../describe-workbook";
import { buildContent, buildOutput, buildSales, toDays } from "../fixtures";

const tricky = [
  ...["=1+1", "+cmd", "@x", "-2+3", "'quoted", "''", "00123", "1e5", "1,234.50", "$5", "50%", "(3)", "1 1/2"],
  ...["1/2", "2024-01-05", "5 Jan", "MAR1", "12:30", "TRUE", "false", "#N/A", "１２３", "2024年1月5日", " 7", "R05"],
  ...["Tier 1", "plain text", "中文", "a\nb", 'say "hi"', "12345678901234567890", "x".repeat(40000), ""],
];

const kinds: readonly ChartContent["kind"][] = [
  ...(["column", "stackedColumn", "bar", "line", "area"] as const),
  ...(["scatter", "scatterLines", "pie", "doughnut"] as const),
];

function buildCharts(version: number): ChartContent[] {
  const values = parseAddress("C2:C4");
  return kinds.slice(version).map((kind, index) => ({
    name: `Chart ${kind}`,
    kind: version === 0 ? kind : "column",
    title: index === 0 ? "" : `${kind} v${version}`,
    place: { row: 10 * index, column: 8 + version, rowCount: 9, columnCount: 5 },
    series: [
      { name: "First", categories: parseAddress("A2:A4"), values, color: "#107C41" },
      ...(index % 2 === version
        ? [
            {
              name: "Second",
              categories: parseAddress("A2:A4"),
              values,
              pointColors: ["#111111", "#222222", "#333333"],
            },
          ]
        : []),
    ],
    legend: (["none", "bottom", "right"] as const)[index % 3],
    ...(kind !== "pie" && kind !== "doughnut" && version === 0
      ? { categoryAxisTitle: "Who", valueAxisTitle: "How much", valueNumberFormat: "#,##0", valueMaximum: 900 }
      : {}),
    ...(kind.startsWith("scatter") && version === 0 ? { categoryMaximum: 5 } : {}),
    ...(index === 1 ? { dataLabels: true } : {}),
  }));
}

/** One sheet with everything that a port can write, another with texts that Excel would misread. */
function buildRich(version: number): WorkbookOutput {
  const rows = 4 + 3 * version;
  const body = { row: 1, column: 0, rowCount: rows, columnCount: 1 };
  const numbers = Array.from({ length: rows }, (_, row) => 10 * row + version);
  const page: SheetContent = buildContent({
    id: "page",
    name: "CVM Page",
    tabColor: version === 0 ? "#107C41" : "#5B9BD5",
    showGridlines: version > 0,
    freeze: { rows: 1 + version, columns: version },
    columnWidths: [{ column: 0, count: 3, width: 12 + version }],
    rowHeights: [{ row: 0, count: 1, height: 30 }],
    values: [
      { row: 0, column: 0, columns: [["Id"], ["Day"], ["Amount"]] },
      {
        row: 1,
        column: 0,
        columns: [
          numbers.map((value) => `0${value}`),
          numbers.map((value) => (value % 20 === 0 ? null : toDays("2024-02-29") + value)),
          numbers.map((value) => (value === 10 ? Number.NaN : value / 3)),
        ],
        dates: [1],
      },
      {
        row: rows + 2,
        column: 0,
        columns: [
          ["Total", "Link"],
          [true, Number.POSITIVE_INFINITY],
        ],
      },
    ],
    formulas: [{ row: rows + 2, column: 2, formula: "=IF(LEN_OK,1,2)", value: "#NAME?" }],
    links: [
      { row: rows + 3, column: 0, target: "'CVM Texts'!A1" },
      { row: 1, column: 0, target: "'CVM Texts'!A2" },
    ],
    styles: [
      {
        range: { row: 0, column: 0, rowCount: 1, columnCount: 3 },
        style: { bold: true, italic: true, fill: "#ddebf7" },
      },
      { range: parseAddress("A:A"), style: { numberFormat: "@" } },
      {
        range: { ...body, column: 1 },
        style: { numberFormat: "yyyy-mm-dd", verticalAlign: "center", indent: 1 },
      },
      {
        range: { ...body, column: 2 },
        style: { numberFormat: "#,##0.00", horizontalAlign: "right", wrap: true },
      },
      {
        range: { row: rows, column: 0, rowCount: 1, columnCount: 3 },
        style: { fontSize: 14, fontColor: "#1F4E79", border: { sides: ["top", "bottom"], color: "#1F4E79" } },
      },
    ],
    merges: [{ row: rows + 2, column: 3, rowCount: 2, columnCount: 2 }],
    tables: [
      {
        name: "CvmPage",
        range: { row: 0, column: 0, rowCount: rows + 1, columnCount: 3 },
        style: version === 0 ? "TableStyleLight1" : "TableStyleMedium2",
        showFilter: version === 0,
      },
    ],
    conditionalFormats: [
      { range: { ...body, column: 2 }, kind: "dataBar", color: "#5B9BD5" },
      { range: { ...body, column: 1 }, kind: "colorScale", colors: ["#FFFFFF", "#5B9BD5"] },
      { range: { ...body, column: 2 }, kind: "colorScale", colors: ["#F8696B", "#FFEB84", "#63BE7B"] },
      {
        range: body,
        kind: "formula",
        formula: '=$A2="00"',
        fill: "#FFF2CC",
        fontColor: "#7F6000",
        bold: true,
      },
    ],
    charts: buildCharts(version),
    print: {
      orientation: "landscape",
      pagesWide: 1,
      pagesTall: 2,
      repeatRows: 1,
      area: parseAddress("A1:H60"),
      paper: version === 0 ? "A4" : "letter",
      ...(version === 1 ? {} : { breaks: [20, 41] }),
    },
  });
  const texts = buildContent({
    id: "texts",
    name: "CVM Texts",
    visibility: version === 0 ? "hidden" : "veryHidden",
    values: [{ row: 0, column: 0, columns: [tricky, tricky] }],
    styles: [{ range: { row: 0, column: 1, rowCount: tricky.length, columnCount: 1 }, style: { numberFormat: "@" } }],
  });
  return buildOutput([page, texts], { settings: { "cvm.run": `{"version":${version}}` }, activate: "page" });
}

async function writeInMemory(workbook: MemoryWorkbook, versions: readonly number[]): Promise<unknown> {
  for (const version of versions) await new MemoryPort(workbook).write(buildRich(version));
  return describeWorkbook(workbook);
}

it.each([
  ["once", false, [0]],
  ["once into a workbook whose dates count from 1904", true, [0]],
  ["again with other content", false, [0, 1]],
  ["three times", false, [0, 1, 0]],
])("gives the same workbook as in memory when everything is written %s", async (_name, date1904, versions) => {
  const expected = await writeInMemory(buildSales("A1", date1904), versions);
  const { workbook, port, simulator } = createOfficeHarness(buildSales("A1", date1904));
  for (const version of versions) await port.write(buildRich(version));
  expect(describeWorkbook(workbook)).toEqual(expected);
  expect(simulator.referenceCount).toBe(0);
  expect(simulator.enableEvents).toBe(true);
});

it("draws the borders of several rows as lines above and below each cell", async () => {
  const { workbook, port } = createOfficeHarness(buildSales());
  const border = { sides: ["top", "left"] as const, color: "#1F4E79" };
  await port.write(
    buildOutput([
      buildContent({
        id: "lines",
        name: "Lines",
        styles: [{ range: parseAddress("B2:C4"), style: { border } }],
      }),
    ]),
  );
  const lines = workbook.getSheet("Lines")!;
  for (const row of [1, 2, 3]) {
    for (const column of [1, 2]) {
      expect(lines.getStyle(row, column).border).toMatchObject({ color: "#1F4E79" });
      expect(lines.getStyle(row, column).border!.sides).toEqual(expect.arrayContaining(["top", "left"]));
    }
  }
  expect(lines.getStyle(3, 1).border!.sides).not.toContain("bottom");
  expect(lines.getStyle(1, 2).border!.sides).not.toContain("right");
});

it("reads our sheets as memory does", async () => {
  const memory = buildSales();
  await writeInMemory(memory, [0]);
  const { port } = createOfficeHarness(buildSales());
  await port.write(buildRich(0));
  for (const id of ["page", "texts", "other"]) {
    expect(await port.readSheet(id)).toEqual(await new MemoryPort(memory).readSheet(id));
  }
});
