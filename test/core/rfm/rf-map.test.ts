import { RF_MAP_GROUPS, assignRfMap, rescaleScore } from "../../../src/core/rfm/rf-map";

/** Every combination of R and F score, R first. */
function buildGrid(bins: number) {
  const scores = Array.from({ length: bins * bins }, (_, i) => [Math.floor(i / bins) + 1, (i % bins) + 1]);
  return {
    recency: Uint8Array.from(scores, ([r]) => r),
    frequency: Uint8Array.from(scores, ([, f]) => f),
    monetary: null,
  };
}

const nameGroups = (codes: Int32Array) => Array.from(codes, (code) => RF_MAP_GROUPS[code]);

it("gives every one of the 25 cells its group, recent customers at the top", () => {
  const groups = nameGroups(assignRfMap(buildGrid(5)));
  const rows = [4, 3, 2, 1, 0].map((row) => groups.slice(row * 5, row * 5 + 5).join(" "));
  expect(rows).toEqual([
    "NEW POT POT CHA CHA",
    "PRO POT POT LOY LOY",
    "SLP SLP ATT LOY LOY",
    "HIB HIB RSK RSK CLT",
    "HIB HIB RSK RSK CLT",
  ]);
});

it.each([2, 3, 4, 6, 7, 8, 9, 10])("knows a group for every cell of %p scores and keeps the corners", (bins) => {
  const groups = nameGroups(assignRfMap(buildGrid(bins), { bins }));
  expect(groups.every((group) => RF_MAP_GROUPS.includes(group))).toBe(true);
  const corners = [groups[0], groups[bins - 1], groups[bins * bins - bins], groups[bins * bins - 1]];
  expect(corners).toEqual(["HIB", "CLT", "NEW", "CHA"]);
});

it.each([
  [2, [1, 5]],
  [3, [1, 3, 5]],
  [4, [1, 2, 4, 5]],
  [5, [1, 2, 3, 4, 5]],
  [7, [1, 2, 2, 3, 4, 4, 5]],
  [10, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
])("brings %p scores to the five steps %p", (bins, steps) => {
  expect(steps.map((_, i) => rescaleScore(i + 1, bins))).toEqual(steps);
});

it("takes the rounded mean of F and M as the second axis when asked", () => {
  const columns = {
    recency: Uint8Array.of(5, 5, 5, 5),
    frequency: Uint8Array.of(1, 1, 2, 5),
    monetary: Uint8Array.of(2, 1, 5, 0),
  };
  expect(nameGroups(assignRfMap(columns, { axis: "FM" }).slice(0, 3))).toEqual(["POT", "NEW", "CHA"]);
  expect(assignRfMap(columns, { axis: "FM" })[3]).toBe(-1);
  expect(nameGroups(assignRfMap(columns))).toEqual(["NEW", "NEW", "POT", "CHA"]);
  expect(() => assignRfMap({ ...columns, monetary: null }, { axis: "FM" })).toThrow("the axis FM needs M scores");
});

it("has no group for a customer without R or F score", () => {
  const columns = { recency: Uint8Array.of(0, 3), frequency: Uint8Array.of(3, 0), monetary: null };
  expect(Array.from(assignRfMap(columns))).toEqual([-1, -1]);
});
