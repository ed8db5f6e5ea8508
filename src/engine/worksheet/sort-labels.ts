import { sortIds } from "../../core/math/order";

/** Labels in standard order: by size when all are numbers, else by Unicode code point. */
export function sortLabels(labels: readonly string[]): string[] {
  return Array.from(sortIds(labels), (i) => labels[i]);
}
