const DIGIT_BITS = 11;
const DIGIT_SIZE = 1 << DIGIT_BITS;
const DIGIT_MASK = DIGIT_SIZE - 1;
const DIGITS_PER_WORD = 3;
/** From this many numbers on, halving the passes pays. */
const MANY = 5_000;
/** More insertions than that cost more than the passes that they save. */
const MOVES_PER_NUMBER = 4;

/**
 * Positions of the values that are present, from the smallest to the largest value; equal values keep their order.
 *
 * A least-significant-digit radix sort over the bits of the numbers: linear time, and digits that all values share (whole numbers
 * share many) cost nothing.
 *
 * @param values     NaN = blank, left out; -0 equals 0
 * @param descending true for largest first; equal values keep their order here too
 * @returns as many positions as there are values present
 */
export function sortIndices(values: ArrayLike<number>, descending = false): Int32Array {
  const keys = new Float64Array(values.length);
  let order: Int32Array = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value) continue;
    keys[count] = descending ? 0 - value : value + 0;
    order[count++] = i;
  }
  const words = new Uint32Array(keys.buffer);
  let low: Uint32Array = new Uint32Array(count);
  let high: Uint32Array = new Uint32Array(count);
  const histograms = new Int32Array(2 * DIGITS_PER_WORD * DIGIT_SIZE);
  for (let i = 0; i < count; i++) {
    let lowWord = words[2 * i];
    let highWord = words[2 * i + 1];
    if (highWord >>> 31) {
      lowWord = ~lowWord;
      highWord = ~highWord;
    } else highWord ^= 0x80000000;
    low[i] = lowWord;
    high[i] = highWord;
    for (let digit = 0; digit < DIGITS_PER_WORD; digit++) {
      const shift = digit * DIGIT_BITS;
      histograms[digit * DIGIT_SIZE + ((lowWord >>> shift) & DIGIT_MASK)]++;
      histograms[(DIGITS_PER_WORD + digit) * DIGIT_SIZE + ((highWord >>> shift) & DIGIT_MASK)]++;
    }
  }
  order = order.slice(0, count);
  const isFractional = [0, 1, 2].some((digit) => !holdsAll(histograms, digit, count));
  if (isFractional && count >= MANY) {
    const sorted = sortByHighWord(high, low, histograms, order);
    if (sorted !== null) return sorted;
  }
  let nextOrder: Int32Array = new Int32Array(count);
  let nextLow: Uint32Array = new Uint32Array(count);
  let nextHigh: Uint32Array = new Uint32Array(count);
  for (let pass = 0; pass < 2 * DIGITS_PER_WORD; pass++) {
    const offsets = histograms.subarray(pass * DIGIT_SIZE, (pass + 1) * DIGIT_SIZE);
    if (!startOffsets(offsets, count)) continue;
    const shift = (pass % DIGITS_PER_WORD) * DIGIT_BITS;
    const source = pass < DIGITS_PER_WORD ? low : high;
    for (let i = 0; i < count; i++) {
      const target = offsets[(source[i] >>> shift) & DIGIT_MASK]++;
      nextOrder[target] = order[i];
      nextLow[target] = low[i];
      nextHigh[target] = high[i];
    }
    [order, nextOrder] = [nextOrder, order];
    [low, nextLow] = [nextLow, low];
    [high, nextHigh] = [nextHigh, high];
  }
  return order;
}

/** Whether one value of a digit holds everything. */
function holdsAll(histograms: Int32Array, pass: number, count: number): boolean {
  return histograms.subarray(pass * DIGIT_SIZE, (pass + 1) * DIGIT_SIZE).includes(count);
}

/**
 * Half the passes: by the upper halves of the numbers, and what is equal there by insertion.
 *
 * @param origin position in the input of each number
 * @returns null where too many numbers differ in their lower halves only
 */
function sortByHighWord(
  high: Uint32Array,
  low: Uint32Array,
  histograms: Int32Array,
  origin: Int32Array,
): Int32Array | null {
  const count = high.length;
  let keys: Uint32Array = high.slice();
  let nextKeys: Uint32Array = new Uint32Array(count);
  let order: Int32Array = new Int32Array(count);
  let nextOrder: Int32Array = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let digit = 0; digit < DIGITS_PER_WORD; digit++) {
    const first = (DIGITS_PER_WORD + digit) * DIGIT_SIZE;
    const offsets = histograms.slice(first, first + DIGIT_SIZE);
    if (!startOffsets(offsets, count)) continue;
    const shift = digit * DIGIT_BITS;
    for (let i = 0; i < count; i++) {
      const key = keys[i];
      const target = offsets[(key >>> shift) & DIGIT_MASK]++;
      nextOrder[target] = order[i];
      nextKeys[target] = key;
    }
    [order, nextOrder] = [nextOrder, order];
    [keys, nextKeys] = [nextKeys, keys];
  }
  let moves = 0;
  for (let i = 1; i < count; i++) {
    if (keys[i] !== keys[i - 1]) continue;
    const position = order[i];
    const value = low[position];
    let at = i;
    for (; at > 0 && keys[at - 1] === keys[i] && low[order[at - 1]] > value; at--) order[at] = order[at - 1];
    order[at] = position;
    moves += i - at;
    if (moves > MOVES_PER_NUMBER * count) return null;
  }
  for (let i = 0; i < count; i++) order[i] = origin[order[i]];
  return order;
}

/** Turns counts into start positions; false when one digit holds everything and the pass would change nothing. */
function startOffsets(histogram: Int32Array, count: number): boolean {
  let start = 0;
  for (let digit = 0; digit < histogram.length; digit++) {
    const size = histogram[digit];
    if (size === count) return false;
    histogram[digit] = start;
    start += size;
  }
  return true;
}
