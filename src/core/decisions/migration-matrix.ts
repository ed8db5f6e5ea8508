/** How customers moved between the groups of two dates. Plain arrays; groups from best to worst. */
export interface MigrationMatrix {
  /** Groups + 1 rows of groups + 1 counts: the last row is new customers, the last column those who are gone. */
  readonly counts: readonly (readonly number[])[];
  /** The counts by the total of their row; null where the row is empty. */
  readonly shares: readonly (readonly (number | null)[])[];
  /** Sum of the change of value over the customers of each cell; null without values. */
  readonly valueChanges: readonly (readonly number[])[] | null;
  /** Customers who are in a group on both dates. */
  readonly stayed: number;
  readonly up: number;
  readonly down: number;
  /** Customers in a group on the second date only, and on the first date only. */
  readonly arrived: number;
  readonly gone: number;
  /** `up` less `down`. */
  readonly netFlow: number;
  /** Share of the customers in a group on both dates who kept it; null without such customers. */
  readonly stabilityShare: number | null;
}

/**
 * Matrix of the moves between groups.
 *
 * @param before     group of each customer on the first date, 0 = best; -1 = in none
 * @param after      the same customers on the second date
 * @param groupCount > every group number
 * @param values     value on the two dates, NaN = 0; left out where it does not matter
 * @throws RangeError when lengths differ or a group is out of range
 */
export function buildMigrationMatrix(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  groupCount: number,
  values?: readonly [before: ArrayLike<number>, after: ArrayLike<number>],
): MigrationMatrix {
  const customers = before.length;
  if (after.length !== customers || values?.some((column) => column.length !== customers)) {
    throw new RangeError("columns must be of equal length");
  }
  const build = () => Array.from({ length: groupCount + 1 }, () => new Array<number>(groupCount + 1).fill(0));
  const counts = build();
  const changes = build();
  const moves = { stayed: 0, up: 0, down: 0, arrived: 0, gone: 0 };
  for (let i = 0; i < customers; i++) {
    const from = before[i];
    const to = after[i];
    if (!(from >= -1 && from < groupCount && to >= -1 && to < groupCount)) {
      throw new RangeError(`groups must be -1..${groupCount - 1}; customer ${i + 1} moves from ${from} to ${to}`);
    }
    if (from < 0 && to < 0) continue;
    const row = from < 0 ? groupCount : from;
    const column = to < 0 ? groupCount : to;
    counts[row][column]++;
    if (values !== undefined) changes[row][column] += (values[1][i] || 0) - (values[0][i] || 0);
    if (from < 0) moves.arrived++;
    else if (to < 0) moves.gone++;
    else if (to === from) moves.stayed++;
    else if (to < from) moves.up++;
    else moves.down++;
  }
  const both = moves.stayed + moves.up + moves.down;
  return {
    counts,
    shares: counts.map((row) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return row.map((count) => (total === 0 ? null : count / total));
    }),
    valueChanges: values === undefined ? null : changes,
    ...moves,
    netFlow: moves.up - moves.down,
    stabilityShare: both === 0 ? null : moves.stayed / both,
  };
}
