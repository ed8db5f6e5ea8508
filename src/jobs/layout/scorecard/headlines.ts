import { formatIsoDay } from "../../../core/days";
import type { Words } from "../../../i18n/en";
import { formatFixed } from "../../../i18n/format-number";
import type { Scorecard } from "../../scorecard/scorecard";
import type { ScorecardTest } from "../../scorecard/validate-scorecard";
import type { IndicatorWeights } from "../../scorecard/weigh-indicators";
import { findColumnName } from "../group-words";

/** Rank correlations from which on a score is called strong, and helpful. */
const strong = 0.5;
const helpful = 0.25;

function describeTest(test: ScorecardTest, { scorecard, phrases }: Words): string[] {
  const text = scorecard.headlines;
  const { spearman, topDecileCapture, topDecileLift, suggestion } = test;
  const sentences: string[] = [];
  if (topDecileCapture !== null && topDecileLift !== null) {
    const from = formatIsoDay(test.splitDay);
    sentences.push(text.test(from, phrases.share(topDecileCapture), phrases.number(topDecileLift, 1)));
  }
  if (spearman !== null) {
    const verdict = spearman >= strong ? text.strong : spearman >= helpful ? text.fair : text.weak;
    sentences.push(text.rank(formatFixed(spearman, phrases.locale, 2), verdict));
    const format = (value: number) => formatFixed(value, phrases.locale, 2);
    sentences.push(
      suggestion === null
        ? text.noSuggestion
        : text.suggestion(format(suggestion.currentSpearman), format(suggestion.spearman)),
    );
  }
  return sentences;
}

/** The judgements furthest off, of every matrix that contradicts itself. */
function nameWorst({ matrices }: IndicatorWeights, words: Words): string {
  const { families } = words.scorecard;
  const name = (id: string) =>
    Object.hasOwn(families, id) ? families[id as keyof typeof families] : findColumnName(words, id);
  const pairs = matrices.flatMap(({ members, result: { isConsistent, worst } }) =>
    isConsistent || worst === null ? [] : [`${name(members[worst.row])} / ${name(members[worst.column])}`],
  );
  return words.phrases.list(pairs);
}

/** What matters most, in sentences. */
export function describeScorecard({ scored, test, weights }: Scorecard, words: Words): string[] {
  const text = words.scorecard.headlines;
  const [high] = scored.tiers;
  const share = high.valueShare === null ? "" : words.phrases.share(high.valueShare);
  const blank = scored.missing.reduce((sum, count) => sum + Number(count > 0), 0);
  return [
    text.tiers(high.customers, share),
    ...(typeof test === "string" ? [text.noTest[test]] : describeTest(test, words)),
    ...(weights.isConsistent ? [] : [text.inconsistent(nameWorst(weights, words))]),
    ...(blank === 0 ? [] : [text.blank(blank)]),
  ];
}
