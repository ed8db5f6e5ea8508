import type { Role } from "../transactions/roles";
import type { TreeColumn } from "../tree/column";
import { selectColumn } from "./features";
import type { LensTables } from "./lens";
import { hasNumbers } from "./lens";

const MAIN_COLUMNS = ["mainCategory", "mainChannel", "mainRegion"] as const;

/**
 * A column of numbers or texts by its name, or null where the tables have none.
 *
 * @param name a numeric column as `selectColumn` knows it, a main category, channel or region, or any attribute
 */
export function findColumn(name: string, tables: LensTables): TreeColumn | null {
  const { customers } = tables.summary;
  const main = MAIN_COLUMNS.find((other) => other === name);
  if (main !== undefined) {
    const column = customers[main];
    return column === null ? null : { name, kind: "category", codes: column.codes, labels: column.labels };
  }
  const numbers = selectColumn(name, tables);
  if (numbers !== null) return { name, kind: "number", numbers };
  const attribute = customers.attributes.find((other) => other.name === name);
  return attribute?.kind === "category"
    ? { name, kind: "category", codes: attribute.codes, labels: attribute.labels }
    : null;
}

/** Names of the columns that customers can be divided by: main category, channel and region, then attributes. */
export function listColumnNames({ summary: { customers } }: LensTables): string[] {
  const main = MAIN_COLUMNS.filter((name) => customers[name] !== null);
  return [...new Set([...main, ...customers.attributes.map(({ name }) => name)])];
}

/** The numbers of the column with a role; null where there is no such column or it is blank for everyone. */
export function findRoleNumbers(role: Role, { summary }: LensTables): Float64Array | null {
  for (const attribute of summary.customers.attributes) {
    if (attribute.role === role && attribute.kind === "number" && hasNumbers(attribute.numbers))
      return attribute.numbers;
  }
  return null;
}

/** The texts of the column with a role, with its header; null where there is no such column. */
export function findRoleTexts(
  role: Role,
  { summary }: LensTables,
): { readonly name: string; readonly codes: Int32Array; readonly labels: readonly string[] } | null {
  for (const attribute of summary.customers.attributes) {
    if (attribute.role === role && attribute.kind === "category" && attribute.labels.length > 0) return attribute;
  }
  return null;
}

/** The largest entry that is present, or null. */
export function findLargest(column: ArrayLike<number>): number | null {
  let largest: number | null = null;
  for (let i = 0; i < column.length; i++) {
    if (column[i] === column[i] && (largest === null || column[i] > largest)) largest = column[i];
  }
  return largest;
}
