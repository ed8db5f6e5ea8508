import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Summary } from "../../src/core/customers/summary";
import { computeAdjustedRand } from "../helpers/adjusted-rand";
import type { JsonReport } from "../helpers/command-folder";
import { CommandFolder } from "../helpers/command-folder";
import { referenceFolder } from "../helpers/reference-folder";
import { runProcess } from "../helpers/run-process";
import { average, parseColumns, readSizes, runLens, scoreSummary, shuffleLines, summarizeCsv } from "./command-path";
import { readReferenceTable } from "./reference-table";

const expectedRows = readReferenceTable("cdnow_whole_window.csv");
const bytes = readFileSync(join(referenceFolder(), "data", "cdnow-sample.csv"));
const folder = new CommandFolder();
let report: JsonReport;
let customers: Record<string, string[]>;
let summary: Summary;

beforeAll(async () => {
  folder.write("cdnow.csv", bytes);
  folder.write("settings.json", '{"treeMinLeaf":20}');
  const table = folder.file("customers.csv");
  const files = ["--out", folder.file("out.xlsx"), "--customers", table, "--json", "-"];
  const run = runProcess(folder.file("cdnow.csv"), ...files, "--settings", folder.file("settings.json"));
  summary = await summarizeCsv(bytes);
  const { status, output, errors } = await run;
  expect([status, errors]).toEqual([0, ""]);
  report = JSON.parse(output) as JsonReport;
  customers = parseColumns(folder.read("customers.csv"));
});
afterAll(() => folder.remove());

const shares = (id: string) => report.lenses[id].groups.map(({ revenue }) => revenue! / report.revenue!);

describe("CDNOW by the command, the whole window", () => {
  it("has the rows, customers, orders, revenue and period", () => {
    expect(report.rows).toEqual({ read: 6919, blank: 0, used: 6919, excluded: 0, refundOnly: 0 });
    expect([report.customers, report.orders]).toEqual([2357, 6696]);
    expect(report.revenue).toBeCloseTo(244091.94, 2);
    expect(report.period).toEqual({ first: "1997-01-01", last: "1998-06-30", asOf: "1998-07-01" });
    const count = (code: string) => report.issues.find((issue) => issue.code === code)?.count;
    expect([count("R10"), count("R13")]).toEqual([8, 21]);
    expect(customers.monetaryTotal.filter((amount) => Number(amount) === 0)).toHaveLength(8);
    expect(summary.report.mergedLines).toBe(223);
  });

  it("has the means, cuts and counts of the scores", () => {
    const means = ["recencyDays", "orders", "monetaryTotal"].map((name) => average(customers[name]));
    [372.563852, 2.840899, 103.560433].forEach((mean, i) => expect(means[i]).toBeCloseTo(mean, 6));
    expect(report.rfm.edges.recencyDays).toEqual([153, 443, 487, 513]);
    expect(report.rfm.edges.orders).toEqual([1, 1, 2, 4]);
    [15.36, 31.958, 59.25, 130.436].forEach((edge, i) => expect(report.rfm.edges.monetary[i]).toBeCloseTo(edge, 9));
    expect(report.rfm.scoreCounts).toEqual({
      r: [459, 478, 475, 471, 474],
      f: [1218, 0, 403, 358, 378],
      m: [481, 462, 472, 470, 472],
    });
  });

  it("gives every customer the published figures, scores and segment", () => {
    expect(customers.customer).toEqual(expectedRows.id);
    const columns = [
      ["recencyDays", "R"],
      ["orders", "F"],
      ["tenureDays", "L"],
      ["r", "r"],
      ["f", "f"],
      ["m", "m"],
      ["rfm", "code"],
      ["rf-map", "seg"],
    ];
    for (const [name, expected] of columns) expect([name, customers[name]]).toEqual([name, expectedRows[expected]]);
    customers.monetaryTotal.forEach((amount, i) => expect(Number(amount)).toBeCloseTo(Number(expectedRows.M[i]), 6));
  });

  it("has the codes and the weighted score", () => {
    const codes = customers.rfm;
    const count = (code: string) => codes.filter((other) => other === code).length;
    expect([count("555"), count("111"), new Set(codes).size]).toEqual([233, 167, 60]);
    expect(average(codes)).toBeCloseTo(328.36275, 5);
  });

  it("has the segments with their shares of revenue", () => {
    const expected = [
      ["CHA", 414, 0.4907],
      ["LOY", 311, 0.2369],
      ["POT", 250, 0.069],
      ["NEW", 0, 0],
      ["PRO", 0, 0],
      ["ATT", 82, 0.0205],
      ["SLP", 363, 0.0419],
      ["RSK", 80, 0.025],
      ["CLT", 2, 0.0052],
      ["HIB", 855, 0.1107],
    ] as const;
    expect(readSizes(report.lenses["rf-map"])).toEqual(Object.fromEntries(expected.map(([id, size]) => [id, size])));
    const found = Object.fromEntries(report.lenses["rf-map"].groups.map(({ id }, i) => [id, shares("rf-map")[i]]));
    for (const [id, , share] of expected) expect(found[id]).toBeCloseTo(share, 4);
  });

  it("has the eight types by mean", () => {
    expect(Object.values(readSizes(report.lenses["rfm-types"]))).toEqual([464, 30, 37, 62, 188, 161, 47, 1368]);
  });

  it("has the pyramid, the ABC classes, the concentration and the repeat rate", () => {
    expect(Object.values(readSizes(report.lenses["value-pyramid"]))).toEqual([24, 94, 353, 1886]);
    const expected = [0.14554, 0.215126, 0.313349, 0.325984];
    shares("value-pyramid").forEach((share, i) => expect(share).toBeCloseTo(expected[i], 6));
    expect(Object.values(readSizes(report.lenses.abc))).toEqual([522, 689, 1146]);
    expect(report.concentration!.gini).toBeCloseTo(0.630917, 6);
    const top = report.concentration!.topShares.map(({ revenueShare }) => revenueShare!);
    [0.14554, 0.360666, 0.50807, 0.674016, 0.894542].forEach((share, i) => expect(top[i]).toBeCloseTo(share, 6));
    expect(customers.orders.filter((orders) => Number(orders) >= 2)).toHaveLength(1139);
    expect(summary.report.repeatRate).toBeCloseTo(0.483241, 6);
  });
});

describe("CDNOW, other settings", () => {
  it("rank scores of orders are equally large", () => {
    expect(Array.from(scoreSummary(summary, { scoreMethod: "rank" }).frequency.counts)).toEqual([
      472, 471, 471, 471, 472,
    ]);
  });

  it("the map may look at orders and money together", () => {
    const { ids, sizes } = runLens("rf-map", summary, { segmentAxis: "FM" });
    const expected = { CHA: 437, LOY: 424, HIB: 772, POT: 146, SLP: 333, RSK: 159, ATT: 80, CLT: 6, NEW: 0, PRO: 0 };
    expect(Object.fromEntries(ids.map((id, i) => [id, sizes[i]]))).toEqual(expected);
  });

  it("the eight types may be told apart by the median", () => {
    expect(runLens("rfm-types", summary, { typeThreshold: "median" }).sizes).toEqual([
      879, 23, 80, 196, 149, 123, 31, 876,
    ]);
  });

  it.each([
    ["up", [0.8, 0.95], [777, 801, 779]],
    ["down", [0.7, 0.9], [521, 689, 1147]],
    ["down", [0.8, 0.95], [776, 801, 780]],
  ] as const)("ABC classes with the crossing customer %s at %j", (abcCrossing, [first, second], expected) => {
    expect(runLens("abc", summary, { abcCrossing, abcCuts: [first, second] }).sizes).toEqual(expected);
  });
});

describe("CDNOW, clusters", () => {
  const inertias = [
    2488.4067, 1740.4131, 1282.0226, 1068.8054, 885.4022, 789.9965, 713.198, 640.9891, 588.2831, 543.913, 503.5206,
  ];
  const silhouettes = [0.5913, 0.5113, 0.4265, 0.4067, 0.4019, 0.4152, 0.4011, 0.399, 0.3985, 0.4132, 0.4128];

  it("leave recency as it is and take logarithms of orders and money", () => {
    const { transform } = report.clusters!;
    expect(Object.values(transform).map(({ log }) => log)).toEqual(["none", "log1p", "log1p"]);
  });

  it("are within reach of the best inertia known for every k, and four are recommended", () => {
    const { k, kTable } = report.clusters!;
    expect(k).toBe(4);
    expect(kTable.length).toBeGreaterThanOrEqual(9);
    for (const row of kTable) {
      const slack = row.k >= 8 ? 1.005 : 1.001;
      expect([row.k, row.inertia <= inertias[row.k - 2] * slack]).toEqual([row.k, true]);
      expect(Math.abs(row.silhouette - silhouettes[row.k - 2])).toBeLessThan(row.k >= 8 ? 0.02 : 0.003);
    }
  });

  it("have the labels of other programs, best first", () => {
    const labels = customers.clusters.map((id) => Number(id.split("-")[1]));
    expect(computeAdjustedRand(labels, expectedRows.k4.map(Number))).toBeGreaterThan(0.98);
    const expected = [0.528374, 0.213929, 0.186695, 0.071002];
    shares("clusters").forEach((share, i) => expect(Math.abs(share - expected[i])).toBeLessThan(0.003));
  });

  it("are explained by a tree of the known fidelity", () => {
    const tree = report.trees.find(({ target }) => target === "clusters")!;
    expect(Math.abs(tree.fidelity - 0.952906)).toBeLessThan(0.001);
  });

  it("without logarithms leave one customer alone", () => {
    const { clustering, sizes } = runLens("clusters", summary, { k: 4, transform: "none" });
    expect(clustering!.inertia).toBeLessThan(1534.7757 * 1.001);
    expect([...sizes].sort((a, b) => b - a)).toEqual([1615, 674, 67, 1]);
    expect(clustering!.warnings.length).toBeGreaterThan(0);
  });

  it("do not depend on the order of rows", async () => {
    const shuffled = await summarizeCsv(Buffer.from(shuffleLines(bytes.toString("utf8"))));
    expect(shuffled.customers).toEqual(summary.customers);
    expect(runLens("clusters", shuffled, { k: 4 }).codes).toEqual(runLens("clusters", summary, { k: 4 }).codes);
  });
});
