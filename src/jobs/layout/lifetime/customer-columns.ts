import type { LifetimeColumns, LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import { shareFormat } from "../page";

/** One column of the customers' table. */
export interface LifetimeColumn {
  readonly id: keyof LifetimeColumns;
  readonly values: Float64Array;
  readonly format: string;
}

/** What the models say of each customer; only columns that have numbers. */
export function listLifetimeColumns(lifetime: LifetimeValueResult | null, moneyFormat: string): LifetimeColumn[] {
  if (lifetime === null || !lifetime.isAvailable) return [];
  const formats: readonly [keyof LifetimeColumns, string][] = [
    ["pAlive", shareFormat],
    ["expectedPurchases", "#,##0.00"],
    ["clv", moneyFormat],
    ["clvLow", moneyFormat],
    ["clvHigh", moneyFormat],
    ["outcomePurchasesLow", "#,##0"],
    ["outcomePurchasesHigh", "#,##0"],
  ];
  return formats
    .map(([id, format]) => ({ id, values: lifetime.customers[id], format }))
    .filter(({ values }) => values.some(Number.isFinite));
}
