import fc from "fast-check";
import { summarize } from "../../../src/core/customers/summarize";
import type { LensTables } from "../../../src/core/lenses/lens";
import type { AnyLens } from "../../../src/core/lenses/lens-list";
import { lensList } from "../../../src/core/lenses/lens-list";
import { buildLensOptions } from "../../../src/core/report/lens-options";
import { buildLensTables } from "../../../src/core/report/lens-tables";
import type { AnalysisSettings } from "../../../src/core/report/settings";
import { defaultSettings } from "../../../src/core/report/settings";
import type { Cell } from "../../../src/core/transactions/cells";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const headers = [
  "Customer ID",
  "Order Date",
  "Order ID",
  "Amount",
  "Cost",
  "Service Cost",
  "Quantity",
  "Category",
  "Discount",
  "Satisfaction",
  "Complaints",
  "Churn Reason",
  "Status",
];

/** Settings under which every lens runs; tied tiers go up together, so that a model gives what it was fitted with. */
const settings: AnalysisSettings = {
  ...defaultSettings,
  tierTies: "together",
  customRules: [
    { name: "Best", recency: [4, 5], frequency: [3, 5], monetary: [3, 5] },
    { name: "Gone", recency: [1, 2], frequency: [1, 5], monetary: [1, 5] },
  ],
  behaviourGroups: [
    { name: "Paper", match: "all", conditions: [{ column: "mainCategory", operator: "=", value: "Paper" }] },
    { name: "Often", match: "any", conditions: [{ column: "orders", operator: ">=", value: 3 }] },
  ],
};

/** These look at amounts through ln(1 + v), which is not indifferent to the unit of money. */
const isScaleFree = ({ id }: AnyLens) => id !== "value-classes" && id !== "clusters";

interface Line {
  readonly customer: number;
  readonly day: number;
  readonly amount: number;
  readonly category: number;
  readonly answer: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.integer({ min: 1, max: 25 }),
  day: fc.integer({ min: 0, max: 700 }),
  amount: fc.integer({ min: 1, max: 4000 }),
  category: fc.integer({ min: 0, max: 2 }),
  answer: fc.integer({ min: 1, max: 10 }),
});

const lines = fc.array(line, { minLength: 60, maxLength: 120 });

const formatDay = (day: number) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);

/** Customers of one in five have left for a reason, others have not bought yet; both follow from the id. */
function buildRow({ customer, day, amount, category, answer }: Line, unit: number): Cell[] {
  return [
    `C${customer}`,
    formatDay(day),
    `O${customer}-${day}`,
    amount * unit,
    Math.round(amount * 0.6) * unit,
    ((customer * 7) % 40) * unit,
    (customer % 4) + 1,
    ["Paper", "Ink", "Chairs"][category],
    `${(customer * 3) % 30}%`,
    (customer % 5) + 1,
    answer > 9 ? 1 : 0,
    customer % 5 === 0 ? ["price", "moved", "competitor"][customer % 3] : "",
    customer % 6 === 0 ? "potential" : "existing",
  ];
}

function buildTables(rows: readonly Line[], unit = 1): LensTables {
  const cells = rows.map((row) => buildRow(row, unit));
  const summary = summarize(readTransactions({ headers, blocks: toBlocks(cells, headers.length) }));
  const { idleRatio, revenue } = summary.customers;
  const aliveProbability = idleRatio.map((ratio) => 1 / (1 + ratio));
  return buildLensTables(summary, settings, {
    aliveProbability,
    expectedPurchases: aliveProbability.map((probability) => probability * 3),
    futureValue: aliveProbability.map((probability, i) => probability * revenue[i]),
  }).tables;
}

const optionsOf = (lens: AnyLens): object => ({ ...lens.defaults, ...buildLensOptions(settings)[lens.id] });

/** A large sample that every lens can run on. */
const sample = buildTables(
  Array.from({ length: 300 }, (_, i) => ({
    customer: 1 + ((i * i + i) % 25) + (i % 3),
    day: (i * 37) % 700,
    amount: 1 + ((i * 613) % 4000),
    category: i % 3,
    answer: 1 + (i % 10),
  })),
);

describe.each(lensList.map((lens) => [lens.id, lens] as const))("the lens %s", (_, lens) => {
  it("runs on data that have every column", () => {
    expect(lens.missing(sample, optionsOf(lens))).toBeNull();
    expect(new Set(lens.fit(sample, optionsOf(lens)).codes).size).toBeGreaterThan(1);
  });

  it("has defaults that the settings of a run nobody changed agree with", () => {
    const own = buildLensOptions(defaultSettings)[lens.id] ?? {};
    expect({ ...lens.defaults, ...own }).toMatchObject(lens.defaults);
  });

  it("gives every customer one code among its groups, whose ids differ", () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const tables = buildTables(rows);
        if (lens.missing(tables, optionsOf(lens)) !== null) return;
        const { model, codes } = lens.fit(tables, optionsOf(lens));
        const groups = lens.groups(model);
        expect(new Set(groups).size).toBe(groups.length);
        expect(codes.length).toBe(tables.summary.customers.ids.length);
        expect(codes.every((code) => Number.isInteger(code) && code >= -1 && code < groups.length)).toBe(true);
        const members = lens.assignMembers?.(model, tables);
        expect(members === undefined).toBe(lens.membership === "one");
        codes.forEach((code, i) => {
          expect(members?.findIndex((flags) => flags[i] === 1) ?? code).toBe(code);
        });
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(lines, fc.integer(), (rows, seed) => {
        const shuffled = rows.map((row, i) => ({ row, key: Math.imul(i + 1, seed | 1) }));
        const others = shuffled.sort((a, b) => a.key - b.key).map(({ row }) => row);
        const [first, second] = [buildTables(rows), buildTables(others)];
        if (lens.missing(first, optionsOf(lens)) !== null) return;
        expect(lens.fit(second, optionsOf(lens)).codes).toEqual(lens.fit(first, optionsOf(lens)).codes);
      }),
      { numRuns: 6, seed: 2 },
    );
  });

  it("judges the customers it was fitted on as it did, with a model that went through JSON", () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const tables = buildTables(rows);
        if (lens.missing(tables, optionsOf(lens)) !== null) return;
        const { model, codes } = lens.fit(tables, optionsOf(lens));
        const stored: unknown = JSON.parse(JSON.stringify(model));
        expect(stored).toEqual(model);
        expect(lens.assign(stored, tables)).toEqual(codes);
        expect(lens.groups(stored)).toEqual(lens.groups(model));
      }),
      { numRuns: 8, seed: 3 },
    );
  });
});

it.each(lensList.filter(isScaleFree).map((lens) => [lens.id, lens] as const))(
  "the lens %s gives the same groups when all amounts double",
  (_, lens) => {
    fc.assert(
      fc.property(lines, (rows) => {
        const [once, twice] = [buildTables(rows), buildTables(rows, 2)];
        if (lens.missing(once, optionsOf(lens)) !== null) return;
        expect(lens.fit(twice, optionsOf(lens)).codes).toEqual(lens.fit(once, optionsOf(lens)).codes);
      }),
      { numRuns: 6, seed: 4 },
    );
  },
);
