import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import { countFormat, pageColumn, pageColumns, shareFormat } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

interface Kpi {
  readonly label: string;
  readonly value: number;
  readonly format: string;
}

const cardsPerRow = 4;
const cardColumns = pageColumns / cardsPerRow;

function listKpis(analysis: Analysis, facts: Facts, { words, moneyFormat }: LayoutContext): Kpi[] {
  const { kpis } = words.summary;
  const money = (value: number) => pickMoneyFormat(moneyFormat, value);
  const top = analysis.concentration?.topShares.find(({ customerShare }) => customerShare === 0.2);
  const topShare = facts.basis === "profit" ? top?.profitShare : top?.revenueShare;
  return [
    { label: kpis.customers, value: facts.customers, format: countFormat },
    { label: kpis.orders, value: facts.orders, format: countFormat },
    { label: kpis.revenue, value: facts.revenue, format: money(facts.revenue) },
    { label: kpis.profit, value: facts.basis === "profit" ? facts.profit : NaN, format: money(facts.profit) },
    {
      label: kpis.averageOrder,
      value: facts.revenue / facts.orders,
      format: money(facts.revenue / facts.orders),
    },
    { label: kpis.repeatRate, value: facts.repeatShare, format: shareFormat },
    { label: kpis.topShare(0.2), value: topShare ?? NaN, format: shareFormat },
    { label: kpis.gini, value: analysis.concentration?.gini ?? NaN, format: "0.000" },
    { label: kpis.medianRecency, value: facts.medianRecencyDays, format: countFormat },
    { label: kpis.ordersPerCustomer, value: facts.orders / facts.customers, format: "0.0" },
  ]
    .filter(({ value }) => Number.isFinite(value))
    .slice(0, 2 * cardsPerRow);
}

/** Two rows of four cards. */
export function writeKpis(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  sheet.row++;
  listKpis(analysis, facts, context).forEach(({ label, value, format }, i) => {
    const row = sheet.row + Math.floor(i / cardsPerRow) * 3;
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
  sheet.row += 6;
}
