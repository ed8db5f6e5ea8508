/**
 * A draw from the standard normal distribution.
 *
 * @param random uniform in [0, 1), such as `createRandom` makes it
 * @see Marsaglia & Bray (1964), A convenient method for generating normal variables, SIAM Review 6(3)
 */
export function drawNormal(random: () => number): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * Logarithm of a draw from the gamma distribution with scale 1; the logarithm, because draws of a small shape are too small for numbers.
 *
 * @param random uniform source
 * @param shape  > 0
 * @see Marsaglia & Tsang (2000), A simple method for generating gamma variables, ACM Transactions on Mathematical Software 26(3)
 */
export function drawLogGamma(random: () => number, shape: number): number {
  if (shape >= 1) return Math.log(drawGammaFromOne(random, shape));
  const log = Math.log(drawGammaFromOne(random, shape + 1));
  return log + Math.log(1 - random()) / shape;
}

/** A draw for a shape of 1 or more. */
function drawGammaFromOne(random: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    const u = 1 - random();
    const square = x * x;
    // The first test accepts most draws without a logarithm; it never accepts what the second one refuses.
    if (u < 1 - 0.0331 * square * square) return d * cube;
    if (Math.log(u) < 0.5 * square + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}

/**
 * A draw from the gamma distribution with scale 1.
 *
 * @param random uniform source
 * @param shape  > 0
 */
export function drawGamma(random: () => number, shape: number): number {
  return shape >= 1 ? drawGammaFromOne(random, shape) : Math.exp(drawLogGamma(random, shape));
}

/**
 * A draw from the exponential distribution with mean 1.
 *
 * @param random uniform source
 */
export function drawExponential(random: () => number): number {
  return -Math.log(1 - random());
}
