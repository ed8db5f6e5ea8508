import type { ClusterLensOptions } from "../lenses/cluster-lens";
import { TIER_PRESETS } from "../value/pyramid";
import type { AnalysisSettings } from "./settings";

const BASIS_POINTS = 10_000;

function buildClusterOptions(
  features: readonly string[],
  k: number | null,
  settings: AnalysisSettings,
): ClusterLensOptions {
  const log = ({ auto: "auto", log: "always", none: "never" } as const)[settings.transform];
  return { features, k, seed: settings.seed, transform: { log, winsorise: settings.winsorise } };
}

/**
 * What a run's settings say to each lens, by lens id. A lens that is not named runs with its own defaults.
 */
export function buildLensOptions(settings: AnalysisSettings): Readonly<Record<string, object>> {
  const { tierShares, tierTies: ties } = settings;
  const userTiers = {
    ids: tierShares.map((_, i) => `tier-${i + 1}`),
    cumulativeBasisPoints: tierShares.slice(0, -1).map((share) => Math.round(share * BASIS_POINTS)),
  };
  return {
    "value-classes": buildClusterOptions(["profit"], settings.valueClassCount, settings),
    "value-pyramid": { cuts: settings.tierPreset === "user" ? userTiers : TIER_PRESETS.pyramid, ties },
    "value-levels": { cuts: TIER_PRESETS.level, ties },
    abc: { cuts: settings.abcCuts, crossing: settings.abcCrossing },
    "rf-map": { axis: settings.segmentAxis },
    "rfm-types": { threshold: settings.typeThreshold },
    clusters: buildClusterOptions(settings.features, settings.k, settings),
  };
}
