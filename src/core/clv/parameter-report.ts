import type { LikelihoodMaximum } from "./maximum-likelihood";

/** A remark on a fit: red = do not rely on it, amber = usable with care. */
export interface FitFlag {
  readonly code: "startsDisagree" | "atBound" | "notConverged" | "noStandardErrors" | "noDropout" | "noPopulationMean";
  readonly level: "amber" | "red";
  /** The parameter at its bound. */
  readonly parameter?: string;
}

/** How the search for the parameters went. */
export interface Convergence {
  readonly startsTried: number;
  /** Starts whose log-likelihood is within 1e-7 of the best, relatively. */
  readonly startsAgreed: number;
  readonly iterations: number;
  readonly gradientNorm: number;
  readonly flags: readonly FitFlag[];
}

/** Parameters with their uncertainty, by their published names. Plain JSON; null where there is no standard error. */
export interface ParameterReport {
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>> | null;
  /** 95 % intervals: exp(ln value -+ 1.96 standard errors of ln value). */
  readonly intervals: Readonly<Record<string, readonly [number, number]>> | null;
  /** Covariance of the logarithms of the parameters, in the order of their names. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  readonly convergence: Convergence;
  /** False when a flag is red. */
  readonly converged: boolean;
}

/** Normal quantile of a two-sided 95 % interval. */
export const NORMAL_95 = 1.959963984540054;

/**
 * What is reported of fitted parameters.
 *
 * @param names   of the parameters, in their order
 * @param values  in the unit of the data
 * @param maximum how they were found; its covariance of logarithms does not depend on the unit
 * @param extra   flags that only the model knows
 * @param dropout positions of the parameters that are free to go to their bounds when the data show no dropout
 */
export function buildParameterReport(
  names: readonly string[],
  values: readonly number[],
  maximum: LikelihoodMaximum,
  extra: readonly FitFlag[],
  dropout: readonly number[] = [],
): ParameterReport {
  const flags: FitFlag[] = [];
  if (maximum.startsTried > 1 && maximum.startsAgreed < 2) flags.push({ code: "startsDisagree", level: "red" });
  const hasNoDropout = extra.some(({ code }) => code === "noDropout");
  for (const i of maximum.atBound) {
    const isExpected = hasNoDropout && dropout.includes(i);
    flags.push({ code: "atBound", level: isExpected ? "amber" : "red", parameter: names[i] });
  }
  if (!maximum.converged) flags.push({ code: "notConverged", level: "red" });
  const covariance = maximum.logCovariance;
  if (covariance === null) flags.push({ code: "noStandardErrors", level: "amber" });
  flags.push(...extra);
  const label = <Value>(compute: (i: number) => Value): Record<string, Value> =>
    Object.fromEntries(names.map((name, i) => [name, compute(i)]));
  const spread = (i: number): number => Math.sqrt(covariance![i][i]);
  const limit = (i: number, side: number): number => {
    const value = values[i] * Math.exp(side * NORMAL_95 * spread(i));
    return Math.min(value, Number.MAX_VALUE);
  };
  return {
    parameters: label((i) => values[i]),
    standardErrors: covariance && label((i) => values[i] * spread(i)),
    intervals: covariance && label((i) => [limit(i, -1), limit(i, 1)] as const),
    logCovariance: covariance,
    convergence: {
      startsTried: maximum.startsTried,
      startsAgreed: maximum.startsAgreed,
      iterations: maximum.iterations,
      gradientNorm: maximum.gradientNorm,
      flags,
    },
    converged: flags.every(({ level }) => level !== "red"),
  };
}
