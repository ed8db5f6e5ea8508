import { computeMean } from "../math/statistics";
import type { TreeColumn } from "../tree/column";

/** How a trait differs between top customers and the rest. Unknown figures are null. Plain JSON. */
export interface SharedTrait {
  readonly column: string;
  /** A text of a column of texts; null for a column of numbers, and for blank texts together with `isBlank`. */
  readonly label: string | null;
  readonly kind: "number" | "category";
  readonly isBlank: boolean;
  /** Customers of the top and of the rest with the trait; for numbers those whose number is known. */
  readonly topCustomers: number;
  readonly restCustomers: number;
  /** Share with the trait; for numbers the mean. */
  readonly top: number | null;
  readonly rest: number | null;
  /** 100 x top / rest: above 100 the trait is more frequent, or the number larger, among the top. */
  readonly index: number | null;
}

/** Traits of fewer customers say nothing. */
const LEAST_CUSTOMERS = 5;

/**
 * What top customers share: for every text of a column how frequent it is among them and among the rest, for numbers the two means.
 *
 * @param columns one entry per customer
 * @param isTop   1 for a top customer, else 0
 * @returns in the order of the columns; texts by falling index, those that nobody of the rest has first
 */
export function describeSharedTraits(columns: readonly TreeColumn[], isTop: ArrayLike<number>): SharedTrait[] {
  let topTotal = 0;
  for (let row = 0; row < isTop.length; row++) topTotal += isTop[row];
  const restTotal = isTop.length - topTotal;
  return columns.flatMap((column): SharedTrait[] => {
    if (column.kind === "number") return describeNumber(column.name, column.numbers, isTop);
    const counts = [0, 1].map(() => new Int32Array(column.labels.length + 1));
    column.codes.forEach((code, row) => counts[isTop[row]][code < 0 ? column.labels.length : code]++);
    return [...column.labels, null]
      .map((label, place): SharedTrait => {
        const [rest, top] = [counts[0][place] / restTotal, counts[1][place] / topTotal];
        return {
          column: column.name,
          label,
          kind: "category",
          isBlank: label === null,
          topCustomers: counts[1][place],
          restCustomers: counts[0][place],
          top,
          rest,
          index: rest > 0 ? (100 * top) / rest : null,
        };
      })
      .filter(({ topCustomers, restCustomers }) => topCustomers + restCustomers >= LEAST_CUSTOMERS)
      .sort((a, b) => compareIndexes(a.index, b.index));
  });
}

function describeNumber(name: string, numbers: Float64Array, isTop: ArrayLike<number>): SharedTrait[] {
  const pick = (wanted: number) => numbers.filter((value, row) => value === value && isTop[row] === wanted);
  const [rest, top] = [pick(0), pick(1)];
  if (top.length === 0 || rest.length === 0 || top.length + rest.length < LEAST_CUSTOMERS) return [];
  const [restMean, topMean] = [computeMean(rest), computeMean(top)];
  return [
    {
      column: name,
      label: null,
      kind: "number",
      isBlank: false,
      topCustomers: top.length,
      restCustomers: rest.length,
      top: topMean,
      rest: restMean,
      index: restMean > 0 ? (100 * topMean) / restMean : null,
    },
  ];
}

/** Falling, null (endless) first. */
function compareIndexes(first: number | null, second: number | null): number {
  if (first === null || second === null) return first === second ? 0 : first === null ? -1 : 1;
  return second - first;
}
