/** Points of the four customary grades: excellent, good, fair, poor. */
export const GRADE_SCORES: readonly number[] = [95, 80, 65, 40];

/** How weights and ratings are put together: by weighted mean, or by the largest of the smaller ones. */
export type FuzzyOperator = "mean" | "maxMin";

/** Evaluation of one object. Plain JSON. */
export interface FuzzyResult {
  /** Membership of each grade; sum 1 by `mean`, as they come by `maxMin`. */
  readonly memberships: readonly number[];
  /** Grade of largest membership, 0 = best; of equal ones the better. */
  readonly grade: number;
  /** Points: mean of the grades' scores, weighted by membership. */
  readonly score: number;
}

/**
 * Fuzzy comprehensive evaluation: how far an object belongs to each grade, from the share of ratings per grade on each criterion.
 *
 * Weights and the ratings of each criterion are brought to sum 1, so that numbers of ratings will do.
 *
 * @param weights  of the criteria, >= 0, not all 0
 * @param ratings  per criterion one number per grade, best grade first; >= 0, not all 0
 * @param scores   points per grade
 * @throws RangeError when sizes do not fit or a row has no positive entry
 * @see Zadeh (1965), Fuzzy sets, Information and Control 8(3)
 */
export function evaluateFuzzily(
  weights: ArrayLike<number>,
  ratings: readonly ArrayLike<number>[],
  scores: readonly number[] = GRADE_SCORES,
  operator: FuzzyOperator = "mean",
): FuzzyResult {
  if (ratings.length !== weights.length || ratings.length === 0) {
    throw new RangeError(
      `each weight needs a row of ratings; got ${weights.length} weights and ${ratings.length} rows`,
    );
  }
  const shares = scaleToOne(weights, "weights");
  const rows = ratings.map((row) => {
    if (row.length !== scores.length) {
      throw new RangeError(`each row needs ${scores.length} ratings; got ${row.length}`);
    }
    return scaleToOne(row, "ratings");
  });
  const memberships = scores.map((_, grade) =>
    operator === "mean"
      ? rows.reduce((sum, row, i) => sum + shares[i] * row[grade], 0)
      : rows.reduce((most, row, i) => Math.max(most, Math.min(shares[i], row[grade])), 0),
  );
  const total = memberships.reduce((sum, membership) => sum + membership, 0);
  return {
    memberships,
    grade: memberships.reduce((best, membership, i) => (membership > memberships[best] + 1e-12 ? i : best), 0),
    score: memberships.reduce((sum, membership, i) => sum + membership * scores[i], 0) / total,
  };
}

function scaleToOne(values: ArrayLike<number>, what: string): number[] {
  const list = Array.from(values);
  const total = list.reduce((sum, value) => sum + value, 0);
  if (!list.every((value) => value >= 0) || !(total > 0 && total < Infinity)) {
    throw new RangeError(`${what} must be >= 0 and not all 0; got ${list.join(", ")}`);
  }
  return list.map((value) => value / total);
}
