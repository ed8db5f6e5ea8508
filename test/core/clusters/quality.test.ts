import fc from "fast-check";
import { chooseK, recommendK } from "../../../src/core/clusters/choose-k";
import { clusterKMeans } from "../../../src/core/clusters/k-means";
import type { Points } from "../../../src/core/clusters/points";
import { computeCalinskiHarabasz, computeSilhouettes, listClusterWarnings } from "../../../src/core/clusters/quality";
import { createRandom } from "../../../src/core/math/random";

const points = (rows: readonly (readonly number[])[]): Points => ({
  values: Float64Array.from(rows.flat()),
  rows: rows.length,
  dimensions: rows[0].length,
});

/** Straight from the definition. */
function rateSilhouette(rows: readonly (readonly number[])[], labels: readonly number[]): number {
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((value, d) => value - b[d]));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const of = rows.map((row, i) => {
    const others = (label: number) =>
      rows.filter((_, j) => j !== i && labels[j] === label).map((other) => distance(row, other));
    const own = others(labels[i]);
    if (own.length === 0) return 0;
    const a = mean(own);
    const b = Math.min(
      ...[...new Set(labels)].filter((label) => label !== labels[i]).map((label) => mean(others(label))),
    );
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
  return mean(of);
}

describe("computeSilhouettes", () => {
  it("rates (0,0) (0,1) | (10,10) (10,11) as 0.929290", () => {
    const rows = [
      [0, 0],
      [0, 1],
      [10, 10],
      [10, 11],
    ];
    expect(computeSilhouettes(points(rows), [[0, 0, 1, 1]])[0]).toBeCloseTo(0.92929, 5);
    expect(computeCalinskiHarabasz(points(rows), 2, 1)).toBe(400);
  });

  it.each([1, 2, 3, 5])(
    "rates several clusterings at once as the definition rates each, %i dimensions",
    (dimensions) => {
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(
              fc.array(fc.integer({ min: -9, max: 9 }), { minLength: dimensions, maxLength: dimensions }),
              fc.integer({ min: 0, max: 1 }),
              fc.integer({ min: 0, max: 3 }),
            ),
            { minLength: 4, maxLength: 25 },
          ),
          (drawn) => {
            const rows = drawn.map(([row]) => row);
            const labelings = [drawn.map(([, label]) => label), drawn.map(([, , label]) => label)];
            for (const labels of labelings) [labels[0], labels[1]] = [0, 1];
            computeSilhouettes(points(rows), labelings).forEach((silhouette, i) =>
              expect(silhouette).toBeCloseTo(rateSilhouette(rows, labelings[i]), 10),
            );
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe("computeCalinskiHarabasz", () => {
  it("is not defined without inertia or with a cluster per point", () => {
    const three = points([[0], [1], [5]]);
    expect([computeCalinskiHarabasz(three, 2, 0), computeCalinskiHarabasz(three, 3, 0.5)]).toEqual([null, null]);
  });
});

describe("listClusterWarnings", () => {
  it.each([
    ["nothing to warn of", [500, 500], 0.4, []],
    ["a cluster of less than five", [96, 4], 0.4, [{ code: "smallCluster", cluster: 1, customers: 4 }]],
    ["a cluster of less than one per cent", [9, 991], 0.4, [{ code: "smallCluster", cluster: 0, customers: 9 }]],
    ["exactly one per cent is enough", [10, 990], 0.4, []],
    ["a weak structure", [500, 500], 0.2, [{ code: "weakStructure", silhouette: 0.2 }]],
    ["more than one cluster per ten customers", [7, 6, 6], 0.4, [{ code: "manyClusters", k: 3, customers: 19 }]],
  ])("%s", (_, sizes, silhouette, warnings) => {
    expect(listClusterWarnings(sizes, silhouette)).toEqual(warnings);
  });
});

describe("recommendK", () => {
  const row = (k: number, inertia: number, silhouette: number, calinskiHarabasz: number | null) => ({
    k,
    inertia,
    silhouette,
    calinskiHarabasz,
    smallestCluster: 10,
  });

  it("takes the best silhouette within 4..10 and names every criterion that disagrees", () => {
    const table = [
      row(2, 100, 0.6, 90),
      row(3, 30, 0.5, 80),
      row(4, 25, 0.3, 70),
      row(5, 22, 0.4, 60),
      row(11, 10, 0.9, 50),
    ];
    expect(recommendK(table)).toEqual({
      table,
      recommendedK: 5,
      kneeK: 3,
      bestCalinskiHarabaszK: 2,
      bestOverallK: 11,
      disagreements: [
        { code: "knee", k: 3 },
        { code: "calinskiHarabasz", k: 2 },
        { code: "bestOverall", k: 11 },
      ],
    });
  });

  it("has nothing to add when all agree", () => {
    const table = [row(3, 100, 0.3, 50), row(4, 20, 0.6, 90), row(5, 18, 0.5, 80)];
    expect(recommendK(table)).toMatchObject({ recommendedK: 4, kneeK: 4, disagreements: [] });
  });

  it("takes the smaller of two equally good k", () => {
    expect(recommendK([row(4, 9, 0.5, 1), row(5, 8, 0.5, 1)]).recommendedK).toBe(4);
  });

  it("takes what there is when there is nothing within 4..10", () => {
    expect(recommendK([row(2, 9, 0.4, null), row(3, 8, 0.5, null)])).toMatchObject({
      recommendedK: 3,
      kneeK: null,
      bestCalinskiHarabaszK: null,
    });
  });
});

describe("chooseK", () => {
  const random = createRandom(2);
  const rows = Array.from({ length: 300 }, (_, i) => [(i % 5) * 20 + random(), (i % 2) * 30 + random()]);

  it("offers the clusterings it has rated, the same as when asked for one k", () => {
    const { choice, fits } = chooseK(points(rows), { seed: 4 });
    expect(choice.table.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(choice.recommendedK).toBe(10);
    expect(fits[3]).toEqual(clusterKMeans(points(rows), 5, { seed: 4 }));
    expect(choice.table[8].smallestCluster).toBe(30);
  });

  it("stops at the number of different points and below the number of points", () => {
    const few = points([[1], [1], [2], [2], [7]]);
    expect(chooseK(few).choice.table.map(({ k }) => k)).toEqual([2, 3]);
    expect(chooseK(points([[1], [2], [3]])).choice.table.map(({ k }) => k)).toEqual([2]);
  });

  it.each([
    ["two points", [[1], [2]]],
    ["equal points", [[1], [1], [1], [1]]],
  ])("refuses %s", (_, few) => {
    expect(() => chooseK(points(few))).toThrow("too few different points");
  });

  it("rates a sample of the silhouettes above 5,000 points", () => {
    const many = points(Array.from({ length: 6_000 }, (_, i) => [(i % 4) * 10 + random(), random()]));
    const { choice } = chooseK(many, { largestK: 5 });
    expect(choice.recommendedK).toBe(4);
    expect(choice.table[2].silhouette).toBeGreaterThan(0.9);
  });

  it("reports progress and lets the caller give up", () => {
    const seen: number[][] = [];
    const run = () =>
      chooseK(points(rows), {
        onProgress: (done, all) => {
          seen.push([done, all]);
          if (done === 3) throw new Error("enough");
        },
      });
    expect(run).toThrow("enough");
    expect(seen).toEqual([
      [1, 11],
      [2, 11],
      [3, 11],
    ]);
  });
});
