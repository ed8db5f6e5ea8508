import type { LensResult } from "../../../core/report/analysis";
import type { Words } from "../../../i18n/en";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import { findGroupAction, findGroupName, findLensWords } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import { countFormat, mutedStyle, pageColumn, pageColumns, shareFormat, writeHeading, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import type { GroupColor } from "../theme";
import { getGroupColor } from "../theme";

/** Names of a lens' groups with their colours. */
export function buildNameColumn(lens: LensResult, words: Words, span: number): PageColumn {
  return {
    header: findLensWords(words, lens.id).name,
    span,
    values: lens.groups.map(({ id }) => findGroupName(words, lens.id, id)),
    colors: listColors(lens),
    style: { indent: 1 },
  };
}

/** Colours of a lens' groups in their order. */
export function listColors(lens: LensResult): GroupColor[] {
  return lens.groups.map(({ id }, index) => getGroupColor(lens.id, id, index, lens.groups.length));
}

/** Customers and shares of the groups of a lens, of those columns that have numbers. */
export function buildFigureColumns(
  lens: LensResult,
  facts: Facts,
  { words, moneyFormat }: LayoutContext,
): PageColumn[] {
  const { summary } = words;
  const value = summary.valueName[facts.basis];
  const columns: PageColumn[] = [
    {
      header: summary.customersHeader,
      values: lens.groups.map((group) => group.customers),
      format: countFormat,
    },
    {
      header: summary.customerShareHeader,
      values: lens.groups.map((group) => group.customerShare),
      format: shareFormat,
    },
  ];
  if (facts.basis === "none") return columns;
  const totals = lens.groups.map(({ meanValue, customers }) => (customers === 0 ? 0 : meanValue * customers));
  const means = lens.groups.map((group) => group.meanValue);
  return [
    ...columns,
    {
      header: summary.valueTitle[facts.basis],
      values: totals,
      format: pickMoneyFormat(moneyFormat, facts.valueTotal),
    },
    {
      header: summary.valueShareHeader(value),
      values: lens.groups.map((group) => group.valueShare),
      format: shareFormat,
    },
    {
      header: summary.meanHeader(value),
      values: means,
      format: pickMoneyFormat(moneyFormat, Math.max(...means.filter(Number.isFinite))),
    },
  ];
}

/** The block for a lens that has no block of its own. */
export function writeLensBlock(sheet: SheetBuilder, lens: LensResult, facts: Facts, context: LayoutContext): void {
  const { words } = context;
  const { title, description } = findLensWords(words, lens.id);
  writeHeading(sheet, title);
  if (description !== "") sheet.putText(sheet.row++, pageColumn, pageColumns, description, mutedStyle);
  const figures = buildFigureColumns(lens, facts, context);
  const actions = lens.groups.map(({ id }) => findGroupAction(words, lens.id, id));
  const recency = lens.groups.map((group) => group.medianRecencyDays);
  const columns: PageColumn[] = [buildNameColumn(lens, words, 3), ...figures];
  if (recency.some(Number.isFinite)) {
    columns.push({ header: words.summary.medianRecencyHeader, values: recency, format: countFormat });
  }
  const used = columns.reduce((sum, { span = 1 }) => sum + span, 0);
  if (actions.some((action) => action !== "")) {
    columns.push({
      header: words.summary.actionHeader,
      values: actions,
      span: pageColumns - used,
      style: { fontSize: 9, indent: 1 },
    });
  }
  const table = writePageTable(sheet, sheet.row, pageColumn, columns);
  if (lens.membership === "many") sheet.addStyle(buildRange(table.headerRow, pageColumn, 1, 1), { italic: true });
  sheet.row = table.firstRow + table.rowCount;
}
