import fc from "fast-check";
import { InputError } from "../../../src/core/issues";
import { createLineFolder } from "../../../src/core/customers/line-folder";
import { createRowScout } from "../../../src/core/customers/row-scout";
import type { SummarizeOptions } from "../../../src/core/customers/summarize";
import { summarize } from "../../../src/core/customers/summarize";
import type { Summary } from "../../../src/core/customers/summary";
import type { Cell } from "../../../src/core/transactions/cells";
import type { ReadPlan } from "../../../src/core/transactions/plan";
import { createTransactionReader } from "../../../src/core/transactions/transaction-reader";
import { toBlocks } from "../../helpers/csv-blocks";
import type { Row } from "./line-rows";
import { linePlan, optionsArbitrary, rowArbitrary, switchesArbitrary } from "./line-rows";

const LINES = { rules: [], hasProducts: false };

function readAll(rows: readonly Row[], plan: ReadPlan, options: SummarizeOptions): Summary {
  const reader = createTransactionReader(plan);
  for (const block of toBlocks(rows, plan.headers.length)) reader.push(block);
  return summarize(reader.finish(), options);
}

function fold(rows: readonly Row[], plan: ReadPlan, options: SummarizeOptions): Summary | null {
  const blocks = toBlocks(rows, plan.headers.length, 3);
  const { refunds = "net", fromDay = null, asOfDay = null } = options;
  const scout = createRowScout(plan, { refunds, fromDay, asOfDay });
  for (const block of blocks) scout.push(block);
  const found = scout.finish();
  if (found === null) return null;
  const folder = createLineFolder(found, options);
  for (const block of blocks) folder.push(block);
  return folder.finish();
}

function attempt(work: () => Summary | null): unknown {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.code;
  }
}

const anyOf = (...cells: Cell[]) => fc.constantFrom(...cells);
/** Lines with quantity and price, costs and what is known of the customer; the second plan leaves money out. */
const richRow: fc.Arbitrary<Row> = fc.tuple(
  anyOf("a", "A", "b", "c", "003", "3", null),
  anyOf("2024-01-01 10:15", "2024-01-01 23:59", "4/1/2024", "1/4/2024", "20/1/2024", "2024-01-09", null),
  anyOf(1, 2, -1, "3", "1.500", "x", 0),
  anyOf("$ 2.50", "€ 3", "1,250", 4, "0.5", "¥ 7", null),
  anyOf(0.5, "1.250", "1,5", null, "#N/A"),
  anyOf("20%", 0.3, 40, null),
  anyOf("apple", "pear", "fig", " apple", null),
  anyOf("web", "shop", null),
  anyOf(1, "1.250", null),
  anyOf("5/1/2023", "1/5/2023", "2023-02-01", null),
  anyOf(0, 1, 2, null),
  anyOf(3, 4, "4.500", null),
  anyOf("gold", "silver", null),
  anyOf("C7", "C8", "9", "10", null),
  anyOf(0, 0.1, "2,500", 3),
);
const richColumns = [
  "customer",
  "date",
  "quantity",
  "price",
  "cost",
  "margin",
  "product",
  "channel",
  "serviceCost",
  "joinDate",
  "complaints",
  "satisfaction",
  "status",
  "order",
  "discount",
] as const;
const richPlans = (["price", null] as const).map((money): ReadPlan => {
  const columns = Object.fromEntries(
    richColumns.flatMap((role, i) => (role === "price" && money === null ? [] : [[role, i]])),
  );
  return { headers: richColumns, columns, attributes: [], today: linePlan.today };
});

describe("folded lines", () => {
  const table = fc.array(rowArbitrary, { minLength: 1, maxLength: 40 });

  it("make the same summary as all lines at once", () => {
    fc.assert(
      fc.property(table, switchesArbitrary, optionsArbitrary, (rows, chosen, period) => {
        const plan = { ...linePlan, switches: { ...chosen, duplicates: "keep" as const } };
        const options = { ...period, lineTables: LINES };
        expect(attempt(() => fold(rows, plan, options))).toEqual(attempt(() => readAll(rows, plan, options)));
      }),
      { numRuns: 150 },
    );
  });

  it("do so with costs, currencies and facts about the customer, with money or without", () => {
    const rows = fc.array(richRow, { minLength: 1, maxLength: 30 });
    const currency = fc.constantFrom(null, "USD", "EUR");
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...richPlans),
        currency,
        fc.boolean(),
        optionsArbitrary,
        (lines, rich, kept, joins, period) => {
          const plan = { ...rich, switches: { currency: kept, mergeIds: joins, costBasis: "unit" as const } };
          const options = { ...period, serviceCostTotal: 10 };
          expect(attempt(() => fold(lines, plan, options))).toEqual(attempt(() => readAll(lines, plan, options)));
        },
      ),
      { numRuns: 150 },
    );
  });
});
