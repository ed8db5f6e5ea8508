/** Name of a cluster: a code, and a number from 2 on where the code has been given before. */
export interface ClusterName {
  readonly code: string;
  readonly repeat: number;
}

/** Names of LRFMC clusters: important to keep, to develop, low value, important to win back, general. */
export const LRFMC_NAMES = ["keep", "develop", "low", "winBack", "general"] as const;

// By money, recency, frequency, from 000 to 111.
const typeOfBits = [8, 7, 6, 5, 4, 3, 2, 1];

/**
 * Names clusters by the eight RFM types: good or not good mean recency, frequency and money against the means of everyone.
 *
 * Recency is good when it is less than overall, the others when they are greater.
 *
 * @param means   per cluster mean recency in days, orders, money
 * @param overall the same of everyone
 * @returns `T1`..`T8` (types 111, 101, 011, 001, 110, 100, 010, 000); `repeat` is 1, or 2, 3 ... where a type comes again
 */
export function buildTypeNames(
  means: readonly (readonly [number, number, number])[],
  overall: readonly [number, number, number],
): ClusterName[] {
  return numberRepeats(
    means.map(([recency, frequency, money]) => {
      const bits = (money > overall[2] ? 4 : 0) + (recency < overall[0] ? 2 : 0) + (frequency > overall[1] ? 1 : 0);
      return `T${typeOfBits[bits]}`;
    }),
  );
}

/**
 * Names clusters of L (length of the relation), R (time since last), F (count), M (amount), C (mean discount), each name once.
 *
 * In this order over the clusters left: `keep` has the largest F + M, `develop` the largest C, `low` the largest R - (F + M) / 2, `winBack`
 * the largest L. Of the rest the one nearest to the overall mean is `general`; others take the name of the nearest named centre and a number.
 *
 * @param centres z-scores in the order L, R, F, M, C
 * @returns one name per cluster, see {@link LRFMC_NAMES}
 * @throws RangeError when a centre has not five numbers
 */
export function buildLrfmcNames(centres: readonly (readonly number[])[]): ClusterName[] {
  for (const centre of centres) {
    if (centre.length !== 5) throw new RangeError(`LRFMC centres need five numbers; got ${centre.length}`);
  }
  const rules: readonly ((centre: readonly number[]) => number)[] = [
    ([, , f, m]) => f + m,
    ([, , , , c]) => c,
    ([, r, f, m]) => r - (f + m) / 2,
    ([l]) => l,
    (centre) => -measureSquare(centre, [0, 0, 0, 0, 0]),
  ];
  const codes = new Array<string | null>(centres.length).fill(null);
  const named: number[] = [];
  rules.forEach((rule, i) => {
    let best = -1;
    centres.forEach((centre, c) => {
      if (codes[c] === null && (best < 0 || rule(centre) > rule(centres[best]))) best = c;
    });
    if (best < 0) return;
    codes[best] = LRFMC_NAMES[i];
    named.push(best);
  });
  const repeats = new Map<string, number>();
  return centres.map((centre, c) => {
    const own = codes[c];
    if (own !== null) return { code: own, repeat: 1 };
    const nearest = named.reduce((a, b) =>
      measureSquare(centre, centres[b]) < measureSquare(centre, centres[a]) ? b : a,
    );
    const code = codes[nearest]!;
    const repeat = (repeats.get(code) ?? 1) + 1;
    repeats.set(code, repeat);
    return { code, repeat };
  });
}

function numberRepeats(codes: readonly string[]): ClusterName[] {
  const seen = new Map<string, number>();
  return codes.map((code) => {
    const repeat = (seen.get(code) ?? 0) + 1;
    seen.set(code, repeat);
    return { code, repeat };
  });
}

function measureSquare(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);
}
