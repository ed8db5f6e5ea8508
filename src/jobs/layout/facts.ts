import { formatIsoDay } from "../../core/days";
import { computeMedian } from "../../core/math/quantile";
import { computeSum } from "../../core/math/statistics";
import type { Analysis } from "../../core/report/analysis";

/** Figures about all customers that several sheets show; NaN where unknown. */
export interface Facts {
  readonly basis: "profit" | "revenue" | "none";
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly profit: number;
  /** Sum of what customers are judged by. */
  readonly valueTotal: number;
  readonly repeatShare: number;
  readonly onceOnly: number;
  readonly medianRecencyDays: number;
  /** Customers of high value who went quiet; without money those of the groups at risk. Null where recency is unknown. */
  readonly slipping: { readonly customers: number; readonly revenue: number } | null;
  /** Customers whose value is 0 or less. */
  readonly unprofitable: number;
  readonly refundRate: number;
  /** ISO days, null where there are no dates. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly asOf: string | null;
}

const riskGroups = ["RSK", "CLT"];

function countSlipping({ lenses, nextAction, nextActions, summary, value }: Analysis): Facts["slipping"] {
  const rescue = nextActions.indexOf("saveValuable");
  const map = lenses.find(({ id }) => id === "rf-map");
  if (map === undefined) return null;
  if (value.basis === "none" || rescue < 0) {
    const groups = map.groups.filter(({ id }) => riskGroups.includes(id));
    return {
      customers: groups.reduce((sum, group) => sum + group.customers, 0),
      revenue: groups.reduce((sum, group) => sum + group.revenue, 0),
    };
  }
  let customers = 0;
  let revenue = 0;
  nextAction.forEach((action, customer) => {
    if (action !== rescue) return;
    customers++;
    revenue += summary.customers.revenue[customer];
  });
  return { customers, revenue };
}

const formatDay = (day: number | null) => (day === null || !Number.isFinite(day) ? null : formatIsoDay(day));

/** Figures about all customers. */
export function computeFacts(analysis: Analysis): Facts {
  const { summary, value } = analysis;
  const { report, customers } = summary;
  const { firstDay, lastDay, asOfDay } = report.period;
  let unprofitable = 0;
  for (const amount of value.values) if (amount <= 0) unprofitable++;
  let onceOnly = 0;
  for (const orders of customers.orders) if (orders === 1) onceOnly++;
  return {
    basis: value.basis,
    customers: customers.ids.length,
    orders: report.orders ?? NaN,
    revenue: report.revenue ?? NaN,
    profit: report.profit ?? NaN,
    valueTotal: value.basis === "none" ? NaN : computeSum(value.values),
    repeatShare: report.repeatRate ?? NaN,
    onceOnly,
    medianRecencyDays: computeMedian(customers.recencyDays),
    slipping: countSlipping(analysis),
    unprofitable: value.basis === "none" ? 0 : unprofitable,
    refundRate: report.refundRate ?? NaN,
    firstDay: formatDay(firstDay),
    lastDay: formatDay(lastDay),
    asOf: formatDay(asOfDay),
  };
}
