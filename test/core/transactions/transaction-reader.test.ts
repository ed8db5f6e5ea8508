import type { IssueCode } from "../../../src/core/issues";
import { InputError } from "../../../src/core/issues";
import type { RowBlock } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import { createTransactionReader } from "../../../src/core/transactions/transaction-reader";
import type { lineFlags } from "../../../src/core/transactions/transactions";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";
import type { Row } from "./read-rows";
import { HEADERS, TODAY, around, exclusions, first, flagged, read } from "./read-rows";

describe("rows that are left out", () => {
  it.each<[IssueCode, string, Row]>([
    ["R01", "total", ["9", "Total", "2024-01-08", 5]],
    ["R01", "subtotal with colon", ["9", " subtotal: ", null, 5]],
    ["R01", "合计", [null, "合计", null, 60]],
    ["R02", "error as customer", ["9", "#REF!", "2024-01-08", 5]],
    ["R02", "error as date", ["9", "A", "#VALUE!", 5]],
    ["R02", "error as amount", ["9", "A", "2024-01-08", "#N/A"]],
    ["R02", "error before missing customer", ["9", null, "2024-01-08", "#N/A"]],
    ["R03", "no customer", ["9", null, "2024-01-08", 5]],
    ["R03", "blank customer", ["9", "  ", "2024-01-08", 5]],
    ["R03", "NA as customer", ["9", "na", "2024-01-08", 5]],
    ["R03", "dash as customer", ["9", "-", "2024-01-08", 5]],
    ["R03", "no customer before bad date", ["9", "null", "31/02/2024", 5]],
    ["R04", "no date", ["9", "A", null, 5]],
    ["R05", "impossible date", ["9", "A", "31/02/2024", 5]],
    ["R05", "no date at all", ["9", "A", "soon", 5]],
    ["R05", "truth value as date", ["9", "A", true, 5]],
    ["R06", "tomorrow", ["9", "A", "2024-04-01", 5]],
    ["R07", "before 1980", ["9", "A", "1979-12-31", 5]],
    ["R07", "serial 1", ["9", "A", -25568, 5]],
    ["R08", "no amount", ["9", "A", "2024-01-08", null]],
    ["R08", "NA as amount", ["9", "A", "2024-01-08", "NA"]],
    ["R09", "text as amount", ["9", "A", "2024-01-08", "ten"]],
    ["R09", "truth value as amount", ["9", "A", "2024-01-08", true]],
  ])("%s: %s", (code, _, row) => {
    const transactions = read([...around, row]);
    expect(exclusions(transactions)).toEqual([[code, [first]]]);
    expect([transactions.lineCount, transactions.reading.excluded, transactions.reading.blank]).toEqual([3, 1, 0]);
  });

  it("stay when the day is today or 1980 begins", () => {
    expect(read([...around, ["8", "A", "2024-03-31", 5], ["9", "A", "1980-01-01", 5]]).lineCount).toBe(5);
  });

  it("are no issue when every column with a role is empty", () => {
    const { reading, lineCount } = read([...around, [null, " ", null, ""], [null, null, null, null]]);
    expect([reading.read, reading.blank, reading.excluded, lineCount, reading.issues]).toEqual([5, 2, 0, 3, []]);
  });
});

describe("switches for rows", () => {
  it.each<[string, Partial<RowSwitches>, Row, keyof typeof lineFlags]>([
    ["keep days in the future", { future: "keep" }, ["9", "A", "2031-01-01", 5], "R06"],
    ["keep days before 1980", { old: "keep" }, ["9", "A", "1970-05-01", 5], "R07"],
    ["read a missing amount as zero", { missing: "zero" }, ["9", "A", "2024-01-08", null], "R08"],
    ["count rows without customer as one customer", { unknown: "oneCustomer" }, ["9", null, "2024-01-08", 5], "R03"],
  ])("%s", (_, switches, row, code) => {
    const transactions = read([...around, row], switches);
    expect(exclusions(transactions)).toEqual([]);
    expect(flagged(transactions, code)).toEqual([first]);
    expect(transactions.amount[first]).toBe(row[3] ?? 0);
  });

  it("drop lines of zero (R10), else keep and flag them", () => {
    const rows = [...around, ["9", "A", "2024-01-08", 0]];
    expect(flagged(read(rows), "R10")).toEqual([first]);
    expect(exclusions(read(rows, { zero: "drop" }))).toEqual([["R10", [first]]]);
  });

  it("drop lines that repeat an earlier one (R13), else keep and flag them", () => {
    const rows = [...around, around[1], ["2", "A", "2024-01-06 10:00", 20], ["2", "A", "2024/1/6", "20"]];
    expect(flagged(read(rows), "R13")).toEqual([first, first + 2]);
    expect(exclusions(read(rows, { duplicates: "drop" }))).toEqual([["R13", [first, first + 2]]]);
  });

  it("take lines for repeated only when they agree in the attributes too", () => {
    const headers = [...HEADERS, "Colour"];
    const rows = [
      ["1", "A", "2024-01-05", 10, "red"],
      ["1", "A", "2024-01-05", 10, "blue"],
      ["1", "A", "2024-01-05", 10, "red"],
    ];
    expect(flagged(read(rows, {}, headers), "R13")).toEqual([2]);
  });

  it("leave out hidden rows (R20), else keep and flag them", () => {
    const [block] = toBlocks([...around, around[0]], HEADERS.length);
    const hidden: RowBlock = { ...block, hidden: Uint8Array.from([1, 0, 0, 0]) };
    const table = { headers: HEADERS, blocks: [hidden] };
    const all = readTransactions(table, {}, TODAY);
    expect([flagged(all, "R20"), flagged(all, "R13"), all.lineCount]).toEqual([[0], [3], 4]);
    const visible = readTransactions(table, { rows: "visible", duplicates: "drop" }, TODAY);
    expect([exclusions(visible), visible.lineCount]).toEqual([[["R20", [0]]], 3]);
  });

  it("join variants of an id (R15) under the one with most lines, else keep them apart and flag them", () => {
    const rows = [
      ["1", "ab1", "2024-01-05", 1],
      ["2", "AB1", "2024-01-06", 2],
      ["3", "AB1", "2024-01-07", 3],
      ["4", "007", "2024-01-07", 4],
      ["5", 7, "2024-01-08", 5],
      ["6", "b", "2024-01-08", 6],
    ];
    const apart = read(rows);
    expect(apart.customerIds).toEqual(["007", "7", "AB1", "ab1", "b"]);
    expect(flagged(apart, "R15")).toEqual([0, 1, 2, 3, 4]);
    const merged = read(rows, { mergeIds: true });
    expect(merged.customerIds).toEqual(["007", "AB1", "b"]);
    expect([...merged.customer]).toEqual([1, 1, 1, 0, 0, 2]);
  });
});

describe("refunds and cancelled orders", () => {
  it("are the lines below zero (R11)", () => {
    const transactions = read([...around, ["9", "A", "2024-01-08", -5]]);
    expect([[...transactions.isRefund], flagged(transactions, "R11")]).toEqual([[0, 0, 0, 1], [first]]);
  });

  const cancelled: Row[] = [
    ["C1", "A", "2024-01-08", -5],
    ["c2", "A", "2024-01-08", -5],
    ["C3", "A", "2024-01-08", 0],
    ["C4", "A", "2024-01-08", -1],
    ["C5", "A", "2024-01-08", 7],
    ["CX", "A", "2024-01-08", 8],
  ];

  it("are the orders with the prefix and a digit (R12); those above zero are left out", () => {
    const transactions = read([...around, ...cancelled]);
    expect(exclusions(transactions)).toEqual([["R12", [first + 4]]]);
    expect([...transactions.isRefund]).toEqual([0, 0, 0, 1, 1, 1, 1, 0]);
    expect([transactions.reading.cancelledActive, flagged(transactions, "R12")]).toEqual([true, [3, 4, 5, 6]]);
  });

  it("keep the prefix for an ordinary one where fewer than four in five such rows are at or below zero, and flag it", () => {
    const transactions = read([...around, ...cancelled, ["C6", "B", "2024-01-09", 3]]);
    expect([transactions.reading.cancelledActive, exclusions(transactions)]).toEqual([false, []]);
    expect(flagged(transactions, "R12")).toEqual([3, 4, 5, 6, 7, 9]);
    expect([...transactions.isRefund]).toEqual([0, 0, 0, 1, 1, 0, 1, 0, 0, 0]);
  });

  it("know other prefixes, or none", () => {
    const rows = [...around, ["RET-1", "A", "2024-01-08", -5], ["RET-2", "A", "2024-01-08", 0]];
    expect([...read(rows, { cancelledPrefixes: ["ret-"] }).isRefund]).toEqual([0, 0, 0, 1, 1]);
    expect([...read([...around, ...cancelled], { cancelledPrefixes: [] }).isRefund]).toEqual([
      0, 0, 0, 1, 1, 0, 1, 0, 0,
    ]);
  });
});

describe("a reader", () => {
  it("needs a customer and a date", () => {
    const plan = { headers: HEADERS, columns: { amount: 3 }, attributes: [], today: TODAY };
    expect(() => createTransactionReader(plan)).toThrow(new InputError("missingColumn", ["customer", "date"]));
  });

  it("keeps the positions of rows of several areas", () => {
    const reader = createTransactionReader({
      headers: HEADERS,
      columns: { order: 0, customer: 1, date: 2, amount: 3 },
      attributes: [],
      today: TODAY,
    });
    const [block] = toBlocks(around, HEADERS.length);
    reader.push({ ...block, firstRow: 100 });
    reader.push({ ...block, firstRow: 500 });
    expect([...reader.finish().rows]).toEqual([100, 101, 102, 500, 501, 502]);
  });

  it("takes columns that arrive empty for blank ones", () => {
    const reader = createTransactionReader({
      headers: [...HEADERS, "Country"],
      columns: { customer: 1, date: 2, amount: 3, region: 4 },
      attributes: [0],
      today: TODAY,
    });
    const [block] = toBlocks(around, HEADERS.length);
    reader.push({ ...block, columns: [[], ...block.columns.slice(1), []] });
    const { lineCount, region, attributes } = reader.finish();
    expect([lineCount, region?.labels, attributes.length]).toEqual([3, [], 0]);
  });
});
