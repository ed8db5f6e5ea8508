import { numbers } from "../../helpers/lens-tables";
import type { Analysis } from "../../../src/core/report/analysis";
import { analyzeSummary } from "../../../src/core/report/analyze";
import { defaultSettings } from "../../../src/core/report/settings";
import type { Language } from "../../../src/i18n/words";
import { getWords } from "../../../src/i18n/words";
import { layOutCross } from "../../../src/jobs/layout/cross/cross-sheet";
import { listCustomerColumns } from "../../../src/jobs/layout/customers-sheet";
import { layOutLenses } from "../../../src/jobs/layout/lenses/lenses-sheet";
import { layOutLifetime } from "../../../src/jobs/layout/lifetime/lifetime-sheet";
import { getGroupColor } from "../../../src/jobs/layout/theme";
import { buildJsonReport } from "../../../src/jobs/report-json";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { findCell, listSheetTexts, plainSource, readCell, readRow } from "../../helpers/sheet-cells";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

const contextOf = (language: Language) => ({
  words: getWords(language),
  language,
  moneyFormat: "$#,##0.00",
  version: "1",
  source: plainSource,
});

describe("the sheet of all views", () => {
  let analysis: Analysis;
  beforeAll(() => {
    const { summary } = buildSmallAnalysis({ customers: 80 });
    const { ids, orders } = summary.customers;
    const rated = numbers(
      "Delivery",
      Array.from(ids, (_, i) => Math.min(5, orders[i])),
    );
    const run = analyzeSummary(
      { ...summary, customers: { ...summary.customers, attributes: [...summary.customers.attributes, rated] } },
      {
        ...defaultSettings,
        ratingColumns: ["Delivery"],
        acquisitionCost: 40,
        contractRetention: 0.8,
        contractMargin: 100,
        contractSurvivors: [100, 60, 45],
        bootstrapResamples: 5,
        behaviourGroups: [
          { name: "Often", match: "all", conditions: [{ column: "orders", operator: ">", value: 3 }] },
          { name: "North", match: "all", conditions: [{ column: "mainRegion", operator: "=", value: "North" }] },
        ],
        crossTables: [["mainRegion", "lifecycle"]],
      },
    );
    let step = run.next();
    while (step.done !== true) step = run.next();
    analysis = step.value;
  });

  it.each<Language>(["en", "zh"])(
    "has a block for every view that ran, with where it comes from, in %s",
    (language) => {
      const texts = listSheetTexts(finishSteps(layOutLenses(analysis, contextOf(language))));
      const { lenses } = getWords(language);
      for (const { id } of analysis.lenses) {
        const { title, description } = lenses[id as keyof typeof lenses];
        expect(texts).toEqual(expect.arrayContaining([title, description]));
      }
    },
  );

  it("leads from its list of contents to each block", () => {
    const sheet = finishSteps(layOutLenses(analysis, contextOf("en")));
    expect(sheet.links).toHaveLength(analysis.lenses.length);
    for (const { row, column, target } of sheet.links) {
      const [, , place] = /^'([^']+)'!B(\d+)$/.exec(target)!;
      expect(readCell(sheet, Number(place) - 1, 1)).toBe(readCell(sheet, row, column));
    }
  });

  it("draws the value cube as eight cells in the colours of its groups", () => {
    const sheet = finishSteps(layOutLenses(analysis, contextOf("en")));
    const { row } = findCell(sheet, "The eight cells");
    const names = [3, 6].map((offset) => [3, 5, 7, 9].map((column) => readCell(sheet, row + offset, column)));
    expect(names).toEqual([
      ["Core", "Mature keep", "Valuable at risk", "Fading"],
      ["Rising", "Loyal small", "To be won", "Low value"],
    ]);
    const cube = analysis.lenses.find(({ id }) => id === "value-cube")!;
    const fills = sheet.styles
      .filter(({ range }) => range.row >= row + 3 && range.row < row + 9)
      .map(({ style }) => style.fill);
    cube.groups.forEach(({ id }, i) => expect(fills).toContain(getGroupColor("value-cube", id, i, 8).fill));
  });

  it("says what a rated attribute does to loyalty", () => {
    const sheet = finishSteps(layOutLenses(analysis, contextOf("en")));
    const { row } = findCell(sheet, "Delivery");
    const [factor] = analysis.ratingFactors;
    expect(readRow(sheet, row, 3).slice(0, 2)).toEqual([factor.customers, factor.meanRating]);
    expect(listSheetTexts(sheet)).toContain("Value");
  });

  it("says who the user's own groups are, when they buy and whom they share", () => {
    const texts = listSheetTexts(finishSteps(layOutLenses(analysis, contextOf("en"))));
    expect(texts).toEqual(
      expect.arrayContaining(["Customers whom two groups share", "Purchase days by month", "Peak weekday", "Jan"]),
    );
  });

  it("lists all groups of a customer on the customers' sheet where groups overlap", () => {
    const own = listCustomerColumns(analysis, contextOf("en")).find(({ id }) => id === "behaviour-groups")!;
    const shared = analysis.groupFacts!.overlaps[0][1];
    expect(shared).toBeGreaterThan(0);
    expect(Array.from(own.values).filter((value) => value === "Often; North")).toHaveLength(shared);
  });

  it("shows the weighted score without a bare decimal point", () => {
    const score = listCustomerColumns(analysis, contextOf("en")).find(({ id }) => id === "score")!;
    expect(score.format).toBe("#,##0");
  });

  it("writes cross-tables with totals, and pieces, order value and cost for stages", () => {
    const sheet = finishSteps(layOutCross(analysis, contextOf("en")));
    const { row } = findCell(sheet, "Customers");
    const { table } = analysis.crossTables[0];
    expect(readRow(sheet, row + 2, 3).slice(0, 6)).toEqual([
      ...table!.cells[0].map(({ customers }) => customers),
      table!.rowTotals[0].customers,
    ]);
    expect(listSheetTexts(sheet)).toEqual(expect.arrayContaining(["Average order", "Cost"]));
    expect(listSheetTexts(sheet)).not.toContain("Pieces");
  });

  it("brings acquisition, contract and bootstrap to CVM CLV and to the JSON report", () => {
    const texts = listSheetTexts(finishSteps(layOutLifetime(analysis, contextOf("en"))));
    expect(texts).toEqual(
      expect.arrayContaining([
        "Does winning customers pay?",
        "Customers with a contract",
        "By retention rate 80%",
        expect.stringMatching(/^Bootstrap over 5 resamples/),
      ]),
    );
    const report = buildJsonReport(analysis, { file: "x", sheet: null, columns: {} }, (position) => position, []);
    const clv = JSON.parse(JSON.stringify(report.clv));
    expect(clv.contract.retentionClv).toBeCloseTo(366.666667, 6);
    expect(clv.acquisition).toMatchObject({ meanCost: 40, customers: analysis.summary.customers.ids.length });
    expect(clv.bootstrap.resamples).toBe(5);
  });
});

it("gives no interval of money where the spend model did not settle, and says why", () => {
  const tiny = buildSmallAnalysis({ customers: 14 });
  const { lifetime } = tiny;
  expect(lifetime!.totals.clv).toMatchObject({ low: null, high: null });
  expect(lifetime!.customers.clvLow.every(Number.isNaN)).toBe(true);
  const report = buildJsonReport(tiny, { file: "x", sheet: null, columns: {} }, (position) => position, []);
  expect(report.clv).toMatchObject({ totalIntervalReason: "spendNotConverged", totalInterval: [null, null] });
  const texts = listSheetTexts(finishSteps(layOutLifetime(tiny, contextOf("en"))));
  expect(texts).toContain(getWords("en").simpleLifetime.intervalReasons.spendNotConverged);
});
