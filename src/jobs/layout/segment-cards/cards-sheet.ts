import type { SheetContent } from "../../../workbook/port";
import type { SegmentCards } from "../../cards/compute-cards";
import { buildRange } from "../address";
import { findLensWords } from "../group-words";
import { pageColumn, pageColumns, pickPageWidth, writeBullets, writeHeading, writeTitle } from "../page";
import { SheetBuilder } from "../sheet-builder";
import { tabColors } from "../theme";
import { writeCard } from "./card-block";
import type { CardsContext } from "./cards-context";
import { writeChannels } from "./channel-block";
import { writeFigures } from "./figure-table";
import { writeGrowth } from "./growth-block";
import { describeCards } from "./headlines";

/** Where the keys of the user's cells stand, right of the page. */
export const cardsKeyColumn = pageColumn + pageColumns + 3;

/** A card per group, the figures they point to, the growth matrix and the cost to serve by channel. */
export function buildCardsSheet(segments: SegmentCards, context: CardsContext): SheetContent {
  const { words } = context;
  const text = words.cards;
  const { lens, cards, growth } = segments;
  const sheet = new SheetBuilder({ id: "cards", name: "CVM Cards", tabColor: tabColors.cards });
  sheet.setWidth(0, 2);
  const revenue = cards.map(({ totals }) => totals.revenue);
  sheet.setWidth(pageColumn, pickPageWidth(revenue, context), pageColumns);
  const title = findLensWords(words, lens.id).name;
  writeTitle(sheet, text.title, [text.subtitle(title)]);
  sheet.row++;
  writeBullets(sheet, describeCards(segments, context));
  const figures = writeFigures(sheet, segments, context);
  writeHeading(sheet, title);
  sheet.row--;
  cards.forEach((card, i) => writeCard(sheet, segments, card, figures[i], context));
  if (growth !== null) writeGrowth(sheet, growth, context);
  writeChannels(sheet, segments, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return sheet.build();
}
