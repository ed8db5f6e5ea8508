import type { SegmentCard, SegmentCards } from "../../cards/compute-cards";
import { formatCell } from "../address";
import { findGroupName } from "../group-words";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import { countFormat, pageColumn, shareFormat, textStyle, writeHeading, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor } from "../theme";
import type { CardsContext } from "./cards-context";

/** A figure of a group: where it stands, so that cards can point to it. */
export interface FigureCell {
  readonly reference: string;
  readonly value: number | null;
  readonly format: string;
}

/** Names of the figures in the order of the table. */
export const FIGURES = [
  "customers",
  "customerShare",
  "revenue",
  "profit",
  "margin",
  "meanValue",
  "orders",
  "orderValue",
  "serviceCost",
  "serviceShare",
] as const;

/** See {@link FIGURES}. */
export type FigureName = (typeof FIGURES)[number];

const known = (value: number) => (Number.isFinite(value) ? value : null);
const divide = (part: number | null, whole: number | null) =>
  part === null || whole === null || whole === 0 ? null : part / whole;

function readFigures({ totals, ordersPerCustomer, serviceCost }: SegmentCard, hasProfit: boolean) {
  const revenue = known(totals.revenue);
  const profit = hasProfit ? known(totals.profit) : null;
  return {
    customers: totals.customers,
    customerShare: known(totals.customerShare),
    revenue,
    profit,
    margin: divide(profit, revenue),
    meanValue: known(totals.meanValue),
    orders: ordersPerCustomer,
    orderValue: known(totals.averageOrderValue),
    serviceCost,
    serviceShare: divide(serviceCost, revenue),
  } satisfies Record<FigureName, number | null>;
}

/** The figures of all groups; margin and cost to serve are formulas over them. Where each figure stands comes back, by group. */
export function writeFigures(
  sheet: SheetBuilder,
  { lens, cards }: SegmentCards,
  { words, moneyFormat, basis }: CardsContext,
): ReadonlyMap<FigureName, FigureCell>[] {
  const text = words.cards;
  const rows = cards.map((card) => readFigures(card, basis === "profit"));
  const largest = (name: FigureName) => Math.max(...rows.map((row) => Math.abs(row[name] ?? 0)));
  const money = (name: FigureName) => pickMoneyFormat(moneyFormat, largest(name));
  const formats: Record<FigureName, string> = {
    customers: countFormat,
    customerShare: shareFormat,
    revenue: money("revenue"),
    profit: money("profit"),
    margin: shareFormat,
    meanValue: money("meanValue"),
    orders: "0.0",
    orderValue: money("orderValue"),
    serviceCost: money("serviceCost"),
    serviceShare: shareFormat,
  };
  writeHeading(sheet, text.figures);
  const names: PageColumn = {
    header: text.segment,
    span: 2,
    values: cards.map(({ totals }) => findGroupName(words, lens.id, totals.id)),
    colors: cards.map(({ group, totals }) => getGroupColor(lens.id, totals.id, group, lens.groups.length)),
    style: { indent: 1 },
  };
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    names,
    ...FIGURES.map((name): PageColumn => ({
      header: text[name],
      values: rows.map((row) => row[name]),
      format: formats[name],
      align: "right",
    })),
  ]);
  sheet.row = table.firstRow + table.rowCount;
  return rows.map((row, i) => {
    const place = (name: FigureName) => ({ row: table.firstRow + i, column: pageColumn + 2 + FIGURES.indexOf(name) });
    const refer = (name: FigureName) => formatCell(place(name).row, place(name).column);
    const putShare = (name: FigureName, part: FigureName) => {
      if (row[name] === null) return;
      const formula = `=IFERROR(${refer(part)}/${refer("revenue")},"")`;
      const style = { ...textStyle, numberFormat: shareFormat, horizontalAlign: "right" } as const;
      sheet.putFormula(place(name).row, place(name).column, formula, row[name], style);
    };
    putShare("margin", "profit");
    putShare("serviceShare", "serviceCost");
    return new Map(FIGURES.map((name) => [name, { reference: refer(name), value: row[name], format: formats[name] }]));
  });
}
