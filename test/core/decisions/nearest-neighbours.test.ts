import fc from "fast-check";
import { scoreByNeighbours } from "../../../src/core/decisions/nearest-neighbours";
import type { TreeColumn } from "../../../src/core/tree/column";

const number = (name: string, ...values: number[]): TreeColumn => ({
  name,
  kind: "number",
  numbers: Float64Array.from(values),
});
const text = (name: string, labels: readonly string[], ...codes: number[]): TreeColumn => ({
  name,
  kind: "category",
  codes: Int32Array.from(codes),
  labels,
});

it("takes the mean difference of numbers by their range and of texts by equality", () => {
  const known = [number("age", 20, 40, 60), text("city", ["Bath", "York"], 0, 1, 1)];
  const candidates = [number("age", 30), text("city", ["York"], 0)];
  expect(scoreByNeighbours(known, [1, 0, 0], candidates, 1)).toEqual({
    scores: Float64Array.of(0),
    distances: Float64Array.of((10 / 40 + 1) / 2),
  });
  expect(scoreByNeighbours(known, [1, 1, 0], candidates, 2).scores[0]).toBe(0.5);
});

it("leaves out what one of the two has blank, and prefers the earlier of equally near customers", () => {
  const known = [number("age", NaN, 40, 40), text("city", ["Bath"], 0, -1, -1)];
  expect(scoreByNeighbours(known, [1, 0, 1], [number("age", 40), text("city", ["Bath"], 0)], 2).scores[0]).toBe(0.5);
  const blank = scoreByNeighbours(known, [1, 0, 1], [number("age", NaN), text("city", ["Bath"], -1)], 1);
  expect([blank.scores[0], blank.distances[0]]).toEqual([1, 1]);
});

it("has fewer neighbours than asked for where fewer are known", () => {
  expect(scoreByNeighbours([number("age", 1, 2)], [1, 0], [number("age", 5)], 10).scores[0]).toBe(0.5);
});

it.each([
  ["there is no known customer", [number("age")], [], [number("age", 1)], 1],
  ["neighbours", [number("age", 1)], [1], [number("age", 1)], 0],
  ["same columns", [number("age", 1)], [1], [], 1],
  ["same kind", [number("age", 1)], [1], [text("age", ["a"], 0)], 1],
])("refuses input where %s", (message, known, target, candidates, neighbours) => {
  expect(() => scoreByNeighbours(known, target, candidates, neighbours)).toThrow(message);
});

it("does not depend on units, and turns around with the labels", () => {
  const rows = fc.array(fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.boolean() }), { minLength: 1 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 50 }), (entries, own) => {
      const target = entries.map(({ y }) => (y ? 1 : 0));
      const score = (factor: number, labels: readonly number[]) =>
        scoreByNeighbours([number("x", ...entries.map(({ x }) => x * factor))], labels, [number("x", own * factor)], 3)
          .scores[0];
      expect(score(4, target)).toBe(score(1, target));
      expect(
        score(
          1,
          target.map((value) => 1 - value),
        ),
      ).toBeCloseTo(1 - score(1, target), 12);
    }),
  );
});
