import { dayMs } from "./retail-customers";
import type { Customer } from "./retail-customers";
import type { SheetLine } from "./retail-mistakes";
import { buildRetailSample } from "./retail-workbook";

/** Every so many customers of the shop are taken into the small sample. */
const stride = 6;

type CompactCell = string | number | null;

/**
 * A column as texts separated by bars, blanks empty; of a column with few different texts, positions in `labels`. Days count from 1970-01-01.
 */
export interface CompactColumn {
  readonly header: string;
  readonly kind: "text" | "number" | "money" | "date";
  readonly labels?: string;
  readonly values: string;
}

export interface CompactTable {
  readonly rowCount: number;
  readonly columns: readonly CompactColumn[];
}

/** The small sample that the task pane puts into an empty workbook. */
export interface CompactSample {
  readonly sales: CompactTable;
  readonly customers: CompactTable;
}

const separator = "|";
const mostLabels = 1000;

function buildColumn(header: string, kind: CompactColumn["kind"], cells: readonly CompactCell[]): CompactColumn {
  const texts = cells.map((cell) => (cell === null ? "" : String(cell)));
  const labels = [...new Set(texts)];
  if (labels.length > Math.min(mostLabels, texts.length / 2)) return { header, kind, values: texts.join(separator) };
  const positions = new Map(labels.map((label, position) => [label, position]));
  return {
    header,
    kind,
    labels: labels.join(separator),
    values: texts.map((text) => positions.get(text)).join(separator),
  };
}

const readDay = (time: number | string | null) => (typeof time === "number" ? Math.floor(time / dayMs) : time);

function buildSales(lines: readonly SheetLine[]): CompactTable {
  const columns = [
    buildColumn(
      "Order ID",
      "number",
      lines.map(({ order }) => order),
    ),
    buildColumn(
      "Order Date",
      "date",
      lines.map(({ time }) => readDay(time)),
    ),
    buildColumn(
      "Customer ID",
      "text",
      lines.map(({ customer }) => customer),
    ),
    buildColumn(
      "Category",
      "text",
      lines.map(({ category }) => category),
    ),
    buildColumn(
      "Quantity",
      "number",
      lines.map(({ quantity }) => quantity),
    ),
    buildColumn(
      "Amount",
      "money",
      lines.map(({ amount }) => amount),
    ),
    buildColumn(
      "Cost",
      "money",
      lines.map(({ cost }) => cost),
    ),
    buildColumn(
      "Channel",
      "text",
      lines.map(({ channel }) => channel),
    ),
  ];
  return { rowCount: lines.length, columns };
}

function buildCustomers(customers: readonly Customer[]): CompactTable {
  const columns = [
    buildColumn(
      "Customer ID",
      "text",
      customers.map(({ id }) => id),
    ),
    buildColumn(
      "Business Type",
      "text",
      customers.map(({ businessType }) => businessType),
    ),
    buildColumn(
      "Company Size",
      "number",
      customers.map(({ companySize }) => companySize),
    ),
    buildColumn(
      "Age",
      "number",
      customers.map(({ age }) => age),
    ),
    buildColumn(
      "Region",
      "text",
      customers.map(({ region }) => region),
    ),
    buildColumn(
      "Loyalty Card",
      "text",
      customers.map(({ loyaltyCard }) => (loyaltyCard ? "Yes" : "No")),
    ),
  ];
  return { rowCount: customers.length, columns };
}

/** A part of the customers of the sample workbook, with all their lines and the lines of nobody. */
export function buildCompactSample(): CompactSample {
  const { sales, customers } = buildRetailSample();
  const taken = customers.filter((_, position) => position % stride === 0);
  const ids = new Set(taken.map(({ id }) => id));
  const lines = sales.filter(
    (row): row is SheetLine => row !== "blank" && (row.customer === null || ids.has(row.customer)),
  );
  return { sales: buildSales(lines), customers: buildCustomers(taken) };
}
