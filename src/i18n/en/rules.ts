import { plural } from "./phrases";

/** A tree's rules in words. */
export const rules = {
  above: (feature: string, threshold: string) => `${feature} > ${threshold}`,
  upTo: (feature: string, threshold: string) => `${feature} <= ${threshold}`,
  between: (feature: string, above: string, upTo: string) => `${above} < ${feature} <= ${upTo}`,
  oneOf: (feature: string, values: readonly string[]) =>
    values.length === 1 ? `${feature} is ${values[0]}` : `${feature} is one of ${values.join(", ")}`,
  noneOf: (feature: string, values: readonly string[]) =>
    values.length === 1 ? `${feature} is not ${values[0]}` : `${feature} is none of ${values.join(", ")}`,
  and: (conditions: readonly string[]) => conditions.join(" and "),
  everyone: "all customers",
  rule: (conditions: string, group: string, customers: number, purityShare: number) =>
    `If ${conditions} then ${group} (${plural(customers, "customer", "customers")}, ${Math.round(purityShare * 100)}% sure)`,
  always: (group: string, customers: number, purityShare: number) =>
    `Always ${group} (${plural(customers, "customer", "customers")}, ${Math.round(purityShare * 100)}% sure)`,
};
