import fc from "fast-check";
import { toDayNumber } from "../../../src/core/days";
import type { SummarizeOptions } from "../../../src/core/customers/summarize";
import type { Cell } from "../../../src/core/transactions/cells";
import type { ReadPlan, RowSwitches } from "../../../src/core/transactions/plan";

/** Cells of an order line; columns as in {@link linePlan}. */
export type Row = readonly Cell[];

const cell = (...cells: Cell[]): fc.Arbitrary<Cell> => fc.constantFrom(...cells);
const money = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 3000 }).map((cents): Cell => cents / 100) },
  { weight: 2, arbitrary: fc.double({ min: -1e4, max: 1e6, noNaN: true }).map((value): Cell => value) },
  { weight: 2, arbitrary: cell(null, 0, "12,50", "1.234", "(5)", "7 €", "#N/A", "ten", "NA", "0.1") },
);
/** Lines with everything that real ones have: blanks, errors, refunds, forms with two readings. */
export const rowArbitrary: fc.Arbitrary<Row> = fc.oneof(
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

export const switchesArbitrary: fc.Arbitrary<Partial<RowSwitches>> = fc.record({
  zero: fc.constantFrom("keep", "drop"),
  missing: fc.constantFrom("exclude", "zero"),
  future: fc.constantFrom("exclude", "keep"),
  old: fc.constantFrom("exclude", "keep"),
  duplicates: fc.constantFrom("keep", "drop"),
  mergeIds: fc.boolean(),
  unknown: fc.constantFrom("exclude", "oneCustomer"),
  margin: fc.constantFrom(null, 0.25),
});

export const optionsArbitrary: fc.Arbitrary<SummarizeOptions> = fc.record({
  refunds: fc.constantFrom("net", "drop", "as-is"),
  asOfDay: fc.constantFrom(null, toDayNumber(2024, 1, 3), toDayNumber(2024, 1, 16)),
  fromDay: fc.constantFrom(null, toDayNumber(2024, 1, 2)),
});

/** What the columns of the lines mean. */
export const linePlan: ReadPlan = {
  headers: ["Order", "Customer", "Date", "Amount", "Category", "Region", "Rank", "Discount"],
  columns: { order: 0, customer: 1, date: 2, amount: 3, category: 4, discount: 7 },
  attributes: [5, 6],
  today: toDayNumber(2024, 3, 31),
};
