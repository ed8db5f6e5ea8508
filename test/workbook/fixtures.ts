import { parseAddress } from "../../src/workbook/address";
import type { MemorySheet } from "../../src/workbook/memory-sheet";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue, SheetContent, WorkbookOutput, WorkbookPort } from "../../src/workbook/port";
import { formatSerial } from "../../src/workbook/serial-date";
import type { RowRequest, RowSource } from "../../src/workbook/rows";

/** A port, and the workbook behind it. */
export interface Harness {
  readonly workbook: MemoryWorkbook;
  readonly port: WorkbookPort;
}

export type CreateHarness = (workbook: MemoryWorkbook) => Harness | Promise<Harness>;

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function toDays(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86400000;
}

/** Puts rows of values with their upper left cell at an address. */
export function fill(sheet: MemorySheet, address: string, rows: readonly (readonly CellValue[])[]): void {
  const { row, column } = parseAddress(address);
  rows.forEach((cells, i) => cells.forEach((cell, j) => sheet.setValue(row + i, column + j, cell)));
}

export const headers = ["Order", "Customer", "Date", "Amount"];

export function buildOrders(date1904 = false): CellValue[][] {
  const day = (date: string) => formatSerial(toDays(date), date1904);
  return [
    ["1001", "Ann", day("2024-01-05"), 12.5],
    ["1002", "Bob", day("2024-01-20"), 30],
    ["1003", "Ann", day("2024-02-10"), 20],
    ["1004", "=1+1", day("2024-03-01"), 7],
  ];
}

/** Orders from A1 on a sheet called Sales, dates and money formatted, with one customer called `=1+1`. */
export function buildSales(place = "A1", date1904 = false): MemoryWorkbook {
  const workbook = new MemoryWorkbook("Sales");
  workbook.date1904 = date1904;
  putOrders(workbook.activeSheet, place, date1904);
  return workbook;
}

export function putOrders(sheet: MemorySheet, place: string, date1904 = false): void {
  const { row, column } = parseAddress(place);
  fill(sheet, place, [headers, ...buildOrders(date1904)]);
  sheet.applyStyle({ row: row + 1, column: column + 2, rowCount: 4, columnCount: 1 }, { numberFormat: "yyyy-mm-dd" });
  sheet.applyStyle({ row: row + 1, column: column + 3, rowCount: 4, columnCount: 1 }, { numberFormat: '"€"#,##0.00' });
}

/** As {@link buildSales}, the orders being a table. */
export function buildSalesTable(): MemoryWorkbook {
  const workbook = buildSales("B3");
  workbook.activeSheet.addTable({ name: "Orders", range: parseAddress("B3:E7") });
  return workbook;
}

/** All rows of a source, by rows. */
export async function readAll(source: RowSource, request?: RowRequest): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  for await (const block of source.readBlocks(request)) {
    expect(block.firstRow).toBe(rows.length);
    for (let i = 0; i < block.rowCount; i++) rows.push(block.columns.map((cells) => cells[i] ?? null));
  }
  return rows;
}

/** A sheet with nothing on it but what is given. */
export function buildContent(content: Partial<SheetContent> & { id: string; name: string }): SheetContent {
  return {
    visibility: "visible",
    showGridlines: true,
    columnWidths: [],
    rowHeights: [],
    values: [],
    formulas: [],
    links: [],
    styles: [],
    merges: [],
    tables: [],
    conditionalFormats: [],
    charts: [],
    ...content,
  };
}

/** A customer table of `count` rows with a date, a formula below nothing, colours and a chart. */
export function buildCustomers(count: number, extra: Partial<SheetContent> = {}): SheetContent {
  const rows = Array.from({ length: count }, (_, i) => i);
  const body = { row: 1, column: 0, rowCount: count, columnCount: 1 };
  return buildContent({
    id: "customers",
    name: "CVM Customers",
    tabColor: "#107C41",
    showGridlines: false,
    freeze: { rows: 1, columns: 1 },
    columnWidths: [{ column: 0, count: 2, width: 14 }],
    rowHeights: [{ row: 0, count: 1, height: 30 }],
    values: [
      { row: 0, column: 0, columns: [["Customer"], ["Last order"], ["Revenue"]] },
      {
        row: 1,
        column: 0,
        columns: [
          rows.map((i) => (i === 0 ? "=1+1" : `K${i}`)),
          rows.map((i) => toDays("2024-01-01") + i),
          rows.map((i) => 100 * (count - i)),
        ],
        dates: [1],
      },
    ],
    styles: [
      {
        range: { row: 0, column: 0, rowCount: 1, columnCount: 3 },
        style: { bold: true, fill: "#DDEBF7", wrap: true },
      },
      { range: { ...body, column: 1 }, style: { numberFormat: "yyyy-mm-dd" } },
      { range: { ...body, column: 2 }, style: { numberFormat: '"€"#,##0.00', horizontalAlign: "right" } },
    ],
    tables: [
      {
        name: "CvmCustomers",
        range: { row: 0, column: 0, rowCount: count + 1, columnCount: 3 },
        style: "TableStyleLight1",
        showFilter: true,
      },
    ],
    conditionalFormats: [
      { range: { ...body, column: 2 }, kind: "dataBar", color: "#5B9BD5" },
      { range: body, kind: "formula", formula: '=$A2="K1"', fill: "#FFF2CC", bold: true },
    ],
    ...extra,
  });
}

/** A page with title, link, live formula over the customer table, and a chart. */
export function buildSummary(extra: Partial<SheetContent> = {}): SheetContent {
  return buildContent({
    id: "summary",
    name: "CVM Summary",
    values: [
      { row: 0, column: 0, columns: [["Customer value"]] },
      {
        row: 2,
        column: 0,
        columns: [
          ["Customers", "Details", "Average"],
          ["Gold", "Silver", "Basic"],
          [5, Number.NaN, true],
        ],
      },
    ],
    formulas: [{ row: 5, column: 2, formula: "=SUM(CvmCustomers[Revenue])+'CVM Customers'!C2", value: 900 }],
    links: [{ row: 3, column: 0, target: "'CVM Customers'!A1" }],
    merges: [{ row: 0, column: 0, rowCount: 1, columnCount: 3 }],
    validations: [
      { range: { row: 2, column: 1, rowCount: 3, columnCount: 1 }, choices: ["Gold", "Silver", '"B" & C'] },
    ],
    styles: [
      {
        range: { row: 0, column: 0, rowCount: 1, columnCount: 3 },
        style: {
          bold: true,
          fontSize: 18,
          fontColor: "#1F4E79",
          border: { sides: ["bottom"], color: "#1F4E79" },
        },
      },
    ],
    charts: [
      {
        name: "Tiers",
        kind: "column",
        title: "Tiers",
        place: { row: 7, column: 0, rowCount: 12, columnCount: 5 },
        series: [
          {
            name: "Customers",
            categories: { row: 2, column: 1, rowCount: 3, columnCount: 1 },
            values: { row: 2, column: 2, rowCount: 3, columnCount: 1 },
            color: "#5B9BD5",
          },
        ],
        legend: "none",
        valueAxisTitle: "Customers",
        valueMaximum: 10,
      },
    ],
    print: { orientation: "landscape", pagesWide: 1, repeatRows: 2, breaks: [7, 20], paper: "A4" },
    ...extra,
  });
}

export function buildOutput(sheets: readonly SheetContent[], extra: Partial<WorkbookOutput> = {}): WorkbookOutput {
  return { sheets, settings: {}, ...extra };
}

/** A summary and a table of `count` customers, the summary being shown at the end. */
export function buildBoth(count: number): WorkbookOutput {
  const total = 50 * count * (count + 1) + 100 * count;
  const formulas = buildSummary().formulas.map((cell) => ({ ...cell, value: total }));
  return buildOutput([buildSummary({ formulas }), buildCustomers(count)], {
    settings: { "cvm.run": "{}" },
    activate: "summary",
  });
}

/** A workbook to which {@link buildBoth} has been written, and its customer sheet. */
export async function startHarness(
  createHarness: CreateHarness,
  count = 3,
  workbook = buildSales(),
): Promise<Harness & { customers: MemorySheet }> {
  const harness = await createHarness(workbook);
  await harness.port.write(buildBoth(count));
  return { ...harness, customers: harness.workbook.getSheet("CVM Customers")! };
}
