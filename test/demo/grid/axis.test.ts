import fc from "fast-check";
import type { SizeRun } from "../../../src/demo/protocol";
import { Axis } from "../../../src/demo/grid/axis";

const runs: SizeRun[] = [
  { start: 2, count: 1, size: 50 },
  { start: 5, count: 3, size: 0 },
  { start: 10, count: 2, size: 10 },
];
const axis = new Axis(20, 20, runs);

const anyRuns = fc
  .array(fc.record({ gap: fc.nat(6), count: fc.integer({ min: 1, max: 5 }), size: fc.constantFrom(0, 7, 33) }), {
    maxLength: 8,
  })
  .map((parts) => {
    let start = 0;
    return parts.map(({ gap, count, size }): SizeRun => {
      const run = { start: start + gap, count, size };
      start = run.start + count;
      return run;
    });
  });

describe("Axis", () => {
  it.each([
    [0, 0],
    [2, 40],
    [3, 90],
    [5, 130],
    [6, 130],
    [8, 130],
    [10, 170],
    [11, 180],
    [12, 190],
    [20, 350],
  ])("puts line %i at %i pixels", (index, offset) => expect(axis.getOffset(index)).toBe(offset));

  it.each([
    [0, 0],
    [45, 2],
    [129, 4],
    [130, 8],
    [175, 10],
    [349, 19],
    [9999, 19],
  ])("finds at %i pixels line %i, never a hidden one", (offset, index) => expect(axis.findIndex(offset)).toBe(index));

  it.each([
    [5, 1, 8],
    [7, -1, 4],
    [9, 1, 9],
  ] as const)("passes over hidden lines from %i in direction %i to %i", (from, step, index) =>
    expect(axis.findVisible(from, step)).toBe(index),
  );

  it("stays where it is when everything ahead is hidden", () => {
    const end = new Axis(10, 20, [{ start: 7, count: 3, size: 0 }]);
    expect(end.findVisible(7, 1)).toBe(6);
  });

  it("lists exactly the lines that are not hidden, and finds each of them again", () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(30), fc.nat(30), (list, first, count) => {
        const any = new Axis(100, 20, list);
        const all = Array.from({ length: count }, (_, index) => first + index);
        const visible = all.filter((line) => any.getSize(line) > 0);
        expect(any.listVisible(first, first + count)).toEqual(visible);
        for (const line of visible) {
          expect(any.findIndex(any.getOffset(line))).toBe(line);
          expect(any.getOffset(line + 1) - any.getOffset(line)).toBe(any.getSize(line));
        }
      }),
    );
  });
});
