import fc from "fast-check";
import { groupHistories, sampleGroups } from "../../../src/core/clv/purchase-histories";

const make = (rows: readonly (readonly number[])[]) => ({
  frequency: Float64Array.from(rows, ([x]) => x),
  ageAtLast: Float64Array.from(rows, ([, age]) => age),
  observed: Float64Array.from(rows, ([, , observed]) => observed),
  timeUnit: "week" as const,
});

const someHistory = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([x, age, rest]) => (x === 0 ? [0, 0, age + rest] : [x, age, age + rest]));

it("counts equal histories once and remembers whose they are", () => {
  const groups = groupHistories(
    make([
      [2, 3, 9],
      [0, 0, 9],
      [2, 3, 9],
      [0, 0, 4],
      [2, 9, 9],
      [2, 3, 9],
    ]),
  );
  expect(Array.from(groups.frequency)).toEqual([0, 0, 2, 2]);
  expect(Array.from(groups.observed)).toEqual([4, 9, 9, 9]);
  expect(Array.from(groups.ageAtLast)).toEqual([0, 0, 3, 9]);
  expect(Array.from(groups.weight)).toEqual([1, 1, 3, 1]);
  expect(Array.from(groups.groupOf)).toEqual([2, 1, 2, 0, 3, 2]);
});

it("keeps every history, and the same groups in any order of the customers", () => {
  fc.assert(
    fc.property(fc.array(someHistory, { minLength: 1, maxLength: 30 }), fc.nat(), (rows, turn) => {
      const histories = make(rows);
      const groups = groupHistories(histories);
      rows.forEach((row, i) => {
        const group = groups.groupOf[i];
        expect([groups.frequency[group], groups.ageAtLast[group], groups.observed[group]]).toEqual(row);
        expect(groups.counts[groups.countIndex[group]]).toBe(row[0]);
        expect(groups.times[groups.ageIndex[group]]).toBe(row[1]);
        expect(groups.times[groups.observedIndex[group]]).toBe(row[2]);
      });
      const cut = turn % rows.length;
      const turned = groupHistories(make([...rows.slice(cut), ...rows.slice(0, cut)]));
      expect({ ...turned, groupOf: null }).toEqual({ ...groups, groupOf: null });
    }),
  );
});

it.each([
  ["a fraction of a purchase", [1.5, 2, 3]],
  ["a negative count", [-1, 0, 3]],
  ["a last purchase after the end", [1, 4, 3]],
  ["a repeat purchase at age 0", [1, 0, 3]],
  ["an age without a repeat purchase", [0, 2, 3]],
  ["a blank", [1, NaN, 3]],
  ["an endless observation", [1, 2, Infinity]],
])("refuses %s and names its place", (_, row) => {
  expect(() => groupHistories(make([[0, 0, 5], row]))).toThrow(/position 2/);
});

it("samples many groups evenly, with the same times and counts, and few groups not at all", () => {
  const rows = Array.from({ length: 12000 }, (_, i) => [1 + (i % 4), 1 + i / 7, 4000]);
  const groups = groupHistories(make(rows));
  const sample = sampleGroups(groups)!;
  expect(sample.weight.length).toBe(6000);
  for (const group of [0, 1, 999, 5999]) {
    expect(sample.times[sample.ageIndex[group]]).toBe(sample.ageAtLast[group]);
    expect(sample.times[sample.observedIndex[group]]).toBe(4000);
    expect(sample.counts[sample.countIndex[group]]).toBe(sample.frequency[group]);
  }
  expect(sampleGroups(groupHistories(make(rows.slice(0, 9000))))).toBeNull();
});
