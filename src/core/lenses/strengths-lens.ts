import { STRENGTH_LABELS, assignStrengthLabels } from "../rfm/eight-types";
import type { Lens } from "./lens";
import type { RfmTypesModel, RfmTypesOptions } from "./rfm-types-lens";
import { fitTypeThresholds, rfmTypesLens, selectTypeMeasures } from "./rfm-types-lens";

/** Customers by what they are strong in: one label each, the first that fits. */
export const strengthsLens: Lens<RfmTypesOptions, RfmTypesModel> = {
  id: "strengths",
  membership: "one",
  defaults: { threshold: "mean" },
  missing: (tables, options) => rfmTypesLens.missing(tables, options),
  fit(tables, options) {
    const model = fitTypeThresholds(tables, options);
    return { model, codes: strengthsLens.assign(model, tables), remarks: [] };
  },
  assign(model, tables) {
    const { tenureDays, orders } = tables.summary.customers;
    return assignStrengthLabels(selectTypeMeasures(model.basis, tables), tenureDays, model, orders);
  },
  groups: () => STRENGTH_LABELS,
  sources: () => ["recencyDays", "orders", "monetary", "tenureDays"],
};
