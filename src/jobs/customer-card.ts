import type { LensTables } from "../core/lenses/lens";
import { predictAliveHistory } from "../core/clv/alive-history";
import type { Analysis, TreeResult } from "../core/report/analysis";
import { readLensTables } from "../core/report/rerun-lens";
import { listSourceColumns, listTreeColumns } from "../core/report/tree-columns";
import { formatRfmCodes } from "../core/rfm/rfm-code";
import { readScoreColumns } from "../core/rfm/score-rfm";
import type { TreeColumn } from "../core/tree/column";
import type { TreeRule } from "../core/tree/rules";
import { buildRuleOf } from "../core/tree/rules";

const MOST_FOUND = 8;
const HISTORY_STEPS = 60;

/** A number at a day (days since 1970-01-01). */
export interface DayValue {
  readonly day: number;
  readonly value: number;
}

/** Everything known of one customer, in language-free codes and numbers; NaN is unknown. */
export interface CustomerCard {
  readonly id: string;
  readonly recencyDays: number;
  readonly orders: number;
  readonly revenue: number;
  readonly profit: number;
  readonly averageOrderValue: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly rfm: string;
  readonly scores: readonly { readonly measure: "r" | "f" | "m"; readonly score: number }[];
  readonly bins: number;
  /** The customer's group in every lens that has one for him. */
  readonly groups: readonly {
    readonly lens: string;
    readonly id: string;
    readonly index: number;
    readonly count: number;
  }[];
  /** The rule of each tree that leads to the customer. */
  readonly rules: readonly { readonly target: string; readonly groupId: string; readonly rule: TreeRule }[];
  /** NaN without a model. */
  readonly pAlive: number;
  readonly expectedPurchases: number;
  readonly lifetimeValue: number;
  readonly simpleLifetimeValue: number;
  readonly horizonMonths: number | null;
  readonly purchases: readonly DayValue[];
  /** P(alive) over time; empty without a model. */
  readonly aliveHistory: readonly DayValue[];
  readonly nextAction: string | null;
}

interface Columns {
  readonly tables: LensTables;
  readonly byTarget: Map<string, TreeColumn[]>;
}

const known = new WeakMap<Analysis, Columns>();

/** The columns that a tree asks about, as it was grown on them. */
function findTreeColumns(analysis: Analysis, { target, explainsItself }: TreeResult): readonly TreeColumn[] {
  const columns = known.get(analysis) ?? { tables: readLensTables(analysis), byTarget: new Map() };
  known.set(analysis, columns);
  const { tables, byTarget } = columns;
  const sources = analysis.lenses.find(({ id }) => id === target)?.sources;
  const own =
    byTarget.get(target) ??
    (explainsItself
      ? listSourceColumns(tables, sources ?? [])
      : listTreeColumns(tables, sources, analysis.settings.treeFeatures));
  byTarget.set(target, own);
  return own;
}

function listPurchases({ summary }: Analysis, customer: number): DayValue[] {
  const { purchaseDays } = summary;
  if (purchaseDays === null) return [];
  const { offsets, day, amount } = purchaseDays;
  return Array.from({ length: offsets[customer + 1] - offsets[customer] }, (_, i) => {
    const at = offsets[customer] + i;
    return { day: day[at], value: amount[at] };
  });
}

function buildAliveHistory({ lifetime }: Analysis, purchases: readonly DayValue[]): DayValue[] {
  const fit = lifetime?.pAliveFit ?? null;
  if (lifetime === null || fit === null || purchases.length === 0) return [];
  const days = Int32Array.from(purchases, ({ day }) => day);
  const end = lifetime.predictedFromDay;
  const step = Math.max(1, Math.ceil((end - days[0]) / HISTORY_STEPS));
  const { day, aliveProbability } = predictAliveHistory(fit, days, end, step);
  return Array.from(day, (at, i) => ({ day: at, value: aliveProbability[i] }));
}

/**
 * Everything known of one customer.
 *
 * @param customer index into the customers of the analysis
 */
export function describeCustomer(analysis: Analysis, customer: number): CustomerCard {
  const { summary, rfm, settings, lenses, lifetime } = analysis;
  const { customers } = summary;
  const scores = readScoreColumns(rfm);
  const pick = (column: Uint8Array | null) => (column === null ? null : column.subarray(customer, customer + 1));
  const own = {
    recency: scores.recency.subarray(customer, customer + 1),
    frequency: scores.frequency.subarray(customer, customer + 1),
    monetary: pick(scores.monetary),
  };
  const purchases = listPurchases(analysis, customer);
  const action = analysis.nextAction[customer];
  const available = lifetime !== null && lifetime.isAvailable ? lifetime : null;
  return {
    id: customers.ids[customer],
    recencyDays: customers.recencyDays[customer],
    orders: customers.orders[customer],
    revenue: customers.revenue[customer],
    profit: analysis.value.basis === "profit" ? customers.profit[customer] : NaN,
    averageOrderValue: customers.averageOrderValue[customer],
    firstDay: customers.firstDay[customer],
    lastDay: customers.lastDay[customer],
    rfm: formatRfmCodes(own, rfm.bins, settings.recencyScale)[0],
    scores: [
      { measure: "r" as const, score: own.recency[0] },
      { measure: "f" as const, score: own.frequency[0] },
      ...(own.monetary === null ? [] : [{ measure: "m" as const, score: own.monetary[0] }]),
    ],
    bins: rfm.bins,
    groups: lenses.flatMap(({ id: lens, groups, codes }) =>
      codes[customer] < 0
        ? []
        : [{ lens, id: groups[codes[customer]].id, index: codes[customer], count: groups.length }],
    ),
    rules: analysis.trees.map((tree) => {
      const rule = buildRuleOf(tree.tree, findTreeColumns(analysis, tree), customer);
      return { target: tree.target, groupId: tree.tree.classes[rule.label], rule };
    }),
    pAlive: available?.customers.pAlive[customer] ?? NaN,
    expectedPurchases: available?.customers.expectedPurchases[customer] ?? NaN,
    lifetimeValue: available?.customers.clv[customer] ?? NaN,
    simpleLifetimeValue: analysis.simpleLifetimeValue[customer],
    horizonMonths: available?.horizonMonths ?? null,
    purchases,
    aliveHistory: buildAliveHistory(analysis, purchases),
    nextAction: action < 0 ? null : analysis.nextActions[action],
  };
}

/**
 * Customers whose id is, begins with or contains a text, the closest first; letter case aside.
 *
 * @returns indexes into the customers of the analysis, at most eight
 */
export function findCustomers({ summary }: Analysis, text: string): number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const found: { customer: number; rank: number }[] = [];
  summary.customers.ids.forEach((id, customer) => {
    const position = id.toLowerCase().indexOf(wanted);
    if (position >= 0) found.push({ customer, rank: id.length === wanted.length ? 0 : position === 0 ? 1 : 2 });
  });
  return found
    .sort((a, b) => a.rank - b.rank || a.customer - b.customer)
    .slice(0, MOST_FOUND)
    .map(({ customer }) => customer);
}
