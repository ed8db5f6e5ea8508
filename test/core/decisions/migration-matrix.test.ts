import fc from "fast-check";
import { buildMigrationMatrix } from "../../../src/core/decisions/migration-matrix";

it("counts moves, with new and gone customers at the edge", () => {
  const before = [0, 0, 1, 1, 1, -1, -1, 1];
  const after = [0, 1, 1, 0, -1, 1, -1, 1];
  expect(buildMigrationMatrix(before, after, 2)).toEqual({
    counts: [
      [1, 1, 0],
      [1, 2, 1],
      [0, 1, 0],
    ],
    shares: [
      [0.5, 0.5, 0],
      [0.25, 0.5, 0.25],
      [0, 1, 0],
    ],
    valueChanges: null,
    stayed: 3,
    up: 1,
    down: 1,
    arrived: 1,
    gone: 1,
    netFlow: 0,
    stabilityShare: 0.6,
  });
});

it("adds up the change of value per cell, and knows no shares of an empty row", () => {
  const { valueChanges, shares, stabilityShare } = buildMigrationMatrix([0, -1], [1, 1], 2, [
    [100, NaN],
    [30, 50],
  ]);
  expect(valueChanges).toEqual([
    [0, -70, 0],
    [0, 0, 0],
    [0, 50, 0],
  ]);
  expect(shares[1]).toEqual([null, null, null]);
  expect(stabilityShare).toBe(0);
});

it("mirrors when the dates change places", () => {
  const groups = fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 3 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(groups, (pairs) => {
      const [before, after] = [pairs.map(([from]) => from), pairs.map(([, to]) => to)];
      const forward = buildMigrationMatrix(before, after, 4);
      const backward = buildMigrationMatrix(after, before, 4);
      expect(backward.counts).toEqual(forward.counts.map((_, i) => forward.counts.map((row) => row[i])));
      expect([backward.up, backward.down, backward.arrived]).toEqual([forward.down, forward.up, forward.gone]);
    }),
  );
});

it.each<[string, number[], number[]]>([
  ["columns of unequal length", [0], [0, 1]],
  ["a group that does not exist", [2], [0]],
])("refuses %s", (_, before, after) => {
  expect(() => buildMigrationMatrix(before, after, 2)).toThrow(RangeError);
});
