import type { Analysis } from "../core/report/analysis";
import { TIER_PRESETS } from "../core/value/pyramid";
import type { LensChange } from "../engine/rerun-lenses";
import { rerunLenses } from "../engine/rerun-lenses";

/** What can be tried out on a finished analysis; null keeps what the run found. */
export interface WhatIf {
  /** Cumulated shares of customers at which the tiers end, rising, the last 1. */
  readonly tierShares: readonly number[] | null;
  readonly valueClassCount: number | null;
  readonly clusterCount: number | null;
}

export const noWhatIf: WhatIf = { tierShares: null, valueClassCount: null, clusterCount: null };

/** The shares of customers at which the tiers of a run end. */
export function readTierShares({ settings }: Analysis): readonly number[] {
  if (settings.tierPreset === "user") return settings.tierShares;
  return [...TIER_PRESETS[settings.tierPreset].cumulativeBasisPoints.map((points) => points / 10_000), 1];
}

/** The lenses that something to try out runs anew. */
export function listLensChanges({ tierShares, valueClassCount, clusterCount }: WhatIf): LensChange[] {
  const changes: LensChange[] = [];
  if (tierShares !== null) changes.push({ lens: "value-pyramid", settings: { tierPreset: "user", tierShares } });
  if (valueClassCount !== null) changes.push({ lens: "value-classes", settings: { valueClassCount } });
  if (clusterCount !== null) changes.push({ lens: "clusters", settings: { k: clusterCount } });
  return changes;
}

/**
 * The analysis as it would be with other tiers or numbers of groups: only what depends on them is computed. Nothing is read or written.
 *
 * @param analysis of the run
 * @param whatIf   what to try; tiers with cuts of one's own are numbered
 */
export function exploreWhatIf(analysis: Analysis, whatIf: WhatIf): Analysis {
  return rerunLenses(analysis, listLensChanges(whatIf));
}
