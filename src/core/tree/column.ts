import type { Attribute } from "../transactions/columns";
import { roleKinds } from "../transactions/roles";

/**
 * A column that a tree may split on, one entry per customer.
 *
 * Numbers: NaN = blank; with `isDay` they are days since 1970-01-01. Categories: `codes` index `labels`, -1 = blank or a value without a label; the empty text is a label like any other.
 */
export type TreeColumn =
  | { readonly name: string; readonly kind: "number"; readonly numbers: Float64Array; readonly isDay?: true }
  | {
      readonly name: string;
      readonly kind: "category";
      readonly codes: Int32Array;
      readonly labels: readonly string[];
    };

/** Number of entries of a column. */
export function countEntries(column: TreeColumn): number {
  return column.kind === "number" ? column.numbers.length : column.codes.length;
}

const dateRoles: ReadonlySet<string> = new Set(
  roleKinds.filter(({ content }) => content === "date").map(({ role }) => role),
);

/** An attribute as a column, under its own name or another one. */
export function buildAttributeColumn(attribute: Attribute, name = attribute.name): TreeColumn {
  if (attribute.kind === "category")
    return { name, kind: "category", codes: attribute.codes, labels: attribute.labels };
  const isDay = attribute.role !== undefined && dateRoles.has(attribute.role);
  return { name, kind: "number", numbers: attribute.numbers, ...(isDay && { isDay }) };
}
