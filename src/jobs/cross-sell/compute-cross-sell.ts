import type { CustomerTable } from "../../core/customers/customer-table";
import { selectLines } from "../../core/customers/select-lines";
import type { SelectedLines } from "../../core/customers/select-lines";
import type { Summary } from "../../core/customers/summary";
import { formatIsoDay, parseIsoDay } from "../../core/days";
import { findAffinity } from "../../core/decisions/affinity";
import type { Affinity } from "../../core/decisions/affinity";
import { numberBaskets } from "../../core/decisions/baskets";
import type { CrossSellInput } from "../../core/decisions/cross-sell";
import { collectOutcomes, listCompanions, pickCrossSellTarget, scoreCrossSell } from "../../core/decisions/cross-sell";
import { assignOpportunities } from "../../core/decisions/opportunities";
import { InputError as CoreInputError } from "../../core/issues";
import { sortIndices } from "../../core/math/index-sort";
import type { TextColumn } from "../../core/transactions/columns";
import type { JudgedRows } from "../analyze";
import { InputError } from "../input-error";
import { summarizeLines } from "../read-summary";
import type { CrossSellChoice, CrossSellReport, NoScore } from "./cross-sell-report";
import { hasScore } from "./cross-sell-report";

/** New buyers that a product should have to be offered by itself, and that a score needs at all. */
const enoughBuyers = 50;
export const leastBuyers = 10;
const namedProducts = 8;
const windows = [90, 180, 365] as const;

function pickColumn({ read, request }: JudgedRows, level: CrossSellChoice["level"]): TextColumn {
  if (read.kind === "folded") throw new InputError("linesNotKept");
  const lines = read.kind === "transactions" ? read.lines : null;
  const found = level === "product" ? (lines?.product ?? lines?.category) : (lines?.category ?? lines?.product);
  if (found === null || found === undefined || found.labels.length === 0)
    throw new InputError("noProductColumn", { known: request.source.headers.join(", ") });
  return found;
}

function findProduct(name: string, labels: readonly string[], affinity: Affinity): number {
  const wanted = name.trim().toLowerCase();
  const exact = labels.indexOf(name.trim());
  const product = exact >= 0 ? exact : labels.findIndex((label) => label.toLowerCase() === wanted);
  if (product >= 0 && affinity.productBaskets[product] > 0) return product;
  const most = Array.from(
    sortIndices(affinity.productBaskets, true).subarray(0, namedProducts),
    (code) => labels[code],
  );
  throw new InputError("unknownProduct", { product: name, known: most.join(", ") });
}

/** Customers as they were on the morning of a day; null where nobody had bought yet. */
function summarizeBefore({ read, analysis }: JudgedRows, table: CustomerTable | null, cutDay: number): Summary | null {
  const { settings } = analysis;
  try {
    return summarizeLines(read, table, { ...settings, asOf: formatIsoDay(cutDay) });
  } catch (error) {
    if (error instanceof CoreInputError && error.code === "noCustomers") return null;
    throw error;
  }
}

/** The product to sell, and the window to learn from: the shortest that has enough buyers, with at least as many days before it. */
function pickTarget(
  sold: Omit<CrossSellInput, "before" | "now" | "cutDay">,
  affinity: Affinity,
  named: number | null,
  chosenDays: number | null,
): { product: number | null; windowDays: number } {
  const { transactions, selected } = sold;
  const firstDay = selected.lines.reduce((first, line) => Math.min(first, transactions.day[line]), selected.asOfDay);
  const fitting = windows.filter((days) => 2 * days <= selected.asOfDay - firstDay);
  const offered = chosenDays !== null ? [chosenDays] : fitting.length > 0 ? fitting : [windows[0]];
  const cutDays = offered.map((days) => selected.asOfDay - days);
  const pick = pickCrossSellTarget(sold, affinity, cutDays, named, enoughBuyers);
  return { product: pick.product, windowDays: selected.asOfDay - pick.cutDay };
}

function scoreProduct(
  input: CrossSellInput | null,
  product: number | null,
  affinity: Affinity,
  { ridge, seed }: CrossSellChoice,
): CrossSellReport["score"] {
  const nothing: NoScore = { reason: "noProduct", positives: 0, others: 0 };
  if (input === null || product === null) return nothing;
  const { target } = collectOutcomes(input, product);
  const positives = target.reduce((sum: number, value) => sum + value, 0);
  const others = target.length - positives;
  if (positives < leastBuyers || others < leastBuyers) return { reason: "tooFew", positives, others };
  return scoreCrossSell(input, listCompanions(affinity, product), { ridge, seed });
}

/**
 * What is bought together, and who is likely to buy a product next.
 *
 * @param table attributes of customers from a table of their own
 * @throws InputError `noProductColumn`, `unknownProduct`
 */
export function computeCrossSell(
  judged: JudgedRows,
  table: CustomerTable | null,
  choice: CrossSellChoice,
): CrossSellReport {
  const { read, analysis } = judged;
  const products = pickColumn(judged, choice.level);
  if (read.kind !== "transactions") throw new InputError("noProductColumn", { known: "" });
  const { settings, summary } = analysis;
  const fromDay = settings.from === null ? null : parseIsoDay(settings.from);
  const asOf = settings.asOf === null ? null : parseIsoDay(settings.asOf);
  const selected: SelectedLines = selectLines(read.lines, settings.refunds, fromDay, asOf);
  const affinity = findAffinity(
    numberBaskets(read.lines, selected, choice.basket),
    products.codes,
    products.labels.length,
    choice,
  );
  const named = choice.product === null ? null : findProduct(choice.product, products.labels, affinity);
  const sold = { transactions: read.lines, selected, products };
  const { product, windowDays } = pickTarget(sold, affinity, named, choice.windowDays);
  const cutDay = selected.asOfDay - windowDays;
  const before = summarizeBefore(judged, table, cutDay);
  const input: CrossSellInput | null =
    before === null ? null : { ...sold, before: before.customers, now: summary.customers, cutDay };
  const score = scoreProduct(input, product, affinity, choice);
  return {
    choice,
    asOfDay: selected.asOfDay,
    windowDays,
    cutDay,
    labels: products.labels,
    affinity,
    product: product === null ? null : products.labels[product],
    summary,
    score,
    opportunities: hasScore(score)
      ? assignOpportunities(summary.customers, score.probabilities, settings.windowDays)
      : null,
  };
}
