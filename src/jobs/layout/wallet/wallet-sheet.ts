import type { SheetContent } from "../../../workbook/port";
import type { WalletResult } from "../../wallet/analyze-wallets";
import type { KeptCells } from "../../kept-cells";
import { buildRange } from "../address";
import { pageColumn, pageColumns, writeBullets, writeTitle } from "../page";
import { SheetBuilder } from "../sheet-builder";
import { tabColors } from "../theme";
import { writeDriverPart, writeRivalPart } from "./rival-part";
import { reservePositionChart, writePositionChart, writeStagePart } from "./stage-part";
import type { WalletContext } from "./wallet-context";
import { describeWalletResult } from "./wallet-headlines";
import { listColumns, writeOpportunities, writeWalletList } from "./wallet-list";

export const walletSheetId = "wallet";
export const walletSheetName = "CVM Wallet";
/** Where the keys of the rows with notes stand: right of the page. */
export const walletKeyColumn = 14;
const columnWidth = 11.5;

/** Stages, chart of positions, rivals, what goes with their shares, customers to win, and the list of all. */
export function buildWalletSheet(result: WalletResult, kept: KeptCells, context: WalletContext): SheetContent {
  const { words, moneyFormat } = context;
  const text = words.wallet;
  const sheet = new SheetBuilder({ id: walletSheetId, name: walletSheetName, tabColor: tabColors.customers });
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, columnWidth, pageColumns);
  writeTitle(sheet, text.title, [text.subtitle]);
  sheet.row++;
  writeBullets(sheet, describeWalletResult(result, words, moneyFormat));
  sheet.row++;
  writeStagePart(sheet, result, context);
  const isAsked = result.wallets.perceived !== null;
  const chartRow = isAsked ? reservePositionChart(sheet, context) : null;
  writeRivalPart(sheet, result, context);
  writeDriverPart(sheet, result, context);
  writeOpportunities(sheet, result, kept, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  const rows = writeWalletList(sheet, result, context);
  sheet.fillHeights(sheet.row);
  if (chartRow !== null)
    writePositionChart(sheet, chartRow, rows, listColumns, result.position.aboveTotal > 0, context);
  return sheet.build();
}
