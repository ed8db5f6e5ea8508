import { sortIndices } from "../math/index-sort";
import type { TimeUnit } from "./time-unit";

/**
 * What the repeat-purchase models know of each customer: columns of equal length, in customer order.
 *
 * `frequency` (x) counts purchase days after the first one; `ageAtLast` (t_x) runs from the first purchase day to the last one,
 * `observed` (T) from the first one to the end of the period, both in `timeUnit`.
 */
export interface PurchaseHistories {
  readonly frequency: Float64Array;
  readonly ageAtLast: Float64Array;
  readonly observed: Float64Array;
  readonly timeUnit: TimeUnit;
}

/** Equal histories counted once, in the order of (x, T, t_x). */
export interface HistoryGroups {
  /** Customers per group. */
  readonly weight: Float64Array;
  readonly frequency: Float64Array;
  readonly ageAtLast: Float64Array;
  readonly observed: Float64Array;
  readonly timeUnit: TimeUnit;
  /** Group of each customer. */
  readonly groupOf: Int32Array;
  /** The distinct frequencies, ascending, and the position of each group's in them. */
  readonly counts: Float64Array;
  readonly countIndex: Int32Array;
  /** The distinct times t_x and T, ascending, and the positions of each group's in them. */
  readonly times: Float64Array;
  readonly ageIndex: Int32Array;
  readonly observedIndex: Int32Array;
}

/**
 * Gathers customers with equal histories, so that a likelihood evaluates each history once.
 *
 * The groups do not depend on the order of the customers.
 *
 * @throws RangeError naming the position of the first history that is impossible: x not a whole number >= 0, t_x outside 0..T, or t_x
 *   positive without a repeat purchase or 0 with one
 */
export function groupHistories(histories: PurchaseHistories): HistoryGroups {
  const { frequency, ageAtLast, observed, timeUnit } = histories;
  checkHistories(histories);
  const customers = frequency.length;
  const counts = findDistinct(frequency);
  const joined = new Float64Array(2 * customers);
  joined.set(ageAtLast);
  joined.set(observed, customers);
  const times = findDistinct(joined);
  const key = Float64Array.from(
    { length: customers },
    (_, i) =>
      (counts.indexOf[i] * times.values.length + times.indexOf[customers + i]) * times.values.length + times.indexOf[i],
  );
  const groups = findDistinct(key);
  const size = groups.values.length;
  const weight = new Float64Array(size);
  const first = new Int32Array(size);
  for (let i = customers - 1; i >= 0; i--) {
    weight[groups.indexOf[i]]++;
    first[groups.indexOf[i]] = i;
  }
  const pick = (column: Float64Array): Float64Array => Float64Array.from(first, (i) => column[i]);
  return {
    weight,
    frequency: pick(frequency),
    ageAtLast: pick(ageAtLast),
    observed: pick(observed),
    timeUnit,
    groupOf: groups.indexOf,
    counts: counts.values,
    countIndex: Int32Array.from(first, (i) => counts.indexOf[i]),
    times: times.values,
    ageIndex: Int32Array.from(first, (i) => times.indexOf[i]),
    observedIndex: Int32Array.from(first, (i) => times.indexOf[customers + i]),
  };
}

/** From twice as many groups on, the starts of a fit are compared on a sample of about this many. */
const SAMPLE_SIZE = 5000;

/**
 * Every k-th group, so that all frequencies keep their share; its groups belong to no customers.
 *
 * @returns null when there are too few groups for a sample to save time
 */
export function sampleGroups(groups: HistoryGroups): HistoryGroups | null {
  const step = Math.floor(groups.weight.length / SAMPLE_SIZE);
  if (step < 2) return null;
  return pickGroups(groups, (group) => group % step === 0);
}

/**
 * The groups that were observed for some time: the others, customers who first bought at the very end, are likely whatever the parameters.
 *
 * @returns the same groups where all were; else groups that belong to no customers
 */
export function dropUnobserved(groups: HistoryGroups): HistoryGroups {
  const { observed } = groups;
  return observed.includes(0) ? pickGroups(groups, (group) => observed[group] > 0) : groups;
}

/** Some of the groups, with the counts and times that they have. */
function pickGroups(groups: HistoryGroups, isPicked: (group: number) => boolean): HistoryGroups {
  const pick = <Column extends Float64Array | Int32Array>(column: Column): Column =>
    column.filter((_, group) => isPicked(group)) as Column;
  const count = keepUsed(groups.counts, [pick(groups.countIndex)]);
  const time = keepUsed(groups.times, [pick(groups.ageIndex), pick(groups.observedIndex)]);
  const [countIndex] = count.indices;
  const [ageIndex, observedIndex] = time.indices;
  return {
    weight: pick(groups.weight),
    frequency: pick(groups.frequency),
    ageAtLast: pick(groups.ageAtLast),
    observed: pick(groups.observed),
    timeUnit: groups.timeUnit,
    groupOf: new Int32Array(0),
    counts: count.values,
    countIndex,
    times: time.values,
    ageIndex,
    observedIndex,
  };
}

/** The values that indices point to, and the indices into those alone. */
function keepUsed(
  values: Float64Array,
  indices: readonly Int32Array[],
): { values: Float64Array; indices: Int32Array[] } {
  const place = new Int32Array(values.length).fill(-1);
  for (const index of indices) for (const position of index) place[position] = 0;
  const used = values.filter((_, position) => place[position] === 0);
  let next = 0;
  for (let position = 0; position < place.length; position++) if (place[position] === 0) place[position] = next++;
  return { values: used, indices: indices.map((index) => index.map((position) => place[position])) };
}

function checkHistories({ frequency, ageAtLast, observed }: PurchaseHistories): void {
  if (ageAtLast.length !== frequency.length || observed.length !== frequency.length) {
    throw new RangeError("the columns of purchase histories must be of equal length");
  }
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i];
    const age = ageAtLast[i];
    const isPossible =
      Number.isInteger(x) &&
      x >= 0 &&
      age >= 0 &&
      age <= observed[i] &&
      observed[i] < Infinity &&
      (age === 0) === (x === 0);
    if (!isPossible) {
      throw new RangeError(
        `customer at position ${i + 1} has an impossible history: ${x} repeat purchases, last at age ${age} of ${observed[i]}`,
      );
    }
  }
}

function findDistinct(values: Float64Array): { values: Float64Array; indexOf: Int32Array } {
  const order = sortIndices(values);
  const distinct = new Float64Array(values.length);
  const indexOf = new Int32Array(values.length);
  let count = 0;
  for (let position = 0; position < order.length; position++) {
    const value = values[order[position]];
    if (count === 0 || value !== distinct[count - 1]) distinct[count++] = value;
    indexOf[order[position]] = count - 1;
  }
  return { values: distinct.slice(0, count), indexOf };
}
