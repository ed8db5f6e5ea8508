import { findLargest, selectSmallest } from "../math/select";
import { compareIds, hasNumericIds } from "../math/order";
import { lineFlags } from "./transactions";

/** How much further than the median an amount must lie to be an outlier. */
export const OUTLIER_FACTOR = 1000;

/**
 * Flags lines whose amount is more than a thousand times the median amount, signs aside.
 *
 * @param flags  bits per line, added to
 * @param amount money per line
 */
export function flagOutliers(flags: Uint16Array, amount: Float64Array): void {
  const sizes = amount.map(Math.abs);
  if (sizes.length === 0 || sizes[0] !== sizes[0]) return;
  const middle = sizes.length >> 1;
  const upper = selectSmallest(sizes, middle);
  const median = sizes.length % 2 === 1 ? upper : (upper + findLargest(sizes.subarray(0, middle))) / 2;
  if (median === 0) return;
  for (let line = 0; line < amount.length; line++) {
    if (Math.abs(amount[line]) > OUTLIER_FACTOR * median) flags[line] |= lineFlags.R17;
  }
}

/**
 * Flags the lines of orders that belong to more than one customer.
 *
 * @param flags      bits per line, added to
 * @param order      code per line, negative = none
 * @param orderCount number of codes
 * @param customer   code per line, negative = unknown
 */
export function flagSharedOrders(
  flags: Uint16Array,
  order: Int32Array,
  orderCount: number,
  customer: Int32Array,
): void {
  const owner = new Int32Array(orderCount).fill(-1);
  const shared = new Uint8Array(orderCount);
  let any = false;
  for (let line = 0; line < order.length; line++) {
    const code = order[line];
    if (code < 0 || customer[line] < 0) continue;
    if (owner[code] < 0) owner[code] = customer[line];
    else if (owner[code] !== customer[line]) {
      shared[code] = 1;
      any = true;
    }
  }
  if (!any) return;
  for (let line = 0; line < order.length; line++) {
    if (order[line] >= 0 && shared[order[line]] === 1 && customer[line] >= 0) flags[line] |= lineFlags.R16;
  }
}

/**
 * Finds ids that are equal but for case and leading zeros.
 *
 * @param labels ids by code
 * @param uses   lines per code; codes without lines do not count
 * @returns per code the code of the variant with the most lines (ties: first in standard order), the same code where it has no
 *          variants, and whether it has
 */
export function findIdVariants(labels: readonly string[], uses: Int32Array): { main: Int32Array; varies: Uint8Array } {
  const groups = new Map<string, number[]>();
  const main = Int32Array.from(labels.keys());
  const varies = new Uint8Array(labels.length);
  const first = new Map<string, number>();
  labels.forEach((label, code) => {
    if (uses[code] === 0) return;
    const folded = foldId(label);
    const known = first.get(folded);
    if (known === undefined) first.set(folded, code);
    else groups.set(folded, [...(groups.get(folded) ?? [known]), code]);
  });
  for (const codes of groups.values()) {
    const numeric = hasNumericIds(codes.map((code) => labels[code]));
    const best = codes.reduce((a, b) => ((uses[b] - uses[a] || compareIds(labels[a], labels[b], numeric)) > 0 ? b : a));
    for (const code of codes) {
      main[code] = best;
      varies[code] = 1;
    }
  }
  return { main, varies };
}

/** An id without what people type in different ways: case and leading zeros. */
export function foldId(id: string): string {
  return id.toLowerCase().replace(/^0+(?=.)/, "");
}
