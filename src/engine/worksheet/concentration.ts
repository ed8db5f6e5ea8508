import { buildLorenzCurve } from "../../core/value/lorenz";
import type { ParetoCurve } from "../../core/value/pareto";
import { buildParetoCurve } from "../../core/value/pareto";

/** Customers from the most valuable down with cumulated shares; null without a positive value. */
export function buildValueCurve(values: Float64Array): ParetoCurve | null {
  return buildParetoCurve(values);
}

/** Gini coefficient of values, negative ones counting as 0; null without a positive value. */
export function computeGiniCoefficient(values: Float64Array): number | null {
  return buildLorenzCurve(values, 1).gini;
}
