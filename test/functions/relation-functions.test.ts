import type { ExcelFunctions } from "./excel-functions";
import { column, loadFunctions, serial } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const asOf = serial("2024-03-01");
const ago = (days: number) => asOf - days;

describe("CVM.STAGE", () => {
  const stage = (first: number, last: number, gap: number, ...others: unknown[]) =>
    (excel.call("STAGE", ago(first), ago(last), asOf, gap, ...others) as unknown[][])[0][0];

  it.each<[string, unknown[], string]>([
    ["one order", [200, 200 - 150, 30, 1], "Acquisition"],
    ["known for no longer than the window", [90, 10, 30, 5, 100, 0], "Acquisition"],
    ["spending a fifth more", [400, 10, 30, 5, 120, 100], "Growth"],
    ["spending a little more", [400, 10, 30, 5, 119, 100], "Mature"],
    ["half the spending after three orders", [400, 10, 30, 3, 50, 100], "Decline"],
    ["half the spending after two orders", [400, 10, 30, 2, 50, 100], "Mature"],
    ["silent for three gaps", [400, 90, 30, 5, 100, 100], "Mature"],
    ["silent for more", [400, 91, 30, 5, 100, 100], "Decline"],
    ["silent for more than six gaps", [400, 181, 30, 1, 0, 0], "Departure"],
    ["a short gap, which counts as a week", [400, 20, 1, 5, 100, 100], "Mature"],
    ["an own window", [400, 10, 30, 5, 100, 100, 500], "Acquisition"],
    ["other names", [400, 10, 30, 5, 100, 100, null, "S3-loyal"], "Loyal"],
    ["orders and spending unknown, same day", [100, 100, 60], "Acquisition"],
    ["orders and spending unknown, two days", [400, 10, 30], "Mature"],
  ])("%s", (_, args, expected) => {
    const [first, last, gap, ...others] = args as number[];
    expect(stage(first, last, gap, ...others)).toBe(expected);
  });

  it("names people who never bought where the set has a name for them", () => {
    const prospects = (set: string | null) =>
      excel.call(
        "STAGE",
        column("", ago(400)),
        column("", ago(10)),
        [[asOf]],
        [[30]],
        column(0, 5),
        null,
        null,
        null,
        set,
      );
    expect(prospects(null)).toEqual(column("", "Mature"));
    expect(prospects("S4-loyal")).toEqual(column("Potential", "Loyal"));
  });

  it("marks days that are not in order", () => {
    const sentence = "#VALUE!: The days must be in order: first purchase, last purchase, then as_of.";
    expect(excel.call("STAGE", ago(10), ago(20), asOf, 30)).toEqual([[sentence]]);
    expect(excel.call("STAGE", ago(10), asOf, asOf, 30)).toEqual([[sentence]]);
    expect(excel.call("CHURN", asOf, asOf, 30)).toEqual([[sentence]]);
  });

  it("takes days with a time of day as days", () => {
    expect(excel.call("STAGE", ago(400) + 0.5, ago(90) + 0.9, asOf + 0.1, 30, 5, 100, 100)).toEqual([["Mature"]]);
  });
});

describe("CVM.CHURN", () => {
  const last = column(ago(90), ago(91), ago(180), ago(181), "");
  const alive = column(0.9, 0.9, 0.1, 0.9, 0.3);
  it.each<[string | null, string[]]>([
    [null, ["Active", "At risk", "At risk", "Churned", ""]],
    ["pAlive", ["Active", "Active", "Churned", "Active", "At risk"]],
    ["both", ["Active", "At risk", "Churned", "Churned", "At risk"]],
  ])("judges by %p", (rule, expected) => {
    expect(excel.call("CHURN", last, [[asOf]], [[30]], alive, rule)).toEqual(column(...expected));
  });

  it.each([
    [0.5, "Active"],
    [0.49, "At risk"],
    [0.2, "At risk"],
    [0.19, "Churned"],
  ])("calls a probability of %p %p", (probability, expected) => {
    expect(excel.call("CHURN", ago(10), asOf, 30, probability, "pAlive")).toEqual([[expected]]);
  });

  it("needs a probability for the rules that use it", () => {
    expect(excel.call("CHURN", ago(10), asOf, 30, null, "both")).toMatch(/^#VALUE!: This rule needs alive/);
  });
});

describe("CVM.LOYALTY", () => {
  const index = (...args: unknown[]) => (excel.call("LOYALTY", ...args) as unknown[][])[0][0];

  it.each<[string, unknown[], number]>([
    ["behaviour alone weighs half and half", [0.8, 5], 80],
    ["one purchase brings no points", [0.8, 1], 40],
    ["all parts", [1, 4, 4, 8, 0.5], 100 * (0.3 + 0.3 * 0.75 + 0.2 * 0.8 + 0.1 * 0.8 + 0.1 * 0.5)],
    ["recommendation as yes or no", [1, 4, "", 1], (100 * (0.3 + 0.3 * 0.75 + 0.1)) / 0.7],
    ["a scale of ten", [1, 4, 4, "", "", null, 10], (100 * (0.3 + 0.3 * 0.75 + 0.2 * 0.4)) / 0.8],
    ["own weights", [1, 4, 5, 0, 0, [[0, 0, 1, 0, 1]]], 50],
    ["behaviour known in part", ["", 4], 75],
  ])("%s", (_, args, expected) => {
    expect(index(...args)).toBeCloseTo(expected, 5);
  });

  it("finds the scale that all answers fit on", () => {
    const both = excel.call("LOYALTY", [[1]], [[2]], column(5, 7)) as number[][];
    expect(both[1][0]).toBeCloseTo((100 * (0.3 + 0.15 + 0.2)) / 0.8, 5);
  });

  it("is blank without behaviour, and refuses weights that are none", () => {
    expect(index("", "", 5)).toBe("");
    expect(excel.call("LOYALTY", 1, 2, 5, 1, 1, [[0, 0, 0, 0, 0]])).toMatch(/^#VALUE!: weights must be 5 numbers/);
    expect(excel.call("LOYALTY", 1, 2, 5, 1, 1, [[1, 1]])).toMatch(/^#VALUE!: weights must be 5 numbers/);
  });
});
