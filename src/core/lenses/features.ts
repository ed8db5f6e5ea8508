import type { Feature } from "../clusters/transform";
import type { LensTables } from "./lens";
import { hasNumbers } from "./lens";

/** Ready-made sets of features to cluster on, by name. */
export const FEATURE_SETS = {
  rfm: ["recencyDays", "orders", "monetary"],
  lrfmc: ["tenureDays", "recencyDays", "orders", "monetary", "averageDiscount"],
  profit: ["value"],
} as const;

/**
 * Names of features with ready-made sets (`rfm`, `lrfmc`, `profit`) spelled out.
 *
 * @param names set names, names of columns of the customer summary, or names of numeric attributes
 */
export function expandFeatures(names: readonly string[]): string[] {
  const spelled = names.flatMap((name) =>
    Object.hasOwn(FEATURE_SETS, name) ? FEATURE_SETS[name as keyof typeof FEATURE_SETS] : [name],
  );
  return [...new Set(spelled)];
}

/**
 * The column of each feature; features that are blank for every customer, or that the tables do not have, are left out.
 *
 * @param names spelled out by {@link expandFeatures}: `value`, `monetary` (the measure M of the run), a numeric column of the customer
 *              summary, or a numeric attribute
 */
export function selectFeatures(names: readonly string[], tables: LensTables): Feature[] {
  return names.flatMap((name) => {
    const values = selectColumn(name, tables);
    return values !== null && hasNumbers(values) ? [{ name, values }] : [];
  });
}

/**
 * The numbers of a feature by its name, or null where the tables have no such column.
 *
 * @param name `value`, `monetary`, a numeric column of the customer summary, or a numeric attribute
 */
export function selectColumn(name: string, { summary, value, measures }: LensTables): Float64Array | null {
  if (name === "value") return value.values;
  if (name === "recencyDays") return Float64Array.from(measures.recencyDays);
  if (name === "orders") return Float64Array.from(measures.orders);
  if (name === "monetary") return measures.monetary === null ? null : Float64Array.from(measures.monetary);
  const column = (summary.customers as unknown as Readonly<Record<string, unknown>>)[name];
  if (column instanceof Float64Array) return column;
  if (column instanceof Int32Array) return Float64Array.from(column);
  const attribute = summary.customers.attributes.find((other) => other.name === name);
  return attribute?.kind === "number" ? attribute.numbers : null;
}
