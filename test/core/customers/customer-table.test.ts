import { toDayNumber } from "../../../src/core/days";
import type { CustomerTable } from "../../../src/core/customers/customer-table";
import { createCustomerTableReader } from "../../../src/core/customers/customer-table-reader";
import { summarizeCustomerTable } from "../../../src/core/customers/summarize-customer-table";
import { summarize } from "../../../src/core/customers/summarize";
import type { Cell } from "../../../src/core/transactions/cells";
import { detectRoles } from "../../../src/core/transactions/detect-roles";
import { InputError } from "../../../src/core/issues";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const TODAY = toDayNumber(2024, 3, 31);

function readTable(headers: readonly string[], rows: readonly (readonly Cell[])[]): CustomerTable {
  const blocks = toBlocks(rows, headers.length, 2);
  const head = toBlocks(rows, headers.length)[0];
  const { columns, attributes, issues } = detectRoles(headers, head, { roles: { date: null } });
  const reader = createCustomerTableReader({ headers, columns, attributes, today: TODAY, issues });
  for (const block of blocks) reader.push(block);
  return reader.finish();
}

describe("a table with a row per customer", () => {
  it("is read in standard order; rows without customer, totals and repeated customers are left out", () => {
    const table = readTable(
      ["Customer", "Revenue", "Gender"],
      [
        [10, "1.200,50 €", "f"],
        ["9", 5, "m"],
        [null, 5, "m"],
        [null, null, null],
        ["#N/A", 5, "m"],
        ["10.0", 7, "m"],
        ["Total", 12, null],
      ],
    );
    expect([table.customerIds, [...(table.numbers.amount ?? [])]]).toEqual([
      ["9", "10"],
      [5, 1200.5],
    ]);
    expect(table.rows).toEqual({ read: 7, blank: 1, used: 2, excluded: 4 });
    expect(table.issues.map(({ code, rows }) => [code, rows])).toEqual([
      ["R01", [6]],
      ["R02", [4]],
      ["R03", [2]],
      ["R13", [5]],
    ]);
    expect(table.attributes).toEqual([
      { name: "Gender", kind: "category", labels: ["f", "m"], codes: Int32Array.from([1, 0]) },
    ]);
  });

  it("needs a customer", () => {
    const plan = { headers: ["x"], columns: {}, attributes: [0], today: TODAY };
    expect(() => createCustomerTableReader(plan)).toThrow(new InputError("missingColumn", ["customer"]));
  });
});

describe("ready figures", () => {
  it("are taken as they are, and what follows from them is added", () => {
    const { customers, purchaseDays, report } = summarizeCustomerTable(
      readTable(
        ["Customer", "Recency", "Frequency", "Monetary", "Cost", "City"],
        [
          ["b", 50, 1, 20, 15, "x"],
          ["a", 5, 4, 100, 40, "y"],
        ],
      ),
    );
    expect([customers.ids, [...customers.recencyDays], [...customers.orders], [...customers.revenue]]).toEqual([
      ["a", "b"],
      [5, 50],
      [4, 1],
      [100, 20],
    ]);
    expect([[...customers.profit], [...customers.averageOrderValue], [...customers.revenueShare]]).toEqual([
      [60, 5],
      [25, 20],
      [100 / 120, 20 / 120],
    ]);
    expect(customers.mainRegion?.labels[customers.mainRegion.codes[0]]).toBe("y");
    expect([customers.known.has("tenureDays"), customers.known.has("purchaseDays"), purchaseDays]).toEqual([
      false,
      false,
      null,
    ]);
    expect([
      report.orders,
      report.revenue,
      report.profit,
      report.valueBasis,
      report.repeatRate,
      report.period.asOfDay,
    ]).toEqual([5, 120, 65, "profit", 0.5, null]);
  });

  it("of an airline give length of the relationship and recency from its dates", () => {
    const table = readTable(
      ["MEMBER_NO", "FFP_DATE", "LOAD_TIME", "FLIGHT_COUNT", "SEG_KM_SUM", "LAST_TO_END", "avg_discount"],
      [
        [2, "2012/03/31", "2014/03/31", 20, 50000, 7, 1.2],
        [1, "2014/03/01", "2014/03/31", 2, 1000, 30, 0.5],
      ],
    );
    const { customers, report } = summarizeCustomerTable(table);
    expect([
      [...customers.tenureDays],
      [...customers.recencyDays],
      [...customers.orders],
      [...customers.averageDiscount],
    ]).toEqual([
      [30, 730],
      [30, 7],
      [2, 20],
      [0.5, 1.2],
    ]);
    expect(report.period.asOfDay).toBe(toDayNumber(2014, 3, 31));
  });

  it("count recency from the day after the last purchase of all where only dates are given", () => {
    const table = readTable(
      ["Customer", "Last Purchase", "First Purchase"],
      [
        ["a", "2024-01-10", "2023-01-10"],
        ["b", "2024-01-01", "2024-01-01"],
      ],
    );
    const { customers, report } = summarizeCustomerTable(table);
    expect([[...customers.recencyDays], [...customers.tenureDays], report.valueBasis]).toEqual([
      [1, 10],
      [366, 10],
      null,
    ]);
    expect([...summarizeCustomerTable(table, { asOfDay: toDayNumber(2024, 2, 1) }).customers.recencyDays]).toEqual([
      22, 31,
    ]);
  });

  it("of no customer stop", () => {
    expect(() => summarizeCustomerTable(readTable(["Customer", "Age"], [[null, 3]]))).toThrow(InputError);
  });
});

describe("a joined customer table", () => {
  const headers = ["Order", "Customer", "Date", "Amount", "City", "Satisfaction"];
  const lines = [
    ["1", "007", "2024-01-01", 100, "x", 1],
    ["2", "B", "2024-01-02", 50, "y", 2],
    ["3", "c", "2024-01-03", 10, "y", 3],
  ];
  const table = readTable(
    ["Customer", "Age", "City", "Satisfaction", "Cost", "Join Date"],
    [
      ["B", 30, "z", 5, 20, "2023-12-31"],
      ["007", 40, null, 4, 30, null],
      ["D", 50, "x", 3, 1, null],
      ["7", 41, "w", 4, 30, null],
    ],
  );
  const read = (mergeIds: boolean): ReturnType<typeof readTransactions> =>
    readTransactions({ headers, blocks: toBlocks(lines, headers.length) }, { mergeIds }, TODAY);

  it("wins over columns of the lines; customers without a row get blanks", () => {
    const { customers, report } = summarize(read(false), { customerTable: table });
    expect(customers.ids).toEqual(["007", "B", "c"]);
    expect(report.joined).toEqual({ matched: 2, withoutRow: 1, withoutPurchase: 2 });
    expect(
      customers.attributes.map((column) => (column.kind === "number" ? [column.name, ...column.numbers] : column.name)),
    ).toEqual([
      ["Satisfaction", 4, 5, NaN],
      ["Join Date", NaN, toDayNumber(2023, 12, 31), NaN],
      ["Age", 40, 30, NaN],
    ]);
    expect([...(customers.mainRegion?.codes ?? [])].map((code) => customers.mainRegion?.labels[code] ?? null)).toEqual([
      null,
      "z",
      null,
    ]);
    expect([[...customers.profit], report.valueReason]).toEqual([[70, 30, NaN], "customerTable"]);
    expect([...customers.tenureDays]).toEqual([3, 4, 1]);
  });

  it("meets ids in any case and with any zeros where ids are merged", () => {
    const upper = readTable(
      ["Customer", "Age"],
      [
        ["C", 20],
        ["b", 30],
      ],
    );
    expect(summarize(read(true), { customerTable: upper }).report.joined).toEqual({
      matched: 2,
      withoutRow: 1,
      withoutPurchase: 0,
    });
    expect(summarize(read(false), { customerTable: upper }).report.joined).toEqual({
      matched: 0,
      withoutRow: 3,
      withoutPurchase: 2,
    });
  });
});
