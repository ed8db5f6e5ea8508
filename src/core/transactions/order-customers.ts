import { sortIds } from "../math/order";
import { findIdVariants } from "./flag-lines";

/** Customers in standard order. */
export interface OrderedCustomers {
  readonly ids: string[];
  /** Index into {@link ids} by code. */
  readonly index: Int32Array;
  /** 1 per code whose id has variants. */
  readonly varies: Uint8Array;
}

/**
 * Puts the customers who have lines in standard order.
 *
 * @param labels ids by code
 * @param uses   lines per code; codes without lines are no customers
 * @param merge  whether ids that differ in case or leading zeros are one customer, who goes by the id with the most lines
 */
export function orderCustomers(labels: readonly string[], uses: Int32Array, merge: boolean): OrderedCustomers {
  const { main, varies } = findIdVariants(labels, uses);
  const present = [...labels.keys()].filter((code) => uses[code] > 0 && (!merge || main[code] === code));
  const order = sortIds(present.map((code) => labels[code]));
  const index = new Int32Array(labels.length);
  const ids: string[] = [];
  for (const position of order) {
    index[present[position]] = ids.length;
    ids.push(labels[present[position]]);
  }
  if (merge) for (let code = 0; code < index.length; code++) if (uses[code] > 0) index[code] = index[main[code]];
  return { ids, index, varies };
}
