/** Where the simplex has shrunk to. */
export interface SimplexMinimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

/**
 * Local minimum of a function without derivatives, by a simplex that reflects, grows and shrinks.
 *
 * @param objective     Infinity or NaN where it is not defined
 * @param start         a point where it is finite
 * @param tolerance     the search ends when the values at the corners differ by less
 * @param maxIterations default 2000
 * @see Nelder & Mead (1965), A simplex method for function minimization, The Computer Journal 7(4)
 */
export function minimizeSimplex(
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  tolerance: number,
  maxIterations = 2000,
): SimplexMinimum {
  const size = start.length;
  const evaluate = (point: Float64Array): number => {
    const value = objective(point);
    return value === value ? value : Infinity;
  };
  const corners: Corner[] = Array.from({ length: size + 1 }, (_, corner) => {
    const point = Float64Array.from(start, (coordinate, i) => coordinate + (i + 1 === corner ? 0.25 : 0));
    return { point, value: evaluate(point) };
  });
  let iterations = 0;
  for (; iterations < maxIterations; iterations++) {
    corners.sort((a, b) => a.value - b.value);
    const worst = corners[size];
    if (worst.value - corners[0].value <= tolerance && computeSpread(corners) < 1e-4) break;
    const centre = new Float64Array(size);
    for (let c = 0; c < size; c++) for (let i = 0; i < size; i++) centre[i] += corners[c].point[i] / size;
    const move = (factor: number): Corner => {
      const point = centre.map((coordinate, i) => coordinate + factor * (worst.point[i] - coordinate));
      return { point, value: evaluate(point) };
    };
    const reflected = move(-1);
    let replacement: Corner | null = null;
    if (reflected.value < corners[0].value) {
      const expanded = move(-2);
      replacement = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < corners[size - 1].value) {
      replacement = reflected;
    } else {
      const contracted = move(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) replacement = contracted;
    }
    if (replacement !== null) corners[size] = replacement;
    else {
      for (let c = 1; c <= size; c++) {
        const point = corners[c].point.map((x, i) => (x + corners[0].point[i]) / 2);
        corners[c] = { point, value: evaluate(point) };
      }
    }
  }
  corners.sort((a, b) => a.value - b.value);
  return { point: corners[0].point, value: corners[0].value, iterations };
}

interface Corner {
  readonly point: Float64Array;
  readonly value: number;
}

function computeSpread(corners: readonly Corner[]): number {
  return Math.max(
    ...corners.map((corner) =>
      corner.point.reduce((most, x, i) => Math.max(most, Math.abs(x - corners[0].point[i])), 0),
    ),
  );
}
