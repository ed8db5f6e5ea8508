import { join } from "node:path";
import { summarize } from "../../src/core/customers/summarize";
import { toDayNumber } from "../../src/core/days";
import { buildCohorts, computeRetention } from "../../src/core/decisions/retention";
import { valuePyramidLens } from "../../src/core/lenses/tier-lens";
import { assignDate, buildJudgedDate, fitDate } from "../../src/core/report/judge-date";
import { compareSides } from "../../src/core/report/movement";
import { findRiseRules } from "../../src/core/report/rise-rules";
import { defaultSettings } from "../../src/core/report/settings";
import type { Transactions } from "../../src/core/transactions/transactions";
import type { reportMovement } from "../../src/jobs/movement/report-movement";
import { CommandFolder } from "../helpers/command-folder";
import { readCsvBlocks, readTransactions } from "../helpers/csv-blocks";
import { referenceFolder } from "../helpers/reference-folder";

describe("CDNOW sample from 1997-10-01 to 1998-07-01", () => {
  let transactions: Transactions;
  beforeAll(() => {
    transactions = readTransactions(readCsvBlocks(join(referenceFolder(), "data", "cdnow-sample.csv")));
  });
  const judge = (year: number, month: number) =>
    buildJudgedDate(summarize(transactions, { asOfDay: toDayNumber(year, month, 1) }), defaultSettings);
  const side = ({ tables }: ReturnType<typeof judge>, codes: Int32Array) => ({
    ids: tables.summary.customers.ids,
    codes,
    values: tables.value.values,
  });

  it("has the known migration matrix of the value pyramid, each date by its own tiers", () => {
    const [first, second] = [judge(1997, 10), judge(1998, 7)];
    const before = fitDate(valuePyramidLens, first, defaultSettings);
    const after = fitDate(valuePyramidLens, second, defaultSettings);
    const movement = compareSides(before.groups, side(first, before.codes), side(second, after.codes));
    expect(movement.matrix).toMatchObject({
      counts: [
        [16, 8, 0, 0, 0],
        [7, 54, 33, 0, 0],
        [1, 29, 230, 93, 0],
        [0, 3, 90, 1793, 0],
        [0, 0, 0, 0, 0],
      ],
      up: 130,
      down: 134,
      stayed: 2093,
      arrived: 0,
      gone: 0,
    });
    const rise = findRiseRules(movement, first.tables, defaultSettings)!;
    expect([rise.customers, rise.risen]).toEqual([2357 - 24, 130]);
    expect(rise.rules.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357 - 24);
    expect(rise.rules.reduce((sum, { risen }) => sum + risen, 0)).toBe(130);
    expect(rise.rules[0].riseShare).toBeGreaterThan(4 * (130 / 2333));
  });

  it("moves nobody down by the first date's limits, because cumulated revenue only grows", () => {
    const [first, second] = [judge(1997, 10), judge(1998, 7)];
    const { groups, judgement } = fitDate(valuePyramidLens, first, defaultSettings);
    const stored = JSON.parse(JSON.stringify(judgement)) as typeof judgement;
    const { matrix } = compareSides(
      groups,
      side(first, assignDate(valuePyramidLens, stored, first)),
      side(second, assignDate(valuePyramidLens, stored, second)),
    );
    expect([matrix.down, matrix.up + matrix.stayed]).toEqual([0, 2357]);
    expect(matrix.up).toBeGreaterThan(130);
  });

  it("keeps the known share of the customers of a quarter", () => {
    const { purchaseDays } = judge(1998, 7).tables.summary;
    const day = (month: number) => toDayNumber(1998, month, 1);
    const retention = computeRetention(
      purchaseDays!,
      { fromDay: day(1), toDay: day(4) },
      { fromDay: day(4), toDay: day(7) },
    );
    expect([retention.activeFirst, retention.activeSecond, retention.activeBoth]).toEqual([384, 300, 169]);
    expect(retention.retentionShare).toBeCloseTo(0.440104, 6);
  });

  it("has three cohorts of 2,357 customers over 18 months", () => {
    const { cohorts, shares } = buildCohorts(judge(1998, 7).tables.summary.purchaseDays!, toDayNumber(1998, 7, 1));
    expect(cohorts.map(({ month }) => month)).toEqual(["1997-01", "1997-02", "1997-03"]);
    expect(cohorts.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357);
    expect(cohorts.map(({ active }) => active.length)).toEqual([18, 17, 16]);
    for (const { customers, active } of cohorts) expect(active[0]).toBe(customers);
    expect(shares[0]).toBe(1);
  });
});

describe("the job movement on the CDNOW sample", () => {
  const folder = new CommandFolder();
  afterAll(() => folder.remove());
  const run = async (compareAsOf: string, ...choice: readonly string[]) => {
    const file = join(referenceFolder(), "data", "cdnow-sample.csv");
    const dates = ["--as-of", "1998-07-01", "--compare-as-of", compareAsOf];
    const quick = ["--lens", "value-pyramid", "--clv-model", "bg-nbd"];
    const out = ["--json", "-", "--out", folder.file("out.xlsx")];
    const { output } = await folder.runJob(["movement", file, ...dates, ...quick, ...choice, ...out]);
    return (JSON.parse(output) as { movement: ReturnType<typeof reportMovement> }).movement;
  };

  it("tells the known moves beside those by the first date's limits", async () => {
    const { otherWay, first, second } = await run("1997-10-01", "--compare", "cumulated");
    expect(otherWay).toMatchObject({ models: "each", up: 130, down: 134, stayed: 2093 });
    expect([first.customers, second.customers, second.value]).toEqual([2357, 2357, 244091.94]);
  });

  it("shows who buys less by the default, periods of equal length", async () => {
    const { compare, first, second, down, gone, retention } = await run("1998-04-01");
    expect([compare, first.from, second.from]).toEqual(["window", "1998-01-01", "1998-04-01"]);
    expect([first.customers, second.customers, gone]).toEqual([384, 300, 384 - 169]);
    expect(down).toBeGreaterThan(0);
    expect(retention!.activeBoth).toBe(169);
  });

  it("tells the known retention of the quarters before and after the date", async () => {
    const { retention } = await run("1998-04-01");
    expect(retention).toMatchObject({ activeFirst: 384, activeSecond: 300, activeBoth: 169 });
    expect(retention!.retention).toBeCloseTo(0.440104, 6);
  });
});
