import { ABC_CLASSES, assignAbc } from "../../core/value/abc";
import { TIER_PRESETS, assignTiers } from "../../core/value/pyramid";

/** Ids of the tiers of the value pyramid, top first: 1, 4, 15 and 80 percent of customers. */
export const pyramidTiers = TIER_PRESETS.pyramid.ids;

/** Tier of every value, 0 = top, -1 = blank (NaN); the tiers are those of the value pyramid. */
export function assignPyramidTiers(values: Float64Array): Int32Array {
  return assignTiers(values).codes;
}

/**
 * Tier of every value, 0 = top, -1 = blank (NaN).
 *
 * @param cumulativeBasisPoints where each tier but the last ends, ascending within 1..9999
 */
export function assignValueTiers(values: Float64Array, cumulativeBasisPoints: readonly number[]): Int32Array {
  const ids = Array.from({ length: cumulativeBasisPoints.length + 1 }, (_, tier) => `tier-${tier + 1}`);
  return assignTiers(values, { ids, cumulativeBasisPoints }).codes;
}

/** Ids of the classes of an ABC analysis, top first. */
export const abcClasses = ABC_CLASSES;

/**
 * ABC class of every value, 0 = A, -1 = blank (NaN).
 *
 * @param cuts cumulated value shares where A and B end, 0 < A < B < 1
 */
export function assignAbcClasses(values: Float64Array, cuts: readonly [number, number]): Int32Array {
  return assignAbc(values, { cuts }).codes;
}
