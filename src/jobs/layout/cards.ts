import { buildRange } from "./address";
import { pageColumn, pageColumns } from "./page";
import type { SheetBuilder } from "./sheet-builder";
import { palette } from "./theme";

/** A figure with its name in large print. */
export interface Card {
  readonly label: string;
  readonly value: number;
  readonly format: string;
}

export const cardsPerRow = 4;
const cardColumns = pageColumns / cardsPerRow;
const rowsPerCard = 3;

/** Figures side by side, four to a row; leaves the builder below. */
export function writeCards(sheet: SheetBuilder, cards: readonly Card[]): void {
  cards.forEach(({ label, value, format }, i) => {
    const row = sheet.row + Math.floor(i / cardsPerRow) * rowsPerCard;
    const column = pageColumn + (i % cardsPerRow) * cardColumns;
    const card = buildRange(row, column, 2, cardColumns);
    sheet.addStyle(card, { fill: palette.panel });
    sheet.addStyle(buildRange(row, column, 2, 1), { border: { sides: ["left"], color: palette.accent } });
    sheet.setHeight(row, 18);
    sheet.setHeight(row + 1, 30);
    sheet.setHeight(row + 2, 6);
    sheet.put(row, column, label, {
      fontSize: 9,
      fontColor: palette.muted,
      verticalAlign: "center",
      indent: 1,
    });
    sheet.putMerged(buildRange(row + 1, column, 1, cardColumns), value, {
      fontSize: 20,
      bold: true,
      fontColor: palette.ink,
      numberFormat: format,
      horizontalAlign: "left",
      verticalAlign: "center",
      indent: 1,
    });
  });
  sheet.row += Math.ceil(cards.length / cardsPerRow) * rowsPerCard;
}
