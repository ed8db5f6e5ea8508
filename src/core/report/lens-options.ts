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
  const { tierShares, tierTies: ties, gapFactors, windowDays } = settings;
  const userTiers = {
    ids: tierShares.map((_, i) => `tier-${i + 1}`),
    cumulativeBasisPoints: tierShares.slice(0, -1).map((share) => Math.round(share * BASIS_POINTS)),
  };
  const [recency, frequency, monetary] = settings.scoreWeights;
  const churn = { rule: settings.churnRule, gapFactors, aliveCuts: settings.aliveCuts };
  const level = { threshold: settings.levelThreshold };
  const { satisfactionScale } = settings;
  return {
    "value-classes": buildClusterOptions(["profit"], settings.valueClassCount, settings),
    "value-pyramid": { cuts: settings.tierPreset === "user" ? userTiers : TIER_PRESETS[settings.tierPreset], ties },
    "value-levels": { cuts: TIER_PRESETS.level, ties },
    abc: { cuts: settings.abcCuts, crossing: settings.abcCrossing },
    "top-decile": { ties },
    "rf-map": { axis: settings.segmentAxis },
    "rfm-types": { threshold: settings.typeThreshold },
    strengths: { threshold: settings.typeThreshold },
    "weighted-rfm": { weights: { recency, frequency, monetary }, ties },
    "custom-rules": { rules: settings.customRules },
    "special-lists": level,
    clusters: buildClusterOptions(settings.features, settings.k, settings),
    lrfmc: { seed: settings.seed },
    "value-cube": level,
    lifecycle: { stageSet: settings.stageSet, gapFactors, windowDays, orderBasis: settings.orderBasis },
    churn,
    "churn-kinds": churn,
    loyalty: {
      basis: settings.loyaltyBasis,
      weights: settings.loyaltyWeights,
      satisfactionScale,
      cuts: settings.loyaltyCuts,
    },
    "loyalty-classes": { ...churn, satisfactionScale },
    quadrants: {
      ...level,
      valueAxis: settings.quadrantValue,
      windowDays,
      demandColumns: settings.demandColumns,
    },
    usage: { measure: settings.usageMeasure, ties },
    "behaviour-groups": { rules: settings.behaviourGroups },
  };
}
