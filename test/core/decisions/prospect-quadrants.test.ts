import { PROSPECT_QUADRANTS, assignProspectQuadrants } from "../../../src/core/decisions/prospect-quadrants";

const scores = Float64Array.of(0.9, 0.8, 0.1, 0.2);
const name = (codes: Int32Array) => Array.from(codes, (code) => PROSPECT_QUADRANTS[code]);

it("crosses likeness to top customers with demand", () => {
  const { codes, demand, cuts } = assignProspectQuadrants(
    scores,
    [Float64Array.of(5, 0, 3, 1), Float64Array.of(4, NaN, 3, 2)],
    "mean",
  );
  expect(name(codes)).toEqual(["Q5", "Q6", "Q7", "Q8"]);
  expect(demand[1]).toBe(12.5);
  expect(cuts.value).toBeCloseTo(0.5, 12);
});

it.each<["mean" | "median" | number, string[]]>([
  ["mean", ["Q6", "Q8", "Q8"]],
  ["median", ["Q6", "Q8", "Q8"]],
  [1000, ["Q6", "Q8", "Q8"]],
])("counts a demand that is not known as low, and takes no cut in money, by %s", (threshold, expected) => {
  const { codes, cuts } = assignProspectQuadrants(Float64Array.of(0.9, 0.3, 0.2), [], threshold);
  expect(name(codes)).toEqual(expected);
  expect(cuts.demand).toBeNull();
});

it("counts a blank beside known demands as low", () => {
  const { codes, demand } = assignProspectQuadrants(scores, [Float64Array.of(NaN, 1, 2, 2)], "median");
  expect([name(codes)[0], demand[0]]).toEqual(["Q6", NaN]);
});
