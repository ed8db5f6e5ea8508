import type { LifetimeValueResult } from "../../../src/core/clv/lifetime-value-result";
import { repeatModels } from "../../../src/core/clv/repeat-models";
import { formatIsoDay } from "../../../src/core/days";
import type { Analysis } from "../../../src/core/report/analysis";
import type { Language } from "../../../src/i18n/words";
import { getWords } from "../../../src/i18n/words";
import type { LayoutContext } from "../../../src/jobs/layout/layout-context";
import { layOutLifetime } from "../../../src/jobs/layout/lifetime/lifetime-sheet";
import type { CellValue, GridRange, SheetContent } from "../../../src/workbook/port";
import { findCell, listSheetTexts, plainSource, readCell, readRow } from "../../helpers/sheet-cells";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

const analysis = buildSmallAnalysis();
const lifetime = analysis.lifetime!;
const holdout = lifetime.holdout!;
const buildContext = (language: Language): LayoutContext => ({
  words: getWords(language),
  language,
  moneyFormat: "$#,##0.00",
  version: "1",
  source: plainSource,
});
const build = (given: Analysis = analysis, language: Language = "en") =>
  finishSteps(layOutLifetime(given, buildContext(language)));
const change = (changes: Partial<LifetimeValueResult>): Analysis => ({
  ...analysis,
  lifetime: { ...lifetime, ...changes },
});

/** The entries below a header, to the first blank. */
function readDown(sheet: SheetContent, row: number, column: number): CellValue[] {
  const values: CellValue[] = [];
  for (let i = row; (readCell(sheet, i, column) ?? null) !== null; i++) values.push(readCell(sheet, i, column));
  return values;
}

const readRange = (sheet: SheetContent, { row, column, rowCount }: GridRange) =>
  Array.from({ length: rowCount }, (_, i) => readCell(sheet, row + i, column));
const findChart = (sheet: SheetContent, name: string) => sheet.charts.find((chart) => chart.name === name)!;
const covers = (range: GridRange, row: number, column: number) =>
  range.row <= row &&
  row < range.row + range.rowCount &&
  range.column <= column &&
  column < range.column + range.columnCount;
const findFill = (sheet: SheetContent, row: number, column: number) =>
  sheet.styles.filter(({ range, style }) => style.fill !== undefined && covers(range, row, column)).at(-1)?.style.fill;

describe("the sheet of the lifetime value", () => {
  const sheet = build();

  it("begins with what the future is worth, by which model, and how well it forecasts", () => {
    const { row } = findCell(sheet, "What the future is worth");
    const [total, purchases, top, model, test] = readDown(sheet, row + 2, 1).map(String);
    expect(total).toMatch(
      /^In the next 12 months the customers of today are expected to bring \$21,\d{3} of profit, in money of today\.$/,
    );
    expect(purchases).toMatch(/^364 purchases are expected\. The 95% interval is 339 to 391\. The mean probability/);
    expect(top).toMatch(/^The best 20% of customers \(24\) hold \d\d(\.\d)?% of that future value\.$/);
    expect(model).toBe("BG/NBD was taken because it forecast the test period best of the models.");
    expect(test).toMatch(
      /^Test: of the last 240 days, which it had not seen, it expected 232 purchases; there were 249 \(-6\.8%\)\. Its error per customer \(RMSE 1\.58\) is smaller than that of the best forecast without a model \(Simple rule: everyone keeps their own rate: 1\.632\)\.$/,
    );
  });

  it.each<[string, Partial<LifetimeValueResult>, string]>([
    ["was set", { modelSource: "chosen" }, "BG/NBD was set; the data did not choose it."],
    [
      "had no test",
      { modelSource: "default", holdout: null },
      "BG/NBD was taken because there was no test period to compare models in.",
    ],
    [
      "took another's place",
      { remarks: [{ code: "modelReplaced", level: "amber", parameters: { model: "bg-nbd" } }] },
      "BG/NBD was taken because the model that forecast best did not settle on all days.",
    ],
    [
      "is as good as the best",
      { model: "pareto-nbd" },
      "Pareto/NBD was taken: its forecast of the test period is within 1% of the best, and among equals it is the most common.",
    ],
  ])("says so of a model that %s", (_, changes, sentence) => {
    expect(listSheetTexts(build(change(changes)))).toContain(sentence);
  });

  it("warns where a forecast without a model is as good", () => {
    const naive = { ...holdout.naive, sameCount: { ...holdout.naive.sameCount, rootMeanSquareError: 1.2 } };
    const texts = listSheetTexts(build(change({ holdout: { ...holdout, naive } })));
    expect(texts.filter((text) => text.includes("is not smaller than that of a forecast without a model"))).toEqual([
      expect.stringContaining("(Simple rule: as many as in the days before: 1.2)"),
    ]);
  });

  it.each<[Language, string]>([
    ["en", "Red: do not rely on it"],
    ["zh", "红：不宜依赖"],
  ])("says in %s what to be careful about in words, not in colour alone", (language, words) => {
    const page = build(analysis, language);
    const { row, column } = findCell(page, words);
    expect(findFill(page, row, column)).toBe("#9A3412");
    expect(readCell(page, row, column + 2)).toContain("Gamma-Gamma");
  });

  it("has a green light where nothing speaks against the models", () => {
    const calm = build(change({ remarks: [] }));
    const { row, column } = findCell(calm, "The data are enough, the models settled, and nothing speaks against them.");
    expect(readCell(calm, row, column - 2)).toBe("Green: fine");
  });

  it("adds the months up to the total", () => {
    const { row } = findCell(sheet, "Cumulated");
    const cumulated = readDown(sheet, row + 1, 5);
    expect(cumulated).toHaveLength(12);
    expect(cumulated[11]).toBeCloseTo(lifetime.totals.clv!.value, 6);
    expect(readRow(sheet, row + 1, 1).slice(0, 4)).toEqual([1, ...Object.values(lifetime.months[0]).slice(1)]);
  });

  it("judges every model and every simple rule, and marks the one with the smallest error", () => {
    const { row, column } = findCell(sheet, "Forecast");
    const names = readDown(sheet, row + 1, column);
    expect(names).toEqual([
      ...["What happened", "BG/NBD", "MBG/NBD", "Pareto/NBD"],
      ...["Simple rule: everyone keeps their own rate", "Simple rule: everyone buys at the mean rate"],
      ...["Simple rule: as many as in the days before", "Simple rule: nobody returns"],
    ]);
    const [first] = holdout.models;
    const figures = (at: number) => Array.from({ length: 6 }, (_, i) => readCell(sheet, at, column + 4 + i));
    expect(figures(row + 2)).toEqual([
      first.sum,
      first.biasShare,
      first.meanAbsoluteError,
      first.rootMeanSquareError,
      first.correlation,
      first.fit.logLikelihood,
    ]);
    expect(figures(row + 8).slice(0, 2)).toEqual([0, -1]);
    const marks = listSheetTexts(sheet).filter((text) => text.startsWith("◄"));
    expect(marks).toEqual(["◄ smallest RMSE, used"]);
    expect(readCell(sheet, row + 2, column + 10)).toBe(marks[0]);
  });

  it("shows customers by purchases, and what they bought in the test, beside what the model expected", () => {
    const counts = findChart(sheet, "cvm-clv-counts").series;
    const means = findChart(sheet, "cvm-clv-means").series;
    const [model] = holdout.models;
    expect(counts.map(({ values }) => readRange(sheet, values))).toEqual([holdout.actual.histogram, model.histogram]);
    expect(means.map(({ values }) => readRange(sheet, values))).toEqual([
      holdout.actual.meanByFrequency,
      model.meanByFrequency,
    ]);
    expect(readRange(sheet, counts[0].categories)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7+"]);
  });

  it("follows the weeks, and tells the days seen from the forecast", () => {
    const { series, categoryMaximum } = findChart(sheet, "cvm-clv-cumulated");
    const [actual, seen, forecast] = series.map(({ values }) => readRange(sheet, values));
    const weeks = holdout.weekEndDay.length;
    const seenWeeks = holdout.weekEndDay.filter((end) => end <= holdout.calibrationEndDay).length;
    expect(categoryMaximum).toBe(weeks);
    expect(actual).toEqual(holdout.tracking.cumulated);
    expect(seen.filter((value) => value !== null)).toHaveLength(seenWeeks);
    expect(forecast.filter((value) => value !== null)).toHaveLength(weeks - seenWeeks + 1);
    expect(seen[seenWeeks - 1]).toBe(forecast[seenWeeks - 1]);
    expect(forecast[weeks - 1]).toBe(holdout.models[0].tracking.cumulated[weeks - 1]);
  });

  it("does not draw a last week that the data hold only in part", () => {
    const rows = (given: SheetContent) => findChart(given, "cvm-clv-incremental").series[0].values.rowCount;
    const days = holdout.calibrationDays + holdout.holdoutDays;
    const weeks = holdout.weekEndDay.length;
    expect(days % 7).not.toBe(0);
    expect(rows(sheet)).toBe(weeks - 1);
    const longer = { ...holdout, holdoutEndDay: holdout.holdoutEndDay + 7 - (days % 7) };
    expect(rows(build(change({ holdout: longer })))).toBe(weeks);
  });

  it("lists parameters with errors and intervals, and none of a fit that did not settle", () => {
    const { row, column } = findCell(sheet, "Parameter");
    const fit = lifetime.fit!;
    expect(readRow(sheet, row + 1, column).slice(0, 5)).toEqual([
      "r",
      fit.parameters.r,
      fit.standardErrors!.r,
      ...fit.intervals!.r,
    ]);
    const names = Array.from({ length: 11 }, (_, i) => readCell(sheet, row + 1 + i, column));
    expect(names).toEqual(["r", "α", "a", "b", "r", "α", "a", "b", "p", "q", "v"]);
    expect(lifetime.gammaGamma!.converged).toBe(false);
    expect([2, 3, 4].map((offset) => readCell(sheet, row + 10, column + offset))).toEqual([null, null, null]);
  });

  it("reports how the searches went, and spend with its correlation light", () => {
    const { row, column } = findCell(sheet, "Verdict");
    expect(readDown(sheet, row + 1, column)).toEqual(["Green: fine", "Green: fine", "Red: do not rely on it"]);
    expect(listSheetTexts(sheet)).toEqual(
      expect.arrayContaining(["4 of 4", "Amber: spend depends somewhat on frequency"]),
    );
  });

  it("says what was assumed, merged and left out", () => {
    const texts = listSheetTexts(sheet);
    expect(texts).toEqual(
      expect.arrayContaining([
        "Money is discounted at 0.797% a month, which is 10% a year.",
        "29.825% of spend is profit, as for all customers so far.",
        "2.081% of spend is taken off for refunds, as so far.",
        "Customers who first bought in the test period: left out of the test only",
        "Customers without a repeat purchase: the spend model gives them the mean",
      ]),
    );
    const { row, column } = findCell(sheet, "Customers who first bought in the test period: left out of the test only");
    expect(readCell(sheet, row, column - 1)).toBe(holdout.leftOut);
    expect(texts.filter((text) => text.includes("A month is converted to 4.348 weeks"))).toHaveLength(1);
  });

  it("prints on one page in width without the data of charts, and cuts no chart", () => {
    const { print, charts } = sheet;
    expect(print).toMatchObject({ orientation: "portrait", pagesWide: 1, paper: "A4" });
    expect(charts).toHaveLength(5);
    for (const { place } of charts) {
      expect(print!.breaks!.some((row) => place.row < row && row < place.row + place.rowCount)).toBe(false);
      expect(place.column + place.columnCount).toBeLessThanOrEqual(print!.area!.columnCount);
    }
    const [tracked] = findChart(sheet, "cvm-clv-cumulated").series;
    expect(tracked.values.column).toBeGreaterThanOrEqual(print!.area!.columnCount);
  });
});

describe("a lifetime value of other data", () => {
  it.each<[Language, string]>([
    ["en", "P(alive) is 100% for 26 customers who bought once"],
    ["zh", "只购买过一次的 26 位客户活跃概率均为 100%"],
  ])("says in %s that P(alive) of one-time buyers is so by construction", (language, start) => {
    const texts = listSheetTexts(build(buildSmallAnalysis({}, { clvModel: "bg-nbd" }), language));
    expect(texts.filter((text) => text.startsWith(start))).toHaveLength(1);
  });

  it("predicts from the day that was set, and says whose days those are", () => {
    const given = buildSmallAnalysis({}, { calibrationEnd: "2025-06-30" });
    const texts = listSheetTexts(build(given));
    expect(given.lifetime!.predictedFromDay).not.toBe(lifetime.predictedFromDay);
    expect(texts.filter((text) => text.includes("predicted from 2025-06-30"))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("The split is the one that was set."))).toHaveLength(1);
  });

  it("shows purchases alone without money", () => {
    const sheet = build(buildSmallAnalysis({ money: false }));
    const texts = listSheetTexts(sheet);
    expect(texts).toContain("The data have no amounts: purchases are forecast, money is not.");
    expect(texts.filter((text) => /\$|discounted at|Gamma-Gamma/.test(text))).toEqual([]);
    expect(findChart(sheet, "cvm-clv-months").title).toBe("Expected purchases");
  });

  it("keeps the months of ten years and cuts no chart for them", () => {
    const { charts, print } = build(buildSmallAnalysis({}, { horizonMonths: 120 }));
    expect(print!.breaks!.length).toBeGreaterThan(2);
    const cut = charts.filter(({ place }) =>
      print!.breaks!.some((row) => place.row < row && row < place.row + place.rowCount),
    );
    expect(cut).toEqual([]);
  });

  it.each<[Language, string, string]>([
    [
      "en",
      "No lifetime value can be estimated from these data",
      "bought again; a repeat-purchase model needs at least 10.",
    ],
    ["zh", "现有数据无法估算生命周期价值", "重复购买模型至少需要 10 位。"],
  ])("is a short sheet with the reason in %s where no model can be fitted", (language, heading, reason) => {
    const sheet = build(buildSmallAnalysis({ customers: 3 }), language);
    const texts = listSheetTexts(sheet);
    expect(texts).toContain(heading);
    expect(texts.filter((text) => text.includes(reason))).toHaveLength(1);
    expect(sheet.charts).toEqual([]);
    expect(texts.length).toBeLessThan(10);
  });

  it("says that dates are missing where there are none", () => {
    const texts = listSheetTexts(build({ ...analysis, lifetime: null }));
    expect(texts).toEqual([
      "Customer lifetime value",
      "No lifetime value can be estimated from these data",
      "Repeat-purchase models need dates of purchase, and the data have none.",
    ]);
  });

  it("names the day from which it predicts", () => {
    const day = formatIsoDay(lifetime.predictedFromDay);
    expect(listSheetTexts(build())[1]).toContain(`12 months after ${day}`);
  });
});

describe.each<Language>(["en", "zh"])("words in %s", (language) => {
  const { lifetime: words } = getWords(language);

  it("explain every parameter", () => {
    const names = new Set([...repeatModels.flatMap(({ parameterNames }) => parameterNames), "p", "q", "v"]);
    expect([...names].filter((name) => words.parameterMeanings[name] === undefined)).toEqual([]);
  });
});
