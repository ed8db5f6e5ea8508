/** A linear scale over round numbers. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
  /** The share 0..1 of the axis at which a value lies. */
  place(value: number): number;
}

/** Values closer together than this are one. */
const leastSpan = 1e-200;

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below a step. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const found = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= step * 0.999)!;
  return found * power;
}

/** A scale that holds all values, and 0 where `fromZero`; about `count` ticks. */
export function buildScale(values: readonly number[], fromZero: boolean, count: number): Scale {
  let least = values.reduce((low, value) => Math.min(low, value), fromZero ? 0 : Infinity);
  let most = values.reduce((high, value) => Math.max(high, value), fromZero ? 0 : -Infinity);
  if (!Number.isFinite(least) || !Number.isFinite(most)) [least, most] = [0, 1];
  if (most - least < leastSpan) most = least + Math.max(Math.abs(least), 1);
  const step = roundStep((most - least) / Math.max(1, count));
  const [first, last] = [Math.floor(least / step + 1e-9), Math.ceil(most / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  const [start, end] = [ticks[0], ticks[ticks.length - 1]];
  return { least: start, most: end, ticks, place: (value) => (value - start) / (end - start) };
}
