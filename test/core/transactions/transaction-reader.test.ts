import { formatIsoDay, toDayNumber } from "../../../src/core/days";
import type { IssueCode } from "../../../src/core/issues";
import { InputError } from "../../../src/core/issues";
import type { Cell, RowBlock } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import { createTransactionReader } from "../../../src/core/transactions/transaction-reader";
import type { Transactions } from "../../../src/core/transactions/transactions";
import { lineFlags } from "../../../src/core/transactions/transactions";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const HEADERS = ["Order ID", "Customer ID", "Order Date", "Amount"];
const TODAY = toDayNumber(2024, 3, 31);
type Row = readonly Cell[];

function read(rows: readonly Row[], switches?: Partial<RowSwitches>, headers: readonly string[] = HEADERS): Transactions {
  return readTransactions({ headers, blocks: toBlocks(rows, headers.length, 3) }, switches, TODAY);
}

/** Good lines around the rows under test, so that headers and content are recognized. */
const around: Row[] = [
  ["1", "A", "2024-01-05", 10],
  ["2", "A", "2024-01-06", 20],
  ["3", "B", "2024-01-07", 30],
];
const first = around.length;

function exclusions({ reading }: Transactions): [IssueCode, readonly number[]][] {
  return reading.issues.map(({ code, rows }) => [code, rows]);
}

function flagged({ flags, rows }: Transactions, code: keyof typeof lineFlags): number[] {
  return [...rows.filter((_, line) => (flags[line] & lineFlags[code]) !== 0)];
}

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

describe("amounts", () => {
  it("written as text are converted (R09)", () => {
    const transactions = read([...around, ["9", "A", "2024-01-08", "12,50 €"], ["9", "A", "2024-01-08", "(5)"], ["9", "A", "2024-01-08", "7"]]);
    expect([...transactions.amount.subarray(first)]).toEqual([12.5, -5, 7]);
    expect(flagged(transactions, "R09")).toEqual([first, first + 1]);
    expect(transactions.reading.currency).toBe("EUR");
  });

  it.each<[string, readonly string[], readonly number[], Partial<RowSwitches>]>([
    ["a decimal comma elsewhere", ["1.234", "12,50", "2,345"], [1234, 12.5, 2.345], {}],
    ["a decimal point elsewhere", ["1.234", "12.50", "2,345"], [1.234, 12.5, 2345], {}],
    ["more commas than points", ["1.234", "12.50", "1,5", "2,5"], [1234, 12.5, 1.5, 2.5], {}],
    ["nothing", ["1.234", "2,345"], [1.234, 2345], {}],
    ["nothing, in a country with a decimal comma", ["1.234", "2,345"], [1234, 2.345], { localeDecimalComma: true }],
  ])("with two readings follow the column: %s", (_, cells, expected, switches) => {
    const rows = cells.map((cell, i) => [String(i), "A", "2024-01-05", cell]);
    expect([...read(rows, switches).amount]).toEqual(expected);
  });

  it("are quantity times price without an amount column, and the price alone without quantity", () => {
    const product = read([["1", "A", "2024-01-05", 3, 2.5]], {}, ["Order ID", "Customer ID", "Order Date", "Quantity", "Unit Price"]);
    expect([product.amount[0], product.reading.money, product.quantity?.[0]]).toEqual([7.5, "quantityPrice", 3]);
    const price = read([["1", "A", "2024-01-05", 2.5]], {}, ["Order ID", "Customer ID", "Order Date", "Unit Price"]);
    expect([price.amount[0], price.reading.money]).toEqual([2.5, "price"]);
  });

  it.each<[IssueCode, Cell, Cell]>([
    ["R02", "#N/A", 2],
    ["R08", 3, null],
    ["R09", 3, "free"],
  ])("of quantity and price give %s for %j and %j", (code, quantity, price) => {
    const rows = [
      ["1", "A", "2024-01-05", 1, 2],
      ["2", "A", "2024-01-05", quantity, price],
    ];
    expect(exclusions(read(rows, {}, ["Order ID", "Customer ID", "Order Date", "Quantity", "Unit Price"]))).toEqual([[code, [1]]]);
  });

  it("may be absent altogether", () => {
    const { reading, amount, lineCount } = read([["1", "A", "2024-01-05"], ["2", "A", "2024-01-06"]], {}, HEADERS.slice(0, 3));
    expect([reading.money, lineCount, [...amount]]).toEqual([null, 2, [NaN, NaN]]);
  });

  it("far beyond the others are flagged (R17)", () => {
    const amounts = [10, -10001, 10, 10000, -10, 10];
    expect(flagged(read(amounts.map((amount, i) => [String(i), "A", `2024-01-0${i + 1}`, amount])), "R17")).toEqual([1]);
  });

  it("in several currencies stop the reading (R21), unless one is chosen", () => {
    const rows = [...around, ["7", "A", "2024-01-08", "5 €"], ["8", "A", "2024-01-08", "$6"], ["9", "A", "2024-01-08", "EUR 7"], ["10", "Total", null, "£1"]];
    let error: unknown;
    try {
      read(rows);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: "mixedCurrency", details: ["EUR", "USD"] });
    const kept = read(rows, { currency: "eur" });
    expect([exclusions(kept), kept.reading.currency, kept.lineCount]).toEqual([[["R01", [first + 3]], ["R21", [first + 1]]], "EUR", 5]);
  });

  it("with the sign of yuan and yen follow the code beside them", () => {
    const rows = [...around, ["7", "A", "2024-01-08", "￥5"], ["8", "A", "2024-01-08", "6元"]];
    expect(read(rows).reading.currency).toBe("CNY");
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
    expect([...read([...around, ...cancelled], { cancelledPrefixes: [] }).isRefund]).toEqual([0, 0, 0, 1, 1, 0, 1, 0, 0]);
  });
});

describe("dates", () => {
  const days = (transactions: Transactions): string[] => [...transactions.day].map(formatIsoDay);

  it.each<[string, readonly string[], readonly string[], readonly number[], Partial<RowSwitches>]>([
    ["a day above 12 first", ["3/4/2023", "25/4/2023"], ["2023-04-03", "2023-04-25"], [0], {}],
    ["a day above 12 second", ["3/4/2023", "4/25/2023"], ["2023-03-04", "2023-04-25"], [0], {}],
    ["the majority", ["3/4/2023", "4/25/2023", "25/4/2023", "26/4/2023"], ["2023-04-03", "2023-04-25", "2023-04-25", "2023-04-26"], [0], {}],
    ["custom", ["3/4/2023", "5/5/2023"], ["2023-03-04", "2023-05-05"], [0], {}],
    ["custom with the day first", ["3/4/2023", "5/5/2023"], ["2023-04-03", "2023-05-05"], [0], { localeDayFirst: true }],
    ["a fixed order", ["3/4/2023", "4/25/2023"], ["2023-04-03", "2023-04-25"], [0], { dateOrder: "dmy" }],
  ])("whose day and month could be swapped follow %s, and are flagged (R14)", (_, cells, expected, ambiguous, switches) => {
    const transactions = read(cells.map((cell, i) => [String(i), "A", cell, 1]), switches);
    expect([days(transactions), flagged(transactions, "R14")]).toEqual([expected, ambiguous]);
  });

  it("in cells are days with the time as fraction", () => {
    const day = toDayNumber(2024, 1, 5);
    const transactions = read([["1", "A", day, 1], ["2", "A", day + 13.5 / 24, 1], ["3", "A", "2024-01-05 09:30", 1], ["4", "A", 20240105, 1]]);
    expect([days(transactions), [...transactions.hour]]).toEqual([Array(4).fill("2024-01-05"), [-1, 13, 9, -1]]);
  });
});

describe("ids", () => {
  it("of number cells and text are one where they are the same whole number; leading zeros stay", () => {
    const rows = [17850, "17850.0", " 17850 ", "１７８５０", "017850"].map((id, i) => [String(i), id, "2024-01-05", i + 1]);
    const transactions = read(rows);
    expect([transactions.customerIds, [...transactions.customer]]).toEqual([["017850", "17850"], [1, 1, 1, 1, 0]]);
  });

  it("are in standard order: by size when all are numbers, else by code point", () => {
    const ids = (list: readonly Cell[]): readonly string[] => read(list.map((id, i) => [String(i), id, "2024-01-05", 1])).customerIds;
    expect(ids([10, 9, 100])).toEqual(["9", "10", "100"]);
    expect(ids(["10", "9", "A"])).toEqual(["10", "9", "A"]);
  });

  it("longer than a number can hold are flagged (R22)", () => {
    const rows = [...around, ["9", 6222020200112230000, "2024-01-08", 5], [1234567890123456, "A", "2024-01-08", 5]];
    const transactions = read(rows);
    expect(flagged(transactions, "R22")).toEqual([first, first + 1]);
    expect(transactions.customerIds).toContain("6222020200112230000");
  });

  it("of an order with two customers are flagged (R16)", () => {
    expect(flagged(read([...around, ["3", "A", "2024-01-08", 5]]), "R16")).toEqual([2, first]);
  });

  it("that only occur on rows left out are no customers", () => {
    expect(read([...around, ["9", "D", "never", 5]]).customerIds).toEqual(["A", "B"]);
  });
});

describe("other columns", () => {
  it("are coded text in code point order; blanks and errors are no text", () => {
    const headers = [...HEADERS, "Category"];
    const rows = ["pear", "Apple", null, "#N/A", "pear ", 7].map((cell, i) => [String(i), "A", "2024-01-05", i, cell]);
    expect(read(rows, {}, headers).category).toEqual({ labels: ["7", "Apple", "pear"], codes: Int32Array.from([2, 1, -1, -1, 2, 0]) });
  });

  it("without a role are numbers where four in five cells are, else text, and nothing when empty", () => {
    const headers = [...HEADERS, "Height", "Postcode", "Size", "Empty"];
    const rows = [
      [180, "01234", "36", null],
      ["175.5", "99999", "M", null],
      [null, "01234", 38, null],
      [160, null, null, null],
      [165, "5", true, null],
      ["tall", "5", "36", null],
    ].map((cells, i) => [String(i), "A", "2024-01-05", i + 1, ...cells]);
    const { attributes } = read(rows, {}, headers);
    expect(attributes).toEqual([
      { name: "Height", kind: "number", numbers: Float64Array.from([180, 175.5, NaN, 160, 165, NaN]) },
      { name: "Postcode", kind: "category", labels: ["01234", "5", "99999"], codes: Int32Array.from([0, 2, 0, -1, 1, 1]) },
      { name: "Size", kind: "category", labels: ["36", "38", "M", "TRUE"], codes: Int32Array.from([0, 2, 1, -1, 3, 0]) },
    ]);
  });

  it("about the customer keep their role", () => {
    const headers = [...HEADERS, "Satisfaction", "Referred", "Join Date", "Status"];
    const rows = [
      ["1", "A", "2024-01-05", 1, "4,5", "yes", "2020-01-01", "existing"],
      ["2", "A", "2024-01-06", 1, 5, "no", "never", null],
    ];
    const { attributes } = read(rows, {}, headers);
    expect(attributes).toEqual([
      { name: "Satisfaction", role: "satisfaction", kind: "number", numbers: Float64Array.from([4.5, 5]) },
      { name: "Referred", role: "referral", kind: "number", numbers: Float64Array.from([1, 0]) },
      { name: "Join Date", role: "joinDate", kind: "number", numbers: Float64Array.from([toDayNumber(2020, 1, 1), NaN]) },
      { name: "Status", role: "status", kind: "category", labels: ["existing"], codes: Int32Array.from([0, -1]) },
    ]);
  });

  it("with more than 65,536 texts are no attributes, but still tell lines apart", () => {
    const rows = Array.from({ length: 70000 }, (_, i) => ["1", "A", "2024-01-05", 1, `note ${i % 69999}`]);
    const transactions = readTransactions({ headers: [...HEADERS, "Note"], blocks: toBlocks(rows, 5) }, {}, TODAY);
    expect([transactions.attributes, transactions.reading.attributesLeftOut]).toEqual([[], ["Note"]]);
    expect(flagged(transactions, "R13")).toEqual([69999]);
  });
});

describe("a reader", () => {
  it("needs a customer and a date", () => {
    const plan = { headers: HEADERS, columns: { amount: 3 }, attributes: [], today: TODAY };
    expect(() => createTransactionReader(plan)).toThrow(new InputError("missingColumn", ["customer", "date"]));
  });

  it("keeps the positions of rows of several areas", () => {
    const reader = createTransactionReader({ headers: HEADERS, columns: { order: 0, customer: 1, date: 2, amount: 3 }, attributes: [], today: TODAY });
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
