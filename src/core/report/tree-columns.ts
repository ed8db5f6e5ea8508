import { expandFeatures, selectFeatures } from "../lenses/features";
import type { LensTables } from "../lenses/lens";
import type { TreeColumn } from "../tree/column";

/** Behaviour that does not follow from a customer's value, as columns of the summary. */
const BEHAVIOUR = ["recencyDays", "tenureDays", "orders", "gapMedianDays", "breadth", "averageDiscount"] as const;

const MAIN_COLUMNS = ["mainCategory", "mainChannel", "mainRegion"] as const;

/** Roles of attributes that are amounts of money or made of them, so that they would explain value by itself. */
const MONEY_ROLES = new Set(["serviceCost", "acquisitionCost", "walletSpend", "cost", "profit", "revenue", "margin"]);

function hasVariation(column: TreeColumn): boolean {
  const entries = column.kind === "number" ? column.numbers : column.codes;
  let first: number | null = null;
  for (const entry of entries) {
    if (entry !== entry || (column.kind === "category" && entry < 0)) continue;
    if (first === null) first = entry;
    else if (entry !== first) return true;
  }
  return false;
}

function listAttributes({ summary }: LensTables): TreeColumn[] {
  return summary.customers.attributes.flatMap((attribute): TreeColumn[] => {
    if (attribute.role === "customerName" || (attribute.role !== undefined && MONEY_ROLES.has(attribute.role)))
      return [];
    const { name } = attribute;
    return attribute.kind === "number"
      ? [{ name, kind: "number", numbers: attribute.numbers }]
      : [{ name, kind: "category", codes: attribute.codes, labels: attribute.labels }];
  });
}

/**
 * What the tree of the value classes may ask about: every attribute, and behaviour that the value is not computed from.
 *
 * @param names columns to use; null takes all. Columns that do not vary are left out
 */
export function listValueTreeColumns(tables: LensTables, names: readonly string[] | null): TreeColumn[] {
  const behaviour = selectFeatures(BEHAVIOUR, tables).map(({ name, values }): TreeColumn => ({
    name,
    kind: "number",
    numbers: values,
  }));
  const main = MAIN_COLUMNS.flatMap((name): TreeColumn[] => {
    const column = tables.summary.customers[name];
    return column === null ? [] : [{ name, kind: "category", codes: column.codes, labels: column.labels }];
  });
  const known = new Set<string>([...BEHAVIOUR, ...MAIN_COLUMNS]);
  const attributes = listAttributes(tables).filter(({ name }) => !known.has(name));
  return [...attributes, ...main, ...behaviour].filter(
    (column) => (names === null || names.includes(column.name)) && hasVariation(column),
  );
}

/** The features of a clustering as columns, so that its rules can be applied by hand. */
export function listClusterTreeColumns(tables: LensTables, features: readonly string[]): TreeColumn[] {
  return selectFeatures(expandFeatures(features), tables)
    .map(({ name, values }): TreeColumn => ({ name, kind: "number", numbers: values }))
    .filter(hasVariation);
}
