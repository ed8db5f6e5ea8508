import type { CustomersTable } from "../customers/summary";
import type { SelectedLines } from "../customers/select-lines";
import { DECILES } from "../math/ranking-quality";
import { sortIndices } from "../math/index-sort";
import type { TextColumn } from "../transactions/columns";
import type { Transactions } from "../transactions/transactions";
import type { TreeColumn } from "../tree/column";
import { countEntries } from "../tree/column";
import type { Affinity } from "./affinity";
import { countNewBuyers, findBuyers } from "./baskets";
import { pickColumnRows } from "./predictor-terms";
import { fitResponseScore, computeResponseScores } from "./response-score";
import type { ResponseScore } from "./response-score";
import { judgeScorer } from "./scorer";
import type { ScoreQuality, ScorerOptions } from "./scorer";

/** Lines and customers of two days: the day a later window begins, and the day customers are judged on. */
export interface CrossSellInput {
  readonly transactions: Transactions;
  /** Lines up to the as-of day, by customer of `now`. */
  readonly selected: SelectedLines;
  /** What is sold: products or categories of the lines. */
  readonly products: TextColumn;
  /** Customers as they were on the morning of `cutDay`. */
  readonly before: CustomersTable;
  readonly now: CustomersTable;
  readonly cutDay: number;
}

/** The product that is to be sold, and what its buyers often bought before. */
export interface CrossSellTarget {
  /** Index into the labels of the products. */
  readonly product: number;
  /** Products whose buyers often take this one too, the most telling first. */
  readonly companions: readonly number[];
}

/** Who is likely to buy a product next. */
export interface CrossSellResult {
  /** Customers of before the cut without the product, and how many of them bought it afterwards. */
  readonly learnt: { readonly customers: number; readonly positives: number };
  /** Of the score and, on the same customers, of a tree; judged on customers held out. */
  readonly quality: ScoreQuality;
  readonly treeAuc: number | null;
  /** Learnt from all customers of before the cut without the product. */
  readonly score: ResponseScore;
  /** What the score was learnt from, in the terms' columns. */
  readonly columns: readonly TreeColumn[];
  /** 1 for a customer of now who has the product. */
  readonly owns: Uint8Array;
  /** Probability per customer of now to buy it in a window as long as the later one; NaN for those who have it. */
  readonly probabilities: Float64Array;
  /** Customers without the product, the most likely first; indices into the customers of now. */
  readonly ranked: Int32Array;
}

const MEASURES = [
  "recencyDays",
  "tenureDays",
  "orders",
  "revenue",
  "averageOrderValue",
  "breadth",
  "averageDiscount",
  "recentAmount",
] as const;
const MAIN_COLUMNS = ["mainCategory", "mainChannel", "mainRegion"] as const;
/** Names that identify customers, and days that say the same as the measures. */
const UNUSED_ROLES: ReadonlySet<string> = new Set(["customerName", "joinDate"]);

/** Names of the columns that say whether a customer has a companion product begin so; the product's label follows. */
export const OWNS_PREFIX = "owns:";

const MOST_COMPANIONS = 5;

/**
 * The product to sell and the day to cut the lines at: of the rules, the best first, the first whose companion enough customers bought for the
 * first time after one of the days.
 *
 * @param sold        lines and products
 * @param affinity    rules over the products
 * @param cutDays     at least one; the first that has enough buyers is taken
 * @param named       the product where it is given
 * @param leastBuyers how many new buyers are enough
 * @returns where none has enough, the product with most new buyers after the last of the days; null where nobody bought anything new
 */
export function pickCrossSellTarget(
  sold: Pick<CrossSellInput, "transactions" | "selected" | "products">,
  affinity: Affinity,
  cutDays: readonly number[],
  named: number | null,
  leastBuyers: number,
): { readonly product: number | null; readonly cutDay: number } {
  const { transactions, selected, products } = sold;
  const counts = cutDays.map((cutDay) =>
    countNewBuyers(transactions, selected, products.codes, products.labels.length, cutDay),
  );
  const rules = affinity.rules.filter(({ lift }) => lift > 1).map(({ companion }) => companion);
  for (const product of named === null ? rules : [named]) {
    const window = counts.findIndex((buyers) => buyers[product] >= leastBuyers);
    if (window >= 0) return { product, cutDay: cutDays[window] };
  }
  const last = counts[counts.length - 1];
  const cutDay = cutDays[cutDays.length - 1];
  if (named !== null) return { product: named, cutDay };
  const most = last.reduce((best, count, product) => (count > last[best] ? product : best), 0);
  return { product: last.length === 0 || last[most] === 0 ? null : most, cutDay };
}

/** The product with those whose buyers take it too with the largest lift, at most five. */
export function listCompanions(affinity: Affinity, product: number): CrossSellTarget {
  const rules = affinity.rules.filter(({ companion, lift }) => companion === product && lift > 1);
  return { product, companions: rules.slice(0, MOST_COMPANIONS).map((rule) => rule.product) };
}

/** Customers of before the cut without the product, and which of them bought it afterwards: enough to see whether a score can be learnt. */
export function collectOutcomes(input: CrossSellInput, product: number): { rows: Int32Array; target: Uint8Array } {
  const { transactions, selected, products, before, now, cutDay } = input;
  const owned = findBuyers(transactions, selected, products.codes, product, -Infinity, cutDay);
  const bought = findBuyers(transactions, selected, products.codes, product, cutDay, Infinity);
  const place = matchCustomers(before, now);
  const rows = Int32Array.from(place.keys()).filter((row) => place[row] >= 0 && owned[place[row]] === 0);
  return { rows, target: Uint8Array.from(rows, (row) => bought[place[row]]) };
}

/**
 * Learns from the customers of before the cut who bought a product afterwards, and scores the customers of now who do not have it.
 *
 * @param target  as {@link listCompanions} gives it
 * @param options of the logistic regression and of the customers held out
 * @throws RangeError where fewer than two customers bought the product in the later window, or fewer than two did not
 */
export function scoreCrossSell(
  input: CrossSellInput,
  target: CrossSellTarget,
  options: ScorerOptions = {},
): CrossSellResult {
  const { transactions, selected, products, before, now, cutDay } = input;
  const outcomes = collectOutcomes(input, target.product);
  const place = matchCustomers(before, now);
  const pickBefore = (buyers: Uint8Array) => Float64Array.from(place, (customer) => buyers[customer] ?? 0);
  const find = (product: number, endDay: number) =>
    findBuyers(transactions, selected, products.codes, product, -Infinity, endDay);
  const nameOwned = (product: number) => OWNS_PREFIX + products.labels[product];
  const known = listCrossSellColumns(
    before,
    target.companions.map((product) => [nameOwned(product), pickBefore(find(product, cutDay))]),
  ).map((column) => pickColumnRows(column, outcomes.rows));
  const quality = judgeScorer("logistic", known, outcomes.target, DECILES, options);
  const score = fitResponseScore(known, outcomes.target, options.ridge ?? null);

  const current = listCrossSellColumns(
    now,
    target.companions.map((product) => [nameOwned(product), Float64Array.from(find(product, Infinity))]),
  );
  const owns = find(target.product, Infinity);
  const all = computeResponseScores(score, alignColumns(known, current));
  const probabilities = all.map((probability, customer) => (owns[customer] === 1 ? NaN : probability));
  return {
    learnt: {
      customers: outcomes.rows.length,
      positives: outcomes.target.reduce((sum: number, value) => sum + value, 0),
    },
    quality,
    treeAuc: judgeScorer("tree", known, outcomes.target, DECILES, options).auc,
    score,
    columns: known,
    owns,
    probabilities,
    ranked: sortIndices(probabilities, true),
  };
}

/** Position among the customers of now of each customer of before; -1 for one who is not there. */
function matchCustomers(before: CustomersTable, now: CustomersTable): Int32Array {
  const places = new Map(now.ids.map((id, customer) => [id, customer]));
  return Int32Array.from(before.ids, (id) => places.get(id) ?? -1);
}

function listCrossSellColumns(
  customers: CustomersTable,
  owned: readonly (readonly [name: string, values: Float64Array])[],
): TreeColumn[] {
  const columns = new Map<string, TreeColumn>();
  const add = (column: TreeColumn) => {
    if (!columns.has(column.name)) columns.set(column.name, column);
  };
  for (const name of MEASURES) if (customers.known.has(name)) add({ name, kind: "number", numbers: customers[name] });
  for (const [name, numbers] of owned) add({ name, kind: "number", numbers });
  for (const name of MAIN_COLUMNS) {
    const main = customers[name];
    if (main !== null) add({ name, kind: "category", codes: main.codes, labels: main.labels });
  }
  for (const attribute of customers.attributes) {
    if (attribute.role !== undefined && UNUSED_ROLES.has(attribute.role)) continue;
    const { name } = attribute;
    if (attribute.kind === "number") add({ name, kind: "number", numbers: attribute.numbers });
    else add({ name, kind: "category", codes: attribute.codes, labels: attribute.labels });
  }
  return [...columns.values()];
}

/** The columns that were learnt from, for other customers; a column that these do not have, or have as another kind, is blank. */
function alignColumns(known: readonly TreeColumn[], current: readonly TreeColumn[]): TreeColumn[] {
  const rowCount = current.length === 0 ? 0 : countEntries(current[0]);
  return known.map((column): TreeColumn => {
    const found = current.find(({ name, kind }) => name === column.name && kind === column.kind);
    if (found !== undefined) return found;
    return column.kind === "number"
      ? { ...column, numbers: new Float64Array(rowCount).fill(NaN) }
      : { ...column, codes: new Int32Array(rowCount).fill(-1) };
  });
}
