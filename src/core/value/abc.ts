import { countGroups } from "../math/groups";
import { sortIndices } from "../math/index-sort";
import type { TierModel } from "./pyramid";

/** ABC classes from the top. */
export const ABC_CLASSES = ["A", "B", "C"] as const;

/** Which class the customer who crosses a cut belongs to: the one above (`up`) or the one below (`down`). */
export type AbcCrossing = "up" | "down";

/** How the classes are cut. */
export interface AbcOptions {
  /** Cumulated value shares where A and B end, 0 < A < B < 1; default 0.7 and 0.9. */
  cuts?: readonly [number, number];
  /** Default `up`. */
  crossing?: AbcCrossing;
}

/** ABC class of all customers. */
export interface AbcResult {
  /** 0 = A, 1 = B, 2 = C; -1 = blank value. */
  codes: Int32Array;
  counts: Int32Array;
  /** Lowest value in A and in B, for judging others with `assignTiersByBoundary`. */
  model: TierModel;
}

const TOLERANCE = 1e-12;

/**
 * ABC class of every customer: by value descending, ties in standard order, cut at cumulated shares of the sum of positive values.
 *
 * `up` looks at the share before the customer (A while it is below the cut), `down` at the share including the customer (A while it does
 * not exceed the cut, as the usual spreadsheet formula). A value of 0 or below is always C.
 *
 * @param values value per customer in standard order, NaN = blank
 * @throws RangeError when the cuts are not ascending within 0..1
 * @see Dickie (1951), ABC inventory analysis shoots for dollars, not pennies, Factory Management and Maintenance 109
 */
export function assignAbc(values: ArrayLike<number>, options: AbcOptions = {}): AbcResult {
  const cuts = options.cuts ?? [0.7, 0.9];
  const crossing = options.crossing ?? "up";
  if (!(cuts[0] > 0 && cuts[0] < cuts[1] && cuts[1] < 1)) {
    throw new RangeError(`ABC cuts must be ascending shares between 0 and 1; got ${cuts.join(", ")}`);
  }
  const order = sortIndices(values, true);
  let base = 0;
  let valuable = 0;
  while (valuable < order.length && values[order[valuable]] > 0) base += values[order[valuable++]];

  const codes = new Int32Array(values.length).fill(-1);
  const boundaries: (number | null)[] = [null, null];
  let cumulated = 0;
  let group = 0;
  for (let position = 0; position < order.length; position++) {
    const value = values[order[position]];
    if (position < valuable) {
      const before = cumulated / base;
      cumulated += value;
      const including = cumulated / base;
      while (
        group < 2 &&
        (crossing === "up" ? before >= cuts[group] - TOLERANCE : including > cuts[group] + TOLERANCE)
      ) {
        group++;
      }
      if (group < 2) boundaries[group] = value;
    } else group = 2;
    codes[order[position]] = group;
  }
  return { codes, counts: countGroups(codes, 3), model: { ids: [...ABC_CLASSES], boundaries } };
}
