import type { AbcOptions } from "../../../src/core/value/abc";
import { ABC_CLASSES, assignAbc } from "../../../src/core/value/abc";

const classify = (values: number[], options?: AbcOptions) =>
  Array.from(assignAbc(values, options).codes, (code) => ABC_CLASSES[code] ?? "none");

it.each<{ options: AbcOptions; classes: string[] }>([
  { options: {}, classes: ["A", "A", "B", "B", "C", "C"] },
  { options: { crossing: "down" }, classes: ["A", "B", "B", "C", "C", "C"] },
  { options: { cuts: [0.8, 0.95] }, classes: ["A", "A", "A", "B", "B", "C"] },
])("classifies 500, 250, 120, 60, 40, 30 with $options as $classes", ({ options, classes }) => {
  expect(classify([500, 250, 120, 60, 40, 30], options)).toEqual(classes);
});

it("does not let rounding of a share that falls on the cut decide", () => {
  expect(classify([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toEqual([..."AAAAAAABBC"]);
  expect(classify([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], { crossing: "down" })).toEqual([..."AAAAAAABBC"]);
});

it("puts values of 0 or below in C, outside the base, and blanks nowhere", () => {
  expect(classify([-500, 60, NaN, 0, 40])).toEqual(["C", "A", "none", "C", "A"]);
  expect(classify([-1, 0])).toEqual(["C", "C"]);
});

it("remembers the lowest value of A and B", () => {
  expect(assignAbc([500, 250, 120, 60, 40, 30])).toEqual({
    codes: Int32Array.of(0, 0, 1, 1, 2, 2),
    counts: Int32Array.of(2, 2, 2),
    model: { ids: ["A", "B", "C"], boundaries: [250, 60] },
  });
  expect(assignAbc([1], { crossing: "down" }).model.boundaries).toEqual([null, null]);
});

it("refuses cuts that do not ascend between 0 and 1", () => {
  expect(() => assignAbc([1], { cuts: [0.9, 0.7] })).toThrow(RangeError);
  expect(() => assignAbc([1], { cuts: [70, 90] })).toThrow(RangeError);
});
