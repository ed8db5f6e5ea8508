import { answer } from "./answer";
import { rfmCells } from "./rfm-cells";
import { scoreCells } from "./score-cells";
import { segmentCells } from "./segment-cells";
import { tierCells } from "./tier-cells";

/**
 * How values become scores.
 * @customenum {string}
 */
enum SCORE_METHOD {
  /** Equal shares of customers; equal values share a score. The default. */
  quantile = "quantile",
  /** Groups of equal size by rank; equal values may be split. */
  rank = "rank",
  /** Equal tiles as in SQL: the first ones take what is left over. */
  ntile = "ntile",
  /** Quantiles plus one, as in the R package rfm. */
  plusOne = "plusOne",
  /** Breaks where the values themselves leave gaps. */
  natural = "natural",
}

/**
 * How values become R, F and M scores.
 * @customenum {string}
 */
enum RFM_METHOD {
  /** Equal shares of customers; equal values share a score. The default. */
  quantile = "quantile",
  /** Groups of equal size by rank; equal values may be split. */
  rank = "rank",
  /** Equal tiles as in SQL: the first ones take what is left over. */
  ntile = "ntile",
  /** Quantiles plus one, as in the R package rfm. */
  plusOne = "plusOne",
  /** Breaks where the values themselves leave gaps. */
  natural = "natural",
  /** F is scored within each R score, M within each pair of R and F. */
  nested = "nested",
}

/**
 * Scores every customer by how recently, how often and for how much they bought. Spills a table with a row per customer.
 * @customfunction
 * @param customers Customer of each purchase: one column or row.
 * @param dates Date of each purchase, in the same order.
 * @param amounts Amount of each purchase, in the same order; refunds are negative. Leave it empty if there is no money.
 * @param as_of Day on which customers are judged; purchases from then on do not count. If omitted, the day after the last purchase.
 * @param bins Number of scores, 2 to 10. If omitted, 5; the best customers get the highest score.
 * @param method How values become scores. If omitted, quantile.
 * @param headers 1 if the first row is a header, 0 if it is data. If omitted, the data tell.
 * @returns Header row, then customer, days since the last purchase, orders, amount, the scores R, F and M, the three together, and the segment.
 * @helpurl https://localhost:3000/help/rfm.html
 */
export function RFM(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  as_of?: unknown,
  bins?: number,
  method?: RFM_METHOD,
  headers?: number,
): unknown[][] {
  return answer(() => rfmCells({ customers, dates, amounts, asOf: as_of, bins, method, headers }));
}

/**
 * Scores values from 1 up, so that customers can be compared on one measure. Spills one score per value.
 * @customfunction
 * @param values Value of each customer: one column or row.
 * @param bins Number of scores, 2 to 10. If omitted, 5.
 * @param method How values become scores. If omitted, quantile.
 * @param descending TRUE if small values are good, such as days since the last purchase. If omitted, FALSE: large values get the highest score.
 * @returns A score beside every value; nothing beside blank cells and text.
 * @helpurl https://localhost:3000/help/score.html
 */
export function SCORE(values: unknown[][], bins?: number, method?: SCORE_METHOD, descending?: boolean): unknown[][] {
  return answer(() => scoreCells(values, bins, method, descending));
}

/**
 * Names the customer segment that belongs to R and F scores, such as Champions or At risk.
 * @customfunction
 * @param r Scores for how recently customers bought; the highest is the most recent. One cell or a range.
 * @param f Scores for how often they bought, of the same size.
 * @param m Scores for how much they spent. If given, the mean of F and M takes the place of F.
 * @param bins Highest possible score, 2 to 10. If omitted, 5.
 * @returns The segment of every pair of scores.
 * @helpurl https://localhost:3000/help/segment.html
 */
export function SEGMENT(r: unknown[][], f: unknown[][], m?: unknown[][], bins?: number): unknown[][] {
  return answer(() => segmentCells(r, f, m, bins));
}

/**
 * Puts customers into value tiers: VIP, Major, Ordinary and Small, or tiers of your own. Spills one tier per value.
 * @customfunction
 * @param values Value of each customer, such as profit or revenue: one column or row.
 * @param shares Share of customers in each tier from the top down, adding up to 1. If omitted, 1%, 4%, 15% and 80%.
 * @returns A tier beside every value; nothing beside blank cells and text.
 * @helpurl https://localhost:3000/help/tier.html
 */
export function TIER(values: unknown[][], shares?: unknown[][]): unknown[][] {
  return answer(() => tierCells(values, shares));
}
