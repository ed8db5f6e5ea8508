import type { Summary } from "./summary";

/** What customers are judged by: profit where costs are known, else revenue; `none` without money. */
export type ValueBasis = "profit" | "revenue" | "none";

/** The value of each customer in standard order, NaN where it is unknown. */
export interface CustomerValue {
  readonly basis: ValueBasis;
  readonly values: Float64Array;
}

/**
 * The value each customer is judged by: profit when the summary knows costs, else revenue.
 *
 * @param summary  tables by customer
 * @returns values in customer order; all NaN with basis `none` when the rows held no money
 */
export function selectCustomerValue(summary: Summary): CustomerValue {
  const { customers, report } = summary;
  const basis = report.valueBasis ?? "none";
  if (basis === "none") return { basis, values: new Float64Array(customers.ids.length).fill(NaN) };
  return { basis, values: basis === "profit" ? customers.profit : customers.revenue };
}
