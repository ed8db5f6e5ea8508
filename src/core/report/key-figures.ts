import { computeRetention } from "../decisions/retention";
import type { Retention } from "../decisions/retention";
import { findLargest } from "../lenses/columns";
import { computeMean } from "../math/statistics";
import { roundSum } from "../customers/sums";
import type { Summary } from "../customers/summary";
import type { Role } from "../transactions/roles";
import type { Analysis } from "./analysis";

/** The figures by which the customer base is watched from run to run. */
export const KEY_FIGURES = [
  "customers",
  "revenue",
  "profit",
  "repeatShare",
  "retentionShare",
  "churnShare",
  "topShare",
  "gini",
  "unprofitableShare",
  "meanLifetimeValue",
  "satisfaction",
  "promoterScore",
] as const;

/** See {@link KEY_FIGURES}. */
export type KeyFigure = (typeof KEY_FIGURES)[number];

/** Figures of a run; null where unknown. Shares are 0..1, the net promoter score is -100..100. */
export type KeyFigures = Readonly<Record<KeyFigure, number | null>>;

const TOP_SHARE = 0.2;
const PROMOTER = 9;
const DETRACTOR = 6;

const known = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

function findNumbers({ customers }: Summary, role: Role): Float64Array | null {
  for (const attribute of customers.attributes)
    if (attribute.role === role && attribute.kind === "number") return attribute.numbers;
  return null;
}

/**
 * Net promoter score: the percentage of answers of 9 and 10 less that of answers up to 6.
 *
 * @param answers 0..10, NaN = none
 * @returns -100..100; null without answers, and for yes or no, which is no scale
 * @see Reichheld (2003), The one number you need to grow, Harvard Business Review 81(12)
 */
export function computePromoterScore(answers: ArrayLike<number>): number | null {
  if (!((findLargest(answers) ?? 0) > 1)) return null;
  let [count, promoters, detractors] = [0, 0, 0];
  for (let i = 0; i < answers.length; i++) {
    if (answers[i] !== answers[i]) continue;
    count++;
    if (answers[i] >= PROMOTER) promoters++;
    else if (answers[i] <= DETRACTOR) detractors++;
  }
  return (100 * (promoters - detractors)) / count;
}

/**
 * Who of the customers of one window bought again in the next, the last one before the as-of date.
 *
 * @param windowDays length of a window
 * @returns null without dates of purchase
 */
export function computeWindowRetention({ purchaseDays, report }: Summary, windowDays: number): Retention | null {
  const { asOfDay } = report.period;
  if (purchaseDays === null || asOfDay === null) return null;
  const last = { fromDay: asOfDay - windowDays, toDay: asOfDay };
  return computeRetention(purchaseDays, { fromDay: last.fromDay - windowDays, toDay: last.fromDay }, last);
}

/** Mean value expected of a customer: by the repeat-purchase models, else by the simple formula. */
function averageLifetimeValue({ lifetime, simpleLifetimeValue }: Analysis): number {
  return computeMean(lifetime?.isAvailable === true ? lifetime.customers.clv : simpleLifetimeValue);
}

/** The figures of a run. */
export function computeKeyFigures(analysis: Analysis): KeyFigures {
  const { summary, settings, concentration, value } = analysis;
  const { report } = summary;
  const retention = computeWindowRetention(summary, settings.windowDays);
  const top = concentration?.topShares.find(({ customerShare }) => customerShare === TOP_SHARE);
  const satisfaction = findNumbers(summary, "satisfaction");
  const answers = findNumbers(summary, "referral");
  const hasMoney = value.basis !== "none";
  return {
    customers: report.customers,
    revenue: report.revenue === null ? null : roundSum(report.revenue),
    profit: value.basis === "profit" && report.profit !== null ? roundSum(report.profit) : null,
    repeatShare: known(report.repeatRate),
    retentionShare: retention?.retentionShare ?? null,
    churnShare: retention?.churnShare ?? null,
    topShare: known(value.basis === "profit" ? top?.profitShare : top?.revenueShare),
    gini: known(concentration?.gini),
    unprofitableShare: known(concentration?.unprofitableShare),
    meanLifetimeValue: hasMoney ? known(averageLifetimeValue(analysis)) : null,
    satisfaction: satisfaction === null ? null : known(computeMean(satisfaction)),
    promoterScore: answers === null ? null : computePromoterScore(answers),
  };
}
