const SHORTEST = 1024;

/**
 * A longer copy of a column that is being filled, or the column itself where it is long enough; new entries are 0.
 *
 * @param least length of the copy; at least twice the old one when not given, so that it is rarely copied
 */
export function growInt32(column: Int32Array, length: number, least = column.length * 2): Int32Array {
  if (column.length >= length) return column;
  const grown = new Int32Array(Math.max(length, least, SHORTEST));
  grown.set(column);
  return grown;
}

/** See {@link growInt32}. */
export function growFloat64(column: Float64Array, length: number, least = column.length * 2): Float64Array {
  if (column.length >= length) return column;
  const grown = new Float64Array(Math.max(length, least, SHORTEST));
  grown.set(column);
  return grown;
}

/** See {@link growInt32}. */
export function growUint8(column: Uint8Array, length: number, least = column.length * 2): Uint8Array {
  if (column.length >= length) return column;
  const grown = new Uint8Array(Math.max(length, least, SHORTEST));
  grown.set(column);
  return grown;
}
