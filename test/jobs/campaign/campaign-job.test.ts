import type { JudgedRows } from "../../../src/jobs/analyze";
import { campaignJob } from "../../../src/jobs/campaign/campaign-job";
import type { Language } from "../../../src/i18n/words";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemorySheet } from "../../../src/workbook/memory-sheet";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/port";
import { buildCampaignRows, campaignHeaders } from "../../helpers/campaign-rows";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { buildShopWorkbook, fillSheet } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

const rows = buildCampaignRows(60);
const KEY = 16;
let judged: JudgedRows;

beforeAll(async () => {
  judged = await judgeWorkbook(new MemoryPort(buildShopWorkbook(60)), {
    settings: parseSettings({ lenses: ["value-levels"] }),
  });
});

interface Ask {
  readonly list?: readonly (readonly CellValue[])[];
  readonly values?: Record<string, unknown>;
  readonly customers?: JudgedRows | null;
  readonly language?: Language;
}

async function ask({ list = [campaignHeaders, ...rows], values = {}, customers = null, language = "en" }: Ask = {}) {
  const workbook = new MemoryWorkbook("List");
  fillSheet(workbook, "List", list);
  const port = new MemoryPort(workbook);
  const campaign = await port.openRows({ kind: "range", sheet: "List" });
  const result = await runJobOn(port, campaignJob, customers, values, { tables: { campaign }, language });
  return { workbook, port, campaign, result, report: JSON.parse(JSON.stringify(result.report)) };
}

it("finds columns and control group by their names, and compares each group with it", async () => {
  const { report } = await ask();
  expect(report.columns).toEqual({
    customer: "Customer ID",
    arm: "Test Group",
    responded: "Responded",
    revenue: "Revenue",
    cost: "Contact Cost",
  });
  expect(report.total.control).toBe("Control");
  const figures = report.total.arms.map(({ arm, people, responses, cost }: Record<string, unknown>) => [
    arm,
    people,
    responses,
    cost,
  ]);
  expect(figures).toEqual([
    ["Control", 20, 2, 0],
    ["Card", 20, 10, 10],
    ["Letter", 20, 2, 10],
  ]);
  const [, card] = report.total.arms;
  expect(card.effect.response.test).toBe("z");
  expect(card.effect.incrementalProfit).toBeCloseTo(card.revenue - report.total.arms[0].revenue - 10, 9);
  expect(report.total.warnings.map(({ code }: { code: string }) => code)).toEqual([
    "fewPeople",
    "fewPeople",
    "fewPeople",
  ]);
});

it("reads Chinese headers and words, and takes revenue for response where nothing else is there", async () => {
  const list = [
    ["客户编号", "组别", "收入"],
    ...rows.map(([customer, arm, , revenue]) => [customer, arm === "Control" ? "对照组" : String(arm), revenue]),
  ];
  const { report, result } = await ask({ list, language: "zh" });
  expect(report.total.control).toBe("对照组");
  expect(report.total.arms.map(({ responses }: { responses: number }) => responses)).toEqual([2, 10, 2]);
  expect(result.sentences[0]).toContain("对照组");
});

it("takes columns and control group as named, and counts rows that cannot be used", async () => {
  const list = [
    ["Who", "Where", "How much"],
    ["C1", "A", 5],
    ["C2", "B", 0],
    ["C2", "A", 9],
    [null, "A", 9],
    ["C3", null, 9],
    ["C4", "B", 7],
    ["C5", "A", 7],
  ];
  const values = { customerColumn: "Who", armColumn: "B", revenueColumn: "3", control: "b" };
  const { report } = await ask({ list, values });
  expect(report.total.control).toBe("B");
  expect(report.rows).toEqual({ read: 7, used: 4, withoutCustomer: 1, withoutArm: 1, repeated: 1 });
});

it.each<[string, Ask, object]>([
  [
    "a list without groups",
    {
      list: [
        ["Customer ID", "Revenue"],
        ["C1", 5],
      ],
    },
    { code: "campaignColumns" },
  ],
  ["a single group", { list: [campaignHeaders, rows[0], rows[3]] }, { code: "campaignArms" }],
  ["a control group that is not there", { values: { control: "Z" } }, { code: "campaignControl" }],
  ["a column that is not there", { values: { costColumn: "Nowhere" } }, { code: "unknownColumn" }],
])("refuses %s", async (_, wrong, error) => {
  await expect(ask(wrong)).rejects.toMatchObject(error);
});

it("judges by groups of customers, who add up to the people known", async () => {
  const list = [campaignHeaders, ...rows, ["X1", "Card", "yes", 10, 0.5]];
  const { report } = await ask({ list, customers: judged, values: { lens: "value-levels" } });
  expect(report.lens).toBe("value-levels");
  const people = report.segments.flatMap(({ arms }: { arms: { people: number }[] }) => arms.map((arm) => arm.people));
  const known = people.reduce((sum: number, count: number) => sum + count, 0);
  expect(known + report.withoutCustomer).toBe(61);
  expect(report.withoutCustomer).toBe(61 - judged.analysis.summary.customers.ids.filter((id) => /^C/.test(id)).length);
});

it("warns of groups that differed before, by the purchases before the first day of the campaign", async () => {
  const { ids, revenue } = judged.analysis.summary.customers;
  const middle = [...revenue].sort((a, b) => a - b)[Math.floor(ids.length / 2)];
  const list = [
    campaignHeaders,
    ...ids.map((id, i): CellValue[] => [id, revenue[i] > middle ? "Card" : "Control", i % 5 === 0 ? 1 : 0, null, 1]),
  ];
  const warn = async (start: string | null) => {
    const { report, result } = await ask({ list, customers: judged, values: { start, lens: "value-levels" } });
    const codes = report.total.warnings.map(({ code }: { code: string }) => code);
    return [codes.includes("pastDiffers"), result.sentences.some((sentence) => /reach beyond/.test(sentence))];
  };
  expect(await warn(null)).toEqual([true, true]);
  expect(await warn("2030-01-01")).toEqual([true, false]);
  expect(await warn("2020-01-01")).toEqual([false, false]);
});

it("takes the margin of the transactions unless one is named, and says revenue where revenue is judged", async () => {
  const { profit, revenue, valueBasis } = judged.analysis.summary.report;
  expect(valueBasis).toBe("profit");
  const values = { lens: "value-levels" };
  const measured = await ask({ customers: judged, values });
  expect(measured.report.marginShare).toBeCloseTo(profit! / revenue!, 9);
  expect(measured.result.sentences.join(" ")).toContain("extra profit");
  const plain = await ask({ customers: judged, values: { ...values, marginShare: 1 } });
  expect([plain.report.marginShare, (await ask()).report.marginShare]).toEqual([1, 1]);
  expect(plain.result.sentences.join(" ")).not.toMatch(/profit/i);
  expect(JSON.stringify(plain.result.sheets)).not.toContain("Extra profit");
});

it.each<[Language, RegExp]>([
  ["en", /^Letter (brought|lost) .*, but this can be chance \(p = [\d.]+\)\.$/],
  ["zh", /^Letter .*，但这可能出于偶然（p = [\d.]+）。$/],
])("says in the same sentence that money can be chance (%s)", async (language, pattern) => {
  const { report, result } = await ask({ language });
  expect(report.total.arms[2].effect.adjustedRevenuePValue).toBeGreaterThan(0.05);
  expect(result.sentences.filter((sentence) => pattern.test(sentence))).toHaveLength(1);
});

it("names the group of customers that gained most only where the gain is more than chance", async () => {
  const { ids } = judged.analysis.summary.customers;
  const build = (gain: number) => [
    campaignHeaders,
    ...ids.map((id, i): CellValue[] => [id, i % 2 ? "Card" : "Control", 0, (i % 2 ? gain : 0) + (i % 5), 0]),
  ];
  const find = async (gain: number) => {
    const { result } = await ask({ list: build(gain), customers: judged, values: { lens: "value-levels" } });
    return result.sentences.some((sentence) => sentence.startsWith("By group, Card earned most"));
  };
  expect([await find(0.2), await find(50)]).toEqual([false, true]);
});

it("scales: money in another unit changes money only", async () => {
  const scaled = rows.map(([customer, arm, responded, revenue, cost]): CellValue[] => [
    customer,
    arm,
    responded,
    typeof revenue === "number" ? revenue * 100 : revenue,
    Number(cost) * 100,
  ]);
  const [small, large] = [await ask(), await ask({ list: [campaignHeaders, ...scaled] })];
  const pick = ({ report }: typeof small) => report.total.arms[1].effect;
  expect(pick(large).adjustedRevenuePValue).toBeCloseTo(pick(small).adjustedRevenuePValue, 9);
  expect(pick(large).returnOnCost).toBeCloseTo(pick(small).returnOnCost, 9);
  expect(pick(large).incrementalProfit).toBeCloseTo(100 * pick(small).incrementalProfit, 6);
});

function findRow(sheet: MemorySheet, key: string): number {
  const { rowCount } = sheet.usedRange()!;
  for (let row = 0; row < rowCount; row++) if (sheet.getValue(row, KEY) === `cvm:${key}`) return row;
  throw new Error(`no row ${key}`);
}

it("computes targets and sample size while they are typed, and keeps them in the next run", async () => {
  const workbook = new MemoryWorkbook("List");
  fillSheet(workbook, "List", [campaignHeaders, ...rows]);
  const { port } = createOfficeHarness(workbook);
  const run = async () => {
    const campaign = await port.openRows({ kind: "range", sheet: "List" });
    return runJobOn(port, campaignJob, null, {}, { tables: { campaign } });
  };
  await run();
  const sheet = workbook.getSheet("CVM Campaign")!;
  const type = (key: string, column: number, value: CellValue) =>
    Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("CVM Campaign");
      cells.getRangeByIndexes(findRow(sheet, key), column, 1, 1).values = [[value]];
      await context.sync();
    });
  const read = (key: string, column: number, down = 0) => sheet.getValue(findRow(sheet, key) + down, column);
  expect(read("target/Card/rate", 8)).toBeNull();
  await type("target/Card/rate", 6, 0.4);
  await type("target/Card/costPerResponse", 6, 0.5);
  expect([read("target/Card/rate", 8), read("target/Card/rate", 9)]).toEqual([1.25, "yes"]);
  expect([read("target/Card/costPerResponse", 8), read("target/Card/costPerResponse", 9)]).toEqual([0.5, "no"]);

  await type("size/control", 5, 0.036);
  await type("size/rate", 5, 0.052);
  expect(read("size/power", 5, 1)).toBe(2579);
  await type("size/power", 5, 0.9);
  expect(read("size/power", 5, 1)).toBe(3451);
  expect(read("size/power", 5, 2)).toBe(3 * 3451);
  await type("size/power", 5, 0.83);
  expect(read("size/power", 5, 1)).toBe("choose from the list");
  await type("size/power", 5, 0.9);

  await run();
  expect([
    read("target/Card/rate", 6),
    read("target/Card/rate", 8),
    read("size/rate", 5),
    read("size/power", 5, 1),
  ]).toEqual([0.4, 1.25, 0.052, 3451]);
});
