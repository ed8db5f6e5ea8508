import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import { computeMean, computeSum } from "../../../core/math/statistics";
import type { Analysis } from "../../../core/report/analysis";
import type { Words } from "../../../i18n/en";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { formatMoney } from "../money-format";
import { findBestNaive, findModelName, findValidated, formatBias } from "./lifetime-words";

const topCustomers = 0.2;

const keepKnown = (values: Float64Array) => values.filter((value) => value === value);

/** Mean probability that a customer is still active; NaN where nobody's is known. */
export function computeMeanAlive({ customers }: LifetimeValueResult): number {
  const known = keepKnown(customers.pAlive);
  return known.length === 0 ? NaN : computeMean(known);
}

/** Customers whose future was predicted. */
export function countPredicted({ customers }: LifetimeValueResult): number {
  return keepKnown(customers.expectedPurchases).length;
}

function formatConcentration({ customers }: LifetimeValueResult, words: Words): string[] {
  const values = keepKnown(customers.clv).sort().reverse();
  const total = computeSum(values);
  const size = Math.ceil(values.length * topCustomers);
  if (!(total > 0) || values.length < 10) return [];
  return [words.lifetime.topFuture(topCustomers, size, computeSum(values.subarray(0, size)) / total)];
}

function formatModelChoice(lifetime: LifetimeValueResult, words: Words): string {
  const text = words.lifetime;
  const model = findModelName(words, lifetime.model ?? "");
  if (lifetime.modelSource === "chosen") return text.modelChosen(model);
  if (lifetime.modelSource === "default" || lifetime.holdout === null) return text.modelDefault(model);
  if (lifetime.remarks.some(({ code }) => code === "modelReplaced")) return text.modelReplaced(model);
  const errors = lifetime.holdout.models.map(({ rootMeanSquareError }) => rootMeanSquareError);
  const own = findValidated(lifetime)?.rootMeanSquareError ?? Infinity;
  return own <= Math.min(...errors) ? text.modelBest(model) : text.modelAsGood(model);
}

function formatTest(lifetime: LifetimeValueResult, words: Words): string {
  const text = words.lifetime;
  const { holdout } = lifetime;
  const own = findValidated(lifetime);
  if (holdout === null || own === undefined) return text.untested;
  const naive = findBestNaive(holdout);
  const result = text.forecast(holdout.holdoutDays, own.sum, holdout.actual.sum, formatBias(own.biasShare, words));
  const compare = own.rootMeanSquareError < naive.error.rootMeanSquareError ? text.better : text.notBetter;
  return text.join([result, compare(own.rootMeanSquareError, text.naive[naive.id], naive.error.rootMeanSquareError)]);
}

/** What the future is worth, by which model, and how well it forecasts. */
export function buildLifetimeHeadlines(
  lifetime: LifetimeValueResult,
  facts: Facts,
  { words, moneyFormat }: LayoutContext,
): string[] {
  const text = words.lifetime;
  const { clv, expectedPurchases } = lifetime.totals;
  const money = (amount: number) => formatMoney(amount, moneyFormat, words.phrases.locale);
  const sentences: string[] = [];
  if (clv !== null) {
    const total = text.total(lifetime.horizonMonths, money(clv.value), words.summary.valueName[facts.basis]);
    const hasInterval = clv.low !== null && clv.high !== null;
    sentences.push(text.join(hasInterval ? [total, text.totalInterval(money(clv.low), money(clv.high))] : [total]));
  }
  if (expectedPurchases !== null) {
    const { value, low, high } = expectedPurchases;
    const parts = [text.purchases(value)];
    if (low !== null && high !== null) parts.push(text.purchasesInterval(low, high));
    const alive = computeMeanAlive(lifetime);
    if (Number.isFinite(alive)) parts.push(text.alive(alive));
    sentences.push(text.join(parts));
  }
  return [
    ...sentences,
    ...formatConcentration(lifetime, words),
    formatModelChoice(lifetime, words),
    formatTest(lifetime, words),
  ];
}

/** One sentence for the page for management; none where nothing can be said. */
export function buildFutureHeadline({ lifetime }: Analysis, { words, moneyFormat }: LayoutContext): string | undefined {
  if (lifetime === null || !lifetime.isAvailable) return undefined;
  const text = words.lifetime;
  const { horizonMonths, totals, remarks } = lifetime;
  const money = (amount: number) => formatMoney(amount, moneyFormat, words.phrases.locale);
  const { clv, expectedPurchases } = totals;
  if (expectedPurchases === null) return undefined;
  const sentence =
    clv === null
      ? text.headlinePurchases(horizonMonths, expectedPurchases.value)
      : clv.low === null || clv.high === null
        ? text.headlineWithoutInterval(horizonMonths, money(clv.value))
        : text.headline(horizonMonths, money(clv.value), money(clv.low), money(clv.high));
  const level = remarks.find((remark) => remark.level !== "info")?.level;
  return level === undefined ? sentence : text.join([sentence, text.headlineCaution(text.lights[level])]);
}
