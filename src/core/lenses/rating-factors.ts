import { computeQuantile, sortNumbers } from "../math/quantile";
import { computeMean } from "../math/statistics";
import { findRoleNumbers } from "./columns";
import { selectColumn } from "./features";
import type { LensTables } from "./lens";
import { hasNumbers } from "./lens";
import { findScaleTop } from "./loyalty-index";

/** What an attribute that customers rate does to their loyalty. */
export const RATING_KINDS = ["basic", "value", "dissatisfier", "secondary"] as const;

/** See {@link RATING_KINDS}. */
export type RatingKind = (typeof RATING_KINDS)[number];

/** One rated attribute; points are of 100, NaN where one of the two sides has nobody. */
export interface RatingFactor {
  readonly column: string;
  /** Customers who rated it and whose loyalty is known. */
  readonly customers: number;
  readonly meanRating: number;
  /** Mean loyalty of those who rate it high, less that of all who rate it. */
  readonly reward: number;
  /** Mean loyalty of all who rate it, less that of those who rate it low. */
  readonly penalty: number;
  /** The same as `penalty` for satisfaction; NaN without a column of it. */
  readonly satisfactionPenalty: number;
  readonly kind: RatingKind;
}

/** From this many points on a reward or a penalty counts. */
const POINTS = 5;
const TOP = 100;

/** Who rates high (1), low (-1) or between (0): the top and the bottom third; only above and below it where both thirds end alike. */
function splitThirds(ratings: ArrayLike<number>): Int8Array {
  const sorted = sortNumbers(Float64Array.from(ratings));
  const [low, high] = [computeQuantile(sorted, 1, 3), computeQuantile(sorted, 2, 3)];
  return Int8Array.from({ length: ratings.length }, (_, i) => {
    if (low < high) return ratings[i] >= high ? 1 : ratings[i] <= low ? -1 : 0;
    return ratings[i] > high ? 1 : ratings[i] < low ? -1 : 0;
  });
}

function compareSides(values: ArrayLike<number>, sides: Int8Array): { reward: number; penalty: number } {
  const pick = (side: number | null) => {
    const members: number[] = [];
    sides.forEach((own, i) => {
      if ((side === null || own === side) && values[i] === values[i]) members.push(values[i]);
    });
    return members.length === 0 ? NaN : computeMean(members);
  };
  const all = pick(null);
  return { reward: pick(1) - all, penalty: all - pick(-1) };
}

/**
 * Which attribute a product must have, which one wins loyalty, and which one only annoys when it is poor.
 *
 * Basic: low raters are at least 5 points less loyal, high raters are not 5 points more. Value: high raters are at least 5 points more
 * loyal. Dissatisfier: poor ratings cost satisfaction only. Secondary: the rest.
 *
 * @param columns numeric columns with ratings; those the tables do not have are left out
 * @param loyalty index 0..100 per customer, NaN where unknown
 * @returns one entry per column that anyone of known loyalty has rated, in the order given
 */
export function findRatingFactors(
  columns: readonly string[],
  loyalty: Float64Array,
  tables: LensTables,
): RatingFactor[] {
  const answers = findRoleNumbers("satisfaction", tables);
  const top = findScaleTop(answers);
  return columns.flatMap((column): RatingFactor[] => {
    const ratings = selectColumn(column, tables);
    if (ratings === null || !hasNumbers(ratings)) return [];
    const raters = [...ratings.keys()].filter((i) => ratings[i] === ratings[i] && loyalty[i] === loyalty[i]);
    if (raters.length === 0) return [];
    const own = Float64Array.from(raters, (i) => ratings[i]);
    const sides = splitThirds(own);
    const { reward, penalty } = compareSides(
      raters.map((i) => loyalty[i]),
      sides,
    );
    const satisfaction = raters.map((i) => (answers === null || top === null ? NaN : (TOP * answers[i]) / top));
    const satisfactionPenalty = compareSides(satisfaction, sides).penalty;
    return [
      {
        column,
        customers: raters.length,
        meanRating: computeMean(own),
        reward,
        penalty,
        satisfactionPenalty,
        kind: classifyRating(reward, penalty, satisfactionPenalty),
      },
    ];
  });
}

/**
 * The kind of an attribute.
 *
 * @param reward              points of loyalty that high raters are ahead; NaN = unknown, which counts as none
 * @param penalty             points of loyalty that low raters are behind
 * @param satisfactionPenalty points of satisfaction that low raters are behind
 */
export function classifyRating(reward: number, penalty: number, satisfactionPenalty: number): RatingKind {
  if (reward >= POINTS) return "value";
  if (penalty >= POINTS) return "basic";
  return satisfactionPenalty >= POINTS ? "dissatisfier" : "secondary";
}
