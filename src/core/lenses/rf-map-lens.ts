import type { SegmentAxis } from "../rfm/rf-map";
import { RF_MAP_GROUPS, assignRfMap } from "../rfm/rf-map";
import type { Lens, LensTables } from "./lens";
import { hasNumbers } from "./lens";

/** Which score is the second axis of the map. */
export interface RfMapOptions {
  readonly axis: SegmentAxis;
}

/** Ten segments on the map of R and F scores; the scores themselves are judged by the cuts of the run. */
export const rfMapLens: Lens<RfMapOptions, RfMapOptions> = {
  id: "rf-map",
  membership: "one",
  defaults: { axis: "F" },
  missing({ measures }: LensTables) {
    return hasNumbers(measures.recencyDays) && hasNumbers(measures.orders)
      ? null
      : { code: "needsRecencyAndOrders", parameters: {} };
  },
  fit(tables, options) {
    const axis = tables.scores.monetary === null ? "F" : options.axis;
    return { model: { axis }, codes: rfMapLens.assign({ axis }, tables), remarks: [] };
  },
  assign: ({ axis }, { scores, bins }) => assignRfMap(scores, { bins, axis }),
  groups: () => RF_MAP_GROUPS,
  sources: ({ axis }) => (axis === "FM" ? ["recencyDays", "orders", "monetary"] : ["recencyDays", "orders"]),
};
