import type { Threshold } from "../math/threshold";
import { computeThreshold } from "../math/threshold";
import type { RfmMeasures } from "./measures";
import { parseMeasureLength } from "./measures";

/** The eight types by good (1) or not good (0) R, F and M: 111, 101, 011, 001, 110, 100, 010, 000. */
export const EIGHT_TYPES = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"] as const;

/** Labels for single strengths; the first that fits wins, in the order of {@link assignStrengthLabels}. */
export const STRENGTH_LABELS = ["new", "best", "retention", "frequency", "monetary", "recency", "dormant"] as const;

/** What separates good from not good in each measure, in its unit; plain JSON. `monetary` is null where the data have no money. */
export interface TypeThresholds {
  recencyDays: number;
  orders: number;
  monetary: number | null;
}

/** How each threshold is found. */
export interface TypeThresholdOptions {
  recencyDays: Threshold;
  orders: Threshold;
  monetary: Threshold;
}

/** Type index by bits R, F, M (R the highest). */
const TYPE_OF_BITS = [7, 3, 6, 2, 5, 1, 4, 0];

/**
 * Thresholds of the three measures, each over the customers who have the measure.
 *
 * @param measures columns of equal length, NaN = blank
 * @param options  one way for all measures or one per measure; default `mean`
 * @throws RangeError when columns differ in length or a measure is blank for everyone
 */
export function computeTypeThresholds(
  measures: RfmMeasures,
  options: Threshold | TypeThresholdOptions = "mean",
): TypeThresholds {
  parseMeasureLength(measures);
  const each = typeof options === "object" ? options : { recencyDays: options, orders: options, monetary: options };
  const thresholds = {
    recencyDays: computeThreshold(measures.recencyDays, each.recencyDays),
    orders: computeThreshold(measures.orders, each.orders),
    monetary: measures.monetary === null ? null : computeThreshold(measures.monetary, each.monetary),
  };
  for (const [measure, threshold] of Object.entries(thresholds)) {
    if (Number.isNaN(threshold)) throw new RangeError(`${measure} is blank for every customer`);
  }
  return thresholds;
}

/**
 * Which of R, F and M are good: R when days since the last purchase are strictly below, F and M when strictly above their threshold.
 *
 * @returns bits 4 (R), 2 (F), 1 (M) per customer; -1 where one of the three is blank or the data have no money
 */
export function assignGoodBits(measures: RfmMeasures, thresholds: TypeThresholds): Int32Array {
  const length = parseMeasureLength(measures);
  const { recencyDays, orders, monetary } = measures;
  const bits = new Int32Array(length).fill(-1);
  const moneyThreshold = thresholds.monetary;
  if (monetary === null || moneyThreshold === null) return bits;
  for (let i = 0; i < length; i++) {
    const r = recencyDays[i];
    const f = orders[i];
    const m = monetary[i];
    if (r !== r || f !== f || m !== m) continue;
    bits[i] = (r < thresholds.recencyDays ? 4 : 0) | (f > thresholds.orders ? 2 : 0) | (m > moneyThreshold ? 1 : 0);
  }
  return bits;
}

/**
 * Type of every customer among the eight combinations of good R, F and M.
 *
 * @param measures   columns of equal length, NaN = blank
 * @param thresholds from {@link computeTypeThresholds}, of this run or an earlier one
 * @returns index into {@link EIGHT_TYPES}; -1 where a measure is blank
 * @throws RangeError when columns differ in length
 */
export function assignEightTypes(measures: RfmMeasures, thresholds: TypeThresholds): Int32Array {
  return assignGoodBits(measures, thresholds).map((bits) => (bits < 0 ? -1 : TYPE_OF_BITS[bits]));
}

/**
 * Label of every customer by what they are strong in; the first that fits: new (one order, known for at most 90 days), best (all good),
 * retention (R not good, F or M good), frequency (F good, M not), monetary (M good, F not), recency (only R good), dormant.
 *
 * @param measures   columns of equal length, NaN = blank
 * @param tenureDays days since the first purchase, same length; a blank is not new
 * @param thresholds as for {@link assignEightTypes}
 * @param orders     number of orders where the measures are not the customers' own figures, same length
 * @returns index into {@link STRENGTH_LABELS}; -1 where a measure is blank
 * @throws RangeError when columns differ in length
 */
export function assignStrengthLabels(
  measures: RfmMeasures,
  tenureDays: ArrayLike<number>,
  thresholds: TypeThresholds,
  orders: ArrayLike<number> = measures.orders,
): Int32Array {
  if (tenureDays.length !== measures.orders.length) {
    throw new RangeError(`tenureDays must have ${measures.orders.length} entries; got ${tenureDays.length}`);
  }
  return assignGoodBits(measures, thresholds).map((bits, i) => {
    if (bits < 0) return -1;
    if (orders[i] === 1 && tenureDays[i] <= 90) return STRENGTH_LABELS.indexOf("new");
    if (bits === 7) return STRENGTH_LABELS.indexOf("best");
    if ((bits & 4) === 0 && bits > 0) return STRENGTH_LABELS.indexOf("retention");
    if (bits === 6) return STRENGTH_LABELS.indexOf("frequency");
    if (bits === 5) return STRENGTH_LABELS.indexOf("monetary");
    return STRENGTH_LABELS.indexOf(bits === 4 ? "recency" : "dormant");
  });
}
