import type { Lens, LensTables, Remark } from "./lens";
import { hasNumbers } from "./lens";
import { assignBasicStages } from "./lifecycle-stage";
import { computeIdleRatios, findMissingHistory, findUsualGap } from "./silence";
import type { StageSetId } from "./stage-sets";
import { BASIC_STAGES, STAGE_SETS, listStages } from "./stage-sets";

/** How stages are told apart and what they are called. */
export interface LifecycleOptions {
  readonly stageSet: StageSetId;
  /** Silence in gaps from which on a customer declines, and from which on they have left. */
  readonly gapFactors: readonly [decline: number, departure: number];
  /** Length of the last and the previous window that spending is compared in. */
  readonly windowDays: number;
  /** Whether orders are counted, or days with a purchase. */
  readonly orderBasis: "order" | "day";
}

/** The options, and the gap that customers with few gaps of their own are judged by. */
export type LifecycleModel = LifecycleOptions & { readonly usualGapDays: number | null };

/** Position among the five basic stages; -1 where silence or orders are unknown, -2 for people who never bought. */
function judgeStages(model: LifecycleModel, tables: LensTables): Int32Array {
  const { customers } = tables.summary;
  const { tenureDays, recentAmount, previousAmount } = customers;
  const orders = model.orderBasis === "day" ? customers.purchaseDays : customers.orders;
  const idleRatio = computeIdleRatios(tables, model.usualGapDays);
  return assignBasicStages({ idleRatio, orders, tenureDays, recentAmount, previousAmount }, model);
}

/** Stages of a customer's life by silence, change of spending, age and number of orders. */
export const lifecycleLens: Lens<LifecycleOptions, LifecycleModel> = {
  id: "lifecycle",
  membership: "one",
  defaults: { stageSet: "S0", gapFactors: [3, 6], windowDays: 90, orderBasis: "order" },
  missing: findMissingHistory,
  fit(tables, options) {
    const { stageSet, gapFactors, windowDays, orderBasis } = options;
    const model = { stageSet, gapFactors, windowDays, orderBasis, usualGapDays: findUsualGap(tables) };
    const remarks: Remark[] = [];
    if (!hasNumbers(tables.summary.customers.recentAmount)) {
      remarks.push({ code: "stagesWithoutMoney", parameters: {} });
    }
    return { model, codes: lifecycleLens.assign(model, tables), remarks };
  },
  assign(model, tables) {
    const { prospect, stages } = STAGE_SETS[model.stageSet];
    const groups = listStages(model.stageSet);
    const positions = BASIC_STAGES.map((stage) => groups.indexOf(stages[stage]));
    const none = prospect === null ? -1 : groups.indexOf(prospect);
    return judgeStages(model, tables).map((stage) => (stage === -2 ? none : stage < 0 ? -1 : positions[stage]));
  },
  groups: (model) => listStages(model.stageSet),
  sources: () => ["idleRatio", "orders", "purchaseDays", "tenureDays", "recentAmount", "previousAmount"],
};
