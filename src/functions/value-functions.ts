import { answer } from "./answer";
import { loyalValueCells, profitRateCells, simpleValueCells, walletCells } from "./simple-value-cells";
import { abcCells, giniCells, paretoCells, rfmTypeCells } from "./value-cells";

/**
 * What is shown of the share of wallet.
 * @customenum {string}
 */
enum WALLET_OUTPUT {
  /** Our share of what the customer spends. The default. */
  share = "share",
  /** Acquainted, familiar and approved (from 20%), or necessary choice (from 50%). */
  stage = "stage",
  /** Money that the customer spends elsewhere. */
  gap = "gap",
}

/**
 * Puts customers into classes A, B and C by their share of the total value. Spills one class per value.
 * @customfunction
 * @param values Value of each customer, such as profit or revenue: one column or row.
 * @param cut_a Share of the total value where class A ends. If omitted, 70%.
 * @param cut_b Share of the total value where class B ends. If omitted, 90%.
 * @returns A, B or C beside every value; nothing beside blank cells and text.
 * @helpurl https://localhost:3000/help/abc.html
 */
export function ABC(values: unknown[][], cut_a?: number, cut_b?: number): unknown[][] {
  return answer(() => abcCells(values, cut_a, cut_b));
}

/**
 * Lists values from the largest down with their cumulated share, to draw a Pareto chart and see what the best 20% bring.
 * @customfunction
 * @param values Value of each customer: one column or row.
 * @returns Header row, then rank, value, share of customers and share of value up to this one.
 * @helpurl https://localhost:3000/help/pareto.html
 */
export function PARETO(values: unknown[][]): unknown[][] {
  return answer(() => paretoCells(values));
}

/**
 * Measures how unequally value is spread: 0 when all customers bring the same, close to 1 when one brings everything.
 * @customfunction
 * @param values Value of each customer: one column or row; negative values count as 0.
 * @returns The Gini coefficient.
 * @helpurl https://localhost:3000/help/gini.html
 */
export function GINI(values: unknown[][]): unknown[][] {
  return answer(() => giniCells(values));
}

/**
 * Names the RFM type of customers, one of eight such as Important value or General win-back, by good or not good R, F and M.
 * @customfunction
 * @param r Days since the last purchase of each customer, or R scores. One cell or a range.
 * @param f Number of orders, or F scores, of the same size.
 * @param m Amount spent, or M scores, of the same size.
 * @param thresholds What good means: better than the mean, the median, or three numbers for R, F and M. If omitted, mean.
 * @param scores TRUE if R, F and M are scores, so that a large R is good. If omitted, FALSE: R counts days.
 * @returns The type of every customer.
 * @helpurl https://localhost:3000/help/rfmtype.html
 */
export function RFMTYPE(
  r: unknown[][],
  f: unknown[][],
  m: unknown[][],
  thresholds?: unknown[][],
  scores?: boolean,
): unknown[][] {
  return answer(() => rfmTypeCells(r, f, m, thresholds, scores));
}

/**
 * Lifetime value by the simple formula: order value x orders a year x years, times margin, discounted if you like.
 * @customfunction
 * @param order_value Average amount of an order. One cell or a range.
 * @param orders_per_year Orders a year.
 * @param years Years that a customer stays.
 * @param margin Part of the amount that is profit, such as 30%. If omitted, 100%: the result is revenue.
 * @param discount Yearly discount rate, such as 10%, for money at the end of each year. If omitted, 0%.
 * @returns The lifetime value of every customer.
 * @helpurl https://localhost:3000/help/clv.html
 */
export function CLV(
  order_value: unknown[][],
  orders_per_year: unknown[][],
  years: unknown[][],
  margin?: unknown[][],
  discount?: unknown[][],
): unknown[][] {
  return answer(() =>
    simpleValueCells({ orderValue: order_value, ordersPerYear: orders_per_year, years, margin, discount }),
  );
}

/**
 * Profit contribution rate: profit by what was spent to earn it.
 * @customfunction
 * @param profit Profit of each customer. One cell or a range.
 * @param cost Total cost of each customer, of the same size.
 * @returns Profit by cost, to be shown as a percentage.
 * @helpurl https://localhost:3000/help/profitrate.html
 */
export function PROFITRATE(profit: unknown[][], cost: unknown[][]): unknown[][] {
  return answer(() => profitRateCells(profit, cost));
}

/**
 * Lifetime value of a loyal customer: what they spend a year, times the years they stay.
 * @customfunction
 * @param annual_spend What each customer spends a year. One cell or a range.
 * @param years Years that a customer stays.
 * @returns The lifetime value of every customer.
 * @helpurl https://localhost:3000/help/ltv.html
 */
export function LTV(annual_spend: unknown[][], years: unknown[][]): unknown[][] {
  return answer(() => loyalValueCells(annual_spend, years));
}

/**
 * Share of wallet: the part of a customer's spending that comes to us.
 * @customfunction
 * @param ours What each customer spends with us. One cell or a range.
 * @param total What they spend on such products in all, of the same size.
 * @param output The share, the stage that follows from it, or the money spent elsewhere. If omitted, share.
 * @returns The share of every customer; above 100% the total must be wrong.
 * @helpurl https://localhost:3000/help/wallet.html
 */
export function WALLET(ours: unknown[][], total: unknown[][], output?: WALLET_OUTPUT): unknown[][] {
  return answer(() => walletCells(ours, total, output));
}
