/** A column whose entries make rows equal; NaN equals NaN. */
export type KeyColumn = Int32Array | Float64Array;

/**
 * Finds rows that repeat an earlier row in all columns.
 *
 * @param columns numbers or codes per row
 * @param rows    positions of the rows to compare, ascending
 * @returns 1 per entry of `rows` that repeats an earlier one
 */
export function findDuplicates(columns: readonly KeyColumn[], rows: Int32Array): Uint8Array {
  const words = columns.map((column) => (column instanceof Int32Array ? column : toWords(column)));
  const hashes = new Int32Array(rows.length);
  for (const [i, column] of columns.entries()) {
    if (column instanceof Int32Array) mixSingle(hashes, column, rows);
    else mixDouble(hashes, words[i], rows);
  }
  const isEqual = (a: number, b: number): boolean => {
    for (let i = 0; i < words.length; i++) {
      const column = words[i];
      if (column === columns[i]) {
        if (column[a] !== column[b]) return false;
      } else if (column[2 * a] !== column[2 * b] || column[2 * a + 1] !== column[2 * b + 1]) return false;
    }
    return true;
  };
  const bits = Math.max(4, Math.ceil(Math.log2(rows.length * 2 + 1)));
  const mask = 2 ** bits - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const repeats = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    let slot = hashes[i] & mask;
    for (;;) {
      const other = slots[slot];
      if (other < 0) {
        slots[slot] = i;
        break;
      }
      if (hashes[other] === hashes[i] && isEqual(rows[other], rows[i])) {
        repeats[i] = 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return repeats;
}

function toWords(column: Float64Array): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset, column.length * 2);
}

function mixSingle(hashes: Int32Array, column: Int32Array, rows: Int32Array): void {
  for (let i = 0; i < rows.length; i++) hashes[i] = mix(hashes[i], column[rows[i]]);
}

function mixDouble(hashes: Int32Array, words: Int32Array, rows: Int32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const at = 2 * rows[i];
    hashes[i] = mix(mix(hashes[i], words[at]), words[at + 1]);
  }
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) + 0x7f4a7c15) | 0;
}
