import type { CustomerCard, DayValue } from "../../jobs/customer-card";
import { ColumnChart } from "../charts/column-chart";
import { CurveChart } from "../charts/curve-chart";
import { formatDay } from "../format-day";
import type { ResultContext } from "./group-view";
import { showMoney, showShortMoney } from "./group-view";

const mostColumns = 12;

interface Span {
  readonly name: string;
  readonly value: number;
}

/** Purchases summed over equal spans of time, each named by the month of its first day. */
function sumSpans(purchases: readonly DayValue[]): Span[] {
  const first = purchases[0].day;
  const last = purchases[purchases.length - 1].day;
  const length = Math.max(1, Math.ceil((last - first + 1) / mostColumns));
  const count = Math.ceil((last - first + 1) / length);
  const sums = new Float64Array(count);
  for (const { day, value } of purchases) sums[Math.floor((day - first) / length)] += value;
  return Array.from(sums, (value, i) => ({ name: formatDay(first + i * length).slice(2, 7), value }));
}

/** What the customer bought over time, and how likely it was at each time that he or she would buy again. */
export function CustomerHistory({ context, card }: { readonly context: ResultContext; readonly card: CustomerCard }) {
  const { words } = context;
  const { card: say } = words.pane;
  const { phrases } = words;
  const { purchases, aliveHistory } = card;
  const hasMoney = purchases.some(({ value }) => Number.isFinite(value));
  return (
    <>
      {purchases.length > 1 && hasMoney && (
        <ColumnChart
          title={say.purchases}
          summary={say.purchasesSummary(purchases.length, formatDay(card.firstDay), formatDay(card.lastDay))}
          bars={sumSpans(purchases)}
          format={(value) => showShortMoney(context, value)}
          table={{
            headers: [say.day, say.amount],
            rows: purchases.map(({ day, value }) => [formatDay(day), showMoney(context, value)]),
          }}
        />
      )}
      {aliveHistory.length > 1 && (
        <CurveChart
          title={say.alive}
          summary={say.aliveSummary(
            Math.min(...aliveHistory.map(({ value }) => value)),
            aliveHistory[aliveHistory.length - 1].value,
          )}
          points={aliveHistory.map(({ day, value }) => ({ x: day, y: value }))}
          domain={{ y: [0, 1] }}
          formatX={(day) => formatDay(Math.round(day)).slice(0, 7)}
          formatY={phrases.share}
          ticksX={[aliveHistory[0].day, aliveHistory[aliveHistory.length - 1].day]}
          table={{
            headers: [say.day, say.pAlive],
            rows: aliveHistory.map(({ day, value }) => [formatDay(day), phrases.share(value)]),
          }}
        />
      )}
    </>
  );
}
