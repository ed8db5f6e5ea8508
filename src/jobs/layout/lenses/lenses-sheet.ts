import type { Analysis, LensResult } from "../../../core/report/analysis";
import { buildRange, formatPlace } from "../address";
import type { Facts } from "../facts";
import { computeFacts } from "../facts";
import { findLensWords, formatRemark } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import {
  mutedStyle,
  pageColumn,
  pageColumns,
  pickPageWidth,
  textStyle,
  writeHeading,
  writeParagraph,
  writeTitle,
} from "../page";
import { writeScoreGrid } from "../score-grid";
import { SheetBuilder } from "../sheet-builder";
import type { LayoutSteps, SheetSteps } from "../sheet-steps";
import { chartDataColumn } from "../summary/concentration";
import { palette, tabColors } from "../theme";
import { writeGroupFacts } from "./group-facts";
import { writeLensBlock } from "./lens-block";
import { writeProfitability } from "./profitability";
import { writeProspectQuadrants } from "./prospect-block";
import { writeRatingFactors } from "./rating-block";
import { writeValueCube } from "./value-cube";

type WriteMore = (
  sheet: SheetBuilder,
  lens: LensResult,
  analysis: Analysis,
  facts: Facts,
  context: LayoutContext,
) => void | LayoutSteps;

/** What some views show beneath the table that all have. */
const writers: Readonly<Record<string, WriteMore>> = {
  "behaviour-groups": (sheet, lens, { groupFacts }, facts, context) => {
    if (groupFacts !== null) return writeGroupFacts(sheet, lens, groupFacts, facts, context);
  },
  usage: (sheet, lens, { usageFacts }, facts, context) => {
    if (usageFacts !== null) return writeGroupFacts(sheet, lens, usageFacts, facts, context);
  },
  loyalty: (sheet, _, analysis, __, context) => writeRatingFactors(sheet, analysis, context),
  quadrants: (sheet, _, __, ___, context) => writeProspectQuadrants(sheet, context),
  "rf-map": writeMeanRevenue,
  "value-cube": (sheet, lens, _, facts, context) => writeValueCube(sheet, lens, facts, context),
};

const linksBeside = 3;
const linkColumns = pageColumns / linksBeside;

/** Every view with where it comes from, its groups, and what to do with them, a step per view. */
export function* layOutLenses(analysis: Analysis, context: LayoutContext): SheetSteps {
  const { words } = context;
  const { lenses } = analysis;
  const facts = computeFacts(analysis);
  yield;
  const sheet = new SheetBuilder({ id: "lenses", name: sheetNames.lenses, tabColor: tabColors.lenses });
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([facts.revenue, facts.valueTotal], context), pageColumns);
  sheet.setWidth(pageColumn + pageColumns, 3, 2);
  sheet.setWidth(chartDataColumn, 18, 2);
  writeTitle(sheet, words.views.title, [words.views.subtitle]);
  if (lenses.length === 0) writeParagraph(sheet, words.views.empty);
  else writeHeading(sheet, words.views.contents);
  const contents = sheet.row;
  sheet.row += Math.ceil(lenses.length / linksBeside);
  for (const [i, lens] of lenses.entries()) {
    yield;
    const target = formatPlace(sheetNames.lenses, sheet.row + 1, pageColumn);
    const column = pageColumn + (i % linksBeside) * linkColumns;
    sheet.putLink(contents + Math.floor(i / linksBeside), column, findLensWords(words, lens.id).title, target, {
      ...textStyle,
      fontColor: palette.accent,
    });
    writeLensBlock(sheet, lens, facts, context);
    yield;
    const more = writers[lens.id]?.(sheet, lens, analysis, facts, context);
    if (more !== undefined) yield* more;
    for (const remark of lens.remarks) writeParagraph(sheet, formatRemark(words, lens.id, remark), mutedStyle);
  }
  yield;
  writeProfitability(sheet, analysis, facts, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return yield* sheet.buildInSteps();
}

/** What customers of each R and F score are worth. */
function writeMeanRevenue(
  sheet: SheetBuilder,
  _: LensResult,
  { heatMap }: Analysis,
  facts: Facts,
  { words: { summary }, moneyFormat }: LayoutContext,
): void {
  if (heatMap === null || facts.basis === "none") return;
  const format = pickMoneyFormat(moneyFormat, Math.max(...heatMap.meanRevenue.flat().filter(Number.isFinite)));
  const title = summary.heatRevenue(summary.valueName.revenue);
  const row = ++sheet.row;
  writeScoreGrid(sheet, row, pageColumn, title, summary.heatCorner, heatMap.meanRevenue, format);
  sheet.row = row + heatMap.meanRevenue.length + 2;
  writeParagraph(sheet, summary.heatNote, mutedStyle);
}
