import { answer } from "./answer";
import { ahpCells, fuzzyCells, liftCells, weightedCells } from "./decision-cells";
import { migrationCells } from "./migration-cells";

/**
 * How weights and ratings are put together.
 * @customenum {string}
 */
enum FUZZY_OPERATOR {
  /** Weighted mean. The default. */
  mean = "mean",
  /** The largest of the smaller of weight and rating. */
  maxMin = "maxMin",
}

/**
 * How indicators are brought to a scale from 0 to 100.
 * @customenum {string}
 */
enum NORMALISATION {
  /** By rank. The default. */
  percentile = "percentile",
  /** From the least value to the most. */
  minMax = "minMax",
  /** 50 plus 10 points per standard deviation. */
  z = "z",
  /** 20 points per fifth of the customers. */
  quintile = "quintile",
  /** Values are points already. */
  none = "none",
}

/**
 * What is shown of the moves.
 * @customenum {string}
 */
enum MIGRATION_OUTPUT {
  /** Number of customers. The default. */
  counts = "counts",
  /** Share of the customers of the row. */
  shares = "shares",
  /** How many went up, went down, stayed, came and left. */
  summary = "summary",
}

/**
 * Weights of criteria from comparisons in pairs (analytic hierarchy process), with the consistency ratio.
 * @customfunction
 * @param matrix How much more important the criterion of the row is than that of the column, 1 to 9 or a fraction; one half is enough.
 * @returns Header row, then the weights; beside the first the consistency ratio, and from 0.1 on the pair to check.
 * @helpurl https://localhost:3000/help/ahp.html
 */
export function AHP(matrix: unknown[][]): unknown[][] {
  return answer(() => ahpCells(matrix));
}

/**
 * Fuzzy evaluation: how far something is excellent, good, fair or poor, from weighted criteria and their ratings.
 * @customfunction
 * @param weights Weight of each criterion.
 * @param ratings A row per criterion, a column per grade from the best down: numbers or shares of ratings.
 * @param grades Points per grade, with names in a row above or a column before if you like. If omitted, 95, 80, 65 and 40.
 * @param operator How weights and ratings are put together. If omitted, mean.
 * @returns Header row, then the membership of each grade, the grade and the points.
 * @helpurl https://localhost:3000/help/fuzzy.html
 */
export function FUZZY(
  weights: unknown[][],
  ratings: unknown[][],
  grades?: unknown[][],
  operator?: FUZZY_OPERATOR,
): unknown[][] {
  return answer(() => fuzzyCells(weights, ratings, grades, operator));
}

/**
 * Weighted score from 0 to 100 out of several indicators, each brought to the same scale first. Spills one score per row.
 * @customfunction
 * @param values Indicators of each customer: a row per customer, a column per indicator.
 * @param weights Weight of each indicator.
 * @param lower_better TRUE for indicators of which small values are good, such as complaints. If omitted, large values are good.
 * @param method How indicators are brought to 0 to 100. If omitted, percentile.
 * @param headers 1 if the first row is a header, 0 if it is data. If omitted, the data tell.
 * @returns A score beside every row; what is blank leaves its weight to the others.
 * @helpurl https://localhost:3000/help/weighted.html
 */
export function WEIGHTED(
  values: unknown[][],
  weights: unknown[][],
  lower_better?: unknown[][],
  method?: NORMALISATION,
  headers?: number,
): unknown[][] {
  return answer(() => weightedCells({ values, weights, lowerBetter: lower_better, method, headers }));
}

/**
 * Counts how customers moved between groups, such as tiers of last year and of this year.
 * @customfunction
 * @param before Group of each customer on the first date: one column or row; blank for a new customer.
 * @param after Group of the same customers on the second date, in the same order; blank for one who is gone.
 * @param order Groups from the best to the worst. If omitted, tiers in their order, else sorted.
 * @param output Numbers, shares of the row, or a summary. If omitted, counts.
 * @returns Header row, then a row per group before with a column per group after.
 * @helpurl https://localhost:3000/help/migration.html
 */
export function MIGRATION(
  before: unknown[][],
  after: unknown[][],
  order?: unknown[][],
  output?: MIGRATION_OUTPUT,
): unknown[][] {
  return answer(() => migrationCells(before, after, order, output));
}

/**
 * Lift of a campaign: response of those who were addressed against a control group, with the probability that it is chance.
 * @customfunction
 * @param exposed Number of customers who were addressed.
 * @param responded How many of them responded.
 * @param control_exposed Number of customers in the control group.
 * @param control_responded How many of them responded.
 * @param confidence Confidence of the interval of the difference. If omitted, 95%.
 * @returns Header row, then the rates, lift, difference with its interval, z, p-value and the test used.
 * @helpurl https://localhost:3000/help/lift.html
 */
export function LIFT(
  exposed: number,
  responded: number,
  control_exposed: number,
  control_responded: number,
  confidence?: number,
): unknown[][] {
  return answer(() =>
    liftCells({ exposed, responded, controlExposed: control_exposed, controlResponded: control_responded }, confidence),
  );
}
