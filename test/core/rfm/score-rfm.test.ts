import { assignRfmScores, buildScoreModel } from "../../../src/core/rfm/score-model";
import { readScoreColumns, scoreRfm } from "../../../src/core/rfm/score-rfm";
import { findScoreWarnings } from "../../../src/core/rfm/score-warnings";

const range = (length: number, value: (i: number) => number) => Float64Array.from({ length }, (_, i) => value(i));

const measures = {
  recencyDays: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  orders: Float64Array.of(1, 2, 10, 20, 5, 6, 7, 8),
  monetary: Float64Array.of(10, 20, 30, 40, 1, 2, 400, 300),
};

it("reads recency backwards, orders and money forwards", () => {
  expect(readScoreColumns(scoreRfm(measures, { bins: 2 }))).toEqual({
    recency: Uint8Array.of(2, 2, 2, 2, 1, 1, 1, 1),
    frequency: Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 2),
    monetary: Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 2),
  });
});

it("cuts orders inside each R score and money inside each cell when nested", () => {
  const scores = scoreRfm(measures, { method: "nested", bins: 2 });
  expect(readScoreColumns(scores)).toEqual({
    recency: Uint8Array.of(2, 2, 2, 2, 1, 1, 1, 1),
    frequency: Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 2),
    monetary: Uint8Array.of(1, 2, 1, 2, 1, 2, 2, 1),
  });
  expect(buildScoreModel(scores)).toEqual({
    method: "nested",
    bins: 2,
    edges: { recencyDays: [4.5], orders: [], monetary: [] },
    cellEdges: { orders: [[6.5], [6]], monetary: [[1.5], [350], [15], [35]] },
  });
});

it("gives no nested score where an earlier measure is blank", () => {
  const scores = readScoreColumns(
    scoreRfm(
      {
        recencyDays: Float64Array.of(NaN, 2, 3),
        orders: Float64Array.of(1, NaN, 3),
        monetary: Float64Array.of(1, 2, 3),
      },
      { method: "nested" },
    ),
  );
  expect(scores).toEqual({
    recency: Uint8Array.of(0, 5, 1),
    frequency: Uint8Array.of(0, 0, 1),
    monetary: Uint8Array.of(0, 0, 1),
  });
});

it.each(["quantile", "rank", "nested"] as const)("scores R and F alone by %s where there is no money", (method) => {
  const scores = scoreRfm({ ...measures, monetary: null }, { method });
  expect(scores.monetary).toBeNull();
  const model = buildScoreModel(scores);
  expect(model.edges.monetary).toBeNull();
  expect(assignRfmScores(measures, model).monetary).toBeNull();
});

it("takes one list of cuts per measure when fixed", () => {
  const cuts = { recencyDays: [3], orders: [6], monetary: [100] };
  expect(readScoreColumns(scoreRfm(measures, { method: "fixed", bins: 2, cuts }))).toEqual({
    recency: Uint8Array.of(2, 2, 2, 1, 1, 1, 1, 1),
    frequency: Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 2),
    monetary: Uint8Array.of(1, 1, 1, 1, 1, 1, 2, 2),
  });
});

it("judges other customers by stored cuts", () => {
  const model = buildScoreModel(scoreRfm(measures, { bins: 2 }));
  const others = { recencyDays: [4, 5, NaN], orders: [6, 7, 100], monetary: [-5, 1e9, 25] };
  expect(assignRfmScores(others, model)).toEqual({
    recency: Uint8Array.of(2, 1, 0),
    frequency: Uint8Array.of(1, 2, 2),
    monetary: Uint8Array.of(1, 2, 1),
  });
});

it("refuses measures of different length", () => {
  expect(() => scoreRfm({ recencyDays: [1], orders: [1, 2], monetary: null })).toThrow(RangeError);
});

describe("warnings about scores", () => {
  it("has none for evenly spread measures", () => {
    const even = range(100, (i) => i);
    expect(findScoreWarnings(scoreRfm({ recencyDays: even, orders: even, monetary: even }))).toEqual([]);
  });

  it("names empty and uneven scores, equal values and too few customers", () => {
    const scores = scoreRfm({
      recencyDays: range(50, () => 7),
      orders: range(50, (i) => (i < 30 ? 1 : i)),
      monetary: range(50, (i) => (i < 20 ? i : NaN)),
    });
    expect(findScoreWarnings(scores)).toEqual([
      { code: "allEqual", measure: "recency", score: null, customers: 50 },
      { code: "unevenScore", measure: "frequency", score: 1, customers: 30 },
      { code: "emptyScore", measure: "frequency", score: 2, customers: 0 },
      { code: "emptyScore", measure: "frequency", score: 3, customers: 0 },
      { code: "fewCustomers", measure: "monetary", score: null, customers: 20 },
    ]);
  });
});
