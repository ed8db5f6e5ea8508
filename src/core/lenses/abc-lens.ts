import type { AbcCrossing } from "../value/abc";
import { ABC_CLASSES, assignAbc } from "../value/abc";
import type { TierModel } from "../value/pyramid";
import { assignTiersByBoundary } from "../value/pyramid";
import type { Lens } from "./lens";
import { hasNumbers } from "./lens";

/** Cumulated shares of value where A and B end, and where the customer who crosses a cut belongs. */
export interface AbcLensOptions {
  readonly cuts: readonly [number, number];
  readonly crossing: AbcCrossing;
}

/** ABC classes by cumulated share of value. */
export const abcLens: Lens<AbcLensOptions, TierModel> = {
  id: "abc",
  membership: "one",
  defaults: { cuts: [0.7, 0.9], crossing: "up" },
  missing: ({ value }) => (hasNumbers(value.values) ? null : { code: "needsMoney", parameters: {} }),
  fit({ value }, options) {
    const { codes, model } = assignAbc(value.values, options);
    return { model, codes, remarks: [] };
  },
  assign: (model, { value }) => assignTiersByBoundary(value.values, model),
  groups: () => ABC_CLASSES,
  sources: () => ["value"],
};
