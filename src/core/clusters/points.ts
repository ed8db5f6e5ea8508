/**
 * Points to cluster, in the standard order of the customers.
 *
 * `values` is row-major, `rows` x `dimensions`, finite, usually standardised.
 */
export interface Points {
  readonly values: Float64Array;
  readonly rows: number;
  readonly dimensions: number;
}

/**
 * Refuses points whose parts do not fit together or that hold something other than finite numbers.
 *
 * @throws RangeError naming what is wrong
 */
export function checkPoints(points: Points): void {
  const { values, rows, dimensions } = points;
  if (dimensions < 1) throw new RangeError(`points need at least one dimension; got ${dimensions}`);
  if (values.length !== rows * dimensions) {
    throw new RangeError(`points must hold rows x dimensions = ${rows * dimensions} values; got ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`points must be finite; value ${i} is ${values[i]}`);
  }
}

/**
 * Number of different points, counted only as far as it matters.
 *
 * @param points n points
 * @param limit  counting stops here
 * @returns at most `limit`
 */
export function countDistinctPoints(points: Points, limit: number): number {
  const { values, rows, dimensions } = points;
  const found: number[] = [];
  for (let row = 0; row < rows && found.length < limit; row++) {
    const seen = found.some((other) => {
      for (let d = 0; d < dimensions; d++) {
        if (values[other * dimensions + d] !== values[row * dimensions + d]) return false;
      }
      return true;
    });
    if (!seen) found.push(row);
  }
  return found.length;
}

/**
 * Some of the points.
 *
 * @param points  to select from
 * @param indexes row numbers, repeats allowed
 * @returns the points in the order of `indexes`
 */
export function selectPoints(points: Points, indexes: ArrayLike<number>): Points {
  const { values, dimensions } = points;
  const selected = new Float64Array(indexes.length * dimensions);
  for (let i = 0; i < indexes.length; i++) {
    for (let d = 0; d < dimensions; d++) selected[i * dimensions + d] = values[indexes[i] * dimensions + d];
  }
  return { values: selected, rows: indexes.length, dimensions };
}
