import { join } from "node:path";
import { formatIsoDay } from "../../src/core/days";
import { detectRoles } from "../../src/core/transactions/detect-roles";
import { lineFlags } from "../../src/core/transactions/transactions";
import type { TableBlocks } from "../helpers/csv-blocks";
import { readCsvBlocks, readTransactions } from "../helpers/csv-blocks";
import { referenceFolder } from "../helpers/reference-folder";

const data = (file: string): string => join(referenceFolder(), "data", file);

function total(values: Float64Array): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;
}

describe("Online Retail", () => {
  let table: TableBlocks;
  beforeAll(() => {
    table = readCsvBlocks(data("online-retail.csv.gz"));
  });

  it("has its roles found from headers and content", () => {
    const { kind, columns, attributes } = detectRoles(table.headers, table.blocks[0]);
    expect([kind, columns, attributes]).toEqual([
      "transactions",
      { order: 0, product: 1, quantity: 3, date: 4, price: 5, customer: 6, region: 7 },
      [2],
    ]);
  });

  it("keeps every line with a customer", () => {
    const transactions = readTransactions(table);
    const { reading, lineCount, customerIds, isRefund, day, amount, region, product } = transactions;
    expect([reading.read, reading.blank, reading.excluded, lineCount]).toEqual([541909, 0, 135080, 406829]);
    expect(reading.issues.map(({ code, count }) => [code, count])).toEqual([["R03", 135080]]);
    expect([reading.money, reading.cancelledActive, reading.costSource]).toEqual(["quantityPrice", true, null]);
    expect([customerIds.length, customerIds[0], customerIds[4371]]).toEqual([4372, "12346", "18287"]);
    expect([
      isRefund.reduce((sum, value) => sum + value, 0),
      total(amount.filter((_, line) => isRefund[line] === 1)),
    ]).toEqual([8905, -611342.09]);
    expect([formatIsoDay(Math.min(...new Set(day))), formatIsoDay(Math.max(...new Set(day)))]).toEqual([
      "2010-12-01",
      "2011-12-09",
    ]);
    const count = (bit: number): number =>
      transactions.flags.reduce((sum, flags) => sum + ((flags & bit) === 0 ? 0 : 1), 0);
    expect([count(lineFlags.R10), count(lineFlags.R11), count(lineFlags.R12), count(lineFlags.R13)]).toEqual([
      40, 8905, 8905, 5225,
    ]);
    expect([region?.labels.length, product?.labels.length]).toEqual([37, 3684]);
  });

  it("counts all rows, money and duplicates when rows without customer are one customer", () => {
    const { lineCount, amount, customer, flags } = readTransactions(table, {
      unknown: "oneCustomer",
      cancelledPrefixes: [],
    });
    expect([lineCount, total(amount), customer.filter((code) => code < 0).length]).toEqual([
      541909, 9747747.93, 135080,
    ]);
    expect(flags.filter((bits) => (bits & lineFlags.R13) !== 0).length).toBe(5268);
  });
});

describe("CDNOW", () => {
  it("sample keeps all lines, duplicates and lines of zero among them", () => {
    const { reading, lineCount, customerIds, amount, flags } = readTransactions(
      readCsvBlocks(data("cdnow-sample.csv")),
    );
    expect([reading.read, lineCount, customerIds.length, total(amount), reading.issues]).toEqual([
      6919,
      6919,
      2357,
      244091.94,
      [],
    ]);
    const count = (bit: number): number => flags.filter((bits) => (bits & bit) !== 0).length;
    expect([count(lineFlags.R13), count(lineFlags.R10), count(lineFlags.R17)]).toEqual([21, 8, 0]);
    expect(customerIds.slice(0, 3)).toEqual(["1", "2", "3"]);
  });

  it("master keeps the leading zeros of its ids", () => {
    const { lineCount, customerIds, amount, flags } = readTransactions(readCsvBlocks(data("cdnow-master.csv.gz")));
    expect([lineCount, customerIds.length, customerIds[0], total(amount)]).toEqual([69659, 23570, "00001", 2500315.63]);
    expect(flags.filter((bits) => (bits & lineFlags.R13) !== 0).length).toBe(255);
    expect(flags.filter((bits) => (bits & lineFlags.R15) !== 0).length).toBe(0);
  });
});
