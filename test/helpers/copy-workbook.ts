import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";

/** A value with all that hangs on it, classes and rings of references kept; functions are shared. */
function copyDeep(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const present = known.get(value);
  if (present !== undefined) return present;
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  if (value instanceof Map) {
    const copy = new Map();
    known.set(value, copy);
    for (const [key, item] of value) copy.set(copyDeep(key, known), copyDeep(item, known));
    return copy;
  }
  if (value instanceof Set) {
    const copy = new Set();
    known.set(value, copy);
    for (const item of value) copy.add(copyDeep(item, known));
    return copy;
  }
  const copy = (
    Array.isArray(value) ? new Array(value.length) : Object.create(Object.getPrototypeOf(value) as object)
  ) as Record<string, unknown>;
  known.set(value, copy);
  for (const [key, item] of Object.entries(value)) copy[key] = copyDeep(item, known);
  return copy as unknown;
}

/** A workbook like this one that shares nothing with it; nobody listens to it. */
export function copyWorkbook(workbook: MemoryWorkbook): MemoryWorkbook {
  const copy = copyDeep(workbook, new Map()) as MemoryWorkbook;
  copy.selectionListeners.clear();
  return copy;
}
