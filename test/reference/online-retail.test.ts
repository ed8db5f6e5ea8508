import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { JsonReport } from "../helpers/command-folder";
import { CommandFolder } from "../helpers/command-folder";
import { referenceFolder } from "../helpers/reference-folder";
import { runProcess } from "../helpers/run-process";
import type { Summary } from "../../src/core/customers/summary";
import {
  average,
  parseColumns,
  pickCustomer,
  readSizes,
  runLens,
  scoreSummary,
  shuffleLines,
  summarizeCsv,
} from "./command-path";
import { readReferenceTable } from "./reference-table";

const published = JSON.parse(readFileSync(join(referenceFolder(), "reference", "online_retail_rfm.json"), "utf8"));
const expectedRows = readReferenceTable("online_retail_rfm.csv");
const bytes = gunzipSync(readFileSync(join(referenceFolder(), "data", "online-retail.csv.gz")));

/** Drops refunds and lines of 0, the cleaning that most published figures use. */
const dropped = { refunds: "drop", zero: "drop" } as const;

interface Expected {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly means: readonly number[];
  readonly edges: JsonReport["rfm"]["edges"];
  readonly counts: JsonReport["rfm"]["scoreCounts"];
  readonly codes: readonly number[];
  readonly segments: Readonly<Record<string, number>>;
  readonly types: readonly number[];
  readonly tiers: readonly number[];
  readonly tierShares: readonly number[];
  readonly abc: readonly number[];
  readonly gini: number;
  readonly topShares: readonly number[];
}

const net: Expected = {
  customers: 4339,
  orders: 18536,
  revenue: 8310477.05,
  means: [93.041484, 4.271952, 1915.297777],
  edges: { recencyDays: [14.2, 33, 72, 180], orders: [1, 2, 3, 6], monetary: [242.872, 474.104, 914.85, 2014.866] },
  counts: { r: [861, 866, 863, 881, 868], f: [1494, 835, 508, 802, 700], m: [868, 868, 867, 868, 868] },
  codes: [323, 329, 113],
  segments: { CHA: 604, LOY: 688, POT: 484, NEW: 67, PRO: 170, ATT: 121, SLP: 478, RSK: 357, CLT: 35, HIB: 1335 },
  types: [710, 130, 29, 41, 337, 1738, 39, 1315],
  tiers: [43, 174, 651, 3471],
  tierShares: [0.296759, 0.187182, 0.251916, 0.264144],
  abc: [732, 1218, 2389],
  gini: 0.704335,
  topShares: [0.598046, 0.735856],
};

const gross: Expected = {
  customers: 4338,
  orders: 18532,
  revenue: 8911407.9,
  means: [93.059474, 4.272015, 2054.26646],
  edges: {
    recencyDays: [13.8, 33, 72, 180],
    orders: [1, 2, 3, 6],
    monetary: [250.194, 490.096, 942.276, 2058.426],
  },
  counts: { r: [861, 866, 863, 880, 868], f: [1493, 835, 508, 802, 700], m: [868, 867, 868, 867, 868] },
  codes: [324, 330, 112],
  segments: { CHA: 604, LOY: 688, POT: 484, NEW: 67, PRO: 169, ATT: 121, SLP: 478, RSK: 357, CLT: 35, HIB: 1335 },
  types: [689, 117, 27, 38, 358, 1750, 40, 1319],
  tiers: [43, 174, 651, 3470],
  tierShares: [0.317754, 0.186027, 0.24239, 0.253829],
  abc: [688, 1220, 2430],
  gini: 0.71514,
  topShares: [0.613751, 0.746171],
};

const countTexts = (texts: readonly string[], wanted: string) => texts.filter((text) => text === wanted).length;

interface CommandResult {
  readonly report: JsonReport;
  readonly customers: Record<string, string[]>;
}

const folder = new CommandFolder();
let results: Record<"net" | "gross", CommandResult>;
let summaries: Record<"net" | "gross" | "distinct" | "shuffled", Summary>;

async function runCommand(name: string, ...args: readonly string[]): Promise<CommandResult> {
  const [out, table] = [folder.file(`${name}.xlsx`), folder.file(`${name}.csv`)];
  const files = ["--out", out, "--customers", table, "--json", "-"];
  const { status, output, errors } = await runProcess(folder.file("online-retail.csv"), ...files, ...args);
  expect([status, errors]).toEqual([0, ""]);
  return { report: JSON.parse(output) as JsonReport, customers: parseColumns(folder.read(`${name}.csv`)) };
}

beforeAll(async () => {
  folder.write("online-retail.csv", bytes);
  folder.write("gross.json", JSON.stringify({ ...dropped, treeMinLeaf: 20, seed: 2 }));
  const commands = Promise.all([runCommand("net"), runCommand("gross", "--settings", folder.file("gross.json"))]);
  summaries = {
    net: await summarizeCsv(bytes),
    gross: await summarizeCsv(bytes, dropped),
    distinct: await summarizeCsv(bytes, { ...dropped, duplicates: "drop" }),
    shuffled: await summarizeCsv(Buffer.from(shuffleLines(bytes.toString("utf8"))), dropped),
  };
  const [netResult, grossResult] = await commands;
  results = { net: netResult, gross: grossResult };
});
afterAll(() => folder.remove());

describe.each([
  ["refunds taken off, lines of 0 kept", "net", net],
  ["refunds and lines of 0 dropped", "gross", gross],
] as const)("Online Retail by the command, %s", (_, name, expected) => {
  let report: JsonReport;
  let customers: Record<string, string[]>;
  beforeAll(() => ({ report, customers } = results[name]));

  it("has the customers, orders, revenue and period", () => {
    expect([report.customers, report.orders]).toEqual([expected.customers, expected.orders]);
    expect(Math.abs(report.revenue! - expected.revenue)).toBeLessThan(0.01);
    expect(report.period).toEqual({ first: "2010-12-01", last: "2011-12-09", asOf: "2011-12-10" });
    expect([report.valueBasis, report.rows.read]).toEqual(["revenue", 541909]);
  });

  it("has the means of recency, orders and money", () => {
    const means = ["recencyDays", "orders", "monetaryTotal"].map((name) => average(customers[name]));
    means.forEach((mean, i) => expect(mean).toBeCloseTo(expected.means[i], 6));
  });

  it("has the cuts, counts and codes of the scores", () => {
    for (const measure of ["recencyDays", "orders", "monetary"] as const)
      report.rfm.edges[measure].forEach((edge, i) => expect(edge).toBeCloseTo(expected.edges[measure][i], 9));
    expect(report.rfm.scoreCounts).toEqual(expected.counts);
    const codes = customers.rfm;
    expect([countTexts(codes, "555"), countTexts(codes, "111"), new Set(codes).size]).toEqual(expected.codes);
  });

  it("has the segments and the eight types", () => {
    expect(readSizes(report.lenses["rf-map"])).toEqual(expected.segments);
    expect(Object.values(readSizes(report.lenses["rfm-types"]))).toEqual(expected.types);
    expect(customers["rf-map"].filter((id) => id === "CHA")).toHaveLength(expected.segments.CHA);
  });

  it("has the pyramid with its shares, the ABC classes and the concentration", () => {
    const { groups } = report.lenses["value-pyramid"];
    expect(groups.map((group) => group.customers)).toEqual(expected.tiers);
    groups.forEach((group, i) => expect(group.revenue! / report.revenue!).toBeCloseTo(expected.tierShares[i], 6));
    expect(report.lenses.abc.groups.map((group) => group.customers)).toEqual(expected.abc);
    expect(report.concentration!.gini).toBeCloseTo(expected.gini, 6);
    const shares = report.concentration!.topShares.filter(({ customerShare }) => [0.1, 0.2].includes(customerShare));
    shares.forEach(({ revenueShare }, i) => expect(revenueShare).toBeCloseTo(expected.topShares[i], 6));
  });

  it("has as many clusters as the indices recommend", () => expect(report.clusters?.k).toBe(4));
});

describe("Online Retail, rows", () => {
  it("are counted by what became of them", () => {
    const { report } = summaries.net;
    expect(report.rows).toEqual({ read: 541909, blank: 0, used: 406741, excluded: 135080, refundOnly: 88 });
    const count = (code: string) => report.issues.find((issue) => issue.code === code)?.count;
    expect([count("R03"), count("R10"), count("R13"), count("R12")]).toEqual([135080, 40, 5225, 8905 - 88]);
    expect([report.purchaseLines, report.refundLines + report.rows.refundOnly]).toEqual([397924, 8905]);
    expect(report.refundOnlyCustomers).toHaveLength(33);
    expect(report.refundOnlyAmount).toBeCloseTo(-10411.24, 2);
    expect(report.refundRate).toBeCloseTo(0.067434, 6);
    expect(report.revenue! + report.refundOnlyAmount).toBeCloseTo(8300065.81, 2);
    expect(summaries.net.customers.revenue.filter((revenue) => revenue <= 0)).toHaveLength(22);
  });

  it("are fewer without refunds and lines of 0, and without duplicates", () => {
    const { gross: all, distinct } = summaries;
    expect([all.report.purchaseLines, distinct.report.purchaseLines]).toEqual([397884, 392692]);
    expect(distinct.report.revenue).toBeCloseTo(8887208.89, 2);
    expect(all.purchaseDays!.day).toHaveLength(16763);
    expect(all.customers.orders.filter((orders) => orders === 1)).toHaveLength(1493);
  });

  it.each([
    ["rank", "rank_first_qcut"],
    ["ntile", "ntile"],
    ["quantile", "value_edges"],
  ] as const)("are scored by %s as other programs score them, customer by customer", (scoreMethod, rule) => {
    const rfm = scoreSummary(summaries.gross, { scoreMethod });
    const scores = { R: rfm.recency.scores, F: rfm.frequency.scores, M: rfm.monetary!.scores };
    for (const [measure, column] of Object.entries(scores)) {
      expect(Array.from(column, String)).toEqual(expectedRows[`${rule}_${measure}`]);
      const counts = [1, 2, 3, 4, 5].map((score) => column.filter((other) => other === score).length);
      expect(counts).toEqual(Object.values(published.scores[rule].counts[measure]));
    }
    const codes = Array.from(scores.R, (r, i) => `${r}${scores.F[i]}${scores.M[i]}`);
    const { n_555: best, n_111: worst, distinct_cells: distinct } = published.scores[rule];
    expect([countTexts(codes, "555"), countTexts(codes, "111"), new Set(codes).size]).toEqual([best, worst, distinct]);
  });

  it("give every customer the published recency, orders and money", () => {
    const { ids, recencyDays, orders, revenue, purchaseDays } = summaries.gross.customers;
    expect(ids).toEqual(expectedRows.CustomerID);
    expect(Array.from(recencyDays, String)).toEqual(expectedRows.R);
    expect(Array.from(orders, String)).toEqual(expectedRows.F);
    expect(Array.from(purchaseDays, String)).toEqual(expectedRows.F_days);
    const furthest = revenue.reduce((most, value, i) => Math.max(most, Math.abs(value - Number(expectedRows.M[i]))), 0);
    expect(furthest).toBeLessThan(0.005);
  });

  it("give named customers their figures and codes", () => {
    const describeCustomer = (summary: Summary, id: number) => {
      const { ids, recencyDays, orders, revenue } = summary.customers;
      const rfm = scoreSummary(summary);
      const i = ids.indexOf(String(id));
      const code = `${rfm.recency.scores[i]}${rfm.frequency.scores[i]}${rfm.monetary!.scores[i]}`;
      return [recencyDays[i], orders[i], Math.round(revenue[i] * 100) / 100, code];
    };
    expect([12346, 12347, 14646, 16446, 17850, 18287].map((id) => describeCustomer(summaries.gross, id))).toEqual([
      [326, 1, 77183.6, "115"],
      [3, 7, 4310, "555"],
      [2, 73, 280206.02, "555"],
      [1, 2, 168472.5, "525"],
      [373, 34, 5391.21, "155"],
      [43, 3, 1837.28, "334"],
    ]);
    expect([12346, 16446, 14646].map((id) => describeCustomer(summaries.net, id))).toEqual([
      [326, 1, 0, "111"],
      [1, 2, 2.9, "521"],
      [2, 74, 279489.02, "555"],
    ]);
  });

  it("may be cut into ABC classes at 80 and 95 %", () => {
    const cut = (summary: Summary) => runLens("abc", summary, { abcCuts: [0.8, 0.95] }).sizes;
    expect([cut(summaries.net), cut(summaries.gross)]).toEqual([
      [1178, 1456, 1705],
      [1133, 1469, 1736],
    ]);
  });

  it("in another order give the same customers, scores and cluster labels", () => {
    expect(summaries.shuffled.customers).toEqual(summaries.gross.customers);
    expect(scoreSummary(summaries.shuffled, { scoreMethod: "rank" })).toEqual(
      scoreSummary(summaries.gross, { scoreMethod: "rank" }),
    );
    const [straight, shuffled] = [summaries.gross, summaries.shuffled].map((summary) =>
      runLens("clusters", summary, { k: 4 }),
    );
    expect(shuffled.codes).toEqual(straight.codes);
  });

  it("in four clusters reach the best inertia known, whatever the seed", () => {
    for (const seed of [1, 2, 3]) {
      const { inertia } = runLens("clusters", summaries.gross, { k: 4, seed }).clustering!;
      expect([seed, inertia > 3924.37867 && inertia < 3924.3787 * 1.0001]).toEqual([seed, true]);
    }
  });
});

describe("Online Retail, clusters by the command", () => {
  const best: Record<number, number> = {
    2: 6474.135,
    3: 4856.3225,
    4: 3924.3787,
    5: 3268.0005,
    6: 2840.125,
    7: 2532.9902,
    8: 2325.5162,
    9: 2144.7447,
    10: 1988.668,
  };

  it("are within 0.1 % of the best inertia known for every k", () => {
    const { kTable } = results.gross.report.clusters!;
    for (const { k, inertia } of kTable.filter((row) => row.k in best))
      expect([k, inertia <= best[k] * 1.001]).toEqual([k, true]);
    expect(kTable.map(({ k }) => k)).toEqual(expect.arrayContaining(Object.keys(best).map(Number)));
  });

  it("have the sizes and shares known, in order of value", () => {
    const { report } = results.gross;
    const { groups } = report.lenses.clusters;
    expect(groups.map(({ customers }) => customers)).toEqual([725, 1161, 877, 1575]);
    const shares = [0.650453, 0.235839, 0.051425, 0.062282];
    const mean = (group: (typeof groups)[number]) => group.revenue! / group.customers;
    expect(groups.map(mean)).toEqual(groups.map(mean).sort((a, b) => b - a));
    groups.forEach(({ revenue }, i) => expect(revenue! / report.revenue!).toBeCloseTo(shares[i], 6));
  });

  it("are explained by the tree that other programs grow", () => {
    const tree = results.gross.report.trees.find(({ target }) => target === "clusters")!;
    expect([tree.depth, tree.leaves]).toEqual([4, 16]);
    expect(tree.fidelity).toBeCloseTo(0.899493, 6);
    expect(tree.baseline).toBeCloseTo(0.363071, 6);
  });

  it("come with the figures of each customer", () => {
    const { customers } = results.gross;
    const names = ["recencyDays", "orders", "monetaryTotal", "r", "f", "m"];
    expect(pickCustomer(customers, 14646, names)).toEqual([2, 73, 280206.02, 5, 5, 5]);
    expect(pickCustomer(results.net.customers, 16446, names)).toEqual([1, 2, 2.9, 5, 2, 1]);
  });
});
