import type { JudgedRows } from "../../../src/jobs/analyze";
import { cardsJob } from "../../../src/jobs/cards/cards-job";
import { computeCards } from "../../../src/jobs/cards/compute-cards";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemorySheet } from "../../../src/workbook/memory-sheet";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { Language } from "../../../src/i18n/words";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { buildShopWorkbook } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

const KEY = 16;
let judged: JudgedRows;

beforeAll(async () => {
  const settings = parseSettings({
    lenses: ["value-levels", "rf-map"],
    explain: ["value-levels"],
    serviceCostTotal: 900,
  });
  judged = await judgeWorkbook(new MemoryPort(buildShopWorkbook(60)), { settings });
});

const near = (value: number | null) => expect.closeTo(value!, 4);

it("shares all customers, money and cost to serve among the groups, their channels and the growth matrix", () => {
  const lens = judged.analysis.lenses.find(({ id }) => id === "value-levels")!;
  const { cards, channels, growth } = computeCards(judged, lens);
  const { report, customers } = judged.analysis.summary;
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  expect(add(cards.map(({ totals }) => totals.customers))).toBe(customers.ids.length);
  const all = channels!.figures.flat();
  const revenue = add(cards.map(({ totals }) => totals.revenue));
  expect(add(all.map((figures) => figures.revenue))).toEqual(near(revenue));
  expect(add(all.map(({ serviceCost }) => serviceCost!))).toEqual(near(900));
  expect(add(cards.map(({ serviceCost }) => serviceCost!))).toEqual(near(900));
  expect(add(all.map(({ profit }) => profit!))).toEqual(near(report.profit));
  expect(add(growth!.cells.map(({ current }) => current.revenue))).toEqual(near(growth!.revenue));
  for (const { products } of cards) expect(add(products.map(({ share }) => share))).toBeLessThanOrEqual(1 + 1e-9);
});

it("reports codes and numbers only", async () => {
  const port = new MemoryPort(new MemoryWorkbook());
  const { report } = await runJobOn(port, cardsJob, judged, { lens: "value-levels" });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report).toMatchObject({ lens: "value-levels", segments: [{ id: "HIGH" }, { id: "MID" }, { id: "LOW" }] });
});

it("takes the groups that serve best where none are chosen", async () => {
  const port = new MemoryPort(new MemoryWorkbook());
  expect((await runJobOn(port, cardsJob, judged)).report.lens).toBe("rf-map");
});

it("refuses a lens that the analysis does not have", async () => {
  const port = new MemoryPort(new MemoryWorkbook());
  await expect(runJobOn(port, cardsJob, judged, { lens: "usage" })).rejects.toMatchObject({ code: "lensNotRun" });
});

function findRow(sheet: MemorySheet, key: string): number {
  const { rowCount } = sheet.usedRange()!;
  for (let row = 0; row < rowCount; row++) if (sheet.getValue(row, KEY) === `cvm:${key}`) return row;
  throw new Error(`no row ${key}`);
}

describe.each(["memory", "Excel"] as const)("in %s", (host) => {
  it("keeps the user's words over runs, in another language and after another lens, and points to the figures", async () => {
    const workbook = new MemoryWorkbook();
    const port = host === "Excel" ? createOfficeHarness(workbook).port : new MemoryPort(workbook);
    const run = (lens: string, language: Language = "en") => runJobOn(port, cardsJob, judged, { lens }, { language });
    await run("value-levels");
    const sheet = workbook.getSheet("CVM Cards")!;
    const profile = "card/value-levels/HIGH/profile";
    const style = sheet.getValue(findRow(sheet, profile), 3);
    expect(style).toMatch(/Clinic|Partner|Orders|AOV|>/);
    sheet.setValue(findRow(sheet, profile), 7, "They resell");
    sheet.setValue(findRow(sheet, "card/value-levels/LOW/product"), 3, "Paper, for school");
    await run("value-levels", "zh");
    expect(sheet.getValue(findRow(sheet, profile), 7)).toBe("They resell");
    expect(sheet.getValue(findRow(sheet, profile), 3)).not.toBe(style);
    await run("rf-map");
    await run("value-levels");
    const row = findRow(sheet, profile);
    expect([sheet.getValue(row, 3), sheet.getValue(row, 7)]).toEqual([style, "They resell"]);
    expect(sheet.getValue(findRow(sheet, "card/value-levels/LOW/product"), 3)).toBe("Paper, for school");
    expect(sheet.getFormula(row, 10)).toMatch(/^=D\d+$/);
    expect(sheet.getValue(row, 10)).toBe(judged.analysis.lenses[0].groups[0].customers);
  });
});
