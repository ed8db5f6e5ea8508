import * as fc from "fast-check";
import { PartJoiner, listSingleBuffers, splitValue } from "../../src/engine/parts";

const leaf = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.boolean(), fc.constant(undefined));
const numbers = fc.array(fc.integer(), { maxLength: 40 }).map((values) => Float64Array.from(values));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    numbers,
    fc.array(tie("tree"), { maxLength: 12 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      tie("tree"),
      { maxKeys: 8, noNullPrototype: true },
    ),
  ),
}));

function cross(value: unknown, most?: number): unknown {
  const joiner = new PartJoiner();
  for (const part of splitValue(value, most)) joiner.add(structuredClone(part));
  return joiner.value;
}

/** How many entries stand in a value, at any depth. */
function count(value: unknown): number {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + count(inner), 1);
}

describe("a value that is cut into parts", () => {
  it("is the same when it is put together again, however small the parts are", () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 2, max: 60 }), (value, most) => {
        expect(cross(value, most)).toEqual(structuredClone(value));
      }),
      { numRuns: 200 },
    );
  });

  it("has no part above the limit, but for a single array of numbers", () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 10, max: 60 }), (value, most) => {
        for (const part of splitValue(value, most))
          expect(count(part.kind === "value" ? part.value : part.entries)).toBeLessThanOrEqual(most + 1);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps sets, and blanks in long lists", () => {
    const value = {
      known: new Set(["a", "b"]),
      texts: Array.from({ length: 50_000 }, (_, i) => (i % 3 === 0 ? null : `C${i}`)),
    };
    const parts = [...splitValue(value)];
    expect(parts.length).toBeGreaterThanOrEqual(4);
    expect(cross(value)).toEqual(value);
  });
});

it("arrays of numbers that a value has once can be moved, others not", () => {
  const once = new Float64Array(3);
  const twice = new Int32Array(2);
  expect([...listSingleBuffers({ a: [once, { b: twice }], c: twice, d: ["text", null] })]).toEqual([once.buffer]);
});
