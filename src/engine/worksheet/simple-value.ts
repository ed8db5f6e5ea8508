import { predictLoyalLifetimeValue, predictSimpleClv } from "../../core/clv/simple";
import type { WalletStage } from "../../core/decisions/wallet-share";
import {
  WALLET_STAGES,
  assignWalletStages,
  computeWalletGaps,
  computeWalletShares,
} from "../../core/decisions/wallet-share";

/** What a customer's simple lifetime value is made of; NaN is blank. */
export interface SimpleValueParts {
  readonly orderValue: number;
  readonly ordersPerYear: number;
  /** >= 0. */
  readonly years: number;
  readonly marginShare: number;
  /** Above -1. */
  readonly yearlyDiscountRate: number;
}

/** Order value x orders a year x years x margin, discounted; null where years or discount are out of range. */
export function computeSimpleValue(parts: SimpleValueParts): number | null {
  const { orderValue, ordersPerYear, years, marginShare, yearlyDiscountRate } = parts;
  if (Object.values(parts).some(Number.isNaN)) return NaN;
  if (years < 0 || yearlyDiscountRate <= -1) return null;
  if (years === 0) return 0;
  return predictSimpleClv([orderValue], [ordersPerYear], { lifetimeYears: years, marginShare, yearlyDiscountRate })[0];
}

/** Yearly spend x years of loyalty; null where the years are negative. */
export function computeLoyalValue(annualSpend: number, years: number): number | null {
  if (Number.isNaN(annualSpend) || Number.isNaN(years)) return NaN;
  return years < 0 ? null : predictLoyalLifetimeValue([annualSpend], years)[0];
}

/** Our share of what customers spend, the stage that follows from it, and what they spend elsewhere; NaN and null are blank. */
export interface WalletColumns {
  readonly shares: Float64Array;
  readonly stages: readonly (WalletStage | null)[];
  readonly gaps: Float64Array;
}

/** Our share of customers' spend; blank where the total is not positive. */
export function describeWallets(ours: Float64Array, total: Float64Array): WalletColumns {
  const shares = computeWalletShares(ours, total);
  return {
    shares,
    stages: Array.from(assignWalletStages(shares), (stage) => (stage < 0 ? null : WALLET_STAGES[stage])),
    gaps: computeWalletGaps(ours, total),
  };
}
