import { readFileSync } from "node:fs";
import { join } from "node:path";
import { selectLines } from "../../src/core/customers/select-lines";
import { summarize } from "../../src/core/customers/summarize";
import { findAffinity } from "../../src/core/decisions/affinity";
import { numberBaskets } from "../../src/core/decisions/baskets";
import { fitLogisticRegression, predictLogistic } from "../../src/core/math/logistic-regression";
import { DECILES, buildLiftTable, computeAuc } from "../../src/core/math/ranking-quality";
import type { Transactions } from "../../src/core/transactions/transactions";
import { readCsvBlocks, readTransactions } from "../helpers/csv-blocks";
import { referenceFolder } from "../helpers/reference-folder";
import { toDay } from "./purchase-days";
import { parseNumbers, readReferenceTable } from "./reference-table";

const data = (file: string) => join(referenceFolder(), "data", file);
const round = (values: readonly (number | null)[], digits = 6) => values.map((value) => Number(value!.toFixed(digits)));

it("predicts who of CDNOW buys in the holdout as published for a logistic regression", () => {
  const { customers } = summarize(readTransactions(readCsvBlocks(data("cdnow-sample.csv"))), {
    asOfDay: toDay("1997-10-01"),
  });
  const bought = parseNumbers(readReferenceTable("cdnow_predictions.csv").x_holdout);
  const target = bought.map((purchases) => (purchases > 0 ? 1 : 0));
  const columns = [
    customers.frequency.map(Math.log1p),
    customers.observedDays.map((days, customer) => (days - customers.ageAtLastDays[customer]) / 7),
    customers.revenue.map(Math.log1p),
  ];
  const fit = fitLogisticRegression(columns, target, { ridge: 0 });
  expect(round(fit.coefficients)).toEqual([-0.389777, 0.710914, -0.058754, 0.139613]);
  expect(round(fit.standardErrors)).toEqual([0.344788, 0.160749, 0.007003, 0.082882]);
  expect(round([fit.logLikelihood, fit.nullLogLikelihood])).toEqual([-1130.951387, -1419.692119]);
  const scores = predictLogistic(fit.coefficients, columns, target.length);
  expect(round([computeAuc(scores, target)])).toEqual([0.783413]);
  const deciles = buildLiftTable(scores, target, DECILES);
  expect(deciles.map(({ positives }) => positives)).toEqual([187, 137, 103, 64, 47, 36, 26, 34, 31, 19]);
  expect(round([deciles[0].lift])).toEqual([2.730443]);
});

describe("Online Retail", () => {
  let lines: Transactions;
  beforeAll(() => {
    lines = readTransactions(readCsvBlocks(data("online-retail.csv.gz")), { zero: "drop" });
  });

  it("has the published products that are bought together, within a second", () => {
    const selected = selectLines(lines, "drop", null, null);
    const { codes, labels } = lines.product!;
    const begin = performance.now();
    const { basketCount, productBaskets, rules } = findAffinity(
      numberBaskets(lines, selected, "order"),
      codes,
      labels.length,
    );
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(basketCount).toBe(18532);
    const count = (label: string) => productBaskets[labels.indexOf(label)];
    expect([count("22386"), count("85099B")]).toEqual([871, 1600]);
    const find = (product: string, companion: string) =>
      rules.find((rule) => labels[rule.product] === product && labels[rule.companion] === companion)!;
    const bags = find("22386", "85099B");
    expect([bags.baskets, ...round([bags.support, bags.confidence, bags.lift])]).toEqual([
      546, 0.029463, 0.626866, 7.260672,
    ]);
    expect(round([find("85099B", "22386").confidence])).toEqual([0.34125]);
    const cups = find("22698", "22697");
    expect([cups.baskets, ...round([cups.confidence, cups.lift])]).toEqual([460, 0.827338, 22.188466]);
    expect(round([find("22697", "22698").confidence])).toEqual([0.665702]);
    expect(rules.every(({ support, baskets }) => support >= 0.01 && baskets >= 5)).toBe(true);
  });

  it("predicts who buys again as an independent program does", () => {
    const path = join(__dirname, "..", "core", "math", "logistic-regression.json");
    const { onlineRetail: expected } = JSON.parse(readFileSync(path, "utf8")) as {
      onlineRetail: {
        rows: number;
        ones: number;
        coefficients: number[];
        standardErrors: number[];
        logLikelihood: number;
        auc: number;
        ridge: number;
        ridgeCoefficients: number[];
      };
    };
    const cutDay = toDay("2011-09-11");
    const { customers } = summarize(lines, { asOfDay: cutDay, refunds: "drop" });
    const later = new Set<string>();
    for (let line = 0; line < lines.lineCount; line++) {
      if (lines.day[line] >= cutDay && lines.isRefund[line] === 0) later.add(lines.customerIds[lines.customer[line]]);
    }
    const target = customers.ids.map((id) => (later.has(id) ? 1 : 0));
    const { codes, labels } = customers.mainRegion!;
    const columns = [
      customers.recencyDays,
      customers.orders,
      customers.revenue,
      Float64Array.from(codes, (code) => (labels[code] === "United Kingdom" ? 1 : 0)),
    ];
    const fit = fitLogisticRegression(columns, target, { ridge: 0 });
    expect([target.length, target.reduce((sum: number, value) => sum + value, 0)]).toEqual([
      expected.rows,
      expected.ones,
    ]);
    expect(round(fit.coefficients)).toEqual(round(expected.coefficients));
    expect(round(fit.standardErrors)).toEqual(round(expected.standardErrors));
    expect(round([fit.logLikelihood])).toEqual(round([expected.logLikelihood]));
    const scores = predictLogistic(fit.coefficients, columns, target.length);
    expect(computeAuc(scores, target)).toBeCloseTo(expected.auc, 8);
    const ridged = fitLogisticRegression(columns, target, { ridge: expected.ridge });
    expect(round(ridged.coefficients)).toEqual(round(expected.ridgeCoefficients));
  });
});
