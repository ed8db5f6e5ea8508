import { createRandom } from "../math/random";

/** Rows to learn from, and rows to be judged on; ascending positions. */
export interface HeldOutRows {
  readonly train: Int32Array;
  readonly held: Int32Array;
}

/**
 * Sets some rows aside by seeded chance, the same share of both classes, so that what was learnt from the others can be judged on them.
 *
 * @param target    0 or 1 per row
 * @param heldShare 0 < share < 1
 * @param seed      an integer
 * @returns where a class has two rows or more, each side has at least one of them
 * @throws RangeError when `heldShare` is out of range
 */
export function drawHeldOutRows(target: ArrayLike<number>, heldShare: number, seed: number): HeldOutRows {
  if (!(heldShare > 0 && heldShare < 1)) throw new RangeError(`heldShare must be between 0 and 1; got ${heldShare}`);
  const random = createRandom(seed);
  const isHeld = new Uint8Array(target.length);
  for (const wanted of [0, 1]) {
    const rows = Array.from({ length: target.length }, (_, row) => row).filter((row) => target[row] === wanted);
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [rows[i], rows[j]] = [rows[j], rows[i]];
    }
    const count = Math.min(Math.max(Math.round(heldShare * rows.length), 1), rows.length - 1);
    for (let i = 0; i < count; i++) isHeld[rows[i]] = 1;
  }
  const all = Int32Array.from(isHeld.keys());
  return { train: all.filter((row) => isHeld[row] === 0), held: all.filter((row) => isHeld[row] === 1) };
}
