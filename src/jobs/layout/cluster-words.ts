import type { ClusterResult } from "../../core/report/analysis";
import type { Words } from "../../i18n/en";
import { findColumnName, findGroupName } from "./group-words";

/** Within these numbers of groups a recommendation is sought. */
const recommendedRange = [4, 10] as const;

/** Name of a feature; the value that customers are judged by is called what it is. */
export function findFeatureName(words: Words, name: string, basis: "profit" | "revenue" | "none"): string {
  return name === "value" ? words.summary.valueTitle[basis] : findColumnName(words, name);
}

/** How the features were prepared. */
export function formatTransform(
  { transform }: ClusterResult,
  basis: "profit" | "revenue" | "none",
  words: Words,
): string {
  const { transforms, transformPart, transform: sentence } = words.sheets.clusters;
  const parts = transform.features.map(({ name, log }) =>
    transformPart(findFeatureName(words, name, basis), transforms[log]),
  );
  return sentence(words.phrases.list(parts));
}

/** Reasons for doubt in a clustering, in words. */
export function buildClusterRemarks({ lens, groups, quality }: ClusterResult, words: Words): string[] {
  const { clusterWarnings } = words;
  return quality.warnings.map((warning) => {
    if (warning.code === "smallCluster") {
      return clusterWarnings.smallCluster(findGroupName(words, lens, groups[warning.cluster].id), warning.customers);
    }
    if (warning.code === "weakStructure") return clusterWarnings.weakStructure(warning.silhouette);
    return clusterWarnings.manyClusters(warning.k, warning.customers);
  });
}

/** Which number of groups was taken, why, and what other measures say. */
export function formatKChoice({ k, quality }: ClusterResult, words: Words): string {
  const { kChoice, phrases } = words;
  const { choice, kSource, silhouette } = quality;
  if (kSource === "chosen") return kChoice.chosen(k);
  const [from, to] = recommendedRange;
  if (k < from) return kChoice.onlyPossible(k);
  const sentence = kChoice.recommended(k, silhouette, from, Math.min(to, choice.table[choice.table.length - 1].k));
  if (choice.disagreements.length === 0) return `${sentence} ${kChoice.agrees}`;
  const others = choice.disagreements.map(({ code, k: other }) => kChoice[code](other));
  return `${sentence} ${kChoice.disagrees(phrases.list(others))}`;
}
