import type { SpecialListColumns, SpecialListModel } from "../rfm/special-lists";
import { assignSpecialLists, computeSpecialListModel } from "../rfm/special-lists";
import type { Threshold } from "../math/threshold";
import type { Lens, LensTables } from "./lens";
import { hasNumbers } from "./lens";
import { findFirstGroups } from "./members";

/** Lists of customers that the scores alone do not show. */
export const SPECIAL_LISTS = ["manySmall", "oneLarge", "longSporadic"] as const;

/** What separates high from low. */
export interface SpecialListOptions {
  readonly threshold: Threshold;
}

function selectColumns({ summary, value }: LensTables): SpecialListColumns {
  const { orders, tenureDays, ordersPerYear, averageOrderValue, revenue } = summary.customers;
  const hasMoney = value.basis !== "none";
  return {
    orders,
    tenureDays,
    ordersPerYear,
    averageOrderValue: hasMoney ? averageOrderValue : null,
    revenue: hasMoney ? revenue : null,
  };
}

/** Many small orders, one very large order, long but sporadic: lists that overlap and leave most customers out. */
export const specialListsLens: Lens<SpecialListOptions, SpecialListModel> = {
  id: "special-lists",
  membership: "many",
  defaults: { threshold: "mean" },
  missing: ({ summary }) =>
    hasNumbers(summary.customers.orders) ? null : { code: "needsRecencyAndOrders", parameters: {} },
  fit(tables, { threshold }) {
    const model = computeSpecialListModel(selectColumns(tables), threshold);
    return { model, codes: specialListsLens.assign(model, tables), remarks: [] };
  },
  assign: (model, tables) => findFirstGroups(specialListsLens.assignMembers!(model, tables)),
  assignMembers(model, tables) {
    const lists = assignSpecialLists(selectColumns(tables), model);
    const none = new Uint8Array(tables.summary.customers.ids.length);
    return [lists.manySmall ?? none, lists.oneLarge ?? none, lists.longSporadic];
  },
  groups: () => SPECIAL_LISTS,
  sources: () => ["orders", "tenureDays", "averageOrderValue", "revenue"],
};
