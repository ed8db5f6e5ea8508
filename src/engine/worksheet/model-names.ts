import type { RepeatModelId } from "../../core/clv/repeat-model";
import type { TimeUnit } from "../../core/clv/time-unit";

/** Repeat-purchase models, the default first. */
export const repeatModelIds = ["bg-nbd", "mbg-nbd", "pareto-nbd"] as const satisfies readonly RepeatModelId[];

/** Parameters of each model in their order. Named here so that a formula can be checked before the models are loaded. */
export const repeatParameterNames: Readonly<Record<RepeatModelId, readonly string[]>> = {
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
};

/** Parameters of the model of spend per purchase. */
export const spendParameterNames: readonly string[] = ["p", "q", "v"];

/** Units that times can be given in, the default first. */
export const timeUnits = ["week", "day", "month", "year"] as const satisfies readonly TimeUnit[];
