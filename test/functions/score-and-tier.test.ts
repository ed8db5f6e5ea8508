import type { ExcelFunctions } from "./excel-functions";
import { column, loadFunctions } from "./excel-functions";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

describe("CVM.SCORE", () => {
  const skewed = [1, 1, 1, 1, 1, 1, 2, 2, 3, 10];
  it.each<[string, unknown[], unknown[], unknown[]]>([
    ["quantile, equal values together", skewed, [], [1, 1, 1, 1, 1, 1, 4, 4, 5, 5]],
    ["quantile, small values good", skewed, [null, null, true], [5, 5, 5, 5, 5, 5, 2, 2, 1, 1]],
    ["rank, ties split", skewed, [null, "rank"], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ["plusOne", skewed, [null, "plusOne"], [1, 1, 1, 1, 1, 1, 3, 3, 4, 5]],
    ["all equal", [5, 5, 5, 5, 5, 5, 5], [], [1, 1, 1, 1, 1, 1, 1]],
    ["all equal, small values good", [5, 5, 5, 5, 5, 5, 5], [null, null, true], [5, 5, 5, 5, 5, 5, 5]],
    ["fewer values than scores", [10, 20, 30], [], [1, 3, 5]],
    ["ntile, fewer values than scores", [10, 20, 30], [null, "ntile"], [1, 2, 3]],
    ["seven values", [1, 2, 3, 4, 5, 6, 7], [], [1, 1, 2, 3, 4, 5, 5]],
    ["ntile of seven values", [1, 2, 3, 4, 5, 6, 7], [null, "NTILE"], [1, 1, 2, 2, 3, 4, 5]],
    ["unsorted values", [0.5, 1.25, 2.5, 2.5, 2.5, 7, 9.99, 10, 100, 1000, -3], [], [1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 1]],
    ["two scores", [1, 2, 3, 4], [2], [1, 1, 2, 2]],
    ["natural gaps", [1, 2, 101, 102, 103], [2, "natural"], [1, 1, 2, 2, 2]],
  ])("%s", (_, values, options, expected) => {
    expect(excel.call("SCORE", column(...values), ...options)).toEqual(column(...expected));
  });
});

describe("CVM.TIER", () => {
  it("cuts 50 customers into 1, 2, 7 and 40", () => {
    const values = Array.from({ length: 50 }, (_, i) => 1000 - i);
    const tiers = (excel.call("TIER", column(...values)) as string[][]).flat();
    const expected = [
      "VIP",
      ...Array(2).fill("Major"),
      ...Array(7).fill("Ordinary"),
      ...Array(40).fill("Small"),
    ] as string[];
    expect(tiers).toEqual(expected);
  });

  const values = column(10, 40, 30, 20, 0, -5);
  it.each<[string, unknown]>([
    ["shares that add up to 1", [[0.5, 0.25, 0.25]]],
    ["cumulated shares", [[0.5, 0.75, 1]]],
    ["shares downwards", column(0.5, 0.25, 0.25)],
    ["shares as text", [["50%", "25%", "25%"]]],
    ["shares with blank cells", [[0.5, null, 0.25, "", 0.25]]],
  ])("takes %s", (_, shares) => {
    expect(excel.call("TIER", values, shares)).toEqual(
      column("Tier 2", "Tier 1", "Tier 1", "Tier 1", "Tier 3", "Tier 3"),
    );
  });

  it.each<[string, unknown]>([
    ["a sum below 1", [[0.2, 0.3]]],
    ["a sum above 1", [[0.5, 0.6]]],
    ["one tier", [[1, null]]],
    ["a share of 0", [[0, 0.5, 0.5]]],
    ["a negative share", [[0.5, -0.2, 0.7]]],
    ["text", [["many", "few"]]],
    ["eleven tiers", [Array(11).fill(1 / 11)]],
    ["cumulated shares that fall", [[0.5, 0.2, 1]]],
  ])("refuses %s", (_, shares) => {
    expect(excel.call("TIER", values, shares)).toMatch(/^#VALUE!: shares must be 2 to 10 shares/);
  });
});
