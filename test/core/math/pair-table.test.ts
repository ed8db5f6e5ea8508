import fc from "fast-check";
import { PairSet, PairTable } from "../../../src/core/math/pair-table";

const smallest = -0x80000000;
const word = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(smallest, 0x7fffffff), fc.integer());
const pairs = fc.array(fc.tuple(word, word), { maxLength: 400 });

describe("pairs of whole numbers", () => {
  it("are added to a set once, whatever they are", () => {
    fc.assert(
      fc.property(pairs, (added) => {
        const set = new PairSet();
        const known = new Set<string>();
        for (const [first, second] of added) {
          expect(set.has(first, second)).toBe(known.has(`${first} ${second}`));
          expect(set.add(first, second)).toBe(!known.has(`${first} ${second}`));
          known.add(`${first} ${second}`);
        }
        expect(set.size).toBe(known.size);
      }),
      { numRuns: 50 },
    );
  });

  it("are numbered by a table in the order in which they come", () => {
    fc.assert(
      fc.property(pairs, (added) => {
        const table = new PairTable();
        const known = new Map<string, number>();
        for (const [first, second] of added) {
          const key = `${first} ${second}`;
          if (!known.has(key)) known.set(key, known.size);
          expect(table.add(first, second)).toBe(known.get(key));
        }
        const listed = Array.from({ length: table.size }, (_, i) => `${table.firsts[i]} ${table.seconds[i]}`);
        expect(listed).toEqual([...known.keys()]);
        expect(table.capacity).toBeGreaterThanOrEqual(table.size);
      }),
      { numRuns: 50 },
    );
  });
});
