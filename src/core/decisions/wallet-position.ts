import { computeMean } from "../math/statistics";
import { computeSpearman } from "./score-validation";
import {
  PERCEPTION_GAP,
  WALLET_CUTS,
  WALLET_STAGES,
  assignWalletStages,
  computeWalletGaps,
  computeWalletShares,
} from "./wallet-share";
import type { WalletStage } from "./wallet-share";

/** What is known of the customers' wallets, in columns of equal length; NaN = blank. */
export interface WalletColumns {
  /** Spend with us, and with everyone, in the same time. */
  readonly ours: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  /** How good the relationship is thought to be, 0..100; null where nobody was asked. */
  readonly perceived: ArrayLike<number> | null;
}

/** Where stages and flags begin. */
export interface WalletLimits {
  /** Shares from which a customer is familiar, and from which we are their necessary choice. */
  readonly cuts: readonly [familiar: number, necessary: number];
  /** Points by which the perceived relationship may exceed the share. */
  readonly perceptionGap: number;
}

/** Customers of one stage. Unknown figures are null; plain JSON. */
export interface WalletStageTotals {
  readonly id: WalletStage;
  readonly customers: number;
  readonly ours: number;
  readonly total: number;
  readonly share: number | null;
  readonly moneyGap: number;
  readonly meanPerceived: number | null;
  readonly flagged: number;
}

/** Position of every customer. Columns are in the order of the customers; NaN = unknown. */
export interface WalletPosition {
  /** May exceed 1: then the total must be wrong. */
  readonly shares: Float64Array;
  /** Index into {@link WALLET_STAGES}; -1 where the share is unknown. */
  readonly stages: Int32Array;
  /** Perceived relationship less share, in points. */
  readonly perceptionGaps: Float64Array;
  /** 1 where the relationship is thought much better than it is bought. */
  readonly flags: Uint8Array;
  /** 1 for a share above 100 percent. */
  readonly tooLarge: Uint8Array;
  readonly moneyGaps: Float64Array;
  /** Customers with a known share, in all and by stage, from the least to the most necessary. */
  readonly customers: number;
  readonly ours: number;
  readonly total: number;
  readonly share: number | null;
  readonly moneyGap: number;
  readonly flagged: number;
  readonly aboveTotal: number;
  readonly byStage: readonly WalletStageTotals[];
}

const known = (value: number) => (Number.isFinite(value) ? value : null);

/**
 * What part of their spend customers give us, and whether they think of us as well as they buy.
 *
 * @param limits default 20 and 50 percent, 30 points
 * @throws RangeError when columns differ in length
 */
export function describeWallets(
  { ours, total, perceived }: WalletColumns,
  { cuts, perceptionGap }: WalletLimits = { cuts: WALLET_CUTS, perceptionGap: PERCEPTION_GAP },
): WalletPosition {
  const shares = computeWalletShares(ours, total);
  const stages = assignWalletStages(shares, cuts);
  const moneyGaps = computeWalletGaps(ours, total);
  const perceptionGaps = shares.map((share, i) => (perceived === null ? NaN : perceived[i] - 100 * share));
  const flags = Uint8Array.from(perceptionGaps, (gap) => Number(gap > perceptionGap));
  const tooLarge = Uint8Array.from(shares, (share) => Number(share > 1));
  const sum = (values: ArrayLike<number>, isCounted: (stage: number) => boolean) => {
    let result = 0;
    for (let i = 0; i < stages.length; i++) if (isCounted(stages[i]) && values[i] === values[i]) result += values[i];
    return result;
  };
  const describe = (isCounted: (stage: number) => boolean) => {
    const [own, all] = [sum(ours, isCounted), sum(total, isCounted)];
    return {
      customers: stages.reduce((count, stage) => count + Number(isCounted(stage)), 0),
      ours: own,
      total: all,
      share: all > 0 ? own / all : null,
      moneyGap: sum(moneyGaps, isCounted),
      flagged: sum(flags, isCounted),
    };
  };
  const isKnown = (stage: number) => stage >= 0;
  return {
    shares,
    stages,
    perceptionGaps,
    flags,
    tooLarge,
    moneyGaps,
    ...describe(isKnown),
    aboveTotal: sum(tooLarge, isKnown),
    byStage: WALLET_STAGES.map((id, stage) => ({
      id,
      ...describe((other) => other === stage),
      meanPerceived:
        perceived === null
          ? null
          : known(computeMean(Float64Array.from(stages, (other, i) => (other === stage ? perceived[i] : NaN)))),
    })),
  };
}

/** What customers spend with one rival. Plain JSON. */
export interface RivalTotals {
  readonly spend: number;
  /** Of the spend of all customers whose total is known; null without any. */
  readonly share: number | null;
  /** Customers who spend something there. */
  readonly customers: number;
}

/** Where the wallets go. */
export interface WalletSplit {
  readonly rivals: readonly RivalTotals[];
  /** What neither we nor a rival in the list gets. */
  readonly rest: RivalTotals;
  /** Share of each customer's spend that a rival gets; one column per rival, NaN = unknown. */
  readonly shares: readonly Float64Array[];
}

/**
 * Splits the wallets among rivals.
 *
 * @param ours   spend with us, NaN = blank
 * @param total  spend with everyone; customers without a positive total are left out
 * @param rivals spend with each rival, columns of the same length; blank = nothing
 */
export function splitWallets(
  ours: ArrayLike<number>,
  total: ArrayLike<number>,
  rivals: readonly ArrayLike<number>[],
): WalletSplit {
  const isKnown = (i: number) => total[i] > 0 && ours[i] === ours[i];
  const present = (value: number) => (value > 0 ? value : 0);
  let all = 0;
  for (let i = 0; i < total.length; i++) if (isKnown(i)) all += total[i];
  const summarize = (spend: (customer: number) => number): RivalTotals => {
    let sum = 0;
    let customers = 0;
    for (let i = 0; i < total.length; i++) {
      if (!isKnown(i)) continue;
      const value = present(spend(i));
      sum += value;
      customers += Number(value > 0);
    }
    return { spend: sum, share: all > 0 ? sum / all : null, customers };
  };
  const takenAway = (i: number) => rivals.reduce((sum, column) => sum + present(column[i]), 0);
  return {
    rivals: rivals.map((column) => summarize((i) => column[i])),
    rest: summarize((i) => Math.round((total[i] - present(ours[i]) - takenAway(i)) * 1e6) / 1e6),
    shares: rivals.map((column) =>
      Float64Array.from({ length: total.length }, (_, i) => (isKnown(i) ? present(column[i]) / total[i] : NaN)),
    ),
  };
}

/** A rank correlation with the number of customers behind it. Plain JSON; the coefficient is null where it cannot be computed. */
export interface DriverCorrelation {
  readonly coefficient: number | null;
  readonly customers: number;
  /** Whether it lies beyond what chance alone gives in 95 of 100 cases. */
  readonly isClear: boolean;
}

/** Fewer customers than this tell nothing. */
const FEWEST_PAIRS = 10;
const NORMAL_LIMIT = 1.959964;

/**
 * What goes with the share of each supplier: rank correlations of shares with figures of the customers.
 *
 * @param shares  one column per supplier; NaN = unknown
 * @param drivers one column per figure, of the same length
 * @returns one row per figure, one entry per supplier
 */
export function correlateDrivers(
  shares: readonly ArrayLike<number>[],
  drivers: readonly ArrayLike<number>[],
): DriverCorrelation[][] {
  return drivers.map((driver) =>
    shares.map((share) => {
      let customers = 0;
      for (let i = 0; i < share.length; i++) customers += Number(share[i] === share[i] && driver[i] === driver[i]);
      const coefficient = customers < FEWEST_PAIRS ? null : known(computeSpearman(driver, share));
      const isClear = coefficient !== null && Math.abs(coefficient) * Math.sqrt(customers - 1) > NORMAL_LIMIT;
      return { coefficient, customers, isClear };
    }),
  );
}
