import { WALLET_STAGES } from "../../../core/decisions/wallet-share";
import type { WalletResult } from "../../wallet/analyze-wallets";
import { buildRange } from "../address";
import { writeCards } from "../cards";
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
import { stageColors } from "./wallet-context";

const chartRows = 18;

/** Cards and the table of stages. */
export function writeStagePart(
  sheet: SheetBuilder,
  { position, wallets, choices }: WalletResult,
  { words, moneyFormat }: WalletContext,
): void {
  const text = words.wallet;
  const { byStage } = position;
  const format = pickMoneyFormat(moneyFormat, position.total);
  writeCards(sheet, [
    { label: text.cards.share, value: position.share ?? NaN, format: shareFormat },
    { label: text.cards.gap, value: position.moneyGap, format: pickMoneyFormat(moneyFormat, position.moneyGap) },
    { label: text.cards.flagged, value: position.flagged, format: countFormat },
    { label: text.cards.customers, value: position.customers, format: countFormat },
  ]);
  writeHeading(sheet, text.stages);
  const [familiar, necessary] = choices.limits.cuts.map((cut) => words.phrases.share(cut));
  writeParagraph(sheet, text.stagesHint(familiar, necessary), mutedStyle);
  const perceived: PageColumn[] = [
    {
      header: text.meanPerceived,
      values: byStage.map(({ meanPerceived }) => meanPerceived),
      format: "0",
      align: "right",
    },
    { header: text.flagged, values: byStage.map(({ flagged }) => flagged), format: countFormat },
  ];
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    {
      header: text.stage,
      values: WALLET_STAGES.map((id) => text.stageNames[id]),
      colors: stageColors,
      span: 3,
      style: { indent: 1 },
    },
    { header: text.customers, values: byStage.map(({ customers }) => customers), format: countFormat },
    { header: text.ours, values: byStage.map(({ ours }) => ours), format },
    { header: text.total, values: byStage.map(({ total }) => total), format },
    {
      header: text.share,
      values: byStage.map(({ share }) => share),
      format: shareFormat,
      align: "right",
      bar: palette.bar,
    },
    { header: text.moneyGap, values: byStage.map(({ moneyGap }) => moneyGap), format },
    ...(wallets.perceived === null ? [] : perceived),
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

/** Where each stage's customers stand in the list; rows without a perceived relationship are not counted. */
export interface StageRows {
  readonly firstRow: number;
  readonly rowCount: number;
}

/** Keeps room for the chart of positions; the row that it begins at comes back. */
export function reservePositionChart(sheet: SheetBuilder, { words }: WalletContext): number {
  const text = words.wallet;
  writeHeading(sheet, text.position);
  writeParagraph(sheet, text.positionHint, mutedStyle);
  const row = sheet.row;
  sheet.row += chartRows;
  return row;
}

/** Perceived relationship from left to right, actual share upwards: who is right below buys less than they think of us. */
export function writePositionChart(
  sheet: SheetBuilder,
  row: number,
  rows: readonly StageRows[],
  columns: { readonly perceived: number; readonly share: number },
  isAboveTotal: boolean,
  { words }: WalletContext,
): void {
  const text = words.wallet;
  sheet.addChart({
    name: "CvmWalletPosition",
    kind: "scatter",
    title: text.position,
    place: buildRange(row, pageColumn, chartRows, pageColumns),
    series: WALLET_STAGES.flatMap((id, stage) => {
      const { firstRow, rowCount } = rows[stage];
      if (rowCount === 0) return [];
      return [
        {
          name: text.stageNames[id],
          categories: buildRange(firstRow, columns.perceived, rowCount, 1),
          values: buildRange(firstRow, columns.share, rowCount, 1),
          color: stageColors[stage].fill,
        },
      ];
    }),
    legend: "bottom",
    categoryAxisTitle: text.perceivedAxis,
    valueAxisTitle: text.shareAxis,
    valueNumberFormat: "0%",
    categoryMaximum: 100,
    ...(!isAboveTotal && { valueMaximum: 1 }),
  });
}
