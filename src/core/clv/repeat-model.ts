import type { HistoryGroups } from "./purchase-histories";

/** Id of a repeat-purchase model. */
export type RepeatModelId = "bg-nbd" | "mbg-nbd" | "pareto-nbd";

/** One log-likelihood with its derivatives. */
export interface Likelihood {
  /**
   * The log-likelihood summed over all customers.
   *
   * @param parameters natural parameters, all > 0
   * @param gradient   receives the derivatives by the parameters themselves
   */
  evaluate(parameters: Float64Array | readonly number[], gradient: Float64Array): number;
}

/**
 * A model of repeat purchases: customers buy at random at a rate of their own until they leave unseen.
 *
 * Parameters come as a list in the order of `parameterNames`; x counts repeat purchases, t_x and T are times in the model's unit.
 */
export interface RepeatModel {
  readonly id: RepeatModelId;
  /** The first two are shape and scale of the rate. */
  readonly parameterNames: readonly string[];
  /** Positions of the parameters that are times: they scale with the unit. */
  readonly timeParameters: readonly number[];
  /** Positions of the parameters that say how customers leave. */
  readonly dropoutParameters: readonly number[];
  /** Where searches start, for times that run from 0 to 1. */
  readonly starts: readonly (readonly number[])[];

  /** The log-likelihood of groups whose times are divided by `timeScale`. Without the constant ln x! of the counts. */
  createLikelihood(groups: HistoryGroups, timeScale: number): Likelihood;

  /** Probability that a customer has not left at T. */
  predictAlive(parameters: readonly number[], x: number, ageAtLast: number, observed: number): number;

  /** Expected purchases in the coming `time` of a customer who is alive at T. */
  predictPurchasesIfAlive(parameters: readonly number[], x: number, observed: number, time: number): number;

  /** Expected repeat purchases of a new customer in the first `time`. */
  predictNewCustomer(parameters: readonly number[], time: number): number;

  /** Probabilities that a new customer has 0, 1, .. `probabilities.length` - 1 repeat purchases in the first `time`. */
  predictCounts(parameters: readonly number[], time: number, probabilities: Float64Array): void;

  /** Share of customers who have left by `time` if each purchases about once in it: near 0, the data show no dropout. */
  predictDropoutShare(parameters: readonly number[], time: number): number;

  /** Draws the time after T at which a customer who is alive then leaves, whatever they buy; Infinity where only purchases make customers leave. */
  drawLifetime(random: () => number, parameters: readonly number[], observed: number): number;

  /** Probability that such a customer leaves after the next purchase, having stayed after `x`; 0 where purchases make nobody leave. */
  predictLeaving(parameters: readonly number[], x: number): number;
}
