import fc from "fast-check";
import { InputError } from "../../../src/core/issues";
import { measureRfm } from "../../../src/core/customers/measure-rfm";
import type { SummarizeOptions, Summary } from "../../../src/core/customers/summarize";
import { summarize } from "../../../src/core/customers/summarize";
import { measureNames } from "../../../src/core/customers/summary";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import { createTransactionReader } from "../../../src/core/transactions/transaction-reader";
import type { Transactions } from "../../../src/core/transactions/transactions";
import { toBlocks } from "../../helpers/csv-blocks";
import type { Row } from "./line-rows";
import { linePlan, optionsArbitrary, rowArbitrary, switchesArbitrary } from "./line-rows";

function read(rows: readonly Row[], switches: Partial<RowSwitches>, blockSize = 5): Transactions {
  const reader = createTransactionReader({ ...linePlan, switches });
  for (const block of toBlocks(rows, 8, blockSize)) reader.push(block);
  return reader.finish();
}

function trySummarize(rows: readonly Row[], switches: Partial<RowSwitches>, options: SummarizeOptions): Summary | null {
  return unlessNobody(() => summarize(read(rows, switches), options));
}

/** Null where no customer buys anything. */
function unlessNobody<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof InputError && error.code === "noCustomers") return null;
    throw error;
  }
}

describe("any table of order lines", () => {
  const table = fc.array(rowArbitrary, { minLength: 1, maxLength: 40 });

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
    const rows = fc.sample(rowArbitrary, { numRuns: 50, seed: 1 });
    expect(read(rows, {}, 1)).toEqual(read(rows, {}, 50));
  });

  it("has the recency, orders and money of its summary without being put in order", () => {
    const asOf = optionsArbitrary.map(({ asOfDay }) => asOfDay ?? null);
    const orders = fc.boolean();
    fc.assert(
      fc.property(table, switchesArbitrary, asOf, orders, (rows, switches, asOfDay, hasOrders) => {
        const lines = read(rows, switches);
        const transactions = hasOrders ? lines : { ...lines, order: null };
        const measured = unlessNobody(() => measureRfm(transactions, asOfDay));
        const summary = unlessNobody(() => summarize(transactions, { asOfDay }));
        expect(measured === null).toBe(summary === null);
        if (measured === null || summary === null) return;
        const { ids, recencyDays, orders: counts, revenue } = summary.customers;
        expect(measured).toEqual({ ids, asOfDay: summary.report.period.asOfDay, recencyDays, orders: counts, revenue });
      }),
      { numRuns: 300 },
    );
  });
});
