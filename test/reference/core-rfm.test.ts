import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countGroups } from "../../src/core/math/groups";
import { computeMean } from "../../src/core/math/statistics";
import { EIGHT_TYPES, assignEightTypes, computeTypeThresholds } from "../../src/core/rfm/eight-types";
import { RF_MAP_GROUPS, assignRfMap } from "../../src/core/rfm/rf-map";
import { computeTotalScores, computeWeightedScores, formatRfmCodes } from "../../src/core/rfm/rfm-code";
import { assignRfmScores, buildScoreModel } from "../../src/core/rfm/score-model";
import type { RfmScoreOptions } from "../../src/core/rfm/score-rfm";
import { readScoreColumns, scoreRfm } from "../../src/core/rfm/score-rfm";
import { findScoreWarnings } from "../../src/core/rfm/score-warnings";
import { buildSegmentTable } from "../../src/core/rfm/segment-table";
import { referenceFolder } from "../helpers/reference-folder";
import { parseNumbers, readReferenceTable } from "./reference-table";

const cdnow = readReferenceTable("cdnow_whole_window.csv");
const retail = readReferenceTable("online_retail_rfm.csv");
const retailFigures = JSON.parse(readFileSync(join(referenceFolder(), "reference", "online_retail_rfm.json"), "utf8"));
const readMeasures = (table: Record<string, string[]>) => ({
  recencyDays: parseNumbers(table.R),
  orders: parseNumbers(table.F),
  monetary: parseNumbers(table.M),
});
const cdnowMeasures = readMeasures(cdnow);
const retailMeasures = readMeasures(retail);

function describeScores(measures: ReturnType<typeof readMeasures>, options: RfmScoreOptions) {
  const scores = scoreRfm(measures, options);
  const codes = formatRfmCodes(readScoreColumns(scores), scores.bins);
  return {
    counts: [scores.recency, scores.frequency, scores.monetary!].map(({ counts }) => Array.from(counts)),
    best: codes.filter((code) => code === "555").length,
    worst: codes.filter((code) => code === "111").length,
    distinct: new Set(codes).size,
  };
}

const countByGroup = (codes: Int32Array, groups: readonly string[]) => {
  const counts = countGroups(codes, groups.length);
  return Object.fromEntries(groups.map((group, i) => [group, counts[i]]));
};

describe("RFM of the CDNOW sample over its whole window", () => {
  const scores = scoreRfm(cdnowMeasures);
  const columns = readScoreColumns(scores);

  it("gives every customer the reference scores and code", () => {
    expect(Array.from(columns.recency)).toEqual(cdnow.r.map(Number));
    expect(Array.from(columns.frequency)).toEqual(cdnow.f.map(Number));
    expect(Array.from(columns.monetary!)).toEqual(cdnow.m.map(Number));
    expect(formatRfmCodes(columns, 5)).toEqual(cdnow.code);
  });

  it("cuts at the reference edges", () => {
    expect(Array.from(scores.recency.edges)).toEqual([153, 443, 487, 513]);
    expect(Array.from(scores.frequency.edges)).toEqual([1, 1, 2, 4]);
    [15.36, 31.958, 59.25, 130.436].forEach((edge, i) => expect(scores.monetary!.edges[i]).toBeCloseTo(edge, 9));
  });

  it("counts scores and codes as the reference and warns of the empty F score", () => {
    expect(describeScores(cdnowMeasures, {})).toEqual({
      counts: [
        [459, 478, 475, 471, 474],
        [1218, 0, 403, 358, 378],
        [481, 462, 472, 470, 472],
      ],
      best: 233,
      worst: 167,
      distinct: 60,
    });
    expect(findScoreWarnings(scores)).toEqual([
      { code: "unevenScore", measure: "frequency", score: 1, customers: 1218 },
      { code: "emptyScore", measure: "frequency", score: 2, customers: 0 },
    ]);
  });

  it("fills the empty F score when scoring by rank", () => {
    expect(Array.from(scoreRfm(cdnowMeasures, { method: "rank" }).frequency.counts)).toEqual([472, 471, 471, 471, 472]);
  });

  it("has the reference mean of measures and of the weighted score", () => {
    expect(computeMean(cdnowMeasures.recencyDays)).toBeCloseTo(372.563852, 6);
    expect(computeMean(cdnowMeasures.orders)).toBeCloseTo(2.840899, 6);
    expect(computeMean(cdnowMeasures.monetary)).toBeCloseTo(103.560433, 6);
    expect(computeMean(computeWeightedScores(columns))).toBeCloseTo(328.36275, 5);
  });

  it("puts every customer in the reference segment", () => {
    const segments = assignRfMap(columns);
    expect(Array.from(segments, (code) => RF_MAP_GROUPS[code])).toEqual(cdnow.seg);
    const shares = buildSegmentTable(cdnowMeasures, segments, RF_MAP_GROUPS.length).revenueShare;
    const expected = {
      CHA: 0.4907,
      LOY: 0.2369,
      HIB: 0.1107,
      POT: 0.069,
      SLP: 0.0419,
      RSK: 0.025,
      ATT: 0.0205,
    };
    for (const [group, share] of Object.entries({ ...expected, CLT: 0.0052, NEW: 0, PRO: 0 })) {
      expect(shares[(RF_MAP_GROUPS as readonly string[]).indexOf(group)]).toBeCloseTo(share, 4);
    }
  });

  it("counts the segments of the axis FM as the reference", () => {
    expect(countByGroup(assignRfMap(columns, { axis: "FM" }), RF_MAP_GROUPS)).toEqual({
      CHA: 437,
      LOY: 424,
      HIB: 772,
      POT: 146,
      SLP: 333,
      RSK: 159,
      ATT: 80,
      CLT: 6,
      NEW: 0,
      PRO: 0,
    });
  });

  it.each([
    ["mean", [464, 30, 37, 62, 188, 161, 47, 1368]],
    ["median", [879, 23, 80, 196, 149, 123, 31, 876]],
  ] as const)("counts the eight types by %s as the reference", (threshold, counts) => {
    const types = assignEightTypes(cdnowMeasures, computeTypeThresholds(cdnowMeasures, threshold));
    expect(Array.from(countGroups(types, EIGHT_TYPES.length))).toEqual(counts);
  });

  it.each(["quantile", "plusOne", "natural", "nested"] as const)(
    "scores the same customers alike when its %s cuts are stored and applied again",
    (method) => {
      const fitted = scoreRfm(cdnowMeasures, { method });
      const model = JSON.parse(JSON.stringify(buildScoreModel(fitted)));
      expect(assignRfmScores(cdnowMeasures, model)).toEqual(readScoreColumns(fitted));
    },
  );
});

describe("RFM of Online Retail without cancellations and zero prices", () => {
  const ruleOfMethod = { quantile: "value_edges", rank: "rank_first_qcut", ntile: "ntile" } as const;

  it.each(["quantile", "rank", "ntile"] as const)("scores every customer by %s as the reference", (method) => {
    const rule = ruleOfMethod[method];
    const columns = readScoreColumns(scoreRfm(retailMeasures, { method }));
    expect(Array.from(columns.recency)).toEqual(retail[`${rule}_R`].map(Number));
    expect(Array.from(columns.frequency)).toEqual(retail[`${rule}_F`].map(Number));
    expect(Array.from(columns.monetary!)).toEqual(retail[`${rule}_M`].map(Number));
    const expected = retailFigures.scores[rule];
    expect(describeScores(retailMeasures, { method })).toEqual({
      counts: ["R", "F", "M"].map((measure) => Object.values(expected.counts[measure])),
      best: expected.n_555,
      worst: expected.n_111,
      distinct: expected.distinct_cells,
    });
    expect(computeMean(computeTotalScores(columns))).toBeCloseTo(expected.mean_total_score, 9);
  });

  it("cuts at the reference edges", () => {
    const scores = scoreRfm(retailMeasures);
    const edges = { R: scores.recency.edges, F: scores.frequency.edges, M: scores.monetary!.edges };
    for (const measure of ["R", "F", "M"] as const) {
      retailFigures.value_edges[measure].forEach((edge: number, i: number) => {
        expect(Math.abs(edges[measure][i] / edge - 1)).toBeLessThan(1e-9);
      });
    }
  });

  it.each([
    ["12346", "115"],
    ["12347", "555"],
    ["14646", "555"],
    ["16446", "525"],
    ["17850", "155"],
    ["18287", "334"],
  ])("gives customer %s the code %s", (customer, code) => {
    const codes = formatRfmCodes(readScoreColumns(scoreRfm(retailMeasures)), 5);
    expect(codes[retail.CustomerID.indexOf(customer)]).toBe(code);
  });

  it("counts segments and types as the reference", () => {
    const segments = assignRfMap(readScoreColumns(scoreRfm(retailMeasures)));
    expect(countByGroup(segments, RF_MAP_GROUPS)).toEqual({
      ...{
        CHA: 604,
        LOY: 688,
        POT: 484,
        NEW: 67,
        PRO: 169,
        ATT: 121,
        SLP: 478,
        RSK: 357,
        CLT: 35,
        HIB: 1335,
      },
    });
    const types = assignEightTypes(retailMeasures, computeTypeThresholds(retailMeasures));
    expect(Array.from(countGroups(types, 8))).toEqual([689, 117, 27, 38, 358, 1750, 40, 1319]);
  });
});
