import { Caption1 } from "@fluentui/react-components";
import type { LifetimeValueResult } from "../../core/clv/lifetime-value-result";
import { ColumnChart } from "../charts/column-chart";
import type { Fact } from "../parts/fact-list";
import { FactList } from "../parts/fact-list";
import type { ResultContext } from "./group-view";
import { showMoney, showShortMoney } from "./group-view";

function countAlive({ customers }: LifetimeValueResult): number {
  let alive = 0;
  for (const probability of customers.pAlive) if (probability >= 0.5) alive++;
  return alive;
}

function sumKnown(values: Float64Array): number {
  let sum = NaN;
  for (const value of values) if (Number.isFinite(value)) sum = (Number.isFinite(sum) ? sum : 0) + value;
  return sum;
}

function listFacts(context: ResultContext, lifetime: LifetimeValueResult | null): Fact[] {
  const { analysis, words } = context;
  const { pane, phrases } = words;
  const text = pane.results;
  const facts: Fact[] = [];
  if (lifetime !== null && lifetime.isAvailable) {
    const { totals, horizonMonths } = lifetime;
    if (totals.clv !== null) {
      const { value, low, high } = totals.clv;
      const isKnown = low !== null && high !== null;
      facts.push({
        name: text.lifetimeTotal(horizonMonths),
        value: showMoney(context, value),
        note: isKnown ? text.between(showMoney(context, low), showMoney(context, high)) : undefined,
      });
    }
    if (totals.expectedPurchases !== null)
      facts.push({ name: text.lifetimePurchases(horizonMonths), value: phrases.count(totals.expectedPurchases.value) });
    facts.push({ name: text.alive, value: phrases.count(countAlive(lifetime)) });
  }
  const simple = sumKnown(analysis.simpleLifetimeValue);
  if (Number.isFinite(simple)) facts.push({ name: text.simpleLifetime, value: showMoney(context, simple) });
  const { acquisition } = analysis;
  if (acquisition !== null && acquisition.clvToCacRatio !== null && acquisition.light !== null) {
    const { clvToCacRatio, light, paybackMonths } = acquisition;
    facts.push({
      name: words.simpleLifetime.ratio,
      value: phrases.number(clvToCacRatio, 1),
      note: words.simpleLifetime.verdicts[light],
    });
    if (paybackMonths !== null)
      facts.push({ name: words.simpleLifetime.payback, value: phrases.number(paybackMonths, 1) });
  }
  return facts;
}

/** What customers are expected to bring. */
export function LifetimeSection({ context }: { readonly context: ResultContext }) {
  const { analysis, words } = context;
  const text = words.pane.results;
  const { lifetime } = analysis;
  const facts = listFacts(context, lifetime);
  const months = lifetime?.months.filter(({ discountedValue }) => discountedValue !== null) ?? [];
  const bars = months.map(({ month, discountedValue }) => ({
    name: words.phrases.count(month),
    value: discountedValue ?? 0,
  }));
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return (
    <>
      {facts.length > 0 && <FactList facts={facts} />}
      {(lifetime === null || !lifetime.isAvailable) && <Caption1>{text.noLifetime}</Caption1>}
      {bars.length > 0 && (
        <ColumnChart
          title={text.lifetimeMonths}
          summary={text.lifetimeMonthsSummary(bars.length, showMoney(context, total))}
          bars={bars}
          format={(value) => showShortMoney(context, value)}
          table={{
            headers: [text.month, text.ofValue.none],
            rows: bars.map(({ name, value }) => [name, showMoney(context, value)]),
          }}
        />
      )}
    </>
  );
}
