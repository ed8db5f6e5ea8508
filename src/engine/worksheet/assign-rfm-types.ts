import type { TypeThresholds } from "../../core/rfm/eight-types";
import { EIGHT_TYPES, assignEightTypes, computeTypeThresholds } from "../../core/rfm/eight-types";
import type { RfmMeasures } from "../../core/rfm/measures";

/** One of the eight types. */
export type RfmType = (typeof EIGHT_TYPES)[number];

/** What customers are judged by; NaN is blank. */
export interface TypeMeasures {
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  readonly monetary: Float64Array;
}

/**
 * Type of every customer; null where one of the three is blank.
 *
 * @param areScores  whether the measures are scores, so that a large R is good
 * @param thresholds what is good: better than the mean or the median of all, or than three fixed numbers
 * @returns null when one of the measures is blank for everyone
 */
export function assignRfmTypes(
  measures: TypeMeasures,
  areScores: boolean,
  thresholds: "mean" | "median" | readonly [number, number, number],
): (RfmType | null)[] | null {
  const { orders, monetary } = measures;
  const sign = areScores ? -1 : 1;
  const turned: RfmMeasures = { recencyDays: measures.recencyDays.map((value) => sign * value), orders, monetary };
  if (Object.values(measures).some((column: Float64Array) => column.every(Number.isNaN))) return null;
  const limits: TypeThresholds =
    typeof thresholds === "string"
      ? computeTypeThresholds(turned, thresholds)
      : { recencyDays: sign * thresholds[0], orders: thresholds[1], monetary: thresholds[2] };
  return Array.from(assignEightTypes(turned, limits), (type) => (type < 0 ? null : EIGHT_TYPES[type]));
}
