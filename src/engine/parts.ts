/** A piece of a value on its way to another thread: a value of its own, or entries that follow those of an array. */
export type Part =
  | { readonly kind: "value"; readonly path: readonly (string | number)[]; readonly value: unknown }
  | { readonly kind: "entries"; readonly path: readonly (string | number)[]; readonly entries: readonly unknown[] };

/** What one part holds: little enough that neither thread is kept for long. */
const ENTRIES_A_PART = 20_000;
/** A part with long typed arrays holds nothing else. */
const BYTES_AN_ENTRY = 100;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether all that a value holds are its properties. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** How many entries a value has inside it; where there are more than `most`, some number above it. */
function weigh(value: unknown, most: number): number {
  if (!isObject(value)) return 1;
  if (ArrayBuffer.isView(value)) return 1 + value.byteLength / BYTES_AN_ENTRY;
  if (value instanceof Set || value instanceof Map) return 1 + value.size;
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  let weight = 1;
  for (let i = 0; i < inner.length && weight <= most; i++) weight += weigh(inner[i], most - weight);
  return weight;
}

function* splitArray(
  values: readonly unknown[],
  path: readonly (string | number)[],
  most: number,
): Generator<Part, void, void> {
  yield { kind: "value", path, value: [] };
  let first = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i++) {
    const own = weigh(values[i], most);
    if (weight + own <= most) {
      weight += own;
      continue;
    }
    if (i > first) yield { kind: "entries", path, entries: values.slice(first, i) };
    if (own > most) yield* splitValue(values[i], most, [...path, i]);
    first = own > most ? i + 1 : i;
    weight = own > most ? 0 : own;
  }
  if (values.length > first) yield { kind: "entries", path, entries: values.slice(first) };
}

/**
 * Cuts a value of plain objects, arrays and typed arrays into parts that are packed and unpacked in a moment. Whoever puts them together
 * with {@link PartJoiner} has an equal value, in which what was shared is not.
 *
 * @param most how many entries a part may hold
 */
export function* splitValue(
  value: unknown,
  most = ENTRIES_A_PART,
  path: readonly (string | number)[] = [],
): Generator<Part, void, void> {
  if (weigh(value, most) <= most || !isObject(value)) yield { kind: "value", path, value };
  else if (Array.isArray(value)) yield* splitArray(value, path, most);
  else if (!isPlain(value)) yield { kind: "value", path, value };
  else {
    yield { kind: "value", path, value: {} };
    for (const [key, inner] of Object.entries(value)) yield* splitValue(inner, most, [...path, key]);
  }
}

/** Puts parts together again, in the order in which they were cut. */
export class PartJoiner {
  private whole: unknown = undefined;

  add(part: Part): void {
    const { path } = part;
    if (part.kind === "entries") {
      const target = this.find(path) as unknown[];
      for (const entry of part.entries) target.push(entry);
    } else if (path.length === 0) this.whole = part.value;
    else (this.find(path.slice(0, -1)) as Record<string | number, unknown>)[path[path.length - 1]] = part.value;
  }

  get value(): unknown {
    return this.whole;
  }

  private find(path: readonly (string | number)[]): unknown {
    return path.reduce<unknown>((found, key) => (found as Record<string | number, unknown>)[key], this.whole);
  }
}

/** The buffers of typed arrays that a value has once only: these can be moved to another thread with the part that holds them. */
export function listSingleBuffers(value: unknown): ReadonlySet<ArrayBufferLike> {
  const seen = new Map<ArrayBufferLike, number>();
  const visit = (part: unknown): void => {
    if (!isObject(part)) return;
    if (ArrayBuffer.isView(part)) seen.set(part.buffer, (seen.get(part.buffer) ?? 0) + 1);
    else if (Array.isArray(part)) part.forEach((entry) => isObject(entry) && visit(entry));
    else Object.values(part).forEach(visit);
  };
  visit(value);
  return new Set([...seen].flatMap(([buffer, count]) => (count === 1 ? [buffer] : [])));
}
