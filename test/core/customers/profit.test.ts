import { toDayNumber } from "../../../src/core/days";
import type { SummarizeOptions, Summary } from "../../../src/core/customers/summarize";
import { summarize } from "../../../src/core/customers/summarize";
import type { Cell } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const HEADERS = ["Order", "Customer", "Date", "Amount"];
/** Three lines of A, the last a refund, and one of B; further cells per line. */
function profitOf(
  headers: readonly string[],
  cells: readonly (readonly Cell[])[],
  options?: SummarizeOptions,
  switches?: Partial<RowSwitches>,
): Summary {
  const lines = [
    ["1", "A", "2024-01-01", 100],
    ["2", "A", "2024-01-02", 50],
    ["3", "A", "2024-01-03", -20],
    ["4", "B", "2024-01-03", 10],
  ];
  const rows = lines.map((line, i) => [...line, ...cells[i]]);
  const all = [...HEADERS, ...headers];
  return summarize(
    readTransactions({ headers: all, blocks: toBlocks(rows, all.length) }, switches, toDayNumber(2024, 3, 31)),
    options,
  );
}

function show({ customers, report }: Summary): unknown[] {
  return [[...customers.cost], [...customers.totalCost], [...customers.profit], report.valueBasis, report.valueReason];
}

describe("profit", () => {
  it.each<[string, readonly string[], readonly (readonly Cell[])[], Partial<RowSwitches>, SummarizeOptions, unknown[]]>(
    [
      [
        "nothing known: revenue",
        [],
        [[], [], [], []],
        {},
        {},
        [[NaN, NaN], [NaN, NaN], [130, 10], "revenue", "noCost"],
      ],
      [
        "cost of the line, with the sign of the amount",
        ["Cost"],
        [[60], [30], [15], [4]],
        {},
        {},
        [[75, 4], [75, 4], [55, 6], "profit", "costColumn"],
      ],
      [
        "cost of the unit times quantity",
        ["Unit Cost", "Qty"],
        [
          [6, 10],
          [3, 10],
          [1, -15],
          [4, 1],
        ],
        {},
        {},
        [[75, 4], [75, 4], [55, 6], "profit", "costColumn"],
      ],
      [
        "margin in percent",
        ["Margin"],
        [[40], [40], [40], [50]],
        {},
        {},
        [[78, 5], [78, 5], [52, 5], "profit", "marginColumn"],
      ],
      [
        "margin as share",
        ["Margin"],
        [["40%"], [0.4], [0.4], [0.5]],
        {},
        {},
        [[78, 5], [78, 5], [52, 5], "profit", "marginColumn"],
      ],
      ["one margin", [], [[], [], [], []], { margin: 0.3 }, {}, [[91, 7], [91, 7], [39, 3], "profit", "margin"]],
      [
        "a profit column before everything",
        ["Cost", "Profit"],
        [
          [1, 40],
          [1, 10],
          [1, -8],
          [1, 3],
        ],
        {},
        {},
        [[1, 1], [88, 7], [42, 3], "profit", "profitColumn"],
      ],
      [
        "a profit column alone",
        ["Profit"],
        [[40], [10], [-8], [3]],
        {},
        {},
        [[88, 7], [88, 7], [42, 3], "profit", "profitColumn"],
      ],
      [
        "service cost alone",
        ["Service Cost"],
        [[5], [5], [0], [2]],
        {},
        {},
        [[NaN, NaN], [10, 2], [120, 8], "profit", "serviceCost"],
      ],
      [
        "cost and service cost",
        ["Cost", "Service Cost"],
        [
          [60, 5],
          [30, 5],
          [15, null],
          [4, null],
        ],
        {},
        {},
        [[75, 4], [85, 4], [45, 6], "profit", "costColumn"],
      ],
      [
        "a total of service cost, spread by orders",
        [],
        [[], [], [], []],
        {},
        { serviceCostTotal: 30 },
        [[NaN, NaN], [20, 10], [110, 0], "profit", "serviceCost"],
      ],
      [
        "acquisition cost left out",
        ["CAC"],
        [[7], [7], [7], [8]],
        {},
        {},
        [[NaN, NaN], [NaN, NaN], [130, 10], "revenue", "noCost"],
      ],
      [
        "acquisition cost included",
        ["Cost", "CAC"],
        [
          [60, 7],
          [30, 7],
          [15, 7],
          [4, 8],
        ],
        {},
        { includeAcquisitionCost: true },
        [[75, 4], [82, 12], [48, -2], "profit", "costColumn"],
      ],
    ],
  )("is revenue less cost: %s", (_, headers, cells, switches, options, expected) => {
    expect(show(profitOf(headers, cells, options, switches))).toEqual(expected);
  });

  it("takes a blank cost from the margin, else as none, and counts it", () => {
    const blank = profitOf(["Cost"], [[60], [null], [15], ["?"]]);
    expect([show(blank)[0], blank.report.costMissing]).toEqual([[45, 0], 2]);
    const margin = profitOf(["Cost"], [[60], [null], [15], ["?"]], {}, { margin: 0.5 });
    expect([show(margin)[0], margin.report.costMissing]).toEqual([[70, 5], 0]);
  });

  it("leads to margin, rate and shares", () => {
    const { customers, report } = profitOf(["Cost"], [[60], [30], [15], [4]]);
    expect([[...customers.marginShare], [...customers.profitRate]]).toEqual([
      [55 / 130, 0.6],
      [55 / 75, 1.5],
    ]);
    expect([[...customers.profitShare], [...customers.revenueShare], report.profit]).toEqual([
      [55 / 61, 6 / 61],
      [130 / 140, 10 / 140],
      61,
    ]);
  });

  it("knows margin and rate only with a cost", () => {
    const { customers } = profitOf([], [[], [], [], []]);
    expect([
      customers.known.has("marginShare"),
      customers.known.has("profitRate"),
      customers.known.has("profitShare"),
    ]).toEqual([false, false, true]);
  });
});

describe("the mean discount", () => {
  it.each<[string, string, readonly Cell[], number]>([
    ["shares", "Discount", [0.1, 0.4, 0.9, 0.2], 0.2],
    ["percent signs", "Discount", ["10%", "40%", "90%", "20%"], 0.2],
    ["a rate in percent", "Discount Rate", [10, 40, 90, 20], 0.2],
    ["money taken off the amount", "Discount", [25, 50, 9, 2], (0.2 * 100 + 0.5 * 50) / 150],
    ["blank cells", "Discount", [0.1, null, 0.9, 0.2], 0.1],
  ])("is weighted by the amounts of purchases: %s", (_, header, cells, expected) => {
    const { customers } = profitOf(
      [header],
      cells.map((cell) => [cell]),
    );
    expect(customers.averageDiscount[0]).toBeCloseTo(expected, 12);
  });
});
