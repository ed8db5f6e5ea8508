import { formatIsoDay, toDayNumber } from "../../../src/core/days";
import type { Issue } from "../../../src/core/issues";
import { InputError } from "../../../src/core/issues";
import type { SummarizeOptions, Summary } from "../../../src/core/customers/summarize";
import { summarize } from "../../../src/core/customers/summarize";
import type { MeasureName } from "../../../src/core/customers/summary";
import type { Cell } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const TODAY = toDayNumber(2024, 3, 31);

function summarizeRows(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  options?: SummarizeOptions,
  switches?: Partial<RowSwitches>,
): Summary {
  return summarize(readTransactions({ headers, blocks: toBlocks(rows, headers.length, 4) }, switches, TODAY), options);
}

function show({ customers }: Summary, ...names: MeasureName[]): Record<string, number[]> {
  return Object.fromEntries(names.map((name) => [name, [...customers[name]]]));
}

const brief = (issues: readonly Issue[]): string[] =>
  issues.map(({ code, count, treatment }) => `${code} ${count} ${treatment}`);

const HEADERS = ["Order", "Customer", "Date", "Amount"];
const DIRTY: readonly (readonly Cell[])[] = [
  ["1001", "A", "2024-01-05", 10],
  ["1001", "A", "2024-01-05", 5],
  ["1002", "A", "2024-02-10", 20],
  ["1002", "A", "2024-02-10", 20],
  ["C1002", "A", "2024-02-12", -20],
  ["1003", "B", "2024-01-20", 30],
  ["1004", "B", "2024-01-20", 12],
  ["1005", null, "2024-02-01", 9],
  ["1006", "C", "31/02/2024", 6],
  ["1007", "C", "2024-03-01", "12,50 €"],
  ["1008", "C", "2024-03-03", 0],
  ["1009", "D", "2024-03-09", "#N/A"],
  ["1010", "D", "2031-01-01", 40],
  ["C1011", "E", "2024-03-02", -7],
  ["1012", "B", "2024-03-10", 8],
];

describe("fifteen rows with everything that goes wrong", () => {
  const summary = summarizeRows(HEADERS, DIRTY);
  const { report } = summary;

  it("are accounted for one by one", () => {
    expect(report.rows).toEqual({ read: 15, blank: 0, used: 10, excluded: 4, refundOnly: 1 });
    expect([report.purchaseLines, report.refundLines, report.mergedLines]).toEqual([9, 1, 3]);
    expect(brief(report.issues)).toEqual([
      "R02 1 excluded",
      "R03 1 excluded",
      "R05 1 excluded",
      "R06 1 excluded",
      "R09 1 converted",
      "R10 1 flagged",
      "R11 1 refund",
      "R12 1 refund",
      "R13 1 flagged",
      "R19 1 refundOnly",
    ]);
    expect([report.refundOnlyCustomers, report.refundOnlyAmount]).toEqual([["E"], -7]);
    expect([report.duplicateLines, report.zeroLines]).toEqual([1, 1]);
  });

  it("name the rows of each issue by position", () => {
    expect(Object.fromEntries(report.issues.map(({ code, rows }) => [code, rows]))).toEqual({
      R02: [11],
      R03: [7],
      R05: [8],
      R06: [12],
      R09: [9],
      R10: [10],
      R11: [4],
      R12: [4],
      R13: [3],
      R19: [13],
    });
  });

  it("give three customers", () => {
    expect(formatIsoDay(report.period.asOfDay ?? 0)).toBe("2024-03-11");
    expect(summary.customers.ids).toEqual(["A", "B", "C"]);
    expect(
      show(
        summary,
        "recencyDays",
        "tenureDays",
        "orders",
        "purchaseDays",
        "revenue",
        "frequency",
        "ageAtLastDays",
        "observedDays",
        "monetaryMean",
      ),
    ).toEqual({
      recencyDays: [30, 1, 8],
      tenureDays: [66, 51, 10],
      orders: [2, 3, 2],
      purchaseDays: [2, 2, 2],
      revenue: [35, 50, 12.5],
      frequency: [1, 1, 1],
      ageAtLastDays: [36, 50, 2],
      observedDays: [65, 50, 9],
      monetaryMean: [40, 8, 0],
    });
    expect([report.customers, report.orders, report.revenue]).toEqual([3, 7, 97.5]);
  });

  it("give the first customer 15 without duplicates, 55 without refunds, 35 and one more day with refunds as they are", () => {
    expect(summarizeRows(HEADERS, DIRTY, {}, { duplicates: "drop" }).customers.revenue[0]).toBe(15);
    const dropped = summarizeRows(HEADERS, DIRTY, { refunds: "drop" });
    expect(dropped.customers.revenue[0]).toBe(55);
    expect(dropped.report.rows).toEqual({ read: 15, blank: 0, used: 9, excluded: 6, refundOnly: 0 });
    expect(brief(dropped.report.issues)).toContain("R11 2 excluded");
    const asIs = summarizeRows(HEADERS, DIRTY, { refunds: "as-is" });
    expect(asIs.customers.ids).toEqual(["A", "B", "C", "E"]);
    expect(show(asIs, "revenue", "purchaseDays", "orders", "refundAmount")).toEqual({
      revenue: [35, 50, 12.5, -7],
      purchaseDays: [3, 2, 2, 1],
      orders: [3, 3, 2, 1],
      refundAmount: [0, 0, 0, 0],
    });
  });

  it("conserve their money in the purchase days", () => {
    const { offsets, day, amount } = summary.purchaseDays ?? { offsets: [], day: [], amount: [] };
    expect([...offsets]).toEqual([0, 2, 4, 6]);
    expect([...day].map(formatIsoDay)).toEqual([
      "2024-01-05",
      "2024-02-10",
      "2024-01-20",
      "2024-03-10",
      "2024-03-01",
      "2024-03-03",
    ]);
    expect([...amount]).toEqual([15, 40, 42, 8, 12.5, 0]);
    expect(report.refundRate).toBe(20 / 117.5);
  });

  it("count the rows without customer in the totals only, on request", () => {
    const { report: all, customers } = summarizeRows(HEADERS, DIRTY, {}, { unknown: "oneCustomer" });
    expect(all.rows).toEqual({ read: 15, blank: 0, used: 11, excluded: 3, refundOnly: 1 });
    expect([all.revenue, all.unknownCustomer, all.customers]).toEqual([106.5, { rows: 1, revenue: 9, profit: 9 }, 3]);
    expect(customers.ids).toEqual(["A", "B", "C"]);
    expect(brief(all.issues)).toContain("R03 1 unknown");
  });
});

describe("the period", () => {
  const rows = [
    ["1", "A", "2024-01-01", 1],
    ["2", "A", "2024-01-10", 2],
    ["3", "B", "2024-01-20", 4],
    ["4", "B", "2024-02-01", 8],
    ["5", "C", "2024-02-02", -3],
  ];

  it("ends the day before the as-of date: later rows are left out (R18)", () => {
    const { report, customers } = summarizeRows(HEADERS, rows, { asOfDay: toDayNumber(2024, 2, 1) });
    expect(brief(report.issues)).toEqual(["R18 2 excluded"]);
    expect([customers.ids, [...customers.recencyDays], report.revenue]).toEqual([["A", "B"], [22, 12], 7]);
    expect(report.rows).toEqual({ read: 5, blank: 0, used: 3, excluded: 2, refundOnly: 0 });
  });

  it("begins with the day asked for: earlier rows are left out", () => {
    const { report, customers } = summarizeRows(HEADERS, rows, {
      fromDay: toDayNumber(2024, 1, 10),
      asOfDay: toDayNumber(2024, 3, 1),
    });
    expect(report.issues.map(({ code, name, rows: found }) => [code, name, found])).toEqual([
      ["R18", "beforeFrom", [0]],
      ["R19", "refundOnly", [4]],
    ]);
    expect([...customers.tenureDays]).toEqual([51, 41]);
    expect(report.period).toEqual({
      firstDay: toDayNumber(2024, 1, 10),
      lastDay: toDayNumber(2024, 2, 1),
      asOfDay: toDayNumber(2024, 3, 1),
      fromDay: toDayNumber(2024, 1, 10),
    });
  });

  it("without a purchase stops", () => {
    expect(() => summarizeRows(HEADERS, rows, { asOfDay: toDayNumber(2023, 1, 1) })).toThrow(InputError);
    expect(() => summarizeRows(HEADERS, rows.slice(4))).toThrow(new InputError("noCustomers"));
    expect(() => summarizeRows(HEADERS, rows, { windowDays: 0 })).toThrow(RangeError);
  });
});

describe("orders", () => {
  it("are days with a purchase where the table has no order ids", () => {
    const rows = DIRTY.map(([, ...rest]) => rest);
    expect([...summarizeRows(HEADERS.slice(1), rows).customers.orders]).toEqual([2, 2, 2]);
  });

  it("without an id are days; a shared id is an order of each of its customers", () => {
    const rows = [
      ["1", "A", "2024-01-01", 1],
      ["1", "B", "2024-01-01", 1],
      [null, "A", "2024-01-01", 1],
      [null, "A", "2024-01-01", 2],
      [null, "A", "2024-01-02", 1],
      ["1", "A", "2024-01-03", 1],
    ];
    expect([...summarizeRows(HEADERS, rows).customers.orders]).toEqual([3, 1]);
  });
});

describe("gaps between purchases", () => {
  const list = (customer: string, ...days: number[]): Cell[][] =>
    days.map((day) => [null, customer, toDayNumber(2023, 1, 1) + day, 1]);

  it("use the own median from three gaps on, else the median of all medians, and at least a week", () => {
    const rows = [...list("A", 0, 2, 5, 9), ...list("B", 0, 10, 40, 80), ...list("C", 0, 100), ...list("D", 50)];
    const transactions = readTransactions({ headers: HEADERS, blocks: toBlocks(rows, 4) }, {}, TODAY);
    const summary = summarize(transactions, { asOfDay: toDayNumber(2023, 1, 1) + 120 });
    expect(show(summary, "gapCount", "gapMedianDays", "gapUsedDays", "idleRatio")).toEqual({
      gapCount: [3, 3, 1, 0],
      gapMedianDays: [3, 30, 100, NaN],
      gapUsedDays: [7, 30, 30, 30],
      idleRatio: [111 / 7, 40 / 30, 20 / 30, 70 / 30],
    });
  });

  it("are 90 days where nobody came back", () => {
    const summary = summarizeRows(HEADERS, [["1", "A", "2024-01-01", 1]]);
    expect(show(summary, "gapUsedDays", "monetaryMean")).toEqual({ gapUsedDays: [90], monetaryMean: [0] });
  });
});

describe("yearly figures and windows", () => {
  it("count a tenure below a year as a year, and compare the last window with the one before", () => {
    const rows = [
      ["1", "A", "2022-01-01", 10],
      ["2", "A", "2023-10-01", 20],
      ["3", "A", "2023-12-31", 40],
      ["4", "B", "2023-12-31", 5],
      ["5", "A", "2023-12-30", -10],
    ];
    const summary = summarizeRows(HEADERS, rows, { windowDays: 90 });
    expect(
      show(
        summary,
        "tenureDays",
        "ordersPerYear",
        "annualSpend",
        "recentAmount",
        "previousAmount",
        "trendShare",
        "averageOrderValue",
      ),
    ).toEqual({
      tenureDays: [730, 1],
      ordersPerYear: [3 / (730 / 365.25), 1 / (365 / 365.25)],
      annualSpend: [60 / (730 / 365.25), 5 / (365 / 365.25)],
      recentAmount: [30, 5],
      previousAmount: [20, 0],
      trendShare: [0.5, NaN],
      averageOrderValue: [20, 5],
    });
    expect([summary.report.repeatRate, summary.report.oneOrderShare]).toEqual([0.5, 0.5]);
  });
});

describe("text on lines", () => {
  const headers = [...HEADERS, "Category", "Product", "Region", "Colour"];

  it("counts as the one with most money, then the last bought, then the first by code point", () => {
    const rows = [
      ["1", "A", "2024-01-01", 10, "x", "p1", "north", "red"],
      ["2", "A", "2024-01-02", 6, "y", "p2", "south", "red"],
      ["3", "A", "2024-01-03", 6, "y", "p3", "south", null],
      ["4", "A", "2024-01-04", -5, "y", "p3", "south", "blue"],
      ["1", "B", "2024-01-01", 10, "y", "p1", "north", "red"],
      ["2", "B", "2024-01-05", 10, "x", "p1", "west", "blue"],
      ["1", "C", "2024-01-01", 10, "y", "p1", null, "red"],
      ["2", "C", "2024-01-01", 10, "x", "p1", null, "Red"],
    ];
    const { customers } = summarizeRows(headers, rows);
    const main = ({ mainCategory, mainRegion, mainChannel, attributes }: typeof customers): unknown[] =>
      [mainCategory, mainRegion, mainChannel, ...attributes].map((column) =>
        column?.kind === "category" ? [...column.codes].map((code) => column.labels[code] ?? null) : null,
      );
    expect(main(customers)).toEqual([["x", "x", "x"], ["north", "west", null], null, ["red", "blue", "Red"]]);
    expect([...customers.breadth]).toEqual([2, 2, 2]);
  });

  it("counts lines where there is no money", () => {
    const rows = [
      ["1", "A", "2024-01-01", "x"],
      ["2", "A", "2024-01-02", "y"],
      ["3", "A", "2024-01-01", "x"],
    ];
    const { customers, report } = summarizeRows(["Order", "Customer", "Date", "Category"], rows);
    expect(customers.mainCategory?.labels[customers.mainCategory.codes[0]]).toBe("x");
    expect([report.revenue, report.profit, report.valueBasis, report.valueReason, report.refundRate]).toEqual([
      null,
      null,
      null,
      "noMoney",
      null,
    ]);
    expect([
      customers.known.has("revenue"),
      customers.known.has("recencyDays"),
      customers.revenue[0],
      customers.monetaryMean[0],
    ]).toEqual([false, true, NaN, NaN]);
  });
});

describe("numbers on lines", () => {
  it("count as the last one by day and hour; complaints are added up", () => {
    const rows = [
      ["1", "A", "2024-01-03 09:00", 1, 4, 1, 60],
      ["2", "A", "2024-01-03 17:00", 1, 3, null, null],
      ["3", "A", "2024-01-01", 1, 5, 2, 61],
      ["4", "B", "2024-01-01", 1, null, null, 50],
    ];
    const { customers } = summarizeRows([...HEADERS, "Satisfaction", "Complaints", "Age"], rows);
    expect(
      customers.attributes.map((column) => (column.kind === "number" ? [column.name, ...column.numbers] : column.name)),
    ).toEqual([
      ["Satisfaction", 3, NaN],
      ["Complaints", 3, NaN],
      ["Age", 60, 50],
    ]);
  });
});
