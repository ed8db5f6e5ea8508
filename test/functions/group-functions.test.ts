import fc from "fast-check";
import { computeAdjustedRand } from "../helpers/adjusted-rand";
import type { ExcelFunctions } from "./excel-functions";
import { column, loadFunctions } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const run = async (id: string, ...values: unknown[]) => (await excel.settle(id, ...values)) as unknown[][];

/** Three groups far from each other: days, orders, amount. */
const measures = Array.from({ length: 60 }, (_, i) => {
  const group = i % 3;
  return [[5, 45, 120][group] + (i % 7), [20, 8, 1][group] + (i % 4), [900, 300, 40][group] + (i % 11)];
});
const groups = measures.map((_, i) => [(i % 3) + 1]);

describe("CVM.CLUSTER", () => {
  it("finds groups and numbers them by the last column, or by values of their own", async () => {
    expect(await run("CLUSTER", measures, 3)).toEqual(groups);
    const days = measures.map(([day]) => [day]);
    expect(await run("CLUSTER", measures, 3, days)).toEqual(groups.map(([group]) => [4 - group]));
  });

  it("recommends a number of clusters within 4 to 10", async () => {
    const clusters = (await run("CLUSTER", measures)).flat() as number[];
    expect(Math.max(...clusters)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...clusters)).toBeLessThanOrEqual(10);
  });

  it("takes logarithms of a skewed column unless told not to, and gives the same for the same seed", async () => {
    const skewed = column(1, 2, 3, 40, 50, 60, 1000);
    expect(await run("CLUSTER", skewed, 2)).toEqual(column(2, 2, 2, 1, 1, 1, 1));
    expect(await run("CLUSTER", skewed, 2, null, "never")).toEqual(column(2, 2, 2, 2, 2, 2, 1));
    expect(await run("CLUSTER", measures, 5, null, null, 9)).toEqual(
      await run("CLUSTER", measures, 5, null, "auto", 9),
    );
  });

  it("answers with a header where the data have one, and nothing beside rows with a blank", async () => {
    const titled = [["Days", "Orders", "Amount"], ...measures, [1, "", 5], ["n/a", 3, 5]];
    const result = await run("CLUSTER", titled, 3);
    expect(result).toEqual([["cluster"], ...groups, [""], [""]]);
    expect(await run("CLUSTER", titled, 3, null, null, null, 1)).toEqual(result);
  });

  it("does not depend on the unit of a column, nor on the order of rows where groups are clear", async () => {
    const scaled = measures.map(([days, orders, amount]) => [days, orders, amount * 100]);
    expect(await run("CLUSTER", scaled, 3, null, "never")).toEqual(await run("CLUSTER", measures, 3, null, "never"));
    const backwards = (await run("CLUSTER", [...measures].reverse(), 3)).flat() as number[];
    expect(computeAdjustedRand([...backwards].reverse(), groups.flat())).toBe(1);
  });

  it.each<[string, unknown[], RegExp]>([
    [
      "fewer different customers than clusters",
      [[[1], [1], [2], [2]], 3],
      /^#N\/A: There are only 2 different customers/,
    ],
    ["customers who are all equal", [[[1], [1], [1]], 2], /^#N\/A: No column varies/],
    [
      "no complete row",
      [
        [
          ["", 1],
          [1, ""],
        ],
        2,
      ],
      /^#N\/A: There are only 0 different/,
    ],
    ["nothing", [[[""]], 2], /^#N\/A: There is no number/],
    [
      "values of another length",
      [measures, 3, [[1], [2]]],
      /^#VALUE!: values must have 60 cells, one per row; it has 2\.$/,
    ],
    ["too many columns", [[Array(21).fill(1)], 2], /^#VALUE!: A formula takes at most 20 columns\.$/],
  ])("is refused for %s", async (_, values, message) => {
    expect(await excel.settle("CLUSTER", ...values)).toMatch(message);
  });
});

describe("CVM.TREE and CVM.PREDICT", () => {
  const names = ["Days", "Orders", "Amount"];
  const titled = [names, ...measures];
  const labels = [["cluster"], ...groups];

  it("explain labels by one row per rule, the largest first", async () => {
    const tree = await run("TREE", titled, labels);
    expect(tree).toEqual([
      ["Days", "Orders", "Amount", "label", "customers", "purity"],
      ["<=28", "", "", 1, 20, 1],
      [">28 and <=85.5 or blank", "", "", 2, 20, 1],
      [">85.5", "", "", 3, 20, 1],
    ]);
  });

  it("give back every label that the rules can tell apart, with headers in any order or without", async () => {
    const tree = await run("TREE", titled, labels);
    expect(await run("PREDICT", tree, titled)).toEqual([["label"], ...groups]);
    expect(await run("PREDICT", tree, measures)).toEqual(groups);
    const turned = titled.map((line) => [...line].reverse());
    expect(await run("PREDICT", tree, turned)).toEqual([["label"], ...groups]);
  });

  it("obey depth and least number of customers", async () => {
    expect(await run("TREE", titled, labels, 1)).toHaveLength(3);
    expect(await run("TREE", titled, labels, 4, 40)).toHaveLength(2);
    for (const line of (await run("TREE", titled, labels, 10, 7)).slice(1)) expect(line[4]).toBeGreaterThanOrEqual(7);
  });

  it("split text columns by their values, whatever signs are in them", async () => {
    const data = [["Region"], ...Array.from({ length: 40 }, (_, i) => [['No"rth', "So,uth", "East", "is"][i % 4]])];
    const target = [["x"], ...Array.from({ length: 40 }, (_, i) => [i % 4 < 2 ? "good" : "bad"])];
    const tree = await run("TREE", data, target, null, null, 1);
    expect(tree.slice(1).map((line) => line[1])).toEqual(expect.arrayContaining(["good", "bad"]));
    expect(await run("PREDICT", tree, data, 1)).toEqual([["label"], ...target.slice(1)]);
    expect(String(tree[1][0])).toMatch(/^(is|not) "/);
  });

  it("agree with the tree on every row, blanks included", async () => {
    const cell = fc.option(fc.integer({ min: 0, max: 9 }), { nil: "" });
    const text = fc.constantFrom("a", "b", "c", "");
    const rows = fc.array(fc.tuple(cell, cell, text, fc.constantFrom("x", "y", "z")), { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        fc.pre(
          new Set(lines.map((line) => line[3])).size > 1 &&
            lines.some((line) => line.slice(0, 3).some((one) => one !== "")),
        );
        fc.pre(lines[lines.length - 1].slice(0, 3).some((one) => one !== ""));
        const data = lines.map((line) => line.slice(0, 3));
        const tree = await run(
          "TREE",
          data,
          lines.map((line) => [line[3]]),
          5,
          2,
          0,
        );
        const predicted = await run("PREDICT", tree, data, 0);
        const hits = predicted.filter(([label], i) => label === lines[i][3]).length;
        const claimed = tree.slice(1).reduce((sum, line) => sum + Number(line[4]) * Number(line[5]), 0);
        expect(hits).toBe(Math.round(claimed));
        expect(tree.slice(1).reduce((sum, line) => sum + Number(line[4]), 0)).toBe(lines.length);
      }),
      { numRuns: 40 },
    );
  });

  it("follow rules written by hand, the first that fits", async () => {
    const rules = [
      ["Days", "label", "customers", "purity"],
      ["<= 10", "new", "", ""],
      [">10 and <=20", "warm", "", ""],
    ];
    expect(await run("PREDICT", rules, [["Days"], [5], [15], [""], [30]])).toEqual(
      column("label", "new", "warm", "", ""),
    );
  });

  it.each<[string, unknown[], RegExp]>([
    [
      "a table that is no tree",
      [
        [
          ["a", "b"],
          [1, 2],
        ],
        measures,
      ],
      /^#VALUE!: tree must be the table of rules/,
    ],
    [
      "a condition that cannot be read",
      [
        [
          ["Days", "label", "customers", "purity"],
          ["maybe", 1, 1, 1],
        ],
        [[1]],
      ],
      /^#VALUE!: tree must be/,
    ],
    [
      "a column that is missing",
      [
        [
          ["Days", "label", "customers", "purity"],
          [">1", 1, 1, 1],
        ],
        [
          ["Age", "Size"],
          [1, 2],
        ],
        1,
      ],
      /^#VALUE!: The tree asks for the column Days/,
    ],
    [
      "another number of columns",
      [
        [
          ["Days", "label", "customers", "purity"],
          [">1", 1, 1, 1],
        ],
        [[1, 2]],
      ],
      /^#VALUE!: The data must have the 1 columns/,
    ],
  ])("PREDICT is refused for %s", async (_, values, message) => {
    expect(await excel.settle("PREDICT", ...values)).toMatch(message);
  });

  it.each<[string, unknown[], RegExp]>([
    [
      "one label only",
      [measures, groups.map(() => ["a"])],
      /^#N\/A: The labels must be 2 to 20 different ones; there are 1\.$/,
    ],
    [
      "labels of another length",
      [measures, column(1, 2)],
      /^#VALUE!: labels must have 60 cells, one per row; it has 2\.$/,
    ],
  ])("TREE is refused for %s", async (_, values, message) => {
    expect(await excel.settle("TREE", ...values)).toMatch(message);
  });
});
