import type { ShiftedBetaGeometricFit } from "./contractual";
import {
  fitShiftedBetaGeometric,
  predictContractualClv,
  predictShiftedBetaGeometricSurvival,
  predictSurvivalClv,
} from "./contractual";

/** What is known of customers with a contract. */
export interface ContractTerms {
  /** Money that a customer brings per period. */
  readonly marginPerPeriod: number;
  /** Share of customers who stay from one period to the next; null where not known. */
  readonly retention: number | null;
  /** Customers of one cohort at the start and after each period; empty where not known. */
  readonly survivors: readonly number[];
  /** Periods that count; null = without end. */
  readonly periods: number | null;
  readonly discountRate: number;
  readonly payment: "start" | "end";
}

/** Lifetime value of contract customers. Plain JSON. */
export interface ContractReport extends ContractTerms {
  /** By the retention rate; null where none is known. */
  readonly retentionClv: number | null;
  /** By the survival table; null where none is known. */
  readonly survival: {
    /** Over the periods of the table only. */
    readonly tableClv: number;
    /** By the shifted beta-geometric model over the periods that count; null where the table cannot be fitted. */
    readonly modelClv: number | null;
    readonly fit: Pick<ShiftedBetaGeometricFit, "alpha" | "beta" | "logLikelihood"> | null;
    readonly rows: readonly {
      readonly period: number;
      readonly survivors: number;
      readonly share: number;
      readonly modelShare: number | null;
    }[];
  } | null;
}

/** Periods that stand for "without end": nobody is left, or money so late is worth nothing. */
const ENDLESS = 1000;
const FEWEST_PERIODS = 2;

function reportSurvival(terms: ContractTerms): ContractReport["survival"] {
  const { survivors, marginPerPeriod, discountRate, payment, periods } = terms;
  const shares = survivors.map((count) => count / survivors[0]);
  const first = payment === "start" ? 0 : 1;
  const value = (survival: ArrayLike<number>) =>
    predictSurvivalClv(marginPerPeriod, Float64Array.from(survival).subarray(first), discountRate, first);
  const canFit = survivors.length > FEWEST_PERIODS && survivors[survivors.length - 1] < survivors[0];
  const found = canFit ? fitShiftedBetaGeometric(survivors) : null;
  const fit = found?.converged === true ? found : null;
  const counted = periods ?? ENDLESS;
  const projected = fit && predictShiftedBetaGeometricSurvival(fit, counted);
  const shown = fit && predictShiftedBetaGeometricSurvival(fit, survivors.length - 1);
  return {
    tableClv: value(shares),
    modelClv: projected && value(payment === "start" ? projected.subarray(0, counted) : projected),
    fit: fit && { alpha: fit.alpha, beta: fit.beta, logLikelihood: fit.logLikelihood },
    rows: survivors.map((count, period) => ({
      period,
      survivors: count,
      share: shares[period],
      modelShare: shown === null ? null : shown[period],
    })),
  };
}

/**
 * Lifetime value of a customer with a contract, by the retention rate, by the survivors of a cohort, or by both.
 *
 * @returns null where neither is known
 * @throws RangeError when retention, survivors or rates are not of the form that the formulas take
 */
export function reportContract(terms: ContractTerms): ContractReport | null {
  const { marginPerPeriod, retention, survivors, periods, discountRate, payment } = terms;
  if (retention === null && survivors.length === 0) return null;
  const isEndless = retention !== null && periods === null && retention >= 1 + discountRate;
  return {
    ...terms,
    retentionClv:
      retention === null || isEndless
        ? null
        : predictContractualClv({
            marginPerPeriod,
            retentionProbability: retention,
            discountRate,
            payment,
            ...(periods !== null && { periods }),
          }),
    survival: survivors.length === 0 ? null : reportSurvival(terms),
  };
}
