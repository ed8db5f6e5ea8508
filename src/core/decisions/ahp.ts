/** Most criteria that can be compared in pairs. */
export const mostCriteria = 10;

/** From this consistency ratio on the judgements contradict each other too much. */
export const CONSISTENCY_LIMIT = 0.1;

/** Mean consistency index of random judgements for 1..10 criteria. */
export const RANDOM_INDEX: readonly number[] = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/** A judgement of one criterion against another, by their positions. */
export interface Judgement {
  readonly row: number;
  readonly column: number;
}

/** Weights of criteria, and how far the judgements behind them agree. Plain JSON. */
export interface AhpResult {
  /** In the order of the criteria; sum 1. */
  readonly weights: readonly number[];
  /** Principal eigenvalue; equals the number of criteria where the judgements agree fully. */
  readonly eigenvalue: number;
  readonly consistencyIndex: number;
  /** 0 with one or two criteria. */
  readonly consistencyRatio: number;
  /** False from a ratio of 0.1 on. */
  readonly isConsistent: boolean;
  /** The judgement that departs most from what the weights imply (row before column); null where none does. */
  readonly worst: Judgement | null;
}

/**
 * A full reciprocal matrix out of judgements on one side of the diagonal.
 *
 * @param judgements square; how much more important the row is than the column, 1..9 or a fraction; NaN = not given, then it is 1 on the
 *   diagonal and 1 / the opposite judgement elsewhere
 * @returns null when a pair has no judgement at all, a judgement is not positive, the diagonal is not 1, or two opposite judgements do not
 *   multiply to 1 (within 2 percent, so that .33 passes for 1/3)
 */
export function completeJudgements(judgements: readonly ArrayLike<number>[]): number[][] | null {
  const size = judgements.length;
  const complete = judgements.map((row) => Array.from({ length: size }, (_, j) => row[j]));
  for (let i = 0; i < size; i++) {
    if (Number.isNaN(complete[i][i])) complete[i][i] = 1;
    if (complete[i][i] !== 1) return null;
    for (let j = i + 1; j < size; j++) {
      if (Number.isNaN(complete[i][j])) complete[i][j] = 1 / complete[j][i];
      else if (Number.isNaN(complete[j][i])) complete[j][i] = 1 / complete[i][j];
      const product = complete[i][j] * complete[j][i];
      if (!(complete[i][j] > 0 && complete[j][i] > 0 && Math.abs(product - 1) <= 0.02)) return null;
    }
  }
  return complete;
}

/**
 * Weights of criteria from comparisons in pairs (analytic hierarchy process): the principal eigenvector, and the consistency ratio.
 *
 * @param matrix square and positive, 1 on the diagonal, opposite entries reciprocal; 1..10 criteria
 * @throws RangeError when the matrix is not square, not positive or too large
 * @see Saaty (1980), The Analytic Hierarchy Process
 */
export function computeAhpWeights(matrix: readonly ArrayLike<number>[]): AhpResult {
  const size = matrix.length;
  if (size < 1 || size > mostCriteria) throw new RangeError(`criteria must be 1..${mostCriteria}; got ${size}`);
  for (const row of matrix) {
    if (row.length !== size)
      throw new RangeError(`the matrix must be square; got ${size} rows and ${row.length} columns`);
    for (let j = 0; j < size; j++) {
      if (!(row[j] > 0 && row[j] < Infinity)) throw new RangeError(`judgements must be positive; got ${row[j]}`);
    }
  }
  const weights = findEigenvector(matrix);
  const eigenvalue = multiply(matrix, weights).reduce((sum, value, i) => sum + value / weights[i], 0) / size;
  const consistencyIndex = size < 3 ? 0 : Math.max(0, (eigenvalue - size) / (size - 1));
  const consistencyRatio = size < 3 ? 0 : consistencyIndex / RANDOM_INDEX[size - 1];
  return {
    weights,
    eigenvalue,
    consistencyIndex,
    consistencyRatio,
    isConsistent: consistencyRatio < CONSISTENCY_LIMIT,
    worst: findWorstJudgement(matrix, weights),
  };
}

/** Weights of criteria that are compared within groups, and the groups among one another. Plain JSON. */
export interface TwoLevelResult {
  /** One list per group: the group's weight times the weight within it; all together sum 1. */
  readonly weights: readonly (readonly number[])[];
  readonly groups: AhpResult;
  readonly members: readonly AhpResult[];
  /** False where one of the comparisons contradicts itself too much. */
  readonly isConsistent: boolean;
}

/**
 * Weights on two levels, for more criteria than can be compared all with all: of groups of criteria, and of the criteria of each group.
 *
 * @param groups  comparisons of the groups, as {@link computeAhpWeights} takes them
 * @param members comparisons within each group, in the order of the groups
 * @throws RangeError when there is not one matrix per group, or a matrix is no matrix of comparisons
 * @see Saaty (1980), The Analytic Hierarchy Process
 */
export function computeTwoLevelWeights(
  groups: readonly ArrayLike<number>[],
  members: readonly (readonly ArrayLike<number>[])[],
): TwoLevelResult {
  if (members.length !== groups.length) {
    throw new RangeError(`each group needs its own matrix; got ${members.length} for ${groups.length} groups`);
  }
  const upper = computeAhpWeights(groups);
  const lower = members.map(computeAhpWeights);
  return {
    weights: lower.map(({ weights }, group) => weights.map((weight) => weight * upper.weights[group])),
    groups: upper,
    members: lower,
    isConsistent: upper.isConsistent && lower.every(({ isConsistent }) => isConsistent),
  };
}

function multiply(matrix: readonly ArrayLike<number>[], vector: readonly number[]): number[] {
  return matrix.map((row) => vector.reduce((sum, value, j) => sum + row[j] * value, 0));
}

/** Power iteration until no weight changes by more than 1e-13. */
function findEigenvector(matrix: readonly ArrayLike<number>[]): number[] {
  let weights = matrix.map(() => 1 / matrix.length);
  for (let round = 0; round < 100_000; round++) {
    const next = multiply(matrix, weights);
    const total = next.reduce((sum, value) => sum + value, 0);
    const scaled = next.map((value) => value / total);
    const change = Math.max(...scaled.map((value, i) => Math.abs(value - weights[i])));
    weights = scaled;
    if (change < 1e-13) break;
  }
  return weights;
}

function findWorstJudgement(matrix: readonly ArrayLike<number>[], weights: readonly number[]): Judgement | null {
  let worst: Judgement | null = null;
  let largest = 1e-9;
  for (let row = 0; row < weights.length; row++) {
    for (let column = row + 1; column < weights.length; column++) {
      const departure = Math.abs(Math.log((matrix[row][column] * weights[column]) / weights[row]));
      if (departure > largest) {
        largest = departure;
        worst = { row, column };
      }
    }
  }
  return worst;
}
