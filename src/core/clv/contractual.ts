/** A contract customer who pays the same margin each period until they leave. */
export interface ContractualClvOptions {
  /** Money per period. */
  marginPerPeriod: number;
  /** Probability to stay from one period to the next. */
  retentionProbability: number;
  /** Discount rate per period. */
  discountRate: number;
  /** When the margin comes: at the start of each period (the first at once) or at its end (only from those who stayed). */
  payment: "start" | "end";
  /** Number of periods; left out = without end. */
  periods?: number;
}

/**
 * Expected discounted margin of a contract customer.
 *
 * Without end: m (1 + d) / (1 + d - r) paid at the start, m r / (1 + d - r) at the end; over n periods the finite sum.
 *
 * @throws RangeError unless 0 <= retention < 1 + discount rate, or when `periods` is not a whole number >= 0
 * @see Gupta & Lehmann (2003), Customers as assets, Journal of Interactive Marketing 17(1)
 */
export function predictContractualClv(options: ContractualClvOptions): number {
  const { marginPerPeriod, retentionProbability: retention, discountRate, payment, periods } = options;
  const growth = 1 + discountRate;
  if (!(retention >= 0 && retention < growth) || !Number.isFinite(growth)) {
    throw new RangeError(
      `retention must be at least 0 and below 1 + discount rate; got ${retention} and ${discountRate}`,
    );
  }
  const ratio = retention / growth;
  const endless = marginPerPeriod / (1 - ratio);
  if (periods !== undefined && (!Number.isInteger(periods) || periods < 0)) {
    throw new RangeError(`periods must be a whole number >= 0; got ${periods}`);
  }
  const fromStart = periods === undefined ? endless : endless * (1 - ratio ** periods);
  return payment === "start" ? fromStart : fromStart * ratio;
}

/**
 * Expected discounted margin by a survival table: sum of m S_t / (1 + d)^t.
 *
 * @param marginPerPeriod money per period
 * @param survival        S_t: probability still to be a customer at time t
 * @param discountRate    per period, above -1
 * @param firstPeriod     t of the first entry: 0 (default) when the margin comes at the start of periods, 1 at their end
 * @throws RangeError when a probability is outside 0..1 or the discount rate is not above -1
 */
export function predictSurvivalClv(
  marginPerPeriod: number,
  survival: ArrayLike<number>,
  discountRate: number,
  firstPeriod = 0,
): number {
  if (!(discountRate > -1)) throw new RangeError(`discountRate must be above -1; got ${discountRate}`);
  let sum = 0;
  for (let i = 0; i < survival.length; i++) {
    if (!(survival[i] >= 0 && survival[i] <= 1)) {
      throw new RangeError(`survival must be probabilities; got ${survival[i]} at position ${i + 1}`);
    }
    sum += survival[i] / (1 + discountRate) ** (i + firstPeriod);
  }
  return marginPerPeriod * sum;
}

/** Parameters of the beta distribution of churn probabilities over customers. */
export interface ShiftedBetaGeometricParameters {
  alpha: number;
  beta: number;
}

/** A fit of the shifted beta-geometric model. */
export interface ShiftedBetaGeometricFit extends ShiftedBetaGeometricParameters {
  logLikelihood: number;
  /** False when the likelihood still grows at a limit of the search: the table cannot tell the parameters apart. */
  converged: boolean;
  iterations: number;
}

/** Search limits of ln alpha and ln beta. */
const LOG_LIMIT = 15;
const MAX_ITERATIONS = 200;
/** Newton steps below the first end the search; one above the second at its end means a likelihood that rises for ever. */
const STEP_DONE = 1e-9;
const STEP_SMALL = 1e-4;

/**
 * Maximum-likelihood fit of the shifted beta-geometric model to the survivors of one cohort.
 *
 * Newton steps in ln alpha and ln beta, shortened until the likelihood grows.
 *
 * @param survivors customers at the start and after each period: at least two periods, not growing, at least one customer lost
 * @throws RangeError when the table is not of that form
 * @see Fader & Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1)
 */
export function fitShiftedBetaGeometric(survivors: ArrayLike<number>): ShiftedBetaGeometricFit {
  parseSurvivors(survivors);
  let point: [number, number] = [0, 0];
  let state = computeDerivatives(survivors, point);
  let iterations = 0;
  let lastStep = Infinity;
  for (let moved = true; moved && lastStep > STEP_DONE && iterations < MAX_ITERATIONS; iterations++) {
    const step = computeStep(state);
    lastStep = Math.max(Math.abs(step[0]), Math.abs(step[1]));
    moved = false;
    for (let scale = 1; scale > 1e-9 && !moved; scale /= 2) {
      const next: [number, number] = [limit(point[0] + scale * step[0]), limit(point[1] + scale * step[1])];
      const nextState = computeDerivatives(survivors, next);
      if (nextState.value > state.value) {
        moved = true;
        point = next;
        state = nextState;
      }
    }
  }
  const atLimit = point.some((coordinate) => Math.abs(coordinate) >= LOG_LIMIT - 1e-6);
  return {
    alpha: Math.exp(point[0]),
    beta: Math.exp(point[1]),
    logLikelihood: state.value,
    converged: !atLimit && state.concave && lastStep < STEP_SMALL,
    iterations,
  };
}

/**
 * Survival S_0 = 1, S_1 .. S_periods of a new customer under the shifted beta-geometric model.
 *
 * @param parameters alpha and beta > 0, as fitted by {@link fitShiftedBetaGeometric}
 * @param periods    whole number >= 0
 * @throws RangeError when an argument is out of range
 * @see Fader & Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1)
 */
export function predictShiftedBetaGeometricSurvival(
  parameters: ShiftedBetaGeometricParameters,
  periods: number,
): Float64Array {
  const { alpha, beta } = parameters;
  if (!(alpha > 0 && beta > 0)) throw new RangeError(`alpha and beta must be above 0; got ${alpha} and ${beta}`);
  if (!Number.isInteger(periods) || periods < 0) {
    throw new RangeError(`periods must be a whole number >= 0; got ${periods}`);
  }
  const survival = new Float64Array(periods + 1);
  survival[0] = 1;
  for (let t = 1; t <= periods; t++) survival[t] = (survival[t - 1] * (beta + t - 1)) / (alpha + beta + t - 1);
  return survival;
}

interface Derivatives {
  value: number;
  gradient: [number, number];
  /** Second derivatives aa, ab, bb. */
  hessian: [number, number, number];
  /** Whether the likelihood bends down in every direction, by more than rounding could feign. */
  concave: boolean;
}

/**
 * Log-likelihood and derivatives in (ln alpha, ln beta). With s_j survivors after j periods it is
 * (s_0 - s_n) ln alpha + sum over j of s_(j+1) ln(beta + j) - s_j ln(alpha + beta + j).
 */
function computeDerivatives(survivors: ArrayLike<number>, point: readonly [number, number]): Derivatives {
  const alpha = Math.exp(point[0]);
  const beta = Math.exp(point[1]);
  const last = survivors.length - 1;
  const lost = survivors[0] - survivors[last];
  let value = lost * point[0];
  let byAlpha = lost / alpha;
  let byBeta = 0;
  let alphaAlpha = -lost / (alpha * alpha);
  let both = 0;
  let betaBeta = 0;
  for (let j = 0; j < last; j++) {
    const stay = survivors[j + 1] / (beta + j);
    const atRisk = survivors[j] / (alpha + beta + j);
    value += survivors[j + 1] * Math.log(beta + j) - survivors[j] * Math.log(alpha + beta + j);
    byAlpha -= atRisk;
    byBeta += stay - atRisk;
    both += atRisk / (alpha + beta + j);
    betaBeta -= stay / (beta + j);
  }
  alphaAlpha += both;
  betaBeta += both;
  const gradient: [number, number] = [alpha * byAlpha, beta * byBeta];
  const hessian: [number, number, number] = [
    alpha * alpha * alphaAlpha + gradient[0],
    alpha * beta * both,
    beta * beta * betaBeta + gradient[1],
  ];
  const largest = (hessian[0] + hessian[2]) / 2 + Math.hypot((hessian[0] - hessian[2]) / 2, hessian[1]);
  return { value, gradient, hessian, concave: largest < -1e-7 * survivors[0] };
}

/** An ascent step of at most 2 in each direction: Newton's, with the Hessian shifted where it is not negative definite. */
function computeStep({ gradient, hessian }: Derivatives): [number, number] {
  const [aa, ab, bb] = hessian;
  const middle = (aa + bb) / 2;
  const radius = Math.hypot((aa - bb) / 2, ab);
  const largest = middle + radius;
  const scale = Math.abs(middle) + radius;
  const shift = largest > -1e-10 * scale ? largest + 1e-3 * scale : 0;
  const determinant = (aa - shift) * (bb - shift) - ab * ab;
  const step: [number, number] = [
    -((bb - shift) * gradient[0] - ab * gradient[1]) / determinant,
    -((aa - shift) * gradient[1] - ab * gradient[0]) / determinant,
  ];
  const longest = Math.max(Math.abs(step[0]), Math.abs(step[1]));
  return longest > 2 ? [(step[0] * 2) / longest, (step[1] * 2) / longest] : step;
}

function limit(coordinate: number): number {
  return Math.max(-LOG_LIMIT, Math.min(LOG_LIMIT, coordinate));
}

function parseSurvivors(survivors: ArrayLike<number>): void {
  const table = Array.from(survivors);
  const isTable = table.every((count, i) => Number.isFinite(count) && count >= 0 && (i === 0 || count <= table[i - 1]));
  if (table.length < 3 || !isTable || !(table[0] > table[table.length - 1])) {
    throw new RangeError(
      `survivors must be the start and at least two periods, not growing, with a loss; got ${table.join(", ")}`,
    );
  }
}
