import { clusterRows } from "./cluster-task";
import { fitRepeat, fitSpend, predictLifetimeValue, predictRepeat, predictSpendPerPurchase } from "./lifetime-tasks";
import { growRules } from "./tree-task";

/** What worksheet functions compute that takes code or time: loaded when first asked for, and run in a worker when there is much to do. */
export const tasks = {
  fitRepeat,
  fitSpend,
  predictRepeat,
  predictSpendPerPurchase,
  predictLifetimeValue,
  clusterRows,
  growRules,
};

/** The tasks by name. */
export type Tasks = typeof tasks;

/** Name of a task. */
export type TaskName = keyof Tasks;
