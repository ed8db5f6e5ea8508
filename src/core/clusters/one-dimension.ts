import type { Points } from "./points";

const mostGroups = 50_000;

/**
 * The best possible centres for points on a line, by dynamic programming: optimal clusters on a line are neighbouring stretches of the sorted
 * values, and the best place of a cut moves only upwards with the stretch to be cut, so that each cluster costs n log n steps.
 *
 * Above 50,000 different values neighbours are first put together into groups; the result is then very close to the optimum.
 *
 * @param points of one dimension with at least k different values
 * @returns k centres, ascending
 * @see Wang & Song (2011), Ckmeans.1d.dp: Optimal k-means clustering in one dimension, The R Journal 3(2)
 */
export function findLineCentres(points: Points, k: number): Float64Array {
  const { means, weights } = groupValues(points.values);
  const groups = means.length;
  const weight = new Float64Array(groups + 1);
  const sum = new Float64Array(groups + 1);
  const squares = new Float64Array(groups + 1);
  for (let i = 0; i < groups; i++) {
    weight[i + 1] = weight[i] + weights[i];
    sum[i + 1] = sum[i] + weights[i] * means[i];
    squares[i + 1] = squares[i] + weights[i] * means[i] * means[i];
  }
  /** Sum of squares within the groups from..to-1. */
  const measure = (from: number, to: number): number => {
    const total = sum[to] - sum[from];
    return Math.max(0, squares[to] - squares[from] - (total * total) / (weight[to] - weight[from]));
  };

  let previous = new Float64Array(groups + 1);
  let current = new Float64Array(groups + 1);
  for (let to = 1; to <= groups; to++) previous[to] = measure(0, to);
  const cuts: Int32Array[] = [];
  for (let clusters = 2; clusters <= k; clusters++) {
    const cut = new Int32Array(groups + 1);
    fillLayer(clusters, groups, clusters - 1, groups - 1, previous, current, cut, measure);
    cuts.push(cut);
    [previous, current] = [current, previous];
  }

  const centres = new Float64Array(k);
  let end = groups;
  for (let cluster = k - 1; cluster >= 0; cluster--) {
    const begin = cluster === 0 ? 0 : cuts[cluster - 1][end];
    centres[cluster] = (sum[end] - sum[begin]) / (weight[end] - weight[begin]);
    end = begin;
  }
  return centres;
}

function groupValues(values: Float64Array): { means: Float64Array; weights: Float64Array } {
  const sorted = values.slice().sort();
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  const smallest = distinct <= mostGroups ? 1 : Math.ceil(sorted.length / mostGroups);
  const means = new Float64Array(distinct);
  const weights = new Float64Array(distinct);
  let groups = 0;
  for (let begin = 0; begin < sorted.length;) {
    let end = Math.min(sorted.length, begin + smallest);
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++;
    let total = 0;
    for (let i = begin; i < end; i++) total += sorted[i] - sorted[begin];
    means[groups] = sorted[begin] + total / (end - begin);
    weights[groups] = end - begin;
    groups++;
    begin = end;
  }
  return { means: means.subarray(0, groups), weights: weights.subarray(0, groups) };
}

/** Best cost of covering the first `to` groups for each `to` in low..high, the last cluster beginning within cutLow..cutHigh. */
function fillLayer(
  low: number,
  high: number,
  cutLow: number,
  cutHigh: number,
  previous: Float64Array,
  current: Float64Array,
  cut: Int32Array,
  measure: (from: number, to: number) => number,
): void {
  if (low > high) return;
  const middle = (low + high) >> 1;
  let best = Infinity;
  let bestCut = cutLow;
  for (let begin = cutLow; begin <= Math.min(cutHigh, middle - 1); begin++) {
    const cost = previous[begin] + measure(begin, middle);
    if (cost < best) {
      best = cost;
      bestCut = begin;
    }
  }
  current[middle] = best;
  cut[middle] = bestCut;
  fillLayer(low, middle - 1, cutLow, bestCut, previous, current, cut, measure);
  fillLayer(middle + 1, high, bestCut, cutHigh, previous, current, cut, measure);
}
