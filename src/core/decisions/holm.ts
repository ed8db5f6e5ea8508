/**
 * Probabilities of several tests adjusted for their number by Holm's step-down method: the chance of a single false alarm among all of them
 * stays below the level they are compared with.
 *
 * @param pValues one per test, NaN = no test and not counted
 * @returns in the same order, none smaller than the one given, at most 1; NaN stays NaN
 * @see Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2)
 */
export function adjustByHolm(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].filter((i) => pValues[i] === pValues[i]).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = pValues.map(() => NaN);
  let largest = 0;
  order.forEach((test, position) => {
    largest = Math.max(largest, Math.min(1, (order.length - position) * pValues[test]));
    adjusted[test] = largest;
  });
  return adjusted;
}
