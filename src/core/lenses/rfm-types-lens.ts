import type { TypeThresholds } from "../rfm/eight-types";
import { EIGHT_TYPES, assignEightTypes, computeTypeThresholds } from "../rfm/eight-types";
import type { Lens } from "./lens";
import { hasNumbers } from "./lens";

/** What separates good from not good in each measure. */
export interface RfmTypesOptions {
  readonly threshold: "mean" | "median";
}

/** The eight types by good or not good R, F and M. */
export const rfmTypesLens: Lens<RfmTypesOptions, TypeThresholds> = {
  id: "rfm-types",
  membership: "one",
  defaults: { threshold: "mean" },
  missing({ measures }) {
    if (!hasNumbers(measures.recencyDays) || !hasNumbers(measures.orders))
      return { code: "needsRecencyAndOrders", parameters: {} };
    return measures.monetary !== null && hasNumbers(measures.monetary) ? null : { code: "needsMoney", parameters: {} };
  },
  fit(tables, { threshold }) {
    const model = computeTypeThresholds(tables.measures, threshold);
    return { model, codes: rfmTypesLens.assign(model, tables), remarks: [] };
  },
  assign: (model, { measures }) => assignEightTypes(measures, model),
  groups: () => EIGHT_TYPES,
};
