import { answerLater } from "./answer";
import { lifetimeCells, predictionCells, repeatModelCells, spendCells, spendModelCells } from "./lifetime-cells";

/**
 * Models of repeat purchases.
 * @customenum {string}
 */
enum REPEAT_MODEL {
  /** BG/NBD: customers may leave after a repeat purchase. The default. */
  bg = "bg-nbd",
  /** MBG/NBD: customers may leave after any purchase, the first one included. */
  mbg = "mbg-nbd",
  /** Pareto/NBD: customers may leave at any time. */
  pareto = "pareto-nbd",
}

/**
 * Unit in which ages are given.
 * @customenum {string}
 */
enum TIME_UNIT {
  /** Weeks of 7 days. The default. */
  week = "week",
  /** Days. */
  day = "day",
  /** Months of 30.4375 days. */
  month = "month",
  /** Years of 365.25 days. */
  year = "year",
}

/**
 * Fits a model of repeat purchases (BG/NBD) to all customers. Spills its parameters, which the other functions take.
 * @customfunction
 * @param repeat_purchases Repeat purchases of each customer: days with a purchase after the first one. One column.
 * @param age_at_last Time from the first purchase to the last one, in weeks or another unit.
 * @param age Time from the first purchase to the end of the data, in the same unit.
 * @param model Which model. If omitted, bg-nbd.
 * @returns Header row, then the model, its parameters with standard errors, the log-likelihood and numbers of customers.
 * @helpurl https://localhost:3000/help/bgnbd.html
 */
export function BGNBD(
  repeat_purchases: unknown[][],
  age_at_last: unknown[][],
  age: unknown[][],
  model?: REPEAT_MODEL,
): Promise<unknown[][]> {
  return answerLater(() => repeatModelCells({ repeatPurchases: repeat_purchases, ageAtLast: age_at_last, age, model }));
}

/**
 * Fits a model of spend per purchase (Gamma-Gamma) to all customers. Spills its parameters, which the other functions take.
 * @customfunction
 * @param repeat_purchases Repeat purchases of each customer. One column.
 * @param mean_spend Mean amount of the repeat purchases of each customer.
 * @returns Header row, then the parameters with standard errors, the log-likelihood and numbers of customers.
 * @helpurl https://localhost:3000/help/gammagamma.html
 */
export function GAMMAGAMMA(repeat_purchases: unknown[][], mean_spend: unknown[][]): Promise<unknown[][]> {
  return answerLater(() => spendModelCells(repeat_purchases, mean_spend));
}

/**
 * Probability that a customer is still a customer and will buy again at all.
 * @customfunction
 * @param repeat_purchases Repeat purchases: days with a purchase after the first one. One cell or a range.
 * @param age_at_last Time from the first purchase to the last one.
 * @param age Time from the first purchase to the end of the data.
 * @param parameters Table that BGNBD spills, or its parameters. If omitted, they are fitted to these customers.
 * @param model Which model. If omitted, that of the table, else bg-nbd.
 * @returns The probability of every customer.
 * @helpurl https://localhost:3000/help/palive.html
 */
export function PALIVE(
  repeat_purchases: unknown[][],
  age_at_last: unknown[][],
  age: unknown[][],
  parameters?: unknown[][],
  model?: REPEAT_MODEL,
): Promise<unknown[][]> {
  return answerLater(() =>
    predictionCells({ repeatPurchases: repeat_purchases, ageAtLast: age_at_last, age, parameters, model }),
  );
}

/**
 * Number of purchases that a customer is expected to make in the time ahead.
 * @customfunction
 * @param repeat_purchases Repeat purchases: days with a purchase after the first one. One cell or a range.
 * @param age_at_last Time from the first purchase to the last one.
 * @param age Time from the first purchase to the end of the data.
 * @param horizon Time ahead, in the same unit.
 * @param parameters Table that BGNBD spills, or its parameters. If omitted, they are fitted to these customers.
 * @param model Which model. If omitted, that of the table, else bg-nbd.
 * @returns The expected number of every customer.
 * @helpurl https://localhost:3000/help/expected.html
 */
export function EXPECTED(
  repeat_purchases: unknown[][],
  age_at_last: unknown[][],
  age: unknown[][],
  horizon: number,
  parameters?: unknown[][],
  model?: REPEAT_MODEL,
): Promise<unknown[][]> {
  return answerLater(() =>
    predictionCells(
      { repeatPurchases: repeat_purchases, ageAtLast: age_at_last, age, parameters, model },
      { argument: horizon },
    ),
  );
}

/**
 * Amount that a customer is expected to spend per purchase: their own mean, drawn towards that of all the less they have bought.
 * @customfunction
 * @param repeat_purchases Repeat purchases of each customer. One cell or a range.
 * @param mean_spend Mean amount of the repeat purchases; 0 or blank if there is none.
 * @param spend_parameters Table that GAMMAGAMMA spills, or p, q and v. If omitted, they are fitted to these customers.
 * @returns The expected amount of every customer.
 * @helpurl https://localhost:3000/help/spend.html
 */
export function SPEND(
  repeat_purchases: unknown[][],
  mean_spend: unknown[][],
  spend_parameters?: unknown[][],
): Promise<unknown[][]> {
  return answerLater(() => spendCells(repeat_purchases, mean_spend, spend_parameters));
}

/**
 * Future value of a customer: purchases expected in the coming months, times expected spend, discounted. Past revenue is not in it.
 * @customfunction
 * @param repeat_purchases Repeat purchases: days with a purchase after the first one. One cell or a range.
 * @param age_at_last Time from the first purchase to the last one.
 * @param age Time from the first purchase to the end of the data.
 * @param mean_spend Mean amount of the repeat purchases; 0 or blank if there is none.
 * @param parameters Table that BGNBD spills, or its parameters. If omitted, they are fitted to these customers.
 * @param spend_parameters Table that GAMMAGAMMA spills, or p, q and v. If omitted, they are fitted to these customers.
 * @param months Months ahead, 1 to 600. If omitted, 12.
 * @param discount Yearly discount rate. If omitted, 10%; 0 means none.
 * @param margin Part of the amount that is profit. If omitted, 100%: the result is revenue.
 * @param unit Unit of the ages: week, day, month or year. If omitted, week.
 * @param model Which model. If omitted, that of the table, else bg-nbd.
 * @returns The future value of every customer.
 * @helpurl https://localhost:3000/help/lifetime.html
 */
export function LIFETIME(
  repeat_purchases: unknown[][],
  age_at_last: unknown[][],
  age: unknown[][],
  mean_spend: unknown[][],
  parameters?: unknown[][],
  spend_parameters?: unknown[][],
  months?: number,
  discount?: number,
  margin?: number,
  unit?: TIME_UNIT,
  model?: REPEAT_MODEL,
): Promise<unknown[][]> {
  return answerLater(() =>
    lifetimeCells({
      repeatPurchases: repeat_purchases,
      ageAtLast: age_at_last,
      age,
      meanSpend: mean_spend,
      parameters,
      spendParameters: spend_parameters,
      months,
      discount,
      margin,
      unit,
      model,
    }),
  );
}
