import { RF_MAP_GROUPS } from "../rfm/rf-map";

/**
 * Ids of the next actions: one per group of the RF map, and `saveValuable` for a high-value customer who is slipping away.
 */
export const NEXT_ACTIONS = [...RF_MAP_GROUPS, "saveValuable"] as const;

const SLIPPING = new Set(["SLP", "RSK", "CLT", "HIB"].map((id) => (RF_MAP_GROUPS as readonly string[]).indexOf(id)));

/**
 * What to do next with each customer: the action of their RF-map group, except that a customer of high value who is slipping away comes
 * first: one who has gone quiet, or whom the value cube calls valuable at risk.
 *
 * @param mapCodes   index into the RF map's groups, -1 for none
 * @param values     profit or revenue per customer, NaN where unknown; null without money
 * @param atRisk     1 for a customer of value and potential without loyalty; null where no cube was built
 * @returns index into {@link NEXT_ACTIONS}, -1 for a customer without a group. High value means strictly above the mean.
 */
export function assignNextActions(
  mapCodes: Int32Array,
  values: Float64Array | null,
  atRisk: Uint8Array | null = null,
): Int32Array {
  let sum = 0;
  let count = 0;
  for (const value of values ?? []) {
    if (value === value) {
      sum += value;
      count++;
    }
  }
  const threshold = count === 0 ? Infinity : sum / count;
  const rescue = NEXT_ACTIONS.length - 1;
  return mapCodes.map((code, customer) => {
    if (code < 0) return -1;
    const isQuiet = SLIPPING.has(code) && values !== null && values[customer] > threshold;
    return isQuiet || atRisk?.[customer] === 1 ? rescue : code;
  });
}
