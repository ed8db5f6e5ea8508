import fc from "fast-check";
import { toDayNumber } from "../../../src/core/days";
import { InputError } from "../../../src/core/issues";
import type { SummarizeOptions, Summary } from "../../../src/core/customers/summarize";
import { summarize } from "../../../src/core/customers/summarize";
import { measureNames } from "../../../src/core/customers/summary";
import type { Cell } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import { createTransactionReader } from "../../../src/core/transactions/transaction-reader";
import type { Transactions } from "../../../src/core/transactions/transactions";
import { toBlocks } from "../../helpers/csv-blocks";

type Row = readonly Cell[];

const cell = (...cells: Cell[]): fc.Arbitrary<Cell> => fc.constantFrom(...cells);
const money = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 3000 }).map((cents): Cell => cents / 100) },
  { weight: 2, arbitrary: fc.double({ min: -1e4, max: 1e6, noNaN: true }).map((value): Cell => value) },
  { weight: 2, arbitrary: cell(null, 0, "12,50", "1.234", "(5)", "7 €", "#N/A", "ten", "NA", "0.1") },
);
const row: fc.Arbitrary<Row> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.tuple(
      cell("1", "2", "3", "C1", "C2", null, 4),
      cell("a", "b", "B", "c", "007", "7", 7, "7.0", null, "NA", "Total", "#REF!"),
      cell(
        "2024-01-01",
        "2024-01-02 10:00",
        "2024-01-02 18:30",
        "3/1/2024",
        "1/3/2024",
        "15/1/2024",
        19723,
        19730.75,
        null,
        "31/02/2024",
        "2031-01-01",
        "1970-01-01",
      ),
      money,
      cell("x", "y", "z", null),
      cell("north", "south", null, "#N/A"),
      cell(1, 2, "3", null, "many"),
      cell(0.1, "5%", null, 0.25),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Row>([null, "", " ", null, null, null, null, null]) },
);

const switchesArbitrary: fc.Arbitrary<Partial<RowSwitches>> = fc.record({
  zero: fc.constantFrom("keep", "drop"),
  missing: fc.constantFrom("exclude", "zero"),
  future: fc.constantFrom("exclude", "keep"),
  old: fc.constantFrom("exclude", "keep"),
  duplicates: fc.constantFrom("keep", "drop"),
  mergeIds: fc.boolean(),
  unknown: fc.constantFrom("exclude", "oneCustomer"),
  margin: fc.constantFrom(null, 0.25),
});
const optionsArbitrary: fc.Arbitrary<SummarizeOptions> = fc.record({
  refunds: fc.constantFrom("net", "drop", "as-is"),
  asOfDay: fc.constantFrom(null, toDayNumber(2024, 1, 3), toDayNumber(2024, 1, 16)),
  fromDay: fc.constantFrom(null, toDayNumber(2024, 1, 2)),
});

function read(rows: readonly Row[], switches: Partial<RowSwitches>, blockSize = 5): Transactions {
  const reader = createTransactionReader({
    headers: ["Order", "Customer", "Date", "Amount", "Category", "Region", "Rank", "Discount"],
    columns: { order: 0, customer: 1, date: 2, amount: 3, category: 4, discount: 7 },
    attributes: [5, 6],
    today: toDayNumber(2024, 3, 31),
    switches,
  });
  for (const block of toBlocks(rows, 8, blockSize)) reader.push(block);
  return reader.finish();
}

function trySummarize(rows: readonly Row[], switches: Partial<RowSwitches>, options: SummarizeOptions): Summary | null {
  try {
    return summarize(read(rows, switches), options);
  } catch (error) {
    if (error instanceof InputError && error.code === "noCustomers") return null;
    throw error;
  }
}

describe("any table of order lines", () => {
  const table = fc.array(row, { minLength: 1, maxLength: 40 });

  it("is accounted for: rows read = blank + used + excluded + refund only", () => {
    fc.assert(
      fc.property(table, switchesArbitrary, optionsArbitrary, (rows, switches, options) => {
        const summary = trySummarize(rows, switches, options);
        fc.pre(summary !== null);
        const { rows: counts, issues, purchaseLines, refundLines, unknownCustomer } = summary.report;
        expect(counts.read).toBe(rows.length);
        expect(counts.blank + counts.used + counts.excluded + counts.refundOnly).toBe(counts.read);
        expect(purchaseLines + refundLines + (unknownCustomer?.rows ?? 0)).toBe(counts.used);
        const countOf = (treatment: string): number =>
          issues.reduce((sum, issue) => sum + (issue.treatment === treatment ? issue.count : 0), 0);
        expect(countOf("excluded")).toBe(counts.excluded);
        expect(countOf("refundOnly")).toBe(counts.refundOnly);
      }),
      { numRuns: 300 },
    );
  });

  it("gives each customer exactly the money, orders and days of their lines", () => {
    fc.assert(
      fc.property(table, switchesArbitrary, (rows, switches) => {
        const summary = trySummarize(rows, switches, {});
        fc.pre(summary !== null);
        const { customers, purchaseDays, report } = summary;
        const { customer, customerIds, amount, isRefund, day, order, orderIds } = read(rows, switches);
        let total = 0;
        customers.ids.forEach((id, i) => {
          const own = [...customer.keys()].filter(
            (line) =>
              customer[line] >= 0 && customerIds[customer[line]] === id && day[line] < (report.period.asOfDay ?? 0),
          );
          const bought = own.filter((line) => isRefund[line] === 0);
          const sum = (lines: number[]): number => lines.reduce((money, line) => money + amount[line], 0);
          const keys = bought.map((line) =>
            order !== null && order[line] >= 0 ? `order ${orderIds[order[line]]}` : `day ${day[line]}`,
          );
          expect(customers.revenue[i]).toBeCloseTo(sum(own), 4);
          expect(customers.orders[i]).toBe(new Set(keys).size);
          expect(customers.purchaseDays[i]).toBe(new Set(bought.map((line) => day[line])).size);
          expect(customers.lastDay[i]).toBe(Math.max(...bought.map((line) => day[line])));
          const dayAmounts = purchaseDays?.amount.subarray(purchaseDays.offsets[i], purchaseDays.offsets[i + 1]);
          expect(dayAmounts?.reduce((a, b) => a + b, 0)).toBeCloseTo(sum(bought), 4);
          total += customers.revenue[i];
        });
        expect(report.revenue).toBeCloseTo(total + (report.unknownCustomer?.revenue ?? 0), 4);
      }),
    );
  });

  it("gives the same result in any order of its rows and in blocks of any size", () => {
    const withoutRows = (summary: Summary | null): unknown =>
      summary && {
        measures: measureNames.map((name) => [name, ...summary.customers[name]]),
        customers: { ...summary.customers, known: [...summary.customers.known].sort() },
        purchaseDays: summary.purchaseDays,
        report: {
          ...summary.report,
          issues: summary.report.issues.map(({ code, count, treatment }) => `${code} ${treatment} ${count}`).sort(),
        },
      };
    const shuffled = table.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray([...rows.keys()], { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, switchesArbitrary, optionsArbitrary, ([rows, order], switches, options) => {
        const other = order.map((position) => rows[position]);
        expect(withoutRows(trySummarize(other, switches, options))).toEqual(
          withoutRows(trySummarize(rows, switches, options)),
        );
      }),
      { numRuns: 300 },
    );
    const rows = fc.sample(row, { numRuns: 50, seed: 1 });
    expect(read(rows, {}, 1)).toEqual(read(rows, {}, 50));
  });
});
