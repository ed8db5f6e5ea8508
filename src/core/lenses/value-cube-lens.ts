import type { Threshold } from "../math/threshold";
import { computeThreshold } from "../math/threshold";
import type { Lens, LensTables } from "./lens";
import { hasNumbers } from "./lens";
import type { LoyaltyIndexModel } from "./loyalty-index";
import { BEHAVIOUR_WEIGHTS, computeLoyaltyIndex, fitLoyaltyIndex } from "./loyalty-index";

/** Groups by high or low current value, future value and loyalty: HHH, HHL, HLH, HLL, LHH, LHL, LLH, LLL. */
export const VALUE_CUBE_GROUPS = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8"] as const;

/** What separates high from low on each axis. */
export interface ValueCubeOptions {
  readonly threshold: Threshold;
}

/** Thresholds of the three axes, and how loyalty is computed; plain JSON. */
export interface ValueCubeModel {
  readonly value: number;
  readonly futureValue: number;
  readonly loyalty: number;
  readonly index: LoyaltyIndexModel;
}

function readAxes(tables: LensTables, index: LoyaltyIndexModel) {
  const blank = new Float64Array(tables.summary.customers.ids.length).fill(NaN);
  return {
    value: tables.value.values,
    futureValue: tables.lifetime?.futureValue ?? blank,
    loyalty: computeLoyaltyIndex(index, tables),
  };
}

/** Eight groups by value so far, value to come, and loyalty as behaviour shows it. */
export const valueCubeLens: Lens<ValueCubeOptions, ValueCubeModel> = {
  id: "value-cube",
  membership: "one",
  defaults: { threshold: "mean" },
  missing({ value, lifetime }) {
    if (!hasNumbers(value.values)) return { code: "needsMoney", parameters: {} };
    return lifetime !== null && hasNumbers(lifetime.futureValue) ? null : { code: "needsLifetime", parameters: {} };
  },
  fit(tables, { threshold }) {
    const index = fitLoyaltyIndex(tables, { basis: "pAlive", weights: BEHAVIOUR_WEIGHTS, satisfactionScale: null });
    const axes = readAxes(tables, index);
    const model = {
      value: computeThreshold(axes.value, threshold),
      futureValue: computeThreshold(axes.futureValue, threshold),
      loyalty: computeThreshold(axes.loyalty, threshold),
      index,
    };
    return { model, codes: valueCubeLens.assign(model, tables), remarks: [] };
  },
  assign(model, tables) {
    const { value, futureValue, loyalty } = readAxes(tables, model.index);
    return Int32Array.from({ length: value.length }, (_, i) => {
      if (value[i] !== value[i] || futureValue[i] !== futureValue[i] || loyalty[i] !== loyalty[i]) return -1;
      const high =
        (value[i] > model.value ? 4 : 0) +
        (futureValue[i] > model.futureValue ? 2 : 0) +
        (loyalty[i] > model.loyalty ? 1 : 0);
      return VALUE_CUBE_GROUPS.length - 1 - high;
    });
  },
  groups: () => VALUE_CUBE_GROUPS,
  sources: () => ["value", "idleRatio", "purchaseDays"],
};
