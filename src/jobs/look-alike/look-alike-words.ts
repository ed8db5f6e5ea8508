import type { Words } from "../../i18n/en";
import { formatMoney } from "../layout/money-format";
import { nameLabel, nameScoreColumn } from "../layout/score/score-context";
import type { LookAlikeReport } from "./look-alike-report";
import { countGroups } from "./report-look-alike";

/** A trait stands out from this index on. */
const strikingIndex = 120;
const mostTraits = 3;
const weakAuc = 0.6;
const weakLift = 1.2;

/** The texts that stand out most among top customers. */
function listStrikingTraits({ result, top }: LookAlikeReport, words: Words): string[] {
  const striking = result.traits.filter(
    ({ kind, index, topCustomers, isBlank }) =>
      kind === "category" && !isBlank && (index ?? Infinity) >= strikingIndex && topCustomers >= Math.max(5, top / 20),
  );
  return striking
    .sort((a, b) => (b.top ?? 0) - (b.rest ?? 0) - ((a.top ?? 0) - (a.rest ?? 0)))
    .slice(0, mostTraits)
    .map(({ column, label, top: share, rest }) => {
      const name = words.scores.hasText(nameScoreColumn(words, column), nameLabel(words, label));
      return words.lookAlike.trait(name, share ?? 0, rest ?? 0);
    });
}

/** What the user is told first. */
export function listLookAlikeSentences(report: LookAlikeReport, words: Words, moneyFormat: string): string[] {
  const text = words.lookAlike;
  const { basis, least, top, result, alreadyCustomers, excludedRows } = report;
  const { auc, groups } = result.quality;
  const amount =
    basis === "orders" ? words.phrases.count(least) : formatMoney(least, moneyFormat, words.phrases.locale);
  const sentences = [text.better(countGroups(report)[0]), text.top(top, text.bases[basis], amount)];
  const traits = listStrikingTraits(report, words);
  if (traits.length > 0) sentences.push(text.shares(words.phrases.list(traits)));
  const { lift } = groups[0];
  if ((auc ?? 0) < weakAuc || (lift ?? 0) < weakLift) sentences.push(text.weak);
  else if (lift !== null) sentences.push(text.lift(lift));
  if (alreadyCustomers > 0) sentences.push(text.alreadyCustomers(alreadyCustomers));
  if (excludedRows > 0) sentences.push(text.excluded(excludedRows));
  return sentences;
}
