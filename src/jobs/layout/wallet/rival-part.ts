import type { WalletResult } from "../../wallet/analyze-wallets";
import { buildRange } from "../address";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { WalletContext } from "./wallet-context";

const chartRows = 13;
/** More rivals than this do not fit beside the names of the drivers. */
const mostRivals = 8;

/** Where the wallets go: to us, to each rival, elsewhere. */
export function writeRivalPart(
  sheet: SheetBuilder,
  { position, split, wallets }: WalletResult,
  { words, moneyFormat }: WalletContext,
): void {
  if (split === null) return;
  const text = words.wallet;
  writeHeading(sheet, text.rivals);
  const entries = [
    {
      name: text.us,
      spend: position.ours,
      share: position.share,
      customers: wallets.ours.reduce((sum, own, i) => sum + Number(own > 0 && position.stages[i] >= 0), 0),
    },
    ...wallets.rivals.map(({ name }, i) => ({ name, ...split.rivals[i] })),
    { name: text.elsewhere, ...split.rest },
  ].filter(({ spend }, i) => i === 0 || spend > 0);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.supplier, values: entries.map(({ name }) => name), span: 3 },
    {
      header: text.spend,
      values: entries.map(({ spend }) => spend),
      format: pickMoneyFormat(moneyFormat, Math.max(...entries.map(({ spend }) => spend))),
    },
    { header: text.share, values: entries.map(({ share }) => share), format: shareFormat, align: "right" },
    { header: text.customers, values: entries.map(({ customers }) => customers), format: countFormat },
  ]);
  sheet.addChart({
    name: "CvmWalletSplit",
    kind: "bar",
    title: text.splitChart,
    place: buildRange(table.headerRow, pageColumn + 7, chartRows, pageColumns - 7),
    series: [{ name: text.share, categories: table.range(0), values: table.range(2), color: palette.accent }],
    legend: "none",
    valueNumberFormat: "0%",
    dataLabels: true,
  });
  sheet.row = Math.max(table.firstRow + table.rowCount, table.headerRow + chartRows);
}

/** What goes with our share and the share of each rival. */
export function writeDriverPart(
  sheet: SheetBuilder,
  { drivers, wallets }: WalletResult,
  { words }: WalletContext,
): void {
  if (drivers.length === 0) return;
  const text = words.wallet;
  writeHeading(sheet, text.drivers);
  writeParagraph(sheet, text.driversHint, mutedStyle);
  const suppliers = [text.us, ...wallets.rivals.slice(0, mostRivals).map(({ name }) => name)];
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.figure, values: drivers.map(({ name }) => name), span: 3 },
    ...suppliers.map((header, i): PageColumn => ({
      header,
      values: drivers.map(({ correlations }) => correlations[i].coefficient),
      format: "+0.00;-0.00;0.00",
      align: "right",
    })),
  ]);
  drivers.forEach(({ correlations }, row) =>
    suppliers.forEach((_, i) => {
      if (!correlations[i].isClear) return;
      sheet.addStyle(buildRange(table.firstRow + row, pageColumn + 3 + i, 1, 1), {
        bold: true,
        fontColor: palette.accent,
      });
    }),
  );
  sheet.row = table.firstRow + table.rowCount;
}
