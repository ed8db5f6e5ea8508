import type {
  CustomersTable,
  MeasureName,
  Measures,
  PurchaseDaysTable,
  Summary,
} from "../../src/core/customers/summary";
import { measureNames } from "../../src/core/customers/summary";
import type { LensTables, LifetimeColumns } from "../../src/core/lenses/lens";
import { buildLensTables } from "../../src/core/report/lens-tables";
import type { AnalysisSettings } from "../../src/core/report/settings";
import { defaultSettings } from "../../src/core/report/settings";
import type { Attribute, CategoryAttribute } from "../../src/core/transactions/columns";
import type { Role } from "../../src/core/transactions/roles";

/** A small table of customers by columns; what is not given is blank. */
export interface SmallTable extends Partial<Record<MeasureName, readonly number[]>> {
  readonly attributes?: readonly Attribute[];
  readonly mainRegion?: CategoryAttribute;
  readonly history?: PurchaseDaysTable;
  readonly asOfDay?: number;
}

/** A column of numbers with a role or without. */
export function numbers(name: string, values: readonly number[], role?: Role): Attribute {
  return { name, role, kind: "number", numbers: Float64Array.from(values) };
}

/** A column of texts with a role or without; null is blank. */
export function texts(name: string, values: readonly (string | null)[], role?: Role): CategoryAttribute {
  const labels = [...new Set(values.filter((value) => value !== null))].sort();
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : labels.indexOf(value)));
  return { name, role, kind: "category", codes, labels };
}

/** The tables that lenses see of a small table of customers. */
export function buildSmallTables(
  table: SmallTable,
  settings: Partial<AnalysisSettings> = {},
  lifetime: Partial<Record<keyof LifetimeColumns, readonly number[]>> | null = null,
): LensTables {
  const count = Math.max(1, ...measureNames.map((name) => table[name]?.length ?? 0));
  const column = (values: readonly number[] | undefined) =>
    values === undefined ? new Float64Array(count).fill(NaN) : Float64Array.from(values);
  const measures = Object.fromEntries(measureNames.map((name) => [name, column(table[name])])) as Measures;
  const customers: CustomersTable = {
    ...measures,
    ids: Array.from({ length: count }, (_, i) => String(i + 1)),
    known: new Set(measureNames.filter((name) => table[name] !== undefined)),
    mainCategory: null,
    mainChannel: null,
    mainRegion: table.mainRegion ?? null,
    attributes: table.attributes ?? [],
  };
  const valueBasis = table.profit !== undefined ? "profit" : table.revenue !== undefined ? "revenue" : null;
  const report = {
    valueBasis,
    customers: count,
    period: { firstDay: null, lastDay: null, asOfDay: table.asOfDay ?? null, fromDay: null },
  } as Summary["report"];
  const summary: Summary = { customers, purchaseDays: table.history ?? null, report };
  return buildLensTables(
    summary,
    { ...defaultSettings, ...settings },
    lifetime && {
      aliveProbability: column(lifetime.aliveProbability),
      expectedPurchases: column(lifetime.expectedPurchases),
      futureValue: column(lifetime.futureValue),
    },
  ).tables;
}

/** The group of each customer by id, null for none. */
export function nameGroups(codes: ArrayLike<number>, groups: readonly string[]): (string | null)[] {
  return Array.from(codes, (code) => (code < 0 ? null : groups[code]));
}
