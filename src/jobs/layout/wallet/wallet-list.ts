import { sortIndices } from "../../../core/math/index-sort";
import { WALLET_STAGES } from "../../../core/decisions/wallet-share";
import type { CellValue } from "../../../workbook/port";
import type { WalletResult } from "../../wallet/analyze-wallets";
import type { KeptCells } from "../../kept-cells";
import { inputStyle } from "../../kept-cells";
import { buildRange, formatColumn, formatFormulaText } from "../address";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import {
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { tableStyle } from "../theme";
import type { StageRows } from "./stage-part";
import type { WalletContext } from "./wallet-context";
import { stageColors } from "./wallet-context";

export const walletTableName = "CvmWallet";
const mostOpportunities = 20;
const noteColumns = 4;

/** Columns of the list that the chart of positions is drawn from. */
export const listColumns = { share: pageColumn + 3, perceived: pageColumn + 5 } as const;

/** Flagged customers, or all where nobody was asked, by the money that they spend elsewhere. */
function listOpportunities({ position, wallets }: WalletResult): number[] {
  const isWanted = (customer: number) =>
    position.stages[customer] >= 0 &&
    position.moneyGaps[customer] > 0 &&
    (wallets.perceived === null || position.flagged === 0 || position.flags[customer] === 1);
  return [...sortIndices(position.moneyGaps, true)].filter(isWanted).slice(0, mostOpportunities);
}

/** The customers with most to win, each with a cell for a note of the user's. */
export function writeOpportunities(
  sheet: SheetBuilder,
  result: WalletResult,
  kept: KeptCells,
  { words, moneyFormat }: WalletContext,
): void {
  const { position, wallets } = result;
  const text = words.wallet;
  const customers = listOpportunities(result);
  if (customers.length === 0) return;
  writeHeading(sheet, position.flagged > 0 ? text.flaggedTitle : text.gapTitle);
  writeParagraph(sheet, text.noteHint, mutedStyle);
  const pick = (values: ArrayLike<number>) => customers.map((customer): CellValue => values[customer]);
  const format = pickMoneyFormat(moneyFormat, position.moneyGaps[customers[0]]);
  const { perceived } = wallets;
  const perceivedColumns: PageColumn[] =
    perceived === null
      ? []
      : [
          { header: text.perceived, values: pick(perceived), format: "0", align: "right" },
          { header: text.perceptionGap, values: pick(position.perceptionGaps), format: "0", align: "right" },
        ];
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: words.columns.customer.name, values: customers.map((customer) => wallets.ids[customer]), span: 2 },
    { header: text.ours, values: pick(wallets.ours), format },
    { header: text.total, values: pick(wallets.total), format },
    { header: text.share, values: pick(position.shares), format: shareFormat },
    ...perceivedColumns,
    { header: text.moneyGap, values: pick(position.moneyGaps), format },
  ]);
  const column = pageColumn + pageColumns - noteColumns;
  sheet.put(table.headerRow, column, text.note, { ...mutedStyle, bold: true, verticalAlign: "bottom" });
  customers.forEach((customer, i) => {
    const row = table.firstRow + i;
    const key = `customer:${wallets.ids[customer]}`;
    kept.putKey(sheet, row, key);
    const note = kept.take(key, "note", column, null);
    sheet.putMerged(buildRange(row, column, 1, noteColumns), note, { ...inputStyle, wrap: true });
  });
  sheet.row = table.firstRow + table.rowCount;
}

/** From the most necessary to the unknown; within a stage those asked come first, then most to win. */
function orderCustomers({ position, wallets }: WalletResult): number[][] {
  const byGap = [...sortIndices(position.moneyGaps, true)];
  const hasGap = new Uint8Array(wallets.ids.length);
  for (const customer of byGap) hasGap[customer] = 1;
  const unknown = wallets.ids.flatMap((_, customer) => (hasGap[customer] === 1 ? [] : [customer]));
  const all = [...byGap, ...unknown];
  const { perceived } = wallets;
  const isAsked = (customer: number) => perceived !== null && perceived[customer] === perceived[customer];
  return [2, 1, 0, -1].flatMap((stage) => {
    const own = all.filter((customer) => position.stages[customer] === stage);
    return [own.filter(isAsked), own.filter((customer) => !isAsked(customer))];
  });
}

/** A native table with a row per customer; where the stages stand in it comes back. */
export function writeWalletList(
  sheet: SheetBuilder,
  result: WalletResult,
  { words, moneyFormat }: WalletContext,
): StageRows[] {
  const { position, wallets } = result;
  const text = words.wallet;
  writeHeading(sheet, text.list);
  const parts = orderCustomers(result);
  const order = parts.flat();
  const pick = (values: ArrayLike<number>) => order.map((customer): CellValue => values[customer]);
  const format = pickMoneyFormat(moneyFormat, Math.max(...wallets.total.filter(Number.isFinite)));
  const names = WALLET_STAGES.map((id) => text.stageNames[id]);
  const remark = (customer: number) => {
    if (position.tooLarge[customer] === 1) return text.remarks.aboveTotal;
    return position.flags[customer] === 1 ? text.remarks.flagged : null;
  };
  const columns: readonly (readonly [header: string, values: readonly CellValue[], format: string])[] = [
    [words.columns.customer.name, order.map((customer) => wallets.ids[customer]), "@"],
    [text.ours, pick(wallets.ours), format],
    [text.total, pick(wallets.total), format],
    [text.share, pick(position.shares), shareFormat],
    [text.stage, order.map((customer) => names[position.stages[customer]] ?? null), "@"],
    [text.perceived, pick(wallets.perceived ?? new Float64Array(wallets.ids.length).fill(NaN)), "0"],
    [text.perceptionGap, pick(position.perceptionGaps), "0"],
    [text.moneyGap, pick(position.moneyGaps), format],
    [text.remark, order.map(remark), "@"],
  ];
  const headerRow = sheet.row;
  sheet.putRow(
    headerRow,
    pageColumn,
    columns.map(([header]) => header),
    { ...mutedStyle, bold: true, wrap: true, verticalAlign: "bottom" },
  );
  sheet.addBlock({ row: headerRow + 1, column: pageColumn, columns: columns.map(([, values]) => values) });
  columns.forEach(([, , numberFormat], i) =>
    sheet.addAreaStyle(buildRange(headerRow + 1, pageColumn + i, order.length, 1), {
      fontSize: 10,
      numberFormat,
      horizontalAlign: numberFormat === "@" ? "left" : "right",
    }),
  );
  const stageColumn = pageColumn + 4;
  WALLET_STAGES.forEach((_, stage) =>
    sheet.addConditionalFormat({
      range: buildRange(headerRow + 1, stageColumn, order.length, 1),
      kind: "formula",
      formula: `=$${formatColumn(stageColumn)}${headerRow + 2}=${formatFormulaText(names[stage])}`,
      ...stageColors[stage],
    }),
  );
  sheet.addTable({
    name: walletTableName,
    range: buildRange(headerRow, pageColumn, order.length + 1, columns.length),
    style: tableStyle,
    showFilter: true,
  });
  sheet.row = headerRow + order.length + 1;
  let next = headerRow + 1;
  const starts = parts.map(({ length }) => {
    const firstRow = next;
    next += length;
    return { firstRow, rowCount: length };
  });
  return WALLET_STAGES.map((_, stage) => starts[2 * (2 - stage)]);
}
