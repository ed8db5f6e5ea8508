import type { Analysis } from "../../../core/report/analysis";
import type { Card } from "../cards";
import { cardsPerRow, writeCards } from "../cards";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import { countFormat, shareFormat } from "../page";
import type { SheetBuilder } from "../sheet-builder";

const mostCards = 2 * cardsPerRow;

function listKpis(analysis: Analysis, facts: Facts, { words, moneyFormat }: LayoutContext): Card[] {
  const { kpis } = words.summary;
  const money = (value: number) => pickMoneyFormat(moneyFormat, value);
  const top = analysis.concentration?.topShares.find(({ customerShare }) => customerShare === 0.2);
  const topShare = facts.basis === "profit" ? top?.profitShare : top?.revenueShare;
  const futureValue = analysis.lifetime?.totals.clv?.value ?? NaN;
  return [
    { label: kpis.customers, value: facts.customers, format: countFormat },
    { label: kpis.orders, value: facts.orders, format: countFormat },
    { label: kpis.revenue, value: facts.revenue, format: money(facts.revenue) },
    { label: kpis.profit, value: facts.basis === "profit" ? facts.profit : NaN, format: money(facts.profit) },
    {
      label: kpis.futureValue(analysis.lifetime?.horizonMonths ?? 0),
      value: futureValue,
      format: money(futureValue),
    },
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
    .slice(0, mostCards);
}

/** Two rows of four cards. */
export function writeKpis(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  sheet.setHeight(sheet.row++, 6);
  writeCards(sheet, listKpis(analysis, facts, context));
}
