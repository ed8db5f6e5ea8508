import type { Analysis } from "../../../core/report/analysis";
import { findGroupName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import type { Facts } from "../facts";
import { buildFutureHeadline } from "../lifetime/lifetime-headlines";
import { formatMoney } from "../money-format";
import { findBestRule, formatConditions } from "../rule-words";

/** What matters, in three to seven sentences with numbers. */
export function buildHeadlines(analysis: Analysis, facts: Facts, context: LayoutContext): string[] {
  const { words, moneyFormat } = context;
  const { summary, phrases } = words;
  const value = summary.valueName[facts.basis];
  const money = (amount: number) => formatMoney(amount, moneyFormat, phrases.locale);
  const sentences: string[] = [];

  if (facts.basis === "none") sentences.push(summary.noMoney);
  const top = analysis.concentration?.topShares.find(({ customerShare }) => customerShare === 0.2);
  if (top !== undefined) {
    const share = facts.basis === "profit" ? top.profitShare : top.revenueShare;
    if (Number.isFinite(share)) sentences.push(summary.concentrated(top.customerShare, top.customers, share, value));
  }
  const classes = analysis.lenses.find(({ id }) => id === "value-classes");
  const best = classes?.groups[0];
  if (best !== undefined && best.customers > 0 && Number.isFinite(best.valueShare)) {
    const name = findGroupName(words, "value-classes", best.id);
    const total = best.meanValue * best.customers;
    sentences.push(summary.bestClass(name, best.customers, best.customerShare, money(total), best.valueShare, value));
    const rule = findBestRule(
      analysis.trees.find(({ target }) => target === "value-classes"),
      0,
    );
    if (rule !== undefined) {
      sentences.push(summary.whoTheyAre(name, formatConditions(words, rule.conditions), rule.purityShare));
    }
  }
  const future = buildFutureHeadline(analysis, context);
  if (future !== undefined) sentences.push(future);
  const { slipping } = facts;
  if (slipping !== null) {
    if (facts.basis === "none") {
      sentences.push(summary.slippingWithoutMoney(slipping.customers, slipping.customers / facts.customers));
    } else if (slipping.customers === 0) sentences.push(summary.noneSlipping);
    else {
      sentences.push(summary.slipping(slipping.customers, money(slipping.revenue), slipping.revenue / facts.revenue));
    }
  }
  if (Number.isFinite(facts.repeatShare)) sentences.push(summary.repeat(facts.repeatShare, facts.onceOnly));
  if (facts.unprofitable > 0) {
    sentences.push(summary.unprofitable(facts.unprofitable, facts.unprofitable / facts.customers, value));
  }
  return sentences;
}
