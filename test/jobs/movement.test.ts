import type { JudgedRows } from "../../src/jobs/analyze";
import { getWords } from "../../src/i18n/words";
import { InputError } from "../../src/jobs/input-error";
import { movementJob } from "../../src/jobs/movement/movement-job";
import type { reportMovement } from "../../src/jobs/movement/report-movement";
import { parseSettings } from "../../src/jobs/settings";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { createOfficeHarness } from "../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../helpers/run-job-on";
import { analyzeWorkbook, buildShopWorkbook, fillSheet } from "../helpers/shop-workbook";
import { describeWorkbook } from "../workbook/describe-workbook";

jest.setTimeout(60_000);

const earlier = "2025-04-01";
const settings = {
  asOf: "2025-10-01",
  lenses: ["value-pyramid", "rf-map", "value-classes"],
  clvModel: "bg-nbd",
} as const;

let judged: JudgedRows;
let workbook: MemoryWorkbook;
let port: MemoryPort;

beforeAll(async () => {
  judged = await judgeWorkbook(new MemoryPort(buildShopWorkbook(80)), { settings: parseSettings(settings) });
});

beforeEach(() => {
  workbook = buildShopWorkbook(80);
  port = new MemoryPort(workbook);
});

type Report = ReturnType<typeof reportMovement>;

async function run(values: Readonly<Record<string, unknown>>, rows = judged): Promise<Report> {
  return (await runJobOn(port, movementJob, rows, values)).report.movement as unknown as Report;
}

const sum = (rows: readonly (readonly number[])[]) => rows.flat().reduce((total, count) => total + count, 0);

describe("customers on two dates of one ledger", () => {
  it("are counted once each, with what they brought", async () => {
    const report = await run({ compareAsOf: earlier, compare: "cumulated" });
    expect(report).toMatchObject({
      lens: "value-pyramid",
      source: "ledger",
      compare: "cumulated",
      models: "first",
      groups: ["VIP", "MAJOR", "ORDINARY", "SMALL"],
      first: { asOf: earlier, from: null },
      second: { asOf: "2025-10-01", customers: judged.analysis.summary.report.customers },
    });
    expect(sum(report.counts)).toBe(report.second.customers);
    expect(report.up + report.down + report.stayed).toBe(report.first.customers);
    expect(report.new).toBe(report.second.customers - report.first.customers);
    expect(sum(report.valueChanges!)).toBeCloseTo(report.second.value! - report.first.value!, 4);
    const { retention } = report;
    expect(retention).toMatchObject({
      first: { from: "2024-10-01", to: "2025-03-31" },
      second: { from: earlier, to: "2025-09-30" },
    });
    const gone = report.alerts.find(({ kind }) => kind === "gone")!;
    expect(gone.customers).toBe(retention!.activeFirst - retention!.activeBoth);
  });

  it("are the same whichever date is the analysis' own", async () => {
    const other = await judgeWorkbook(new MemoryPort(buildShopWorkbook(80)), {
      settings: parseSettings({ ...settings, asOf: earlier }),
    });
    expect(await run({ compareAsOf: settings.asOf }, other)).toEqual(await run({ compareAsOf: earlier }));
  });

  it("can be judged by each date's own limits, and the other way is told besides", async () => {
    const [byFirst, byEach] = [
      await run({ compareAsOf: earlier }),
      await run({ compareAsOf: earlier, models: "each" }),
    ];
    expect([byEach.up, byEach.down]).toEqual([byFirst.otherWay!.up, byFirst.otherWay!.down]);
    expect(byEach.otherWay).toMatchObject({ models: "first", counts: byFirst.counts });
  });

  it.each(["value-pyramid", "rf-map"])(
    "are compared by periods of equal length if nothing is said: %s",
    async (lens) => {
      const report = await run({ compareAsOf: earlier, lens });
      expect(report.compare).toBe("window");
      expect(report.down).toBeGreaterThan(0);
      expect([report.first.from, report.second.from]).toEqual(["2024-10-01", earlier]);
      expect([report.first.customers, report.second.customers]).toEqual([
        report.retention!.activeFirst,
        report.retention!.activeSecond,
      ]);
      expect(report.gone).toBe(report.retention!.activeFirst - report.retention!.activeBoth);
    },
  );

  it("are not told to have risen and to have lost at once", async () => {
    const { losses } = await run({ compareAsOf: earlier, compare: "cumulated", models: "each", listLimit: 1000 });
    expect(losses.length).toBeGreaterThan(0);
    expect(losses.filter(({ alerts }) => alerts.includes("up"))).toEqual([]);
  });

  it("are compared by all purchases where the periods hold none", async () => {
    const lines = await judgeWorkbook(new MemoryPort(buildShopWorkbook(80)), {
      settings: parseSettings({ ...settings, asOf: "2029-10-01" }),
    });
    const { report, sentences } = await runJobOn(port, movementJob, lines, { compareAsOf: "2029-09-01" });
    expect(report.movement).toMatchObject({ compare: "cumulated", second: { asOf: "2029-10-01", from: null } });
    expect(sentences[0]).toContain("on both dates");
  });

  it("hardly move down where purchases add up, and the second sentence names what to change", async () => {
    const values = { compareAsOf: earlier, compare: "cumulated" };
    const { report, sentences } = await runJobOn(port, movementJob, judged, values);
    expect((report.movement as unknown as Report).down).toBe(0);
    expect(sentences[1]).toContain("What counts");
  });

  it("stand on a sheet of their own, with as many of the movers as were asked for", async () => {
    const report = await run({ compareAsOf: earlier, listLimit: 3 });
    expect([report.losses.length, report.gains.length]).toEqual([3, 3]);
    const sheet = workbook.getSheet("CVM Movement")!;
    const { row, rowCount } = sheet.usedRange()!;
    const find = (text: string) =>
      Array.from({ length: rowCount }, (_, i) => row + i).find((at) => sheet.getValue(at, 1) === text)!;
    const first = find("From (row) to (column)") + 1;
    const shown = report.counts.map((_, i) => report.counts[i].map((__, j) => sheet.getValue(first + i, 3 + j)));
    expect(shown).toEqual(report.counts);
    expect(sheet.getValue(find("Largest losses") + 3, 1)).toBe(report.losses[0].customer);
    expect(find("Customers kept, by month of the first purchase")).toBeGreaterThan(first);
  });
});

it("are written through Office.js as in memory, in the language asked for", async () => {
  const { port: office, workbook: book } = createOfficeHarness(buildShopWorkbook(80));
  const request = { language: "zh" } as const;
  for (let time = 0; time < 2; time++) {
    await runJobOn(office, movementJob, judged, { compareAsOf: earlier }, request);
    await runJobOn(port, movementJob, judged, { compareAsOf: earlier }, request);
  }
  const readCells = (of: MemoryWorkbook) =>
    describeWorkbook(of).sheets.find(({ name }) => name === "CVM Movement")?.cells;
  expect(readCells(book)).toEqual(readCells(workbook));
  expect(book.getSheet("CVM Movement")!.getValue(0, 1)).toBe("客户迁移");
});

describe("the run that a workbook kept", () => {
  it("gives the date where none is chosen, and periods are compared from the rows", async () => {
    await analyzeWorkbook(workbook, { ...settings, asOf: earlier }, {}, {}, port);
    const report = await run({});
    expect(report).toMatchObject({ source: "ledger", compare: "window" });
    expect(report).toEqual(await run({ compareAsOf: earlier }));
  });

  it("is itself compared where today's rows do not know its customers", async () => {
    const other = buildShopWorkbook(60);
    const otherPort = new MemoryPort(other);
    await analyzeWorkbook(other, { ...settings, asOf: earlier }, {}, {}, otherPort);
    const { report } = await runJobOn(otherPort, movementJob, judged);
    expect(report.movement).toMatchObject({ source: "history", compare: "cumulated" });
  });

  it("is compared with by all purchases, as if it was computed from the rows", async () => {
    await analyzeWorkbook(workbook, { ...settings, asOf: earlier }, {}, {}, port);
    const { source, ...kept } = await run({ compare: "cumulated" });
    expect(source).toBe("history");
    expect({ source: "ledger", ...kept }).toEqual(await run({ compareAsOf: earlier, compare: "cumulated" }));
    expect(kept.movedUp!.rules.length).toBeGreaterThan(1);
  });
});

it.each<[string, Readonly<Record<string, unknown>>, string]>([
  ["no run that was kept", {}, "noEarlierRun"],
  ["the same date twice", { compareAsOf: settings.asOf }, "sameDate"],
  ["a date before the first purchase", { compareAsOf: "2020-01-01" }, "asOfTooEarly"],
  ["a lens that lacks its columns", { compareAsOf: earlier, lens: "churn-reasons" }, "lensCannotMove"],
  ["a lens whose groups overlap", { compareAsOf: earlier, lens: "behaviour-groups" }, "badSetting"],
])("refuses %s, and writes nothing", async (_, values, code) => {
  const error = await run(values).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).code).toBe(code);
  expect(workbook.getSheet("CVM Movement")).toBeUndefined();
});

it("says that customers without dates cannot be compared by date", async () => {
  const table = new MemoryWorkbook("Clients");
  const rows = Array.from({ length: 12 }, (_, i) => [`C${i}`, 100 + i, 1 + (i % 3)]);
  fillSheet(table, "Clients", [["Customer ID", "Revenue", "Orders"], ...rows]);
  const clients = await judgeWorkbook(new MemoryPort(table));
  await expect(run({ compareAsOf: earlier }, clients)).rejects.toMatchObject({ code: "noDatesToCompare" });
});

it("names the option that is missing where no run was kept", () => {
  for (const language of ["en", "zh"] as const)
    expect(getWords(language).inputErrors.noEarlierRun()).toMatch(/compareAsOf.*--compare-as-of/);
});
