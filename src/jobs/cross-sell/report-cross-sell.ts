import { formatIsoDay } from "../../core/days";
import { OPPORTUNITIES } from "../../core/decisions/opportunities";
import type { JobJson } from "../job";
import { reportQuality, reportResponseScore } from "../report-score";
import type { CrossSellReport } from "./cross-sell-report";
import { hasScore } from "./cross-sell-report";

/** Customers, and their revenue, of each opportunity; null where revenue is unknown. */
export function countOpportunities({ opportunities, summary }: CrossSellReport) {
  const { revenue } = summary.customers;
  return [...OPPORTUNITIES, "none" as const].map((id, group) => {
    const wanted = id === "none" ? -1 : group;
    let customers = 0;
    let total = 0;
    opportunities?.forEach((code, customer) => {
      if (code !== wanted) return;
      customers++;
      if (!Number.isNaN(revenue[customer])) total += revenue[customer];
    });
    return { id, customers, revenue: summary.report.revenue === null ? null : total };
  });
}

/** Codes and numbers for other programs. */
export function reportCrossSell(report: CrossSellReport): Record<string, JobJson> {
  const { choice, affinity, labels, product, score, opportunities, summary } = report;
  const { ids } = summary.customers;
  const frame = {
    level: choice.level,
    basket: choice.basket,
    baskets: affinity.basketCount,
    rules: affinity.rules.map(({ product: first, companion, ...figures }) => ({
      product: labels[first],
      companion: labels[companion],
      ...figures,
    })),
    asOf: formatIsoDay(report.asOfDay),
    cutDate: formatIsoDay(report.cutDay),
    windowDays: report.windowDays,
    product,
  };
  if (!hasScore(score)) return { ...frame, score: null, reason: score.reason };
  return {
    ...frame,
    learnt: score.learnt,
    quality: { ...reportQuality(score.quality), treeAuc: score.treeAuc },
    score: reportResponseScore(score.score),
    opportunities: countOpportunities(report),
    prospects: Array.from(score.ranked.subarray(0, choice.listLimit), (customer) => ({
      customer: ids[customer],
      probability: score.probabilities[customer],
      opportunity:
        opportunities === null || opportunities[customer] < 0 ? "none" : OPPORTUNITIES[opportunities[customer]],
    })),
  };
}
