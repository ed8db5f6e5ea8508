import type { Language } from "../../../src/i18n/words";
import { getWords } from "../../../src/i18n/words";
import { computeFacts } from "../../../src/jobs/layout/facts";
import { layOutSummary } from "../../../src/jobs/layout/summary/summary-sheet";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { findCell, listSheetTexts, plainSource, readCell, readRow } from "../../helpers/sheet-cells";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

const analysis = buildSmallAnalysis();
const build = (language: Language, given = analysis) =>
  finishSteps(
    layOutSummary(given, {
      words: getWords(language),
      language,
      moneyFormat: "$#,##0.00",
      version: "1",
      source: plainSource,
    }),
  );

describe("the summary", () => {
  it("says what matters in three to seven sentences with numbers", () => {
    const sheet = build("en");
    const { row } = findCell(sheet, "What matters");
    const sentences: string[] = [];
    for (let i = row + 2; typeof readCell(sheet, i, 1) === "string"; i++) sentences.push(String(readCell(sheet, i, 1)));
    expect(sentences).toEqual([
      "The best 20% of customers (24) bring 82.2% of profit.",
      "Class 1 is 9 customers (7.5%) who bring $24,889, 63.6% of profit.",
      "Who is in Class 1: Orders > 3.5 and Industry is Clinic and Days since last purchase <= 171 (100% sure).",
      expect.stringMatching(
        /^In the next 12 months today's customers are expected to bring \$21,\d{3} more\. Red: do not rely on it; see CVM CLV\.$/,
      ),
      "7 customers of above-average value are slipping away: they brought $16,547 so far, 12.6% of revenue.",
      "78.3% of customers bought more than once; 26 bought only once.",
    ]);
  });

  it.each<[Language, string, number]>([
    ["en", "Customers", 120],
    ["en", "Orders", 628],
    ["en", "Revenue", 131223.25],
    ["en", "Profit", 39136.97],
    ["zh", "未来 12 个月价值", analysis.lifetime!.totals.clv!.value],
    ["zh", "客单价", 131223.25 / 628],
    ["zh", "重复购买率", 94 / 120],
  ])("in %s shows %s in its strip of figures", (language, label, value) => {
    const sheet = build(language);
    const { row, column } = findCell(sheet, label);
    expect(readCell(sheet, row + 1, column)).toBeCloseTo(value, 8);
  });

  it("shows each value class with its figures, who is in it and its policy", () => {
    const sheet = build("en");
    const { row } = findCell(sheet, "Value class");
    const [first] = analysis.lenses.find(({ id }) => id === "value-classes")!.groups;
    expect(readRow(sheet, row + 1, 3)).toEqual([
      first.customers,
      first.customerShare,
      first.meanValue * first.customers,
      first.valueShare,
      first.meanValue,
      expect.stringMatching(/^Who: Orders > 3\.5 and Industry is Clinic/),
    ]);
    expect(readCell(sheet, row + 2, 8)).toMatch(/^Protect: /);
  });

  it("puts the best R score on top of the heat map", () => {
    const sheet = build("en");
    const { row, column } = findCell(sheet, "R 5");
    expect(readRow(sheet, row, column + 1).slice(0, 5)).toEqual(analysis.heatMap!.customers[0]);
  });

  it("leads from the data quality to the notes", () => {
    expect(build("en").links.map(({ target }) => target)).toEqual(["'CVM Notes'!A1"]);
  });

  it("prints on one page of A4, without the data of charts", () => {
    const { print, charts } = build("en");
    expect(print).toMatchObject({ orientation: "portrait", paper: "A4", pagesWide: 1, pagesTall: 1 });
    expect(print!.breaks).toBeUndefined();
    const lorenz = charts.find(({ name }) => name === "cvm-lorenz")!;
    expect(lorenz.series[0].values.column).toBeGreaterThanOrEqual(print!.area!.columnCount);
    expect(lorenz.place.column + lorenz.place.columnCount).toBeLessThanOrEqual(print!.area!.columnCount);
  });

  it("ends the Lorenz curve at 100% on both axes", () => {
    const lorenz = build("en").charts.find(({ name }) => name === "cvm-lorenz")!;
    expect([lorenz.kind, lorenz.valueMaximum, lorenz.categoryMaximum]).toEqual(["scatterLines", 1, 1]);
  });

  it.each<Language>(["en", "zh"])("is no longer than can be read on that page in %s", (language) => {
    const { rowHeights, print } = build(language);
    const set = rowHeights.reduce((sum, { count, height }) => sum + count * height, 0);
    const known = rowHeights.reduce((sum, { count }) => sum + count, 0);
    expect(set + (print!.area!.rowCount - known) * 15).toBeLessThan(1500);
  });

  it("says that profit is revenue where no cost is given", () => {
    const texts = listSheetTexts(build("en", buildSmallAnalysis({ cost: false })));
    expect(texts.filter((text) => text.includes("No cost is given, so profit = revenue."))).toHaveLength(1);
  });

  it("shows recency and frequency without money, and says so", () => {
    const texts = listSheetTexts(build("zh", buildSmallAnalysis({ money: false })));
    expect(texts).toEqual(
      expect.arrayContaining(["数据中没有金额，因此价值、层级与生命周期价值为空，仅展示近度与频度。", "冠军客户"]),
    );
    expect(texts).not.toContain("基尼系数");
  });
});

describe("figures about all customers", () => {
  it("counts those of high value who went quiet, with their revenue", () => {
    const { slipping, customers, onceOnly } = computeFacts(analysis);
    const rescue = analysis.nextActions.indexOf("saveValuable");
    const quiet = Array.from(analysis.nextAction.keys()).filter((customer) => analysis.nextAction[customer] === rescue);
    const revenue = quiet.reduce((sum, customer) => sum + analysis.summary.customers.revenue[customer], 0);
    expect(slipping).toEqual({ customers: quiet.length, revenue });
    expect([customers, onceOnly]).toEqual([120, 26]);
  });
});
