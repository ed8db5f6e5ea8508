import { formatIsoDay, toDayNumber } from "../../../src/core/days";
import type { IssueCode } from "../../../src/core/issues";
import { InputError } from "../../../src/core/issues";
import type { Cell } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import type { Transactions } from "../../../src/core/transactions/transactions";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";
import { around, HEADERS, TODAY, exclusions, first, flagged, read } from "./read-rows";

describe("amounts", () => {
  it("written as text are converted (R09)", () => {
    const transactions = read([
      ...around,
      ["9", "A", "2024-01-08", "12,50 €"],
      ["9", "A", "2024-01-08", "(5)"],
      ["9", "A", "2024-01-08", "7"],
    ]);
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

  it("beyond any figure are no amounts (R09)", () => {
    const beyond = [
      ["9", "A", "2024-01-08", 1e300],
      ["9", "A", "2024-01-08", "1e200"],
      ["9", "A", "2024-01-08", 1e15],
    ];
    const transactions = read([...around, ...beyond]);
    expect([...transactions.amount.subarray(first)]).toEqual([1e15]);
    expect(exclusions(transactions)).toEqual([["R09", [first, first + 1]]]);
  });

  it("are quantity times price without an amount column, and the price alone without quantity", () => {
    const product = read([["1", "A", "2024-01-05", 3, 2.5]], {}, [
      "Order ID",
      "Customer ID",
      "Order Date",
      "Quantity",
      "Unit Price",
    ]);
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
    expect(exclusions(read(rows, {}, ["Order ID", "Customer ID", "Order Date", "Quantity", "Unit Price"]))).toEqual([
      [code, [1]],
    ]);
  });

  it("may be absent altogether", () => {
    const { reading, amount, lineCount } = read(
      [
        ["1", "A", "2024-01-05"],
        ["2", "A", "2024-01-06"],
      ],
      {},
      HEADERS.slice(0, 3),
    );
    expect([reading.money, lineCount, [...amount]]).toEqual([null, 2, [NaN, NaN]]);
  });

  it("far beyond the others are flagged (R17)", () => {
    const amounts = [10, -10001, 10, 10000, -10, 10];
    expect(flagged(read(amounts.map((amount, i) => [String(i), "A", `2024-01-0${i + 1}`, amount])), "R17")).toEqual([
      1,
    ]);
  });

  it("in several currencies stop the reading (R21), unless one is chosen", () => {
    const rows = [
      ...around,
      ["7", "A", "2024-01-08", "5 €"],
      ["8", "A", "2024-01-08", "$6"],
      ["9", "A", "2024-01-08", "EUR 7"],
      ["10", "Total", null, "£1"],
    ];
    let error: unknown;
    try {
      read(rows);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: "mixedCurrency", details: ["EUR", "USD"] });
    const kept = read(rows, { currency: "eur" });
    expect([exclusions(kept), kept.reading.currency, kept.lineCount]).toEqual([
      [
        ["R01", [first + 3]],
        ["R21", [first + 1]],
      ],
      "EUR",
      5,
    ]);
  });

  it("with the sign of yuan and yen follow the code beside them", () => {
    const rows = [...around, ["7", "A", "2024-01-08", "￥5"], ["8", "A", "2024-01-08", "6元"]];
    expect(read(rows).reading.currency).toBe("CNY");
  });
});

describe("dates", () => {
  const days = (transactions: Transactions): string[] => [...transactions.day].map(formatIsoDay);

  it.each<[string, readonly string[], readonly string[], readonly number[], Partial<RowSwitches>]>([
    ["a day above 12 first", ["3/4/2023", "25/4/2023"], ["2023-04-03", "2023-04-25"], [0], {}],
    ["a day above 12 second", ["3/4/2023", "4/25/2023"], ["2023-03-04", "2023-04-25"], [0], {}],
    [
      "the majority",
      ["3/4/2023", "4/25/2023", "25/4/2023", "26/4/2023"],
      ["2023-04-03", "2023-04-25", "2023-04-25", "2023-04-26"],
      [0],
      {},
    ],
    ["custom", ["3/4/2023", "5/5/2023"], ["2023-03-04", "2023-05-05"], [0], {}],
    [
      "custom with the day first",
      ["3/4/2023", "5/5/2023"],
      ["2023-04-03", "2023-05-05"],
      [0],
      { localeDayFirst: true },
    ],
    ["a fixed order", ["3/4/2023", "4/25/2023"], ["2023-04-03", "2023-04-25"], [0], { dateOrder: "dmy" }],
  ])(
    "whose day and month could be swapped follow %s, and are flagged (R14)",
    (_, cells, expected, ambiguous, switches) => {
      const transactions = read(
        cells.map((cell, i) => [String(i), "A", cell, 1]),
        switches,
      );
      expect([days(transactions), flagged(transactions, "R14")]).toEqual([expected, ambiguous]);
    },
  );

  it("in cells are days with the time as fraction", () => {
    const day = toDayNumber(2024, 1, 5);
    const transactions = read([
      ["1", "A", day, 1],
      ["2", "A", day + 13.5 / 24, 1],
      ["3", "A", "2024-01-05 09:30", 1],
      ["4", "A", 20240105, 1],
    ]);
    expect([days(transactions), [...transactions.hour]]).toEqual([Array(4).fill("2024-01-05"), [-1, 13, 9, -1]]);
  });
});

describe("ids", () => {
  it("of number cells and text are one where they are the same whole number; leading zeros stay", () => {
    const rows = [17850, "17850.0", " 17850 ", "１７８５０", "017850"].map((id, i) => [
      String(i),
      id,
      "2024-01-05",
      i + 1,
    ]);
    const transactions = read(rows);
    expect([transactions.customerIds, [...transactions.customer]]).toEqual([
      ["017850", "17850"],
      [1, 1, 1, 1, 0],
    ]);
  });

  it("are in standard order: by size when all are numbers, else by code point", () => {
    const ids = (list: readonly Cell[]): readonly string[] =>
      read(list.map((id, i) => [String(i), id, "2024-01-05", 1])).customerIds;
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
    expect(read(rows, {}, headers).category).toEqual({
      labels: ["7", "Apple", "pear"],
      codes: Int32Array.from([2, 1, -1, -1, 2, 0]),
    });
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
      {
        name: "Postcode",
        kind: "category",
        labels: ["01234", "5", "99999"],
        codes: Int32Array.from([0, 2, 0, -1, 1, 1]),
      },
      {
        name: "Size",
        kind: "category",
        labels: ["36", "38", "M", "TRUE"],
        codes: Int32Array.from([0, 2, 1, -1, 3, 0]),
      },
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
      {
        name: "Join Date",
        role: "joinDate",
        kind: "number",
        numbers: Float64Array.from([toDayNumber(2020, 1, 1), NaN]),
      },
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
