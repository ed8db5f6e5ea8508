import { writeXlsx } from "hucre/xlsx";
import type { Cell, CellStyle, CellValue, ColumnDef, WriteSheet } from "hucre/xlsx";
import { createDraws } from "./random-draws";
import { drawCustomers } from "./retail-customers";
import type { Customer } from "./retail-customers";
import { addMistakes } from "./retail-mistakes";
import type { Mistake, SheetRow } from "./retail-mistakes";
import { drawSales } from "./retail-orders";

const seed = 20_240_101;
const customerCount = 2020;
const written = new Date(Date.UTC(2026, 0, 5, 9));

const money = '"£"#,##0.00';
/** Headers of numbers stand at the right like the numbers, but clear of the filter button. */
function buildHeaderStyle({ format, align, indent }: Column): CellStyle {
  const right = format !== undefined && align === undefined;
  return {
    font: { name: "Calibri", size: 11, bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "1F4E4A" } },
    alignment: { vertical: "center", horizontal: right ? "right" : "left", indent: right ? 2 : indent },
  };
}

interface Column {
  header: string;
  width: number;
  format?: string;
  align?: "left";
  indent?: number;
}

const salesColumns: Column[] = [
  { header: "Order ID", width: 12, align: "left" },
  { header: "Order Date", width: 17, format: "yyyy-mm-dd hh:mm", align: "left" },
  { header: "Customer ID", width: 15 },
  { header: "Product", width: 32 },
  { header: "Category", width: 24 },
  { header: "Quantity", width: 13, format: "#,##0" },
  { header: "Unit Price", width: 14, format: money },
  { header: "Discount", width: 13, format: "0%" },
  { header: "Amount", width: 14, format: money },
  { header: "Cost", width: 12, format: money },
  { header: "Channel", width: 14, align: "left", indent: 1 },
  { header: "Region", width: 14, align: "left", indent: 1 },
];

const customerColumns: Column[] = [
  { header: "Customer ID", width: 15 },
  { header: "Business Type", width: 17 },
  { header: "Company Size", width: 18, format: "#,##0" },
  { header: "Age", width: 10, format: "0" },
  { header: "Region", width: 14, align: "left", indent: 1 },
  { header: "Loyalty Card", width: 17 },
  { header: "Satisfaction", width: 16, format: "0" },
  { header: "Join Date", width: 15, format: "yyyy-mm-dd", align: "left", indent: 1 },
];

export interface RetailSample {
  customers: Customer[];
  sales: SheetRow[];
  mistakes: Record<Mistake, number>;
}

export function buildRetailSample(): RetailSample {
  const draws = createDraws(seed);
  const customers = drawCustomers(draws, customerCount);
  const { rows, counts } = addMistakes(draws, drawSales(draws, customers));
  return { customers, sales: rows, mistakes: counts };
}

function buildSalesCells(row: SheetRow): CellValue[] {
  if (row === "blank") return salesColumns.map(() => null);
  const { order, time, customer, product, category, quantity, unitPrice, discount, amount, cost, channel, region } =
    row;
  const date = typeof time === "number" ? new Date(time) : time;
  return [order, date, customer, product, category, quantity, unitPrice, discount, amount, cost, channel, region];
}

function buildCustomerCells(customer: Customer): CellValue[] {
  const { id, businessType, companySize, age, region, loyaltyCard, satisfaction, joinDay } = customer;
  return [id, businessType, companySize, age, region, loyaltyCard ? "Yes" : "No", satisfaction, new Date(joinDay)];
}

function buildSheet(name: string, table: string, tab: string, columns: Column[], rows: CellValue[][]): WriteSheet {
  const headers = columns.map(({ header }) => header);
  const cells = new Map<string, Partial<Cell>>(
    columns.map((column, index) => [`0,${index}`, { style: buildHeaderStyle(column) }]),
  );
  const lastCell = `${String.fromCharCode(64 + columns.length)}${rows.length + 1}`;
  return {
    name,
    columns: columns.map(({ width, format, align, indent }): ColumnDef => {
      const style: CellStyle = {
        ...(format && { numFmt: format }),
        ...(align && { alignment: { horizontal: align, indent } }),
      };
      return Object.keys(style).length > 0 ? { width, style } : { width };
    }),
    rows: [headers, ...rows],
    cells,
    rowDefs: new Map([[0, { height: 21 }]]),
    freezePane: { rows: 1 },
    tables: [
      {
        name: table,
        range: `A1:${lastCell}`,
        columns: headers.map((header) => ({ name: header })),
        style: "TableStyleLight1",
      },
    ],
    view: { tabColor: { rgb: tab } },
    pageSetup: {
      orientation: "landscape",
      paperSize: "a4",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
    },
  };
}

/** The sample as the bytes of an .xlsx package. */
export function writeRetailSample({ customers, sales }: RetailSample): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      buildSheet("Transactions", "Sales", "1F4E4A", salesColumns, sales.map(buildSalesCells)),
      buildSheet("Customers", "CustomerList", "C77D2E", customerColumns, customers.map(buildCustomerCells)),
    ],
    defaultFont: { name: "Calibri", size: 11 },
    properties: {
      title: "Kettle & Crate: sales and customers 2024-2025",
      subject: "Made-up shop for trying CVM for Excel",
      creator: "CVM for Excel",
      created: written,
      modified: written,
    },
  });
}
