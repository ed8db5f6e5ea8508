import type { SheetContent } from "../../../workbook/port";
import type { Scorecard } from "../../scorecard/scorecard";
import { scorecardColumns, scorecardSheetId } from "../../scorecard/sheet-inputs";
import { buildRange } from "../address";
import { mutedStyle, pageColumn, pageColumns, writeBullets, writeParagraph, writeTitle } from "../page";
import { SheetBuilder } from "../sheet-builder";
import { tabColors } from "../theme";
import { describeScorecard } from "./headlines";
import { writePairBlock } from "./pair-block";
import { writeRatingBlock } from "./rating-block";
import { writeRoundBlock } from "./round-block";
import { writeScoreList } from "./score-list";
import type { ScorecardContext } from "./scorecard-context";
import { writeTestPart } from "./test-part";
import { writeTierPart } from "./tier-part";
import { weightInUse, writeWeightFormulas, writeWeightTable } from "./weight-table";

export const scorecardSheetName = "CVM Scorecard";
const columnWidth = 11.5;

/** Weights, tiers, test, the blocks to type judgements into, and the score of every customer. */
export function buildScorecardSheet(card: Scorecard, context: ScorecardContext): SheetContent {
  const { words } = context;
  const text = words.scorecard;
  const sheet = new SheetBuilder({ id: scorecardSheetId, name: scorecardSheetName, tabColor: tabColors.summary });
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, columnWidth, pageColumns);
  sheet.setWidth(pageColumn + pageColumns, columnWidth);
  sheet.setWidth(scorecardColumns.key, 3);
  writeTitle(sheet, text.title, [text.subtitle(card.ids.length, card.indicators.length)]);
  sheet.row++;
  writeBullets(sheet, describeScorecard(card, words));
  sheet.row++;
  writeParagraph(sheet, text.inputHint, mutedStyle);
  const weightRow = writeWeightTable(sheet, card, context);
  writeTierPart(sheet, card, context);
  writeTestPart(sheet, card, context);
  const pairs = writePairBlock(sheet, card, context);
  const rounds = writeRoundBlock(sheet, card, context);
  writeWeightFormulas(sheet, card, weightRow, pairs, rounds);
  const weightCells = card.indicators.map((_, i) => weightInUse(weightRow, i));
  writeRatingBlock(sheet, card, weightCells, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  writeScoreList(sheet, card, context);
  sheet.fillHeights(sheet.row);
  return sheet.build();
}
