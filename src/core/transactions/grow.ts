/** A longer copy of a column that is being filled, or the column itself where it is long enough; new entries are 0. */
export function growInt32(column: Int32Array, length: number): Int32Array {
  if (column.length >= length) return column;
  const grown = new Int32Array(Math.max(length, column.length * 2, 1024));
  grown.set(column);
  return grown;
}

/** A longer copy of a column that is being filled, or the column itself where it is long enough; new entries are 0. */
export function growFloat64(column: Float64Array, length: number): Float64Array {
  if (column.length >= length) return column;
  const grown = new Float64Array(Math.max(length, column.length * 2, 1024));
  grown.set(column);
  return grown;
}

/** A longer copy of a column that is being filled, or the column itself where it is long enough; new entries are 0. */
export function growUint8(column: Uint8Array, length: number): Uint8Array {
  if (column.length >= length) return column;
  const grown = new Uint8Array(Math.max(length, column.length * 2, 1024));
  grown.set(column);
  return grown;
}
