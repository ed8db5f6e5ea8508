import type { Affinity } from "../../core/decisions/affinity";
import type { BasketUnit } from "../../core/decisions/baskets";
import type { CrossSellResult } from "../../core/decisions/cross-sell";
import type { Summary } from "../../core/customers/summary";

/** What was chosen for the job. */
export interface CrossSellChoice {
  readonly product: string | null;
  readonly level: "product" | "category";
  readonly basket: BasketUnit;
  /** Null chooses one with enough buyers. */
  readonly windowDays: number | null;
  readonly leastSupport: number;
  readonly leastBaskets: number;
  readonly ridge: number | null;
  readonly listLimit: number;
  readonly seed: number;
}

/** Why no score was learnt. */
export interface NoScore {
  readonly reason: "noProduct" | "tooFew";
  readonly positives: number;
  readonly others: number;
}

/** All that the job found. */
export interface CrossSellReport {
  readonly choice: CrossSellChoice;
  readonly asOfDay: number;
  readonly windowDays: number;
  readonly cutDay: number;
  readonly labels: readonly string[];
  readonly affinity: Affinity;
  /** Name of the product to sell; null where there is none. */
  readonly product: string | null;
  readonly summary: Summary;
  readonly score: CrossSellResult | NoScore;
  /** Index into the opportunities per customer, -1 for none; null without a score. */
  readonly opportunities: Int32Array | null;
}

/** Whether a score was learnt. */
export function hasScore(score: CrossSellReport["score"]): score is CrossSellResult {
  return "quality" in score;
}
