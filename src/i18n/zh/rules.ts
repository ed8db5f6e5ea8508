import type { rules as English } from "../en/rules";
import { count } from "./phrases";

export const rules: typeof English = {
  above: (feature, threshold) => `${feature} > ${threshold}`,
  upTo: (feature, threshold) => `${feature} <= ${threshold}`,
  between: (feature, above, upTo) => `${above} < ${feature} <= ${upTo}`,
  oneOf: (feature, values) =>
    values.length === 1 ? `${feature} 为 ${values[0]}` : `${feature} 属于 ${[...values].join("、")}`,
  noneOf: (feature, values) =>
    values.length === 1 ? `${feature} 不为 ${values[0]}` : `${feature} 不属于 ${[...values].join("、")}`,
  and: (conditions) => [...conditions].join(" 且 "),
  everyone: "全部客户",
  rule: (conditions, group, customers, purityShare) =>
    `如果 ${conditions}，则为 ${group}（${count(customers)} 位客户，准确率 ${Math.round(purityShare * 100)}%）`,
  always: (group, customers, purityShare) =>
    `一律为 ${group}（${count(customers)} 位客户，准确率 ${Math.round(purityShare * 100)}%）`,
};
