import { createRandom } from "../math/random";
import { drawExponential, drawGamma } from "../math/random-variates";
import { listParameters } from "./fit-repeat-model";
import type { GammaGammaFit } from "./gamma-gamma";
import { listSpendParameters } from "./gamma-gamma";
import type { MonthSchedule, RepeatModelParameters } from "./predict-repeat";
import { predictAlive } from "./predict-repeat";
import type { HistoryGroups } from "./purchase-histories";
import type { RepeatModel } from "./repeat-model";
import { findRepeatModel } from "./repeat-models";

/** What customers may do: the range that holds 80 % of their simulated futures. Columns per customer. */
export interface OutcomeRanges {
  readonly purchasesLow: Float64Array;
  readonly purchasesHigh: Float64Array;
  /** Discounted money before margin; NaN without money. */
  readonly valueLow: Float64Array;
  readonly valueHigh: Float64Array;
}

/** What the futures are drawn from. */
export interface OutcomeSource {
  readonly fit: RepeatModelParameters;
  readonly groups: HistoryGroups;
  /** Null when spend is one number for everyone. */
  readonly gammaGamma: GammaGammaFit | null;
  readonly monetaryMean: Float64Array;
  /** Expected spend per purchase of each customer; used for every purchase where there is no spend model. */
  readonly spend: Float64Array;
  readonly schedule: MonthSchedule;
  /** Futures per customer. */
  readonly draws: number;
  readonly seed: number;
}

/** Share of futures below and above the range. */
const TAIL = 0.1;
/** Many one-time buyers share a history, and their range lies where a few futures decide: it is drawn from so many times more. */
const SHARED_FACTOR = 10;

/**
 * Draws futures of each customer from what the model knows of them - alive or gone, rate, lifetime, mean spend, purchases - and takes the
 * range from the 10th to the 90th percentile.
 *
 * The draws depend on the history alone, and a customer's mean spend only scales them: each history is drawn once, equal customers get equal
 * ranges, whatever their place in the data.
 */
export function simulateOutcomes(source: OutcomeSource): OutcomeRanges {
  const { groups } = source;
  const customers = groups.groupOf.length;
  const make = (): Float64Array => new Float64Array(customers);
  const ranges = { purchasesLow: make(), purchasesHigh: make(), valueLow: make(), valueHigh: make() };
  const alive = predictAlive(source.fit, groups);
  const draw = createFutureSource(source);
  const measureSpend = createSpendScale(source);
  const few = createBuffers(source.draws);
  const many = createBuffers(SHARED_FACTOR * source.draws);
  const drawn = new Map<number, HistoryRange>();
  for (let i = 0; i < customers; i++) {
    const group = groups.groupOf[i];
    const spend = measureSpend(i);
    const key = 2 * group + (spend.isOwn ? 1 : 0);
    let range = drawn.get(key);
    if (range === undefined) {
      const buffers = groups.frequency[group] === 0 ? many : few;
      range = drawRange(buffers, alive[group], (living, counts, money) =>
        draw(group, spend.isOwn, living, counts, money),
      );
      drawn.set(key, range);
    }
    ranges.purchasesLow[i] = range.purchasesLow;
    ranges.purchasesHigh[i] = range.purchasesHigh;
    ranges.valueLow[i] = range.moneyLow * spend.scale;
    ranges.valueHigh[i] = range.moneyHigh * spend.scale;
  }
  return ranges;
}

/** Purchases and money of one history; money in units of the customer's scale of spend. */
interface HistoryRange {
  readonly purchasesLow: number;
  readonly purchasesHigh: number;
  readonly moneyLow: number;
  readonly moneyHigh: number;
}

function drawRange(
  { draws, low, high, purchases, values }: Buffers,
  alive: number,
  draw: (living: number, counts: Float64Array, money: Float64Array) => void,
): HistoryRange {
  const living = Math.round(alive * draws);
  // So few futures with a purchase lie beyond the upper limit.
  if (living <= low) return { purchasesLow: 0, purchasesHigh: 0, moneyLow: 0, moneyHigh: 0 };
  purchases.fill(0);
  values.fill(0);
  draw(living, purchases, values);
  purchases.sort();
  values.sort();
  return {
    purchasesLow: purchases[low],
    purchasesHigh: purchases[high],
    moneyLow: values[low],
    moneyHigh: values[high],
  };
}

interface Buffers {
  readonly draws: number;
  /** Positions of the limits in sorted futures. */
  readonly low: number;
  readonly high: number;
  readonly purchases: Float64Array;
  readonly values: Float64Array;
}

function createBuffers(draws: number): Buffers {
  return {
    draws,
    low: Math.min(draws - 1, Math.floor(TAIL * draws)),
    high: Math.max(0, Math.ceil((1 - TAIL) * draws) - 1),
    purchases: new Float64Array(draws),
    values: new Float64Array(draws),
  };
}

/** What a customer's spend is measured by, and whether the customer's own purchases tell it. */
interface SpendScale {
  readonly isOwn: boolean;
  readonly scale: number;
}

function readSpendParameters({ gammaGamma }: OutcomeSource): readonly number[] | null {
  return gammaGamma !== null && gammaGamma.populationMean !== null ? listSpendParameters(gammaGamma) : null;
}

function createSpendScale(source: OutcomeSource): (customer: number) => SpendScale {
  const { groups, monetaryMean, spend } = source;
  const parameters = readSpendParameters(source);
  if (parameters === null) return (i) => ({ isOwn: false, scale: spend[i] });
  const v = parameters[2];
  return (i) => {
    const x = groups.frequency[groups.groupOf[i]];
    const isOwn = x > 0 && monetaryMean[i] > 0;
    const scale = isOwn ? v + x * monetaryMean[i] : v;
    return { isOwn, scale: spend[i] === spend[i] ? scale : NaN };
  };
}

function createFutureSource(source: OutcomeSource): FutureFunction {
  const { fit, groups, schedule } = source;
  const model = findRepeatModel(fit.model);
  const parameters = listParameters(fit);
  const spendParameters = readSpendParameters(source);
  return (group, isOwn, living, counts, money) => {
    const history = [groups.frequency[group], groups.ageAtLast[group], groups.observed[group]];
    const random = createRandom(mixSeed(source.seed, history));
    const spend = createSpendSource(random, spendParameters, isOwn ? history[0] : 0);
    drawFutures(random, model, parameters, history, schedule, spend, living, counts, money);
  };
}

type FutureFunction = (
  group: number,
  isOwn: boolean,
  living: number,
  counts: Float64Array,
  money: Float64Array,
) => void;

/**
 * Draws futures: purchase counts and discounted money of a customer who is alive.
 *
 * The gamma distribution of the rate makes the time to the next purchase a Pareto (Lomax) variate: a future without a purchase costs one uniform
 * number, and the rate is drawn, from what it is after that purchase, only where there is one.
 */
function drawFutures(
  random: () => number,
  model: RepeatModel,
  parameters: readonly number[],
  history: readonly number[],
  { ends, discounts }: MonthSchedule,
  drawSpend: SpendFunction,
  living: number,
  counts: Float64Array,
  money: Float64Array,
): void {
  const [x, , observed] = history;
  const firstShape = parameters[0] + x;
  const scale = parameters[1] + observed;
  const end = ends[ends.length - 1];
  const buys = -Math.expm1(-firstShape * Math.log1p(end / scale));
  for (let k = 0; k < living; k++) {
    const chance = random();
    if (chance >= buys) continue;
    const lifetime = model.drawLifetime(random, parameters, observed);
    const elapsed = scale * Math.exp(-Math.log1p(-chance) / firstShape);
    let time = elapsed - scale;
    if (time > lifetime) continue;
    const rate = drawGamma(random, firstShape + 1) / elapsed;
    let month = 0;
    let count = 0;
    let discountSum = 0;
    while (time <= end && time <= lifetime) {
      while (ends[month] < time) month++;
      discountSum += discounts[month];
      const leaving = model.predictLeaving(parameters, x + count);
      count++;
      if (leaving > 0 && random() < leaving) break;
      time += drawExponential(random) / rate;
    }
    counts[k] = count;
    if (count > 0) money[k] = (drawSpend(count) / count) * discountSum;
  }
}

/** Money of so many purchases, in units of the customer's scale of spend. */
type SpendFunction = (count: number) => number;

function createSpendSource(random: () => number, parameters: readonly number[] | null, x: number): SpendFunction {
  if (parameters === null) return (count) => count;
  const [p, q] = parameters;
  return (count) => drawGamma(random, p * count) / drawGamma(random, p * x + q);
}

/** A seed of 32 bits that depends on every bit of the numbers. */
function mixSeed(seed: number, numbers: readonly number[]): number {
  const words = new Int32Array(Float64Array.from(numbers).buffer);
  let mixed = seed | 0;
  for (const word of words) {
    mixed = Math.imul(mixed ^ word, 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return Math.imul(mixed, 0x85ebca6b) ^ (mixed >>> 13);
}
