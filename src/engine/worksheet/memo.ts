/** Results that are kept for the same inputs, the least recently used forgotten first. */
export interface Memo<Result> {
  /** The result kept for these columns and this key, or what `compute` gives. A promise that fails is not kept. */
  recall(columns: readonly Float64Array[], key: string, compute: () => Result): Result;
}

interface Entry<Result> {
  readonly columns: readonly Float64Array[];
  readonly result: Result;
}

const hashedNumbers = 200;

/**
 * Hash of some of the numbers of each column, evenly spread, so that entries are found quickly; they are compared number by number before they
 * are used.
 */
function hashColumns(columns: readonly Float64Array[]): number {
  let hash = 0x811c9dc5;
  for (const { buffer, byteOffset, length } of columns) {
    const words = new Int32Array(buffer, byteOffset, 2 * length);
    const step = 2 * Math.ceil(length / hashedNumbers);
    for (let i = 0; i < words.length; i += step) {
      hash = Math.imul(hash ^ words[i], 0x01000193) ^ (hash >>> 15);
      hash = Math.imul(hash ^ words[i + 1], 0x01000193) ^ (hash >>> 15);
    }
    hash = Math.imul(hash ^ length, 0x01000193);
  }
  return hash >>> 0;
}

/** A memo of so many results. The columns are kept and must not change. */
export function createMemo<Result>(capacity: number): Memo<Result> {
  const entries = new Map<string, Entry<Result>>();
  return {
    recall(columns, key, compute) {
      const id = `${hashColumns(columns)} ${key}`;
      const found = entries.get(id);
      if (found !== undefined && isEqual(found.columns, columns)) {
        entries.delete(id);
        entries.set(id, found);
        return found.result;
      }
      const entry = { columns, result: compute() };
      entries.delete(id);
      entries.set(id, entry);
      if (entries.size > capacity) entries.delete(entries.keys().next().value!);
      if (entry.result instanceof Promise) {
        entry.result.catch(() => {
          if (entries.get(id) === entry) entries.delete(id);
        });
      }
      return entry.result;
    },
  };
}

function isEqual(first: readonly Float64Array[], second: readonly Float64Array[]): boolean {
  return (
    first.length === second.length &&
    first.every((column, i) => {
      const other = second[i];
      if (column.length !== other.length) return false;
      for (let k = 0; k < column.length; k++) {
        if (column[k] !== other[k] && (column[k] === column[k] || other[k] === other[k])) return false;
      }
      return true;
    })
  );
}
