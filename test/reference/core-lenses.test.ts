import { join } from "node:path";
import { estimateLifetimeValue } from "../../src/core/clv/lifetime-value";
import { summarize } from "../../src/core/customers/summarize";
import type { SummarizeOptions } from "../../src/core/customers/summarize";
import { toDayNumber } from "../../src/core/days";
import type { LensTables, LifetimeColumns } from "../../src/core/lenses/lens";
import type { AnyLens } from "../../src/core/lenses/lens-list";
import { lensList } from "../../src/core/lenses/lens-list";
import { countGroups } from "../../src/core/math/groups";
import { buildLensOptions } from "../../src/core/report/lens-options";
import { buildLensTables } from "../../src/core/report/lens-tables";
import type { AnalysisSettings } from "../../src/core/report/settings";
import { defaultSettings } from "../../src/core/report/settings";
import type { Transactions } from "../../src/core/transactions/transactions";
import { readCsvBlocks, readTransactions } from "../helpers/csv-blocks";
import { referenceFolder } from "../helpers/reference-folder";

const file = (...parts: string[]): string => join(referenceFolder(), ...parts);

function runLens(id: string, tables: LensTables, settings: Partial<AnalysisSettings> = {}) {
  const lens: AnyLens = lensList.find((other) => other.id === id)!;
  const options = { ...lens.defaults, ...buildLensOptions({ ...defaultSettings, ...settings })[id] };
  expect(lens.missing(tables, options)).toBeNull();
  const fit = lens.fit(tables, options);
  return { ...fit, counts: Array.from(countGroups(fit.codes, lens.groups(fit.model).length)) };
}

function buildTables(transactions: Transactions, options: SummarizeOptions, lifetime: LifetimeColumns | null = null) {
  return buildLensTables(summarize(transactions, options), defaultSettings, lifetime).tables;
}

describe("CDNOW sample", () => {
  const endOfCalibration = toDayNumber(1997, 10, 1);
  let transactions: Transactions;
  beforeAll(() => {
    transactions = readTransactions(readCsvBlocks(file("data", "cdnow-sample.csv")));
  });

  it("over the whole window gives the known stages and churn", () => {
    const tables = buildTables(transactions, { asOfDay: toDayNumber(1998, 7, 1) });
    expect(runLens("lifecycle", tables).counts).toEqual([0, 191, 111, 408, 1647]);
    const churn = runLens("churn", tables);
    expect([churn.counts, churn.model.usualGapDays]).toEqual([[463, 247, 1647], 60]);
    const six = tables.summary.customers.ids.indexOf("6");
    expect(runLens("lifecycle", tables).codes[six]).toBe(3);
  });

  it("at the end of the calibration gives the known stages and churn, and who bought again", () => {
    const tables = buildTables(transactions, { asOfDay: endOfCalibration });
    expect(runLens("lifecycle", tables).counts).toEqual([0, 266, 146, 1596, 349]);
    const { codes, counts, model } = runLens("churn", tables);
    expect([counts, model.usualGapDays]).toEqual([[502, 1506, 349], 42.25]);
    const later = new Set(summarize(transactions, { fromDay: endOfCalibration }).customers.ids);
    const again = [0, 0, 0];
    codes.forEach((code, i) => (again[code] += Number(later.has(tables.summary.customers.ids[i]))));
    again.forEach((customers, group) =>
      expect(customers / counts[group]).toBeCloseTo([0.6474, 0.1999, 0.1662][group], 4),
    );
  });

  it("judges the end of the window by the calibration's model without new thresholds", () => {
    const lens: AnyLens = lensList.find(({ id }) => id === "churn")!;
    const { model } = runLens("churn", buildTables(transactions, { asOfDay: endOfCalibration }));
    const later = buildTables(transactions, { asOfDay: toDayNumber(1998, 7, 1) });
    const counts = Array.from(countGroups(lens.assign(JSON.parse(JSON.stringify(model)), later), 3));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2357);
    expect(counts[2]).toBeGreaterThan(1647);
  });

  it("gives the known value cube on the calibration, with value to come by BG/NBD and loyalty by MBG/NBD", () => {
    const options = { asOfDay: endOfCalibration };
    const { purchaseDays } = summarize(transactions, options);
    const estimate = (model: "bg-nbd" | "mbg-nbd") =>
      estimateLifetimeValue(purchaseDays!, {
        endDay: endOfCalibration - 1,
        model,
        monthlyDiscountRate: 0.01,
        intervals: false,
        outcomeDraws: 0,
      }).customers;
    const { clv: futureValue, expectedPurchases } = estimate("bg-nbd");
    const { pAlive: aliveProbability } = estimate("mbg-nbd");
    const tables = buildTables(transactions, options, { aliveProbability, expectedPurchases, futureValue });
    const { counts, model } = runLens("value-cube", tables);
    expect(counts).toEqual([398, 1, 111, 101, 56, 0, 323, 1367]);
    expect(model.value).toBeCloseTo(73.447412, 6);
    expect(model.futureValue).toBeCloseTo(30.35647, 4);
    expect(model.loyalty).toBeCloseTo(35.187307, 4);
  });
});

describe("Online Retail without refunds and zeros", () => {
  it("gives the known stages by days with a purchase", () => {
    const transactions = readTransactions(readCsvBlocks(file("data", "online-retail.csv.gz")), { zero: "drop" });
    const tables = buildTables(transactions, { refunds: "drop" });
    const stages = runLens("lifecycle", tables, { orderBasis: "day" });
    expect([stages.counts, stages.model.usualGapDays]).toEqual([[1137, 1298, 576, 1090, 237], 52.5]);
  });
});
