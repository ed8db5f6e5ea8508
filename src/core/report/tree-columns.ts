import { findColumn } from "../lenses/columns";
import { expandFeatures, selectFeatures } from "../lenses/features";
import type { LensTables } from "../lenses/lens";
import type { TreeColumn } from "../tree/column";
import { buildAttributeColumn } from "../tree/column";

/** Measures that a tree may ask about, each with the measures that it would give away. */
const BEHAVIOUR: Readonly<Record<string, readonly string[]>> = {
  recencyDays: ["recencyDays", "lastDay", "idleRatio"],
  tenureDays: ["tenureDays", "firstDay", "ordersPerYear"],
  orders: ["orders", "purchaseDays", "frequency", "ordersPerYear"],
  gapMedianDays: ["gapMedianDays", "gapUsedDays", "idleRatio", "orders", "purchaseDays", "frequency"],
  breadth: ["breadth"],
  averageDiscount: ["averageDiscount"],
  averageOrderValue: ["averageOrderValue"],
  revenue: ["revenue"],
};

/** Amounts of money and what is made of them: one of them gives the others away. */
const MONEY: ReadonlySet<string> = new Set([
  "value",
  "monetary",
  "revenue",
  "profit",
  "cost",
  "totalCost",
  "averageOrderValue",
  "monetaryMean",
  "annualSpend",
  "recentAmount",
  "previousAmount",
  "serviceCost",
]);

const MAIN_COLUMNS = ["mainCategory", "mainChannel", "mainRegion"] as const;

/** What a tree may ask about besides attributes, by name. */
export const TREE_COLUMNS: readonly string[] = [...Object.keys(BEHAVIOUR), ...MAIN_COLUMNS];

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

function listAttributes({ summary }: LensTables, sources: ReadonlySet<string>, usesMoney: boolean): TreeColumn[] {
  return summary.customers.attributes.flatMap((attribute): TreeColumn[] => {
    const { name, role } = attribute;
    if (role === "customerName" || sources.has(name) || (role !== undefined && sources.has(role))) return [];
    if (usesMoney && role !== undefined && MONEY_ROLES.has(role)) return [];
    return [buildAttributeColumn(attribute)];
  });
}

/**
 * What a tree may ask about that explains groups: every attribute, and behaviour that the groups are not computed from.
 *
 * @param sources measures, roles and attributes that the groups are computed from; without it every measure counts as used
 * @param names   columns to use; null takes all. Columns that do not vary are left out
 */
export function listTreeColumns(
  tables: LensTables,
  sources: readonly string[] | undefined,
  names: readonly string[] | null,
): TreeColumn[] {
  const used = new Set(sources);
  const usesMoney = sources === undefined || sources.some((source) => MONEY.has(source));
  const isFree = (measure: string) =>
    sources !== undefined &&
    !(usesMoney && MONEY.has(measure)) &&
    BEHAVIOUR[measure].every((other) => !used.has(other));
  const behaviour = selectFeatures(Object.keys(BEHAVIOUR).filter(isFree), tables).map(
    ({ name, values }): TreeColumn => ({
      name,
      kind: "number",
      numbers: values,
    }),
  );
  const main = MAIN_COLUMNS.flatMap((name): TreeColumn[] => {
    const column = used.has(name) ? null : tables.summary.customers[name];
    return column === null ? [] : [{ name, kind: "category", codes: column.codes, labels: column.labels }];
  });
  const known = new Set(TREE_COLUMNS);
  const attributes = listAttributes(tables, used, usesMoney).filter(({ name }) => !known.has(name));
  return [...attributes, ...main, ...behaviour].filter(
    (column) => (names === null || names.includes(column.name)) && hasVariation(column),
  );
}

/** What groups are computed from as columns, so that their rules can be applied by hand. */
export function listSourceColumns(tables: LensTables, sources: readonly string[]): TreeColumn[] {
  const columns = expandFeatures(sources).flatMap((name) => findColumn(name, tables) ?? []);
  return columns.filter(hasVariation);
}
