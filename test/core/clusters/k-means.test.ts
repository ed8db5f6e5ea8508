import fc from "fast-check";
import { clusterKMeans } from "../../../src/core/clusters/k-means";
import { computeInertia } from "../../../src/core/clusters/lloyd";
import { assignClusters, computeOriginalCentres, orderClustersByValue } from "../../../src/core/clusters/model";
import { findLineCentres } from "../../../src/core/clusters/one-dimension";
import type { Points } from "../../../src/core/clusters/points";
import { buildPoints, fitTransform } from "../../../src/core/clusters/transform";
import { sortIds } from "../../../src/core/math/order";
import { createRandom } from "../../../src/core/math/random";
import { computeAdjustedRand } from "../../helpers/adjusted-rand";
import { irisRows } from "../../helpers/iris";

function buildRows(rows: readonly (readonly number[])[]): Points {
  return { values: Float64Array.from(rows.flat()), rows: rows.length, dimensions: rows[0].length };
}

/** Clouds of normal points; the row number modulo the number of centres is the cloud. */
function buildClouds(rows: number, centres: readonly (readonly number[])[], spread: number, seed = 1): Points {
  const random = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return buildRows(
    Array.from({ length: rows }, (_, i) => centres[i % centres.length].map((value) => value + spread * normal())),
  );
}

const corners = [
  [0, 0, 0],
  [10, 0, 0],
  [0, 10, 0],
  [0, 0, 10],
  [10, 10, 10],
];

describe("clusterKMeans", () => {
  it("splits Fisher's iris as published: k = 3, inertia 78.851441", () => {
    const { inertia, sizes, converged } = clusterKMeans(buildRows(irisRows), 3);
    expect(inertia).toBeCloseTo(78.851441, 6);
    expect([...sizes].sort()).toEqual([38, 50, 62]);
    expect(converged).toBe(true);
  });

  it.each([200, 4_000, 12_000, 60_000])("finds planted clouds among %i points", (rows) => {
    const points = buildClouds(rows, corners, 1);
    const { labels, centres, inertia, sizes } = clusterKMeans(points, 5);
    expect(
      computeAdjustedRand(
        labels,
        Array.from({ length: rows }, (_, i) => i % 5),
      ),
    ).toBe(1);
    expect(sizes).toEqual([rows / 5, rows / 5, rows / 5, rows / 5, rows / 5]);
    expect(inertia).toBeCloseTo(computeInertia(points, centres, labels), 6);
  });

  it("ends where every point is with its nearest centre and every centre is the mean of its points", () => {
    const points = buildClouds(3_000, corners, 5);
    const { labels, centres, k } = clusterKMeans(points, 7);
    const sums = new Float64Array(k * 3);
    const counts = new Float64Array(k);
    for (let i = 0; i < points.rows; i++) {
      counts[labels[i]]++;
      const distances = Array.from({ length: k }, (_, c) =>
        [0, 1, 2].reduce((sum, d) => sum + (points.values[i * 3 + d] - centres[c * 3 + d]) ** 2, 0),
      );
      expect(distances[labels[i]]).toBe(Math.min(...distances));
      for (let d = 0; d < 3; d++) sums[labels[i] * 3 + d] += points.values[i * 3 + d];
    }
    centres.forEach((value, at) => expect(value).toBeCloseTo(sums[at] / counts[Math.floor(at / 3)], 10));
  });

  it.each([500, 8_000])("gives the same for the same seed (%i points)", (rows) => {
    const points = buildClouds(rows, corners, 4);
    expect(clusterKMeans(points, 6, { seed: 3 })).toEqual(clusterKMeans(points, 6, { seed: 3 }));
  });

  it("sees a single customer far away among thousands", () => {
    const points = buildClouds(4_001, [[0, 0, 0]], 1);
    points.values.set([200, 0, 0], 3 * 1234);
    const { labels, sizes } = clusterKMeans(points, 2);
    expect(sizes[labels[1234]]).toBe(1);
  });

  it("fills every cluster when there are just as many different points", () => {
    const rows = [...Array.from({ length: 50 }, () => [1, 1]), [2, 2], [3, 1], [9, 9]];
    const { sizes, inertia } = clusterKMeans(buildRows(rows), 4);
    expect([...sizes].sort((a, b) => a - b)).toEqual([1, 1, 1, 50]);
    expect(inertia).toBe(0);
  });

  it.each([
    [1, "k must be 2..20; got 1"],
    [21, "k must be 2..20; got 21"],
    [2.5, "k must be 2..20; got 2.5"],
    [3, "k must be at most the number of different points; got 3 for 2"],
  ])("refuses k = %f", (k, message) => {
    const run = () =>
      clusterKMeans(
        buildRows([
          [1, 1],
          [1, 1],
          [2, 2],
          [2, 2],
        ]),
        k,
      );
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });

  it("refuses points that are not finite", () => {
    expect(() =>
      clusterKMeans(
        buildRows([
          [1, 2],
          [NaN, 3],
          [4, 5],
        ]),
        2,
      ),
    ).toThrow("points must be finite");
  });
});

describe("clusterKMeans on a line", () => {
  it("reaches the optimum: no division of the sorted values into stretches has less inertia", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 12 }),
        fc.integer({ min: 2, max: 4 }),
        (values, k) => {
          const sorted = Float64Array.from(values).sort();
          const cost = (from: number, to: number) => {
            const part = sorted.subarray(from, to);
            const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
            return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
          };
          const best = (to: number, parts: number): number =>
            parts === 1
              ? cost(0, to)
              : Math.min(
                  ...Array.from(
                    { length: to - parts + 1 },
                    (_, i) => best(i + parts - 1, parts - 1) + cost(i + parts - 1, to),
                  ),
                );
          const { inertia } = clusterKMeans(
            { values: Float64Array.from(values), rows: values.length, dimensions: 1 },
            k,
          );
          expect(inertia).toBeCloseTo(best(sorted.length, k), 8);
        },
      ),
    );
  });

  it("groups neighbours when there are very many different values, and still finds the clouds", () => {
    const { values } = buildClouds(120_000, [[0], [50], [90]], 1);
    const centres = findLineCentres({ values, rows: values.length, dimensions: 1 }, 3);
    [0, 50, 90].forEach((centre, i) => expect(centres[i]).toBeCloseTo(centre, 1));
  });
});

describe("orderClustersByValue and assignClusters", () => {
  const random = createRandom(5);
  const ids = Array.from({ length: 600 }, (_, i) => `C${i}`);
  const recency = Float64Array.from(ids, () => Math.floor(random() * 300));
  const spend = Float64Array.from(ids, (_, i) => Math.exp(8 * random()) * (i % 3 === 0 ? 20 : 1));
  spend[17] = NaN;
  const run = (order: ArrayLike<number>) => {
    const pick = (column: Float64Array) => Float64Array.from(order, (i) => column[i]);
    const features = [
      { name: "recency", values: pick(recency) },
      { name: "spend", values: pick(spend) },
    ];
    const transform = fitTransform(features);
    const { points, customers } = buildPoints(transform, features);
    const ordered = orderClustersByValue(
      clusterKMeans(points, 4),
      transform,
      customers,
      features[1].values,
      ids.length,
    );
    return { ...ordered, features };
  };
  const standard = sortIds(ids);
  const { codes, model, sizes, features } = run(standard);

  it("numbers clusters by mean value, most valuable first, and leaves out blanks", () => {
    const means = sizes.map(
      (size, c) => features[1].values.reduce((sum, value, i) => (codes[i] === c ? sum + value : sum), 0) / size,
    );
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(Array.from(codes).filter((code) => code < 0)).toHaveLength(1);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(599);
  });

  it("agrees with the stored model after a round trip through JSON", () => {
    expect(assignClusters(JSON.parse(JSON.stringify(model)), features)).toEqual(codes);
  });

  it("does not depend on the order in which customers come", () => {
    const shuffled = ids.map((_, i) => (i * 7 + 3) % ids.length);
    const back = sortIds(shuffled.map((i) => ids[i]));
    expect(run(Array.from(back, (position) => shuffled[position])).codes).toEqual(codes);
  });

  it("tells the centres in the units of the features", () => {
    computeOriginalCentres(model).forEach(([days, money], c) => {
      expect(days).toBeGreaterThan(0);
      expect(days).toBeLessThan(300);
      expect(money).toBeGreaterThan(0);
      expect(model.centres[c]).toHaveLength(2);
    });
  });

  it("puts the larger cluster first where no value is known", () => {
    const points = buildClouds(90, [[0], [0], [50]], 1);
    const transform = {
      features: [{ name: "a", log: "none", lowest: null, highest: null, mean: 0, sd: 1 }],
      dropped: [],
    } as const;
    const customers = Int32Array.from({ length: 90 }, (_, i) => i);
    expect(orderClustersByValue(clusterKMeans(points, 2), transform, customers, null, 90).sizes).toEqual([60, 30]);
  });
});
