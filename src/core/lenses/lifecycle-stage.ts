import type { BasicStage } from "./stage-sets";
import { BASIC_STAGES } from "./stage-sets";

/** What stages are judged by: columns of equal length, NaN = blank. */
export interface StageColumns {
  /** Days since the last purchase by the usual gap between purchases. */
  readonly idleRatio: Float64Array;
  readonly orders: Float64Array;
  readonly tenureDays: Float64Array;
  /** Amounts in the last window and in the one before. */
  readonly recentAmount: Float64Array;
  readonly previousAmount: Float64Array;
}

/** Where stages are cut. */
export interface StageCuts {
  /** Silence in gaps from which on a customer declines, and from which on they have left. */
  readonly gapFactors: readonly [decline: number, departure: number];
  /** Days within which a customer counts as newly won. */
  readonly windowDays: number;
}

const ORDERS_TO_DECLINE = 3;
const DECLINE_SHARE = 0.5;
const GROWTH_SHARE = 1.2;

/**
 * Stage of every customer; the first that fits: departure and decline by silence, decline by halved spending after three orders, acquisition
 * by one order or a short relation, growth by spending a fifth more, else mature.
 *
 * @returns index into {@link BASIC_STAGES}; -1 where silence or the number of orders is unknown, -2 for people who never bought
 */
export function assignBasicStages(columns: StageColumns, { gapFactors, windowDays }: StageCuts): Int32Array {
  const { idleRatio, orders, tenureDays, recentAmount, previousAmount } = columns;
  const [decline, departure] = gapFactors;
  const pick = (i: number): BasicStage => {
    if (idleRatio[i] > departure) return "departure";
    const previous = previousAmount[i];
    const recent = recentAmount[i];
    const isSpendingLess = orders[i] >= ORDERS_TO_DECLINE && previous > 0 && recent <= DECLINE_SHARE * previous;
    if (idleRatio[i] > decline || isSpendingLess) return "decline";
    if (orders[i] === 1 || tenureDays[i] <= windowDays) return "acquisition";
    return recent > 0 && recent >= GROWTH_SHARE * previous ? "growth" : "mature";
  };
  return Int32Array.from({ length: orders.length }, (_, i) => {
    if (orders[i] === 0) return -2;
    return orders[i] !== orders[i] || idleRatio[i] !== idleRatio[i] ? -1 : BASIC_STAGES.indexOf(pick(i));
  });
}
