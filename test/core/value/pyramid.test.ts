import fc from "fast-check";
import { TIER_PRESETS, assignTiers, assignTiersByBoundary } from "../../../src/core/value/pyramid";

const descending = (count: number) => Float64Array.from({ length: count }, (_, i) => count - i);
const someValues = fc.array(fc.integer({ min: -20, max: 30 }), { minLength: 1, maxLength: 80 });

it.each([
  { count: 50, cuts: TIER_PRESETS.pyramid, counts: [1, 2, 7, 40] },
  { count: 1000, cuts: TIER_PRESETS.pyramid, counts: [10, 40, 150, 800] },
  { count: 1000, cuts: TIER_PRESETS.importance, counts: [50, 150, 800] },
  { count: 10, cuts: TIER_PRESETS.level, counts: [2, 3, 5] },
  { count: 3, cuts: TIER_PRESETS.pyramid, counts: [1, 0, 0, 2] },
  { count: 1, cuts: TIER_PRESETS.pyramid, counts: [1, 0, 0, 0] },
  { count: 4, cuts: { ids: ["TOP", "REST"], cumulativeBasisPoints: [5000] }, counts: [2, 2] },
])("splits $count customers into tiers of $counts", ({ count, cuts, counts }) => {
  const result = assignTiers(descending(count), cuts);
  expect(Array.from(result.counts)).toEqual(counts);
  expect(result.codes[0]).toBe(0);
});

it("keeps values of 0 or below in the lowest tier and blanks in none", () => {
  const { codes, counts } = assignTiers([5, 0, -3, NaN], TIER_PRESETS.level);
  expect(Array.from(codes)).toEqual([0, 2, 2, -1]);
  expect(Array.from(counts)).toEqual([1, 0, 2]);
  expect(Array.from(assignTiers([0, -1]).counts)).toEqual([0, 0, 0, 2]);
});

it("splits ties in standard order and reports them, or lets them go up together", () => {
  const values = [7, 9, 7, 7, 1];
  const cuts = { ids: ["HIGH", "LOW"], cumulativeBasisPoints: [4000] };
  expect(assignTiers(values, cuts)).toEqual({
    codes: Int32Array.of(0, 0, 1, 1, 1),
    counts: Int32Array.of(2, 3),
    model: { ids: ["HIGH", "LOW"], boundaries: [7] },
    tiedBelow: Int32Array.of(2),
  });
  expect(assignTiers(values, cuts, "together")).toEqual({
    codes: Int32Array.of(0, 0, 0, 0, 1),
    counts: Int32Array.of(4, 1),
    model: { ids: ["HIGH", "LOW"], boundaries: [7] },
    tiedBelow: Int32Array.of(0),
  });
});

it("judges other customers by the boundaries, skipping tiers that were empty", () => {
  const { model } = assignTiers(descending(3));
  expect(model.boundaries).toEqual([3, null, null]);
  expect(Array.from(assignTiersByBoundary([4, 3, 2.9, -1, NaN], model))).toEqual([0, 0, 3, 3, -1]);
});

it("never ranks a more valuable customer lower", () => {
  fc.assert(
    fc.property(someValues, fc.constantFrom("strict" as const, "together" as const), (values, ties) => {
      const { codes, counts } = assignTiers(values, TIER_PRESETS.pyramid, ties);
      for (let i = 0; i < values.length; i++) {
        if (values[i] <= 0) expect(codes[i]).toBe(3);
        for (let j = 0; j < i; j++) {
          if (values[i] > values[j]) expect(codes[i]).toBeLessThanOrEqual(codes[j]);
          if (values[i] === values[j] && ties === "together") expect(codes[i]).toBe(codes[j]);
        }
      }
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }),
  );
});

it("gives the run's own customers their tiers again when ties went together", () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const { codes, model } = assignTiers(values, TIER_PRESETS.importance, "together");
      expect(assignTiersByBoundary(values, model)).toEqual(codes);
    }),
  );
});

it.each([
  { ids: ["ONE"], cumulativeBasisPoints: [] },
  { ids: ["A", "B"], cumulativeBasisPoints: [100, 200] },
  { ids: ["A", "B", "C"], cumulativeBasisPoints: [200, 200] },
  { ids: ["A", "B"], cumulativeBasisPoints: [0] },
  { ids: ["A", "B"], cumulativeBasisPoints: [12.5] },
])("refuses the tiers $ids cut at $cumulativeBasisPoints", (cuts) => {
  expect(() => assignTiers([1], cuts)).toThrow(RangeError);
});
