import type { LensTables } from "../lenses/lens";
import { lensList } from "../lenses/lens-list";
import type { Analysis } from "./analysis";
import { describeClustering, runLens } from "./analyze";
import { explainLenses } from "./explain";
import { buildLensOptions } from "./lens-options";
import { buildLensTables } from "./lens-tables";
import { selectLifetimeColumns } from "./lifetime";
import type { AnalysisSettings } from "./settings";

/**
 * The tables that the lenses of an analysis saw.
 *
 * @param analysis any analysis; its own settings count
 */
export function readLensTables({ summary, settings, lifetime }: Analysis): LensTables {
  return buildLensTables(summary, settings, selectLifetimeColumns(lifetime)).tables;
}

/**
 * An analysis in which one lens was run anew with other settings; its clustering and tree follow, all else stays.
 *
 * @param analysis where nothing changes when the lens did not run in it
 * @param id       of the lens
 * @param settings differ from those of the analysis in what belongs to the lens only
 * @param tables   of the analysis, see {@link readLensTables}
 * @returns the settings of the result are `settings`
 */
export function rerunLens(analysis: Analysis, id: string, settings: AnalysisSettings, tables: LensTables): Analysis {
  const lens = lensList.find((other) => other.id === id);
  const position = analysis.lenses.findIndex((other) => other.id === id);
  if (lens === undefined || position < 0) return analysis;
  const run = runLens(lens, tables, { ...lens.defaults, ...buildLensOptions(settings)[id] });
  const [clustering] = describeClustering(run, tables);
  const [tree] = explainLenses([run.result], tables, settings);
  return {
    ...analysis,
    settings,
    lenses: analysis.lenses.map((other) => (other.id === id ? run.result : other)),
    clusterings: analysis.clusterings.map((other) =>
      other.lens === id && clustering !== undefined ? clustering : other,
    ),
    trees: [...analysis.trees.filter(({ target }) => target !== id), ...(tree === undefined ? [] : [tree])],
  };
}
