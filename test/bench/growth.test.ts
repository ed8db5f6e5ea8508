import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeGrowth, listFailures } from "./growth";

const times = (...pairs: [rows: number, milliseconds: number][]) => new Map(pairs);

describe("growth of a stage", () => {
  it.each([
    ["linear", times([1e4, 20], [1e5, 200], [1e6, 2000]), 10, false],
    ["like n log n", times([1e4, 20], [1e5, 250], [1e6, 3000]), 12.5, false],
    ["just within what is allowed", times([1e4, 10], [1e5, 150]), 15, false],
    ["quadratic", times([1e4, 10], [1e5, 1000], [1e6, 100_000]), 100, true],
    ["quadratic from the second size on", times([1e4, 100], [1e5, 1000], [1e6, 100_000]), 100, true],
    ["like n to the power of 1.2", times([1e4, 100], [1e5, 1585]), 15.85, true],
    ["sizes in another order", times([1e5, 1000], [1e4, 10]), 100, true],
    ["sizes that are twice apart", times([1e4, 100], [2e4, 400]), 100, true],
    ["a full sheet after 100,000 rows", times([1e5, 1000], [1_048_575, 11_000]), 10.48, false],
    ["over in a moment at the first sizes", times([1e4, 1], [1e5, 4], [1e6, 40]), null, false],
    ["over in a moment at first, then without measure", times([1e4, 1], [1e5, 4], [1e6, 400]), 80, true],
    ["one size only", times([1e4, 100]), null, false],
  ])("that is %s", (_, measured, factor, isTooMuch) => {
    const growth = judgeGrowth(measured);
    expect(growth.isTooMuch).toBe(isTooMuch);
    if (factor === null) expect(growth.factor).toBeNull();
    else expect(growth.factor).toBeCloseTo(factor, 1);
  });

  it("is told of every stage that grows too much, in order", () => {
    const medians = new Map([
      ["read", times([1e4, 10], [1e5, 400])],
      ["sum", times([1e4, 10], [1e5, 90])],
      ["write", times([1e4, 10], [1e5, 151])],
    ]);
    expect(listFailures(medians)).toEqual(["read", "write"]);
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "cvm-bench-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["ends with status 1 and names the stage that grows too much", 2000, 1, /ten times the rows: trees\n$/],
    ["ends with status 0 when no stage does", 120, 0, /^$/],
  ])("%s", (_, slow, status, errors) => {
    const figures = (milliseconds: Record<string, number>) => [{ milliseconds, peakMegabytes: 100, notes: {} }];
    const file = join(folder, "figures.json");
    writeFileSync(
      file,
      JSON.stringify({ 10000: figures({ RFM: 10, trees: 10 }), 100000: figures({ RFM: 80, trees: slow }) }),
    );
    const run = spawnSync(process.execPath, ["--import", "tsx", "test/bench/bench.ts", "--figures", file], {
      encoding: "utf8",
      cwd: join(__dirname, "../.."),
    });
    expect([run.status, run.stderr]).toEqual([status, expect.stringMatching(errors)]);
    expect(run.stdout).toContain("| RFM | 10 | 80 | 8.0 |");
  });
});
