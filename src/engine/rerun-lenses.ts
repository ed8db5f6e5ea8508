import type { LensTables } from "../core/lenses/lens";
import type { Analysis } from "../core/report/analysis";
import { readLensTables, rerunLens } from "../core/report/rerun-lens";
import type { AnalysisSettings } from "../core/report/settings";

/** A lens to run anew, with the settings that are different. */
export interface LensChange {
  readonly lens: string;
  readonly settings: Partial<AnalysisSettings>;
}

/** An analysis with some lenses run anew, wherever that is done. */
export type RerunLenses = (analysis: Analysis, changes: readonly LensChange[]) => Promise<Analysis>;

const knownTables = new WeakMap<Analysis, LensTables>();

function findTables(analysis: Analysis): LensTables {
  const known = knownTables.get(analysis) ?? readLensTables(analysis);
  knownTables.set(analysis, known);
  return known;
}

/** The analysis with other settings for some lenses: only what depends on them is computed. */
export function rerunLenses(analysis: Analysis, changes: readonly LensChange[]): Analysis {
  if (changes.length === 0) return analysis;
  const tables = findTables(analysis);
  return changes.reduce(
    (changed, { lens, settings }) => rerunLens(changed, lens, { ...changed.settings, ...settings }, tables),
    analysis,
  );
}
