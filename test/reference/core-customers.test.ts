import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatIsoDay, toDayNumber } from "../../src/core/days";
import type { Summary } from "../../src/core/customers/summarize";
import { summarize } from "../../src/core/customers/summarize";
import { computeMedian } from "../../src/core/math/quantile";
import { computeCorrelation, computeMean } from "../../src/core/math/statistics";
import type { Transactions } from "../../src/core/transactions/transactions";
import type { TableBlocks } from "../helpers/csv-blocks";
import { readCsvBlocks, readTransactions } from "../helpers/csv-blocks";
import { referenceFolder } from "../helpers/reference-folder";

const file = (...parts: string[]): string => join(referenceFolder(), ...parts);

function means({ customers }: Summary): number[] {
  return [customers.recencyDays, customers.orders, customers.revenue].map(computeMean);
}

function find({ customers }: Summary, id: string): number[] {
  const i = customers.ids.indexOf(id);
  return [customers.recencyDays[i], customers.orders[i], customers.revenue[i]];
}

function expectClose(actual: readonly number[], expected: readonly number[], digits = 6): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], digits));
}

describe("Online Retail", () => {
  let table: TableBlocks;
  beforeAll(() => {
    table = readCsvBlocks(file("data", "online-retail.csv.gz"));
  });

  it("net of refunds has 4,339 customers", () => {
    const summary = summarize(readTransactions(table));
    const { report, customers } = summary;
    expect(formatIsoDay(report.period.asOfDay ?? 0)).toBe("2011-12-10");
    expect(report.rows).toEqual({ read: 541909, blank: 0, used: 397924 + 8905 - 88, excluded: 135080, refundOnly: 88 });
    expect([report.purchaseLines, report.refundLines, report.customers, report.orders]).toEqual([
      397924,
      8905 - 88,
      4339,
      18536,
    ]);
    expect([report.refundOnlyCustomers.length, report.refundOnlyAmount]).toEqual([33, -10411.24]);
    expectClose([report.revenue ?? NaN], [8310477.05], 2);
    expectClose([report.refundRate ?? NaN], [0.067434]);
    expect(customers.revenue.filter((value) => value <= 0).length).toBe(22);
    expectClose(means(summary), [93.041484, 4.271952, 1915.297777]);
    expect([find(summary, "12346")[2], find(summary, "16446")[2]]).toEqual([0, 2.9]);
    expectClose(find(summary, "14646"), [2, 74, 279489.02]);
    expect([report.valueBasis, report.valueReason]).toEqual(["revenue", "noCost"]);
  });

  it("without refunds and zeros has 4,338 customers", () => {
    const summary = summarize(readTransactions(table, { zero: "drop" }), { refunds: "drop" });
    const { report, customers, purchaseDays } = summary;
    expect([report.purchaseLines, report.customers, report.orders, purchaseDays?.day.length]).toEqual([
      397884, 4338, 18532, 16763,
    ]);
    expectClose([report.revenue ?? NaN], [8911407.9], 2);
    expect(customers.orders.filter((orders) => orders === 1).length).toBe(1493);
    expectClose(means(summary), [93.059474, 4.272015, 2054.26646]);
    const named: [string, number, number, number][] = [
      ["12346", 326, 1, 77183.6],
      ["12347", 3, 7, 4310],
      ["14646", 2, 73, 280206.02],
      ["16446", 1, 2, 168472.5],
      ["17850", 373, 34, 5391.21],
      ["18287", 43, 3, 1837.28],
    ];
    for (const [id, ...expected] of named) expectClose(find(summary, id), expected);
    expect([
      computeMedian(customers.gapMedianDays),
      customers.frequency.reduce((sum, value) => sum + value, 0),
    ]).toEqual([52.5, 12425]);
    const repeaters = [...customers.frequency.keys()].filter((i) => customers.frequency[i] > 0);
    expect(repeaters.length).toBe(2790);
    const pick = (column: Float64Array): Float64Array => Float64Array.from(repeaters, (i) => column[i]);
    expectClose([computeCorrelation(pick(customers.frequency), pick(customers.monetaryMean))], [0.015906]);
  });

  it("without refunds and zeros agrees with the reference customer by customer", () => {
    const { customers } = summarize(readTransactions(table, { zero: "drop" }), { refunds: "drop" });
    const [header, ...lines] = readFileSync(file("reference", "online_retail_rfm.csv"), "utf8").trim().split("\n");
    expect(header.split(",").slice(0, 7)).toEqual(["CustomerID", "R", "F", "M", "R_ts", "lines", "F_days"]);
    const expected = lines.map((line) => {
      const [id, recency, orders, revenue, , , days] = line.split(",");
      return [id, recency, orders, Number(revenue).toFixed(2), days].join();
    });
    const { recencyDays, orders, revenue, purchaseDays } = customers;
    const found = customers.ids.map((id, i) =>
      [id, recencyDays[i], orders[i], revenue[i].toFixed(2), purchaseDays[i]].join(),
    );
    expect(found.length).toBe(4338);
    expect(found.filter((line, i) => line !== expected[i])).toEqual([]);
  });

  it("without repeated lines has 392,692 lines", () => {
    const { report } = summarize(readTransactions(table, { zero: "drop", duplicates: "drop" }), { refunds: "drop" });
    expect(report.purchaseLines).toBe(392692);
    expectClose([report.revenue ?? NaN], [8887208.89], 2);
  });
});

describe("CDNOW sample", () => {
  let transactions: Transactions;
  beforeAll(() => {
    transactions = readTransactions(readCsvBlocks(file("data", "cdnow-sample.csv")));
  });

  it("over the whole window has 2,357 customers and 6,696 purchase days", () => {
    const summary = summarize(transactions);
    const { report, customers, purchaseDays } = summary;
    expect([report.period.firstDay, report.period.lastDay].map((day) => formatIsoDay(day ?? 0))).toEqual([
      "1997-01-01",
      "1998-06-30",
    ]);
    expect(report.period.asOfDay).toBe(toDayNumber(1998, 7, 1));
    expect([report.customers, report.purchaseLines, report.mergedLines, purchaseDays?.day.length]).toEqual([
      2357, 6919, 223, 6696,
    ]);
    expect([report.revenue, report.zeroLines, report.duplicateLines]).toEqual([244091.94, 8, 21]);
    expect(customers.revenue.filter((value) => value === 0).length).toBe(8);
    expectClose(means(summary), [372.563852, 2.840899, 103.560433]);
    expectClose([report.repeatRate ?? NaN], [0.483241]);
    expect([find(summary, "1"), find(summary, "6"), find(summary, "2357")]).toEqual([
      [201, 4, 100.5],
      [11, 16, 1107.04],
      [463, 1, 25.74],
    ]);
    const six = customers.ids.indexOf("6");
    expect([customers.gapMedianDays[six], customers.previousAmount[six], customers.recentAmount[six]]).toEqual([
      32, 264.46, 128.46,
    ]);
    expect([customers.tenureDays[0], computeMedian(customers.gapMedianDays)]).toEqual([546, 60]);
  });

  it("over the calibration window gives the published input of repeat-purchase models", () => {
    const { customers, report } = summarize(transactions, { asOfDay: toDayNumber(1997, 10, 1) });
    const { frequency, monetaryMean, observedDays } = customers;
    expect([
      frequency.reduce((sum, value) => sum + value, 0),
      frequency.filter((value) => value > 0).length,
      Math.max(...frequency),
    ]).toEqual([2457, 946, 29]);
    expectClose([Math.min(...observedDays) / 7, Math.max(...observedDays) / 7], [27, 38.857], 3);
    const repeat = [...frequency.keys()].filter((i) => frequency[i] > 0);
    const means = Float64Array.from(repeat, (i) => monetaryMean[i]);
    expectClose(
      [computeMean(means), computeMedian(means), Math.min(...means), Math.max(...means)],
      [35.077848, 27.4975, 2.99, 299.63381],
    );
    expectClose(
      [
        computeCorrelation(
          Float64Array.from(repeat, (i) => frequency[i]),
          means,
        ),
      ],
      [0.113888],
    );
    expect([customers.ageAtLastDays[0], frequency[0], observedDays[0]]).toEqual([213, 2, 272]);
    expect(computeMedian(customers.gapMedianDays)).toBe(42.25);
    expect(report.rows.used + report.rows.excluded).toBe(6919);
    expectClose([computeMean(customers.revenue), computeMean(customers.orders)], [73.447412, 2.0424], 3);
  });

  it("after the calibration window has 1,882 purchase days", () => {
    const { purchaseDays } = summarize(transactions, { fromDay: toDayNumber(1997, 10, 1) });
    expect(purchaseDays?.day.length).toBe(1882);
    expectClose([purchaseDays?.amount.reduce((sum, value) => sum + value, 0) ?? NaN], [70976.39], 2);
  });
});
