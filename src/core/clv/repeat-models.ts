import { bgNbd, mbgNbd } from "./beta-geometric";
import { paretoNbd } from "./pareto-nbd";
import type { RepeatModel, RepeatModelId } from "./repeat-model";

/** All repeat-purchase models, the preferred ones first. */
export const repeatModels: readonly RepeatModel[] = [bgNbd, mbgNbd, paretoNbd];

/**
 * The model of that id.
 *
 * @throws RangeError when there is none
 */
export function findRepeatModel(id: RepeatModelId): RepeatModel {
  const model = repeatModels.find((candidate) => candidate.id === id);
  if (model === undefined) throw new RangeError(`there is no repeat-purchase model ${String(id)}`);
  return model;
}
