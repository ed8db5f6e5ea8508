import { assignPercentiles, computePercentileTable } from "../math/percentiles";
import type { Threshold } from "../math/threshold";
import { computeThreshold } from "../math/threshold";
import { QUADRANTS } from "../lenses/quadrants-lens";

/** The quadrants of potential customers: value x demand, high x high first. */
export const PROSPECT_QUADRANTS = QUADRANTS.slice(4);

/** Prospects by value and demand, in their order. */
export interface ProspectQuadrants {
  /** 0..100 per prospect: mean percentile, among the prospects, of the columns that tell demand; NaN where none does. */
  readonly demand: Float64Array;
  /** Above these value and demand are high; `demand` is null where no column tells it. */
  readonly cuts: { readonly value: number; readonly demand: number | null };
  /** Index into {@link PROSPECT_QUADRANTS} per prospect. */
  readonly codes: Int32Array;
}

/**
 * Quadrants of prospects, whose value is how much they are like the top customers.
 *
 * Cuts in money mean nothing for such a score: where the quadrants of customers have fixed ones, those of prospects are the means. A demand
 * that is not known counts as low, so that the promising ones are asked for their needs first.
 *
 * @param scores        0..1 per prospect
 * @param demandColumns numbers per prospect, such as open enquiries; NaN = blank
 * @param threshold     what separates high from low
 */
export function assignProspectQuadrants(
  scores: Float64Array,
  demandColumns: readonly Float64Array[],
  threshold: Threshold,
): ProspectQuadrants {
  const percentiles = demandColumns.map((column) => assignPercentiles(column, computePercentileTable(column)));
  const demand = scores.map((_, prospect) => {
    const known = percentiles.map((column) => column[prospect]).filter((value) => value === value);
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  const basis = typeof threshold === "number" ? "mean" : threshold;
  const cuts = { value: computeThreshold(scores, basis), demand: computeThreshold(demand, basis) };
  const codes = Int32Array.from(
    scores,
    (score, prospect) => (score > cuts.value ? 0 : 2) + (demand[prospect] > cuts.demand ? 0 : 1),
  );
  return { demand, cuts: { ...cuts, demand: Number.isFinite(cuts.demand) ? cuts.demand : null }, codes };
}
