import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterKMeans } from "../../src/core/clusters/k-means";
import { fitGammaGamma, predictFittedSpend, selectSpendHistories } from "../../src/core/clv/gamma-gamma";
import { fitRepeatModel } from "../../src/core/clv/fit-repeat-model";
import { buildMonthSchedule, predictScheduledPurchases } from "../../src/core/clv/predict-repeat";
import { groupHistories } from "../../src/core/clv/purchase-histories";
import { measureRfm } from "../../src/core/customers/measure-rfm";
import { summarize } from "../../src/core/customers/summarize";
import { analyzeSummary } from "../../src/core/report/analyze";
import { readScoreColumns, scoreRfm } from "../../src/core/rfm/score-rfm";
import { defaultSettings } from "../../src/core/report/settings";
import { createTransactionReader } from "../../src/core/transactions/transaction-reader";
import type { Transactions } from "../../src/core/transactions/transactions";
import { growTree } from "../../src/core/tree/grow";
import { predictClasses } from "../../src/core/tree/predict";
import { readCodes, readNumbers } from "./peer-data";

/** Figures by which both sides are seen to have done the same work. */
export type Figures = Readonly<Record<string, number>>;

/** Reads what a task works on, which is not timed, and hands over the work. */
export type Task = (folder: string) => () => Figures;

function readLedger(folder: string): Transactions {
  const headers = ["Customer", "Order", "Date", "Amount", "Cost"];
  const reader = createTransactionReader({
    headers,
    columns: { customer: 0, order: 1, date: 2, amount: 3, cost: 4 },
    attributes: [],
    today: 30_000,
  });
  const columns = ["customer", "order", "day"].map((name) => readCodes(folder, name));
  const money = ["amount", "cost"].map((name) => readNumbers(folder, name));
  reader.push({ firstRow: 0, rowCount: columns[0].length, columns: [...columns, ...money] });
  return reader.finish();
}

const rfm: Task = (folder) => {
  const lines = readLedger(folder);
  return () => {
    const { ids, recencyDays, orders, revenue } = measureRfm(lines);
    const scored = scoreRfm({ recencyDays, orders, monetary: revenue }, { bins: 5, method: "quantile" });
    const { recency, frequency, monetary } = readScoreColumns(scored);
    let total = 0;
    for (const score of [recency, frequency, monetary]) for (const digit of score ?? []) total += digit;
    return { customers: ids.length, revenue: revenue.reduce((sum, own) => sum + own, 0), scores: total };
  };
};

const clv: Task = (folder) => {
  const [frequency, ageAtLast, observed, monetaryMean] = ["frequency", "ageAtLast", "observed", "monetaryMean"].map(
    (name) => readNumbers(folder, name),
  );
  return () => {
    const groups = groupHistories({ frequency, ageAtLast, observed, timeUnit: "week" });
    const fit = fitRepeatModel("bg-nbd", groups);
    const spend = predictFittedSpend(
      fitGammaGamma(selectSpendHistories(frequency, monetaryMean)),
      frequency,
      monetaryMean,
    );
    const { discounted } = predictScheduledPurchases(fit, groups, buildMonthSchedule(12, 0.01, fit));
    let total = 0;
    for (let i = 0; i < spend.length; i++) total += spend[i] * discounted[groups.groupOf[i]];
    return { r: fit.parameters.r, alpha: fit.parameters.alpha, total };
  };
};

const kMeans: Task = (folder) => {
  const values = readNumbers(folder, "points");
  return () => ({ inertia: clusterKMeans({ values, rows: values.length / 3, dimensions: 3 }, 5).inertia });
};

const tree: Task = (folder) => {
  const values = readNumbers(folder, "points");
  const labels = new Uint8Array(readFileSync(join(folder, "labels.bin")));
  const columns = ["x", "y", "z"].map((name, d) => ({
    name,
    kind: "number" as const,
    numbers: Float64Array.from(labels, (_, row) => values[3 * row + d]),
  }));
  return () => {
    const grown = growTree(columns, labels, ["a", "b", "c", "d"], { maxDepth: 3 });
    const found = predictClasses(grown, columns);
    let right = 0;
    for (let i = 0; i < labels.length; i++) if (found[i] === labels[i]) right++;
    return { accuracy: right / labels.length };
  };
};

const pipeline: Task = (folder) => {
  const lines = readLedger(folder);
  const settings = { ...defaultSettings, k: 4, valueClassCount: 4, clvModel: "bg-nbd" as const };
  return () => {
    const steps = analyzeSummary(summarize(lines, {}), settings);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const { lifetime, clusterings, summary } = step.value;
    const inertia = clusterings.find(({ lens }) => lens === "clusters")?.quality.inertia ?? NaN;
    return { customers: summary.report.customers, value: lifetime?.totals.clv?.value ?? NaN, inertia };
  };
};

/** By the names that the peers know them by. */
export const tasks: Readonly<Record<string, Task>> = { rfm, clv, "k-means": kMeans, tree, pipeline };
