import type { TypeThresholds } from "../rfm/eight-types";
import { EIGHT_TYPES, assignEightTypes, computeTypeThresholds } from "../rfm/eight-types";
import type { RfmMeasures } from "../rfm/measures";
import type { Lens, LensTables } from "./lens";
import { hasNumbers } from "./lens";

/** What separates good from not good in each measure: its mean, its median, or the mean of its scores. */
export interface RfmTypesOptions {
  readonly threshold: "mean" | "median" | "score";
}

/** Thresholds, and whether they are of the measures or of their scores; plain JSON. */
export type RfmTypesModel = TypeThresholds & { readonly basis: "measure" | "score" };

/**
 * What the types are judged by: the measures themselves, or their scores. Of R scores the distance to the best one is taken, so that small
 * is good in either case.
 */
export function selectTypeMeasures(basis: RfmTypesModel["basis"], { measures, scores, bins }: LensTables): RfmMeasures {
  if (basis === "measure") return measures;
  const known = (column: Uint8Array) => Float64Array.from(column, (score) => (score === 0 ? NaN : score));
  return {
    recencyDays: known(scores.recency).map((score) => bins - score),
    orders: known(scores.frequency),
    monetary: scores.monetary === null ? null : known(scores.monetary),
  };
}

/** Thresholds of the types. */
export function fitTypeThresholds(tables: LensTables, { threshold }: RfmTypesOptions): RfmTypesModel {
  const basis = threshold === "score" ? "score" : "measure";
  const measures = selectTypeMeasures(basis, tables);
  return { ...computeTypeThresholds(measures, threshold === "score" ? "mean" : threshold), basis };
}

/** The eight types by good or not good R, F and M. */
export const rfmTypesLens: Lens<RfmTypesOptions, RfmTypesModel> = {
  id: "rfm-types",
  membership: "one",
  defaults: { threshold: "mean" },
  missing({ measures }) {
    if (!hasNumbers(measures.recencyDays) || !hasNumbers(measures.orders))
      return { code: "needsRecencyAndOrders", parameters: {} };
    return measures.monetary !== null && hasNumbers(measures.monetary) ? null : { code: "needsMoney", parameters: {} };
  },
  fit(tables, options) {
    const model = fitTypeThresholds(tables, options);
    return { model, codes: rfmTypesLens.assign(model, tables), remarks: [] };
  },
  assign: (model, tables) => assignEightTypes(selectTypeMeasures(model.basis, tables), model),
  groups: () => EIGHT_TYPES,
  sources: () => ["recencyDays", "orders", "monetary"],
};
