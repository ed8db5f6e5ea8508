import { computeSkewness } from "../../src/core/math/statistics";
import type { AbcCrossing } from "../../src/core/value/abc";
import { assignAbc } from "../../src/core/value/abc";
import { buildLorenzCurve } from "../../src/core/value/lorenz";
import { assignTiers } from "../../src/core/value/pyramid";
import { buildTierTable, computeTopShares } from "../../src/core/value/tier-table";
import { parseNumbers, readReferenceTable } from "./reference-table";

const cdnowRevenue = parseNumbers(readReferenceTable("cdnow_whole_window.csv").M);
const retailRevenue = parseNumbers(readReferenceTable("online_retail_rfm.csv").M);

describe.each([
  {
    name: "the CDNOW sample",
    revenue: cdnowRevenue,
    tiers: [24, 94, 353, 1886],
    tierShares: [0.14554, 0.215126, 0.313349, 0.325984],
    abc: [
      { cuts: [0.7, 0.9], crossing: "up", counts: [522, 689, 1146] },
      { cuts: [0.8, 0.95], crossing: "up", counts: [777, 801, 779] },
      { cuts: [0.7, 0.9], crossing: "down", counts: [521, 689, 1147] },
      { cuts: [0.8, 0.95], crossing: "down", counts: [776, 801, 780] },
    ],
    gini: 0.630917,
    topShares: { 100: 0.14554, 500: 0.360666, 1000: 0.50807, 2000: 0.674016, 5000: 0.894542 },
  },
  {
    name: "Online Retail",
    revenue: retailRevenue,
    tiers: [43, 174, 651, 3470],
    tierShares: [0.317754, 0.186027, 0.24239, 0.253829],
    abc: [
      { cuts: [0.7, 0.9], crossing: "up", counts: [688, 1220, 2430] },
      { cuts: [0.8, 0.95], crossing: "up", counts: [1133, 1469, 1736] },
    ],
    gini: 0.71514,
    topShares: { 100: 0.317754, 1000: 0.613751, 2000: 0.746171 },
  },
])("value of $name", ({ revenue, tiers, tierShares, abc, gini, topShares }) => {
  it("has the reference pyramid with its revenue shares", () => {
    const { codes, counts } = assignTiers(revenue);
    expect(Array.from(counts)).toEqual(tiers);
    const table = buildTierTable(codes, 4, { value: revenue, revenue, profit: null });
    tierShares.forEach((share, tier) => expect(table.revenueShare[tier]).toBeCloseTo(share, 5));
  });

  it("has the reference ABC classes", () => {
    for (const { cuts, crossing, counts } of abc) {
      const result = assignAbc(revenue, { cuts: [cuts[0], cuts[1]], crossing: crossing as AbcCrossing });
      expect(Array.from(result.counts)).toEqual(counts);
    }
  });

  it("has the reference Gini coefficient and top shares", () => {
    expect(buildLorenzCurve(revenue).gini).toBeCloseTo(gini, 6);
    for (const [basisPoints, share] of Object.entries(topShares)) {
      expect(computeTopShares(revenue, revenue, [Number(basisPoints)])[0]).toBeCloseTo(share, 6);
    }
  });
});

it("finds the reference skewness of days since the last purchase in the CDNOW sample", () => {
  const recencyDays = parseNumbers(readReferenceTable("cdnow_whole_window.csv").R);
  expect(computeSkewness(recencyDays)).toBeCloseTo(-0.889, 3);
});
