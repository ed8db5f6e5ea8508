import type { LensTables } from "../core/lenses/lens";
import type { Analysis } from "../core/report/analysis";
import { readLensTables, rerunLens } from "../core/report/rerun-lens";
import type { AnalysisSettings } from "../core/report/settings";
import { TIER_PRESETS } from "../core/value/pyramid";

/** What can be tried out on a finished analysis; null keeps what the run found. */
export interface WhatIf {
  /** Cumulated shares of customers at which the tiers end, rising, the last 1. */
  readonly tierShares: readonly number[] | null;
  readonly valueClassCount: number | null;
  readonly clusterCount: number | null;
}

export const noWhatIf: WhatIf = { tierShares: null, valueClassCount: null, clusterCount: null };

const knownTables = new WeakMap<Analysis, LensTables>();

function findTables(analysis: Analysis): LensTables {
  const known = knownTables.get(analysis) ?? readLensTables(analysis);
  knownTables.set(analysis, known);
  return known;
}

/** The shares of customers at which the tiers of a run end. */
export function readTierShares({ settings }: Analysis): readonly number[] {
  if (settings.tierPreset === "user") return settings.tierShares;
  return [...TIER_PRESETS[settings.tierPreset].cumulativeBasisPoints.map((points) => points / 10_000), 1];
}

/**
 * The analysis as it would be with other tiers or numbers of groups: only what depends on them is computed. Nothing is read or written.
 *
 * @param analysis of the run
 * @param whatIf   what to try;tiers with cuts of one's own are numbered
 */
export function exploreWhatIf(analysis: Analysis, whatIf: WhatIf): Analysis {
  const { tierShares, valueClassCount, clusterCount } = whatIf;
  const changes: [string, Partial<AnalysisSettings>][] = [];
  if (tierShares !== null) changes.push(["value-pyramid", { tierPreset: "user", tierShares }]);
  if (valueClassCount !== null) changes.push(["value-classes", { valueClassCount }]);
  if (clusterCount !== null) changes.push(["clusters", { k: clusterCount }]);
  const tables = findTables(analysis);
  return changes.reduce(
    (changed, [lens, settings]) => rerunLens(changed, lens, { ...changed.settings, ...settings }, tables),
    analysis,
  );
}
