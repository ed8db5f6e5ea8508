import { foldId } from "../transactions/flag-lines";
import type { Attribute, CategoryAttribute, TextColumn } from "../transactions/columns";
import type { Issue } from "../issues";
import type { Role } from "../transactions/roles";

/** A table with a row per customer, in standard order of the ids. Days are counted from 1970-01-01; NaN is blank. */
export interface CustomerTable {
  readonly customerIds: readonly string[];
  /** Position of the customer's row in the source, from 0. */
  readonly positions: Int32Array;
  /** Columns with a role that hold numbers or days. */
  readonly numbers: Readonly<Partial<Record<Role, Float64Array>>>;
  readonly texts: Readonly<Partial<Record<"category" | "channel" | "region", TextColumn>>>;
  /** All other columns, those that describe the customer by a role included. */
  readonly attributes: readonly Attribute[];
  readonly rows: { readonly read: number; readonly blank: number; readonly used: number; readonly excluded: number };
  readonly issues: readonly Issue[];
  /** Margin as share of revenue where no column tells costs, or null. */
  readonly margin: number | null;
  readonly attributesLeftOut: readonly string[];
}

/** The columns of a customer table for the customers of another list. */
export interface JoinedTable {
  readonly numbers: Readonly<Partial<Record<Role, Float64Array>>>;
  readonly texts: Readonly<Partial<Record<"category" | "channel" | "region", CategoryAttribute>>>;
  readonly attributes: readonly Attribute[];
  readonly counts: { readonly matched: number; readonly withoutRow: number; readonly withoutPurchase: number };
}

const MAIN_NAMES = { category: "mainCategory", channel: "mainChannel", region: "mainRegion" } as const;

/**
 * Brings the rows of a customer table into the order of a list of customers; customers without a row get blanks.
 *
 * @param table       rows by customer
 * @param customerIds the customers wanted
 * @param foldIds     whether ids also meet when they differ in case or leading zeros
 */
export function joinCustomerTable(table: CustomerTable, customerIds: readonly string[], foldIds: boolean): JoinedTable {
  const exact = new Map(table.customerIds.map((id, row) => [id, row]));
  const folded = new Map(foldIds ? table.customerIds.map((id, row) => [foldId(id), row] as const).reverse() : []);
  const rows = Int32Array.from(customerIds, (id) => exact.get(id) ?? (foldIds ? (folded.get(foldId(id)) ?? -1) : -1));
  const pickNumbers = (numbers: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => (row < 0 ? NaN : numbers[row]));
  const pickCodes = (codes: Int32Array): Int32Array => rows.map((row) => (row < 0 ? -1 : codes[row]));
  const numbers: Partial<Record<Role, Float64Array>> = {};
  for (const [role, column] of Object.entries(table.numbers)) numbers[role as Role] = pickNumbers(column);
  const texts: Partial<Record<"category" | "channel" | "region", CategoryAttribute>> = {};
  for (const role of ["category", "channel", "region"] as const) {
    const column = table.texts[role];
    if (column)
      texts[role] = { name: MAIN_NAMES[role], kind: "category", codes: pickCodes(column.codes), labels: column.labels };
  }
  const matched = new Set(rows.filter((row) => row >= 0));
  const withoutRow = rows.reduce((count, row) => count + (row < 0 ? 1 : 0), 0);
  return {
    numbers,
    texts,
    attributes: table.attributes.map((attribute) =>
      attribute.kind === "number"
        ? { ...attribute, numbers: pickNumbers(attribute.numbers) }
        : { ...attribute, codes: pickCodes(attribute.codes) },
    ),
    counts: {
      matched: customerIds.length - withoutRow,
      withoutRow,
      withoutPurchase: table.customerIds.length - matched.size,
    },
  };
}
