import fc from "fast-check";
import type { ExcelFunctions } from "./excel-functions";
import { column, loadFunctions, row } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const flat = (result: unknown) => (result as unknown[][]).flat();
const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 30 });

describe("CVM.ABC", () => {
  it.each<[string, unknown[], string]>([
    ["70/90 by default, who crosses a border being above it", [], "AABBCC"],
    ["other cuts", [0.5, 0.8], "ABBCCC"],
    ["80/95", [0.8, 0.95], "AAABBC"],
  ])("%s", (_, cuts, classes) => {
    expect(excel.call("ABC", column(500, 250, 120, 60, 40, 30), ...cuts)).toEqual(column(...classes));
  });

  it("does not depend on the order of rows or on the unit of money", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 30 }), (values) => {
        const classes = flat(excel.call("ABC", column(...values)));
        expect(flat(excel.call("ABC", column(...[...values].reverse())))).toEqual([...classes].reverse());
        expect(flat(excel.call("ABC", column(...values.map((value) => value * 8))))).toEqual(classes);
      }),
    );
  });
});

describe("CVM.PARETO", () => {
  it("cumulates from the largest value down", () => {
    expect(excel.call("PARETO", column(10, 60, -5, "", 30))).toEqual([
      ["rank", "value", "customer_share", "value_share"],
      [1, 60, 0.25, 0.6],
      [2, 30, 0.5, 0.9],
      [3, 10, 0.75, 1],
      [4, -5, 1, 1],
    ]);
  });

  it("needs a value above 0, and hands on errors", () => {
    expect(excel.call("PARETO", column(0, -1))).toBe("#N/A: There is no value above 0.");
    expect(excel.call("GINI", column(0, -1))).toBe("#N/A: There is no value above 0.");
  });

  it("is refused where it would spill too much", () => {
    const many = Array.from({ length: 30_000 }, (_, i) => [i + 1]);
    expect(excel.call("PARETO", many)).toMatch(/^#N\/A: The result has more than 100,000 cells\./);
  });
});

describe("CVM.GINI", () => {
  it.each([
    [[1, 2, 3, 4], 0.25],
    [[0, 0, 0, 10], 0.75],
    [[7, 7, 7], 0],
    [[0, -20, 0, 10], 0.75],
  ])("of %p is %p", (values, gini) => {
    expect(excel.call("GINI", row(...values))).toEqual([[gini]]);
  });

  it("does not depend on order or unit", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        fc.pre(values.some((value) => value > 0));
        const [gini] = flat(excel.call("GINI", column(...values))) as number[];
        const other = flat(excel.call("GINI", column(...values.map((value) => 4 * value).reverse()))) as number[];
        expect(other[0]).toBeCloseTo(gini, 12);
      }),
    );
  });
});

describe("CVM.RFMTYPE", () => {
  const days = [5, 5, 90, 90, 5, 5, 90, 90];
  const orders = [9, 1, 9, 1, 9, 1, 9, 1];
  const money = [900, 900, 900, 900, 10, 10, 10, 10];
  const names = [
    "Important value",
    "Important development",
    "Important keep",
    "Important win-back",
    "General value",
    "General development",
    "General keep",
    "General win-back",
  ];

  it("names the eight combinations of good and not good, against the mean", () => {
    expect(flat(excel.call("RFMTYPE", column(...days), column(...orders), column(...money)))).toEqual(names);
  });

  it("takes scores, of which a large R is good", () => {
    const scores = days.map((day) => (day === 5 ? 5 : 1));
    const result = excel.call("RFMTYPE", column(...scores), column(...orders), column(...money), null, true);
    expect(flat(result)).toEqual(names);
  });

  it("takes the median, or limits of one's own, strictly", () => {
    const r = column(10, 20, 90);
    const run = (thresholds: unknown) => flat(excel.call("RFMTYPE", r, column(1, 2, 3), column(1, 2, 3), thresholds));
    expect(run("median")).toEqual(["General development", "General win-back", "Important keep"]);
    expect(run([[20, 1, 1]])).toEqual(["General development", "Important keep", "Important keep"]);
    expect(excel.call("RFMTYPE", 10, 5, 500, [[30, 2, 100]])).toEqual([["Important value"]]);
  });

  it("is blank where one of the three is, and not available where one is blank for all", () => {
    expect(excel.call("RFMTYPE", column(1, ""), column(1, 2), column(1, 2))).toEqual(column("General win-back", ""));
    expect(excel.call("RFMTYPE", column(1, 2), column("", ""), column(1, 2))).toBe(
      "#N/A: There is no number to compute with.",
    );
  });
});

describe("CVM.CLV", () => {
  it("multiplies, with margin and discount where they are given", () => {
    expect(excel.call("CLV", 50, 4, 3)).toEqual([[600]]);
    const [[profit]] = excel.call("CLV", 50, 4, 3, 0.3) as number[][];
    expect(profit).toBeCloseTo(180, 10);
    const [[discounted]] = excel.call("CLV", 50, 4, 3, 0.3, 0.1) as number[][];
    expect(discounted).toBeCloseTo(149.211119, 6);
  });

  it("repeats single cells along ranges and scales with money", () => {
    const single = flat(excel.call("CLV", column(50, 80), [[4]], [[3]], [[0.3]], row(0, 0.1))) as number[];
    expect(single).toHaveLength(4);
    const doubled = flat(excel.call("CLV", column(100, 160), [[4]], [[3]], [[0.3]], row(0, 0.1)));
    expect(doubled).toEqual(single.map((value) => 2 * value));
  });
});

it("CVM.LTV multiplies yearly spend by years", () => {
  expect(excel.call("LTV", column(1200, 300, ""), column(5, 2, 2))).toEqual(column(6000, 600, ""));
});

it("CVM.PROFITRATE divides, and by 0 as Excel does", () => {
  expect(excel.call("PROFITRATE", column(30, -5, 7, ""), column(60, 20, 0, 5))).toEqual(
    column(0.5, -0.25, "#DIV/0!", ""),
  );
});

describe("CVM.WALLET", () => {
  const ours = column(100, 200, 600, 300, 5, "");
  const total = column(1000, 1000, 1000, 200, 0, 10);
  it.each<[string | null, unknown[]]>([
    [null, [0.1, 0.2, 0.6, 1.5, "#DIV/0!", ""]],
    ["stage", ["Acquainted", "Familiar and approved", "Necessary choice", "Necessary choice", "#DIV/0!", ""]],
    ["gap", [900, 800, 400, 0, 0, ""]],
  ])("shows %p", (output, expected) => {
    expect(excel.call("WALLET", ours, total, output)).toEqual(column(...expected));
  });
});
