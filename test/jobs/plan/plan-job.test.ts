import { toDayNumber } from "../../../src/core/days";
import type { Language } from "../../../src/i18n/words";
import type { JudgedRows } from "../../../src/jobs/analyze";
import { planJob } from "../../../src/jobs/plan/plan-job";
import { PLAN_COLUMNS, placePlanColumn, planKeyColumn } from "../../../src/jobs/plan/plan-rows";
import type { PlanColumn } from "../../../src/jobs/plan/plan-rows";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue, WorkbookPort } from "../../../src/workbook/port";
import { formatSerial, parseSerial } from "../../../src/workbook/serial-date";
import { createWorkbookBytes, openWorkbook } from "../../../src/workbook/xlsx";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { buildShopWorkbook } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

const lenses = ["value-levels", "churn"];
let judged: JudgedRows;
let later: JudgedRows;

beforeAll(async () => {
  const judge = (asOf: string | null) =>
    judgeWorkbook(new MemoryPort(buildShopWorkbook(60)), { settings: parseSettings({ lenses, asOf }) });
  judged = await judge("2025-09-01");
  later = await judge("2025-12-01");
});

/** The plan as a user meets it: cells by key of the row and name of the column. */
class Plan {
  constructor(
    readonly workbook = new MemoryWorkbook(),
    readonly port: WorkbookPort = new MemoryPort(workbook),
  ) {}

  run(customers = judged, language: Language = "en", lens = "value-levels") {
    return runJobOn(this.port, planJob, customers, { lens }, { language });
  }

  get sheet() {
    return this.workbook.getSheet("CVM Plan")!;
  }

  findRow(key: string): number {
    const { rowCount } = this.sheet.usedRange()!;
    for (let row = 0; row <= rowCount; row++) if (this.sheet.getValue(row, planKeyColumn) === `cvm:${key}`) return row;
    return -1;
  }

  read(key: string, column: PlanColumn): CellValue {
    return this.sheet.getValue(this.findRow(key), placePlanColumn(column));
  }

  type(key: string, column: PlanColumn, value: CellValue): void {
    this.sheet.setValue(this.findRow(key), placePlanColumn(column), value);
  }
}

const open = {
  memory: () => new Plan(),
  Excel: () => {
    const { workbook, port } = createOfficeHarness(new MemoryWorkbook());
    return new Plan(workbook, port);
  },
};

describe.each(["memory", "Excel"] as const)("a plan in %s", (host) => {
  it("keeps what the user changed, adds what the user adds, and leaves out what the user deleted", async () => {
    const plan = open[host]();
    await plan.run();
    const suggested = plan.read("value-levels/MID", "action");
    expect(suggested).toBe("Develop: next product, next category, membership");
    plan.type("value-levels/HIGH", "owner", "Ann");
    plan.type("value-levels/HIGH", "action", "Invite to the fair");
    plan.type("value-levels/HIGH", "channel", "Fair");
    plan.type("value-levels/HIGH", "start", formatSerial(toDayNumber(2025, 10, 1)));
    plan.type("own/1", "action", "Write to lost schools");
    plan.type("own/1", "owner", "Ben");
    const gone = plan.findRow("value-levels/LOW");
    for (let i = 0; i <= PLAN_COLUMNS.length; i++) plan.sheet.setValue(gone, placePlanColumn("segment") + i, null);

    for (const language of ["zh", "en"] as const) {
      const { report } = await plan.run(judged, language);
      expect(report.actions).toHaveLength(3);
      expect(plan.findRow("value-levels/LOW")).toBe(-1);
      expect([plan.read("value-levels/HIGH", "owner"), plan.read("value-levels/HIGH", "action")]).toEqual([
        "Ann",
        "Invite to the fair",
      ]);
      expect(plan.read("value-levels/HIGH", "channel")).toBe("Fair");
      expect(parseSerial(Number(plan.read("value-levels/HIGH", "start")))).toBe(toDayNumber(2025, 10, 1));
      expect([plan.read("own/1", "action"), plan.read("own/1", "owner")]).toEqual(["Write to lost schools", "Ben"]);
    }
    expect(plan.read("value-levels/MID", "action")).toBe(suggested);
    const lists = plan.sheet.validations.map(({ range, choices }) => [range.column, choices[0]]);
    expect(lists).toEqual([
      [placePlanColumn("channel"), "Phone"],
      [placePlanColumn("frequency"), "Once"],
      [placePlanColumn("indicator"), "Satisfaction"],
      [placePlanColumn("status"), "Planned"],
    ]);
  });
});

it("compares the figure of the first run with that of a later one, and takes another figure as the user chooses", async () => {
  const plan = new Plan();
  await plan.run();
  const key = "value-levels/HIGH";
  const [before, indicator] = [plan.read(key, "before"), plan.read(key, "indicator")];
  expect(indicator).toBe("Lifetime value");
  expect(plan.read(key, "after")).toBeNull();
  const first = plan.read(key, "start");
  const { report } = await plan.run(later);
  expect(plan.read(key, "start")).toBe(first);
  expect(plan.read(key, "before")).toBe(before);
  expect(plan.read(key, "after")).not.toBeNull();
  expect(plan.read(key, "after")).not.toBe(before);
  plan.type(key, "indicator", "流失率");
  const next = await plan.run(later);
  expect(plan.read(key, "before")).toBe(plan.read(key, "after"));
  expect(next.report.actions).toContainEqual(expect.objectContaining({ id: "HIGH", indicator: "churnShare" }));
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

it("takes rows that the user put between ours for the user's own", async () => {
  const plan = new Plan();
  await plan.run();
  const row = plan.findRow("own/1");
  plan.sheet.setValue(row, planKeyColumn, null);
  plan.sheet.setValue(row, placePlanColumn("segment"), "Low");
  plan.sheet.setValue(row, placePlanColumn("action"), "Ask why");
  const { report } = await plan.run();
  expect(report.actions).toContainEqual(expect.objectContaining({ id: "LOW", isOwn: true, action: "Ask why" }));
  const again = await plan.run();
  expect(again.report).toEqual(report);
});

it("takes the groups there are where none are chosen, and says why nothing stands under After", async () => {
  const port = new MemoryPort(new MemoryWorkbook());
  const { report, sheets } = await runJobOn(port, planJob, judged);
  expect(report.lens).toBe("value-levels");
  expect(JSON.stringify(sheets)).toContain("stays empty until the start of the action lies before the as-of date");
});

it("keeps the user's cells, and lists to choose from, in a file", async () => {
  const plan = new Plan();
  await plan.run();
  plan.type("value-levels/MID", "owner", "Cleo");
  const { workbook } = await openWorkbook(await createWorkbookBytes(plan.workbook));
  expect(workbook.getSheet("CVM Plan")!.validations).toEqual(plan.sheet.validations);
  const reopened = new Plan(workbook);
  await reopened.run();
  expect(reopened.read("value-levels/MID", "owner")).toBe("Cleo");
});
