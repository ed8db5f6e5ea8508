import type { Summary } from "../core/customers/summary";
import { measureNames } from "../core/customers/summary";
import { FEATURE_SETS } from "../core/lenses/features";
import type { Role, RoleColumns } from "../core/transactions/roles";
import type { RowSource } from "../workbook/rows";
import { resolveColumn } from "./column-reference";
import { InputError } from "./input-error";

/** The measure of a customer that a column of the rows becomes. */
const ROLE_MEASURES: Readonly<Partial<Record<Role, string>>> = {
  amount: "revenue",
  quantity: "units",
  cost: "cost",
  margin: "marginShare",
  profit: "profit",
  discount: "averageDiscount",
  serviceCost: "serviceCost",
  acquisitionCost: "acquisitionCost",
  recencyDays: "recencyDays",
  orders: "orders",
  tenureDays: "tenureDays",
};

const READY_NAMES = new Set<string>([...Object.keys(FEATURE_SETS), ...measureNames, "value", "monetary"]);

/** Attributes as they are called, letter case aside. */
function findAttribute({ customers }: Summary, name: string) {
  const wanted = name.trim().toLowerCase();
  return (
    customers.attributes.find((attribute) => attribute.name === name) ??
    customers.attributes.find((attribute) => attribute.name.toLowerCase() === wanted)
  );
}

function resolveFeature(name: string, source: RowSource, columns: RoleColumns, summary: Summary): string {
  if (READY_NAMES.has(name)) return name;
  let attribute = findAttribute(summary, name);
  if (attribute === undefined) {
    const column = resolveColumn(name, source);
    const role = Object.entries(columns).find(([, position]) => position === column)?.[0] as Role | undefined;
    const measure = role === undefined ? undefined : ROLE_MEASURES[role];
    if (measure !== undefined && measure in summary.customers) return measure;
    attribute = findAttribute(summary, source.headers[column]);
    if (attribute === undefined) throw new InputError("noNumericFeature", { feature: source.headers[column] });
  }
  if (attribute.kind !== "number") throw new InputError("noNumericFeature", { feature: attribute.name });
  return attribute.name;
}

/**
 * What clusters are made of, by the names that the summary has for it: ready-made sets, measures and attributes keep their name, a column of
 * the rows (header, letter or position) becomes the measure or attribute that is made of it.
 *
 * @throws InputError `unknownColumn` when nothing has the name, `noNumericFeature` when it holds no numbers
 */
export function resolveFeatures(
  names: readonly string[],
  source: RowSource,
  columns: RoleColumns,
  summary: Summary,
): string[] {
  return names.map((name) => resolveFeature(name, source, columns, summary));
}
