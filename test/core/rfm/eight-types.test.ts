import {
  EIGHT_TYPES,
  STRENGTH_LABELS,
  assignEightTypes,
  assignStrengthLabels,
  computeTypeThresholds,
} from "../../../src/core/rfm/eight-types";

const thresholds = { recencyDays: 30, orders: 3, monetary: 100 };
/** One customer per combination of good R, F and M, in the order 111, 101, 011, 001, 110, 100, 010, 000. */
const combinations = {
  recencyDays: [1, 1, 99, 99, 1, 1, 99, 99],
  orders: [9, 2, 9, 2, 9, 2, 9, 2],
  monetary: [500, 500, 500, 500, 5, 5, 5, 5],
};
const tenureDays = new Array<number>(8).fill(400);

it("names the eight combinations T1 to T8", () => {
  const types = assignEightTypes(combinations, thresholds);
  expect(Array.from(types, (type) => EIGHT_TYPES[type])).toEqual(["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]);
});

it("labels the eight combinations by their strength", () => {
  const labels = assignStrengthLabels(combinations, tenureDays, thresholds);
  expect(Array.from(labels, (label) => STRENGTH_LABELS[label])).toEqual([
    "best",
    "monetary",
    "retention",
    "retention",
    "frequency",
    "recency",
    "retention",
    "dormant",
  ]);
});

it.each([
  { orders: 1, tenure: 90, label: "new" },
  { orders: 1, tenure: 91, label: "monetary" },
  { orders: 2, tenure: 10, label: "monetary" },
  { orders: 1, tenure: NaN, label: "monetary" },
])("calls a recent big spender with $orders order(s) after $tenure days $label", ({ orders, tenure, label }) => {
  const measures = { recencyDays: [5], orders: [orders], monetary: [900] };
  expect(STRENGTH_LABELS[assignStrengthLabels(measures, [tenure], thresholds)[0]]).toBe(label);
});

it("counts a value at the threshold as not good", () => {
  const onThreshold = { recencyDays: [30], orders: [3], monetary: [100] };
  expect(EIGHT_TYPES[assignEightTypes(onThreshold, thresholds)[0]]).toBe("T8");
});

it("has no type where a measure is blank or there is no money", () => {
  const blanks = { recencyDays: [NaN, 1, 1], orders: [1, NaN, 1], monetary: [1, 1, NaN] };
  expect(Array.from(assignEightTypes(blanks, thresholds))).toEqual([-1, -1, -1]);
  expect(Array.from(assignEightTypes({ ...combinations, monetary: null }, thresholds))).toEqual(Array(8).fill(-1));
});

it("takes the mean, the median or a fixed value as threshold, per measure", () => {
  const measures = { recencyDays: [1, 2, 9], orders: [1, 2, 6], monetary: [10, NaN, 20] };
  expect(computeTypeThresholds(measures)).toEqual({ recencyDays: 4, orders: 3, monetary: 15 });
  expect(
    computeTypeThresholds({ ...measures, monetary: null }, { recencyDays: 90, orders: "median", monetary: "mean" }),
  ).toEqual({ recencyDays: 90, orders: 2, monetary: null });
  expect(() => computeTypeThresholds({ ...measures, orders: [NaN, NaN, NaN] })).toThrow(
    "orders is blank for every customer",
  );
});
