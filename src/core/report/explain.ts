import type { LensTables } from "../lenses/lens";
import type { TreeColumn } from "../tree/column";
import { computeFidelity } from "../tree/fidelity";
import { growTree, mostClasses } from "../tree/grow";
import { computeImportance } from "../tree/importance";
import { buildRules } from "../tree/rules";
import { computeDepth, listLeaves } from "../tree/tree";
import type { LensResult, TreeResult } from "./analysis";
import type { AnalysisSettings } from "./settings";
import { listSourceColumns, listTreeColumns } from "./tree-columns";

/**
 * The tree that explains the groups of a lens; null where there is nothing to tell apart or nothing to tell it by.
 *
 * @param columns       what the groups may be explained by
 * @param explainsItself whether the groups were computed from these very columns
 */
export function explainLens(
  lens: LensResult,
  columns: readonly TreeColumn[],
  explainsItself: boolean,
  settings: AnalysisSettings,
): TreeResult | null {
  const filled = lens.groups.filter((group) => group.customers > 0);
  if (filled.length < 2 || lens.groups.length > mostClasses || columns.length === 0) return null;
  const tree = growTree(
    columns,
    lens.codes,
    lens.groups.map((group) => group.id),
    {
      maxDepth: settings.treeDepth,
      minLeaf: settings.treeMinLeaf ?? undefined,
      alpha: settings.treePruning === "auto" ? "auto" : 0,
      seed: settings.seed,
    },
  );
  const fidelity = computeFidelity(tree, columns, lens.codes);
  const features = tree.features.map(({ name }) => name);
  const importance = computeImportance(tree).map((share, i) => ({ feature: features[i], share }));
  return {
    target: lens.id,
    features,
    explainsItself,
    tree,
    depth: computeDepth(tree.root),
    leaves: listLeaves(tree.root).length,
    rules: buildRules(tree).map(({ conditions, label, customers, purityShare }) => ({
      conditions,
      group: label,
      customers,
      purityShare,
    })),
    fidelityShare: fidelity.share,
    baselineShare: fidelity.baselineShare,
    confusion: fidelity.confusion,
    recallShares: fidelity.recallShares,
    importance: importance.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share),
  };
}

/** Clusterings whose rules are to be applied by hand, so they are explained by the features they are made of. */
const BY_OWN_FEATURES: ReadonlySet<string> = new Set(["clusters", "lrfmc"]);

function explainAny(lens: LensResult, tables: LensTables, settings: AnalysisSettings): TreeResult | null {
  if (!BY_OWN_FEATURES.has(lens.id)) {
    const tree = explainLens(lens, listTreeColumns(tables, lens.sources, settings.treeFeatures), false, settings);
    if (tree !== null || lens.sources?.includes("value") === true) return tree;
  }
  return explainLens(lens, listSourceColumns(tables, lens.sources ?? []), true, settings);
}

/**
 * The trees of a run: each lens that the settings name is explained by attributes and behaviour it is not computed from; clusters, and groups
 * that nothing else is known of, by their own columns.
 *
 * @returns one tree per lens that ran and can be explained, in the order of the settings
 */
export function explainLenses(
  lenses: readonly LensResult[],
  tables: LensTables,
  settings: AnalysisSettings,
): TreeResult[] {
  return [...new Set(settings.explain)].flatMap((id) => {
    const lens = lenses.find((other) => other.id === id);
    const tree = lens === undefined ? null : explainAny(lens, tables, settings);
    return tree === null ? [] : [tree];
  });
}
