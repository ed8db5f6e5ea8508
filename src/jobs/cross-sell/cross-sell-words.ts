import type { Words } from "../../i18n/en";
import { computeShareCount } from "../../core/math/share-count";
import type { CrossSellReport } from "./cross-sell-report";
import { hasScore } from "./cross-sell-report";
import { leastBuyers } from "./compute-cross-sell";
import { countOpportunities } from "./report-cross-sell";

/** Below this area, or this lift of the best tenth, a score is close to chance. */
export const weakAuc = 0.6;
const weakLift = 1.2;

/** Why there is no score, in words; null where there is one. */
export function explainNoScore({ score, product }: CrossSellReport, words: Words): string | null {
  if (hasScore(score)) return null;
  const { noScore } = words.crossSell;
  return score.reason === "noProduct" || product === null
    ? noScore.noProduct()
    : noScore.tooFew(product, score.positives, score.others, leastBuyers);
}

/** What the user is told first. */
export function listCrossSellSentences(report: CrossSellReport, words: Words): string[] {
  const text = words.crossSell;
  const { affinity, labels, score, product } = report;
  const sentences: string[] = [];
  const [best] = affinity.rules;
  if (best === undefined) sentences.push(text.noRule);
  else sentences.push(text.bestRule(labels[best.product], labels[best.companion], best.confidence, best.lift));
  if (!hasScore(score)) return [...sentences, explainNoScore(report, words)!];
  const { ranked, probabilities, quality } = score;
  const top = computeShareCount(1000, ranked.length);
  const expected = ranked.subarray(0, top).reduce((sum, customer) => sum + probabilities[customer], 0);
  if (top > 0) sentences.push(text.who(product!, top, expected, ranked.length));
  const lift = quality.deciles[0].lift;
  if ((quality.auc ?? 0) < weakAuc || (lift ?? 0) < weakLift) sentences.push(text.weak);
  else if (lift !== null) sentences.push(text.topLift(lift));
  const counts = countOpportunities(report);
  const find = (id: string) => counts.find((count) => count.id === id)!.customers;
  sentences.push(text.waiting(find("retention"), find("upSell")));
  return sentences;
}
