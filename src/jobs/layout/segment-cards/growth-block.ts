import { GROWTH_HISTORY_DAYS } from "../../../core/decisions/growth-matrix";
import type { GrowthMatrix, GrowthResult } from "../../../core/decisions/growth-matrix";
import { formatShare } from "../../../i18n/format-number";
import { buildRange } from "../address";
import { pickMoneyFormat } from "../money-format";
import { mutedStyle, pageColumn, textStyle, writeHeading, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette, pickRampColor, computeContrast } from "../theme";
import type { CardsContext } from "./cards-context";

const labelSpan = 2;
const cellSpan = 5;

/** Existing and new customers by existing and new products; leaves the builder below. */
export function writeGrowth(sheet: SheetBuilder, growth: GrowthMatrix, context: CardsContext): void {
  const text = context.words.cards;
  writeHeading(sheet, text.growth);
  writeParagraph(sheet, text.growthHint, mutedStyle);
  const { cells, changeShare } = growth;
  if (changeShare !== null) writeParagraph(sheet, text.allChange(formatChange(changeShare, context)));
  if (changeShare !== null && cells.every(({ previous }) => previous === null))
    writeParagraph(sheet, text.onlyAllChange(GROWTH_HISTORY_DAYS), mutedStyle);
  const columns = [text.existingProducts, text.newProducts];
  columns.forEach((header, j) =>
    sheet.putMerged(buildRange(sheet.row, pageColumn + labelSpan + j * cellSpan, 1, cellSpan), header, {
      ...mutedStyle,
      bold: true,
      horizontalAlign: "center",
    }),
  );
  sheet.row++;
  [text.existingCustomers, text.newCustomers].forEach((label, i) => {
    sheet.putMerged(buildRange(sheet.row, pageColumn, 4, labelSpan), label, {
      ...textStyle,
      bold: true,
      wrap: true,
      indent: 1,
    });
    columns.forEach((_, j) =>
      writeCell(sheet, pageColumn + labelSpan + j * cellSpan, cells[2 * i + j], cells, context),
    );
    sheet.row += 4;
  });
}

function formatChange(share: number, { words }: Pick<CardsContext, "words">): string {
  return `${share > 0 ? "+" : ""}${formatShare(share, words.phrases.locale)}`;
}

/** Name, revenue, customers and change of a cell; darker the larger its part of revenue. */
function writeCell(
  sheet: SheetBuilder,
  column: number,
  { cell, current, changeShare }: GrowthResult,
  growth: readonly GrowthResult[],
  { words, moneyFormat }: CardsContext,
): void {
  const text = words.cards;
  const rank = growth.filter((other) => other.current.revenue > current.revenue).length;
  const fill = pickRampColor(rank, growth.length);
  const fontColor = computeContrast(fill, palette.white) >= 4.5 ? palette.white : palette.black;
  const style = { fill, fontColor, horizontalAlign: "center", verticalAlign: "center" } as const;
  const change = changeShare === null ? text.noChange : text.change(formatChange(changeShare, { words }));
  const lines: [string | number, object][] = [
    [text.growthCells[cell], { bold: true, fontSize: 11 }],
    [current.revenue, { bold: true, fontSize: 16, numberFormat: pickMoneyFormat(moneyFormat, current.revenue) }],
    [text.growthCustomers(current.customers), { fontSize: 9 }],
    [change, { fontSize: 9 }],
  ];
  lines.forEach(([value, look], k) =>
    sheet.putMerged(buildRange(sheet.row + k, column, 1, cellSpan), value, { ...style, ...look }),
  );
  sheet.addStyle(buildRange(sheet.row, column, 4, cellSpan), {
    border: { sides: ["left", "right"], color: palette.white },
  });
  sheet.addStyle(buildRange(sheet.row, column, 1, cellSpan), { border: { sides: ["top"], color: palette.white } });
}
