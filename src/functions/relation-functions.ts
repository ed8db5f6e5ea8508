import { answer } from "./answer";
import { churnCells, loyaltyCells, stageCells } from "./relation-cells";

/**
 * Names of lifecycle stages.
 * @customenum {string}
 */
enum STAGE_SET {
  /** Acquisition, Growth, Mature, Decline, Departure. The default. */
  five = "S0",
  /** Attract, Build, Develop, Maintain, Lost. */
  attract = "S3-5",
  /** Acquire, Interact, Retain. */
  three = "S3-3",
  /** New, Mature customer, Dormant. */
  dormant = "S3-dormant",
  /** Potential, New, Active, Loyal, Inactive. */
  loyal = "S3-loyal",
  /** Potential, New, Mature customer, Lost customer. */
  mature = "S4-mature",
  /** Potential, New, Loyal, Lost customer. */
  lost = "S4-loyal",
  /** Exploration, Formation, Stable, Degradation. */
  relation = "S4-relation",
}

/**
 * What churn is judged by.
 * @customenum {string}
 */
enum CHURN_RULE {
  /** By silence: at risk after 3, churned after 6 usual gaps. The default. */
  gap = "gap",
  /** By the probability to be alive: at risk below 50%, churned below 20%. */
  alive = "pAlive",
  /** By the worse of both. */
  both = "both",
}

/**
 * Names the lifecycle stage of customers, such as Growth or Decline, by their silence, age, orders and spending.
 * @customfunction
 * @param first Day of the first purchase of each customer. One cell or a range.
 * @param last Day of the last purchase.
 * @param as_of Day on which customers are judged, after the last purchase.
 * @param gap Usual days between two purchases: the customer's own median, or one number for all.
 * @param orders Number of orders. If omitted, one where first and last purchase are on the same day, else more than two.
 * @param recent_amount Amount spent in the last window. If omitted, spending does not count.
 * @param previous_amount Amount spent in the window before that; both amounts are needed.
 * @param window Days of a window, within which a customer also counts as newly won. If omitted, 90.
 * @param stages Which names. If omitted, S0: Acquisition, Growth, Mature, Decline, Departure.
 * @returns The stage of every customer.
 * @helpurl https://localhost:3000/help/stage.html
 */
export function STAGE(
  first: unknown[][],
  last: unknown[][],
  as_of: unknown[][],
  gap: unknown[][],
  orders?: unknown[][],
  recent_amount?: unknown[][],
  previous_amount?: unknown[][],
  window?: number,
  stages?: STAGE_SET,
): unknown[][] {
  return answer(() =>
    stageCells({
      first,
      last,
      asOf: as_of,
      gap,
      orders,
      recentAmount: recent_amount,
      previousAmount: previous_amount,
      window,
      stages,
    }),
  );
}

/**
 * Tells whether customers are Active, At risk or Churned, by how long they have been silent for their own rhythm.
 * @customfunction
 * @param last Day of the last purchase of each customer. One cell or a range.
 * @param as_of Day on which customers are judged, after the last purchase.
 * @param gap Usual days between two purchases: the customer's own median, or one number for all.
 * @param alive Probability to be alive, as PALIVE gives it. Only needed for the rules pAlive and both.
 * @param rule What churn is judged by. If omitted, gap.
 * @returns The judgement of every customer.
 * @helpurl https://localhost:3000/help/churn.html
 */
export function CHURN(
  last: unknown[][],
  as_of: unknown[][],
  gap: unknown[][],
  alive?: unknown[][],
  rule?: CHURN_RULE,
): unknown[][] {
  return answer(() => churnCells({ last, asOf: as_of, gap, alive, rule }));
}

/**
 * Loyalty index from 0 to 100, from behaviour and, where they are known, satisfaction, recommendation and share of wallet.
 * @customfunction
 * @param alive Probability that the customer is still one, as PALIVE gives it. One cell or a range.
 * @param purchase_days Days with a purchase, or orders.
 * @param satisfaction Answers on satisfaction, on a scale up to 1, 5, 7, 10 or 100.
 * @param recommend Would they recommend us: 1 or 0, or answers from 0 to 10.
 * @param wallet_share Our share of what they spend, 0 to 1.
 * @param weights Weights of the five parts. If omitted, 0.3, 0.3, 0.2, 0.1 and 0.1; parts not known leave theirs to the others.
 * @param scale Top of the scale of satisfaction. If omitted, the answers tell.
 * @returns The index of every customer: loyal from 60, low below 30.
 * @helpurl https://localhost:3000/help/loyalty.html
 */
export function LOYALTY(
  alive: unknown[][],
  purchase_days: unknown[][],
  satisfaction?: unknown[][],
  recommend?: unknown[][],
  wallet_share?: unknown[][],
  weights?: unknown[][],
  scale?: number,
): unknown[][] {
  return answer(() =>
    loyaltyCells({
      alive,
      purchaseDays: purchase_days,
      satisfaction,
      recommend,
      walletShare: wallet_share,
      weights,
      scale,
    }),
  );
}
