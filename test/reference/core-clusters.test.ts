import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chooseK } from "../../src/core/clusters/choose-k";
import { clusterKMeans } from "../../src/core/clusters/k-means";
import { computeInertia } from "../../src/core/clusters/lloyd";
import { assignClusters, orderClustersByValue } from "../../src/core/clusters/model";
import { buildClusterProfiles } from "../../src/core/clusters/profile";
import { computeCalinskiHarabasz, computeSilhouettes, listClusterWarnings } from "../../src/core/clusters/quality";
import { buildPoints, fitTransform } from "../../src/core/clusters/transform";
import type { Feature, TransformOptions } from "../../src/core/clusters/transform";
import { countGroups } from "../../src/core/math/groups";
import { computeAdjustedRand } from "../helpers/adjusted-rand";
import { referenceFolder } from "../helpers/reference-folder";
import { parseNumbers, readReferenceTable } from "./reference-table";

const readNumbers = (file: string): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(readReferenceTable(file)).map(([name, column]) => [name, parseNumbers(column)]));
const retail = readNumbers("online_retail_rfm.csv");
const retailLabels = readNumbers("online_retail_kmeans_k4.csv");
const cdnow = readNumbers("cdnow_whole_window.csv");
const published = JSON.parse(readFileSync(join(referenceFolder(), "reference", "online_retail_kmeans.json"), "utf8"));

function buildCase(
  columns: Record<string, Float64Array>,
  names: readonly [string, string, string],
  options?: TransformOptions,
) {
  const features: Feature[] = names.map((name) => ({ name, values: columns[name] }));
  const transform = fitTransform(features, options);
  return { features, transform, ...buildPoints(transform, features) };
}

describe("Online Retail, 4,338 customers, recency, orders and money on a logarithmic scale", () => {
  const { features, transform, points, customers } = buildCase(retail, ["R", "F", "M"]);
  const { choice, fits } = chooseK(points);

  it("finds all three features skewed", () => {
    expect(transform.features.map(({ log }) => log)).toEqual(["log1p", "log1p", "log1p"]);
    transform.features.forEach(({ mean, sd }, i) => {
      expect(mean).toBeCloseTo(published.mean[i], 9);
      expect(sd).toBeCloseTo(published.sd[i], 9);
    });
  });

  it.each(Object.entries(published.k as Record<string, { best_inertia_200_starts: number }>))(
    "k = %s: inertia within 0.1 % of the best of 200 starts",
    (k, { best_inertia_200_starts: best }) => {
      const row = choice.table.find((other) => other.k === Number(k))!;
      expect(row.inertia).toBeLessThanOrEqual(best * 1.001);
      expect(row.inertia).toBeGreaterThanOrEqual(best * (1 - 1e-4));
    },
  );

  it.each([2, 3])("is within 0.1 %% for k = 2..10 with seed %i too", (seed) => {
    for (const [k, { best_inertia_200_starts: best }] of Object.entries(
      published.k as Record<string, { best_inertia_200_starts: number }>,
    )) {
      expect({ k, excess: clusterKMeans(points, Number(k), { seed }).inertia / best - 1 < 0.001 }).toEqual({
        k,
        excess: true,
      });
    }
  });

  it.each([
    [2, 0.4327, 4380.0],
    [3, 0.3372, 3641.0],
    [4, 0.3352, 3346.1],
    [5, 0.3185, 3230.5],
    [6, 0.3155, 3103.6],
    [7, 0.3093, 2986.8],
    [8, 0.3018, 2843.1],
    [9, 0.2821, 2742.3],
    [10, 0.277, 2666.1],
    [11, 0.2751, 2594.9],
    [12, 0.2712, 2520.8],
  ])("k = %i: silhouette %f, Calinski-Harabasz %f", (k, silhouette, calinskiHarabasz) => {
    const row = choice.table.find((other) => other.k === k)!;
    expect(Math.abs(row.silhouette - silhouette)).toBeLessThan(k >= 8 ? 0.02 : 0.003);
    expect(row.calinskiHarabasz! / calinskiHarabasz).toBeCloseTo(1, 2);
  });

  it("recommends 4 and says that the knee is at 5 and that 2 has the best silhouette", () => {
    expect({ ...choice, table: null }).toEqual({
      table: null,
      recommendedK: 4,
      kneeK: 5,
      bestCalinskiHarabaszK: 2,
      bestOverallK: 2,
      disagreements: [
        { code: "knee", k: 5 },
        { code: "calinskiHarabasz", k: 2 },
        { code: "bestOverall", k: 2 },
      ],
    });
  });

  it("finds the four known clusters, most valuable first", () => {
    const { codes, model, sizes } = orderClustersByValue(fits[2], transform, customers, retail.M, retail.M.length);
    expect(computeAdjustedRand(codes, retailLabels.k4)).toBeGreaterThan(0.9);
    const profiles = buildClusterProfiles(codes, 4, features, [{ name: "M", values: retail.M }]);
    [0.650453, 0.235839, 0.051425, 0.062282].forEach((share, i) =>
      expect(profiles[i].valueShares[0]).toBeCloseTo(share, 1),
    );
    [7995.11, 1810.21, 522.54, 352.4].forEach((mean, i) =>
      expect(profiles[i].features[2].mean / mean).toBeCloseTo(1, 1),
    );
    expect(Array.from(assignClusters(model, features))).toEqual(Array.from(codes));
    expect(sizes.reduce((sum, size) => sum + size)).toBe(4338);
    expect(listClusterWarnings(sizes, choice.table[2].silhouette)).toEqual([]);
  });

  it("rates the labels of the reference file exactly", () => {
    const labels = retailLabels.k4;
    const centres = new Float64Array(12);
    const sizes = countGroups(labels, 4);
    for (let i = 0; i < labels.length; i++) {
      for (let d = 0; d < 3; d++) centres[labels[i] * 3 + d] += points.values[i * 3 + d] / sizes[labels[i]];
    }
    const inertia = computeInertia(points, centres, labels);
    expect(inertia / published.k4.inertia).toBeCloseTo(1, 9);
    expect(computeSilhouettes(points, [labels])[0] / published.k4.silhouette).toBeCloseTo(1, 9);
    expect(computeCalinskiHarabasz(points, 4, inertia)! / published.k4.calinski_harabasz).toBeCloseTo(1, 9);
  });
});

describe("CDNOW sample, 2,357 customers, whole window", () => {
  const { transform, points, customers } = buildCase(cdnow, ["R", "F", "M"]);
  const { choice, fits } = chooseK(points);
  const inertias = [
    2488.4067, 1740.4131, 1282.0226, 1068.8054, 885.4022, 789.9965, 713.198, 640.9891, 588.2831, 543.913, 503.5206,
  ];
  const silhouettes = [0.5913, 0.5113, 0.4265, 0.4067, 0.4019, 0.4152, 0.4011, 0.399, 0.3985, 0.4132, 0.4128];
  const indexes = [4336.9, 3604.9, 3541.7, 3302.1, 3284.9, 3114.0, 2991.5, 2944.2, 2873.7, 2815.3, 2780.6];

  it("takes the logarithm of orders and money, not of recency", () => {
    expect(transform.features.map(({ log }) => log)).toEqual(["none", "log1p", "log1p"]);
  });

  it.each(inertias.map((inertia, i) => [i + 2, inertia, silhouettes[i], indexes[i]]))(
    "k = %i: inertia %f, silhouette %f, Calinski-Harabasz %f",
    (k, inertia, silhouette, index) => {
      const row = choice.table[k - 2];
      expect(row.inertia).toBeLessThanOrEqual(inertia * (k >= 8 ? 1.005 : 1.001));
      expect(row.inertia).toBeGreaterThanOrEqual(inertia * (1 - 1e-3));
      expect(Math.abs(row.silhouette - silhouette)).toBeLessThan(k >= 8 ? 0.02 : 0.003);
      expect(row.calinskiHarabasz! / index).toBeCloseTo(1, 2);
    },
  );

  it("recommends 4, knee 5, best overall 2", () => {
    expect([choice.recommendedK, choice.kneeK, choice.bestOverallK]).toEqual([4, 5, 2]);
  });

  it("finds four clusters, one of the two known optima", () => {
    const { codes, sizes, model } = orderClustersByValue(fits[2], transform, customers, cdnow.M, cdnow.M.length);
    expect([
      [289, 496, 631, 941],
      [288, 498, 630, 941],
    ]).toContainEqual(sizes);
    const centres = [
      [-1.505104, 2.060484, 1.729706],
      [-1.179191, 0.557991, 0.506337],
      [0.530083, -0.292756, 0.196831],
      [0.728344, -0.730621, -0.930105],
    ];
    centres.flat().forEach((value, i) => expect(Math.abs(model.centres.flat()[i] - value)).toBeLessThan(0.02));
    const [profile] = buildClusterProfiles(codes, 4, [], [{ name: "M", values: cdnow.M }]);
    expect(profile.valueShares[0]).toBeCloseTo(0.528, 2);
  });

  it("shows what happens without logarithm: one customer is a cluster, and a warning", () => {
    const plain = buildCase(cdnow, ["R", "F", "M"], { log: "never" });
    const result = clusterKMeans(plain.points, 4);
    expect(result.inertia / 1534.7757).toBeCloseTo(1, 4);
    expect([...result.sizes].sort((a, b) => b - a)).toEqual([1615, 674, 67, 1]);
    expect(listClusterWarnings(result.sizes, 0.5)).toEqual([
      { code: "smallCluster", cluster: result.sizes.indexOf(1), customers: 1 },
    ]);
  });
});
