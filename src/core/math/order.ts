import { sortIndices } from "./index-sort";

const NUMBER_ID = /^-?\d+(\.\d+)?$/;
const INTEGER_ID = /^-?\d+$/;

/**
 * Whether every id reads as a plain number, so that ids are ordered by size (9 before 10) and not as text.
 *
 * @param ids trimmed text; an empty list counts as numbers
 */
export function hasNumericIds(ids: readonly string[]): boolean {
  for (const id of ids) if (!NUMBER_ID.test(id)) return false;
  return true;
}

/**
 * Order of two texts by Unicode code point. (JavaScript's own `<` compares 16-bit units and puts an emoji before U+FF21.)
 *
 * @returns negative, 0 or positive
 */
export function compareCodePoints(first: string, second: string): number {
  const length = Math.min(first.length, second.length);
  for (let i = 0; i < length; i++) {
    const a = first.charCodeAt(i);
    const b = second.charCodeAt(i);
    if (a !== b) return liftSurrogate(a) - liftSurrogate(b);
  }
  return first.length - second.length;
}

function liftSurrogate(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/**
 * Standard order of two customer ids.
 *
 * @param first   trimmed text
 * @param second  trimmed text
 * @param numeric true when all ids of the data are numbers ({@link hasNumericIds}): compared by size, whole numbers of any length exactly;
 *                ids of equal size (7 and 007) by code point
 * @returns negative, 0 or positive
 */
export function compareIds(first: string, second: string, numeric: boolean): number {
  if (numeric) {
    const difference = Number(first) - Number(second);
    if (difference < 0 || difference > 0) return difference;
    if (first.length > 15 && INTEGER_ID.test(first) && INTEGER_ID.test(second)) {
      const a = BigInt(first);
      const b = BigInt(second);
      if (a !== b) return a < b ? -1 : 1;
    }
  }
  return compareCodePoints(first, second);
}

/**
 * Positions of the ids in standard order: by size when all are numbers, else by Unicode code point.
 *
 * @param ids trimmed text; equal ids keep their order
 * @returns a permutation of 0..ids.length - 1
 */
export function sortIds(ids: readonly string[]): Int32Array {
  if (!hasNumericIds(ids)) {
    return Int32Array.from(ids.keys()).sort((i, j) => compareCodePoints(ids[i], ids[j]) || i - j);
  }
  const sizes = Float64Array.from(ids, Number);
  const order = sortIndices(sizes);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && sizes[order[end]] === sizes[order[start]]) end++;
    if (end - start > 1) order.subarray(start, end).sort((i, j) => compareIds(ids[i], ids[j], true) || i - j);
    start = end;
  }
  return order;
}
