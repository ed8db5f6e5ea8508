import type { SelectedLines } from "../../core/customers/select-lines";
import { selectLines } from "../../core/customers/select-lines";
import { parseIsoDay } from "../../core/days";
import type { GrowthMatrix } from "../../core/decisions/growth-matrix";
import { computeGrowthMatrix } from "../../core/decisions/growth-matrix";
import type { SalesFigures, SalesLines } from "../../core/decisions/segment-sales";
import type { SharedTrait } from "../../core/decisions/shared-traits";
import { describeSharedTraits } from "../../core/decisions/shared-traits";
import { spreadByRevenue, sumSales } from "../../core/decisions/segment-sales";
import { flagMembers } from "../../core/lenses/members";
import { computeMean, computeSum } from "../../core/math/statistics";
import type { Analysis, GroupSummary, LensResult, Rule } from "../../core/report/analysis";
import type { TextColumn } from "../../core/transactions/columns";
import type { Transactions } from "../../core/transactions/transactions";
import type { JudgedRows } from "../analyze";
import { findBestRule } from "../layout/rule-words";

/** What a group bought most, or where it bought. */
export interface TextShare {
  readonly label: string;
  /** Share of the group's revenue. */
  readonly share: number;
}

/** What is known of a group of customers. Money is null where none is known. */
export interface SegmentCard {
  /** Position among the groups of the lens. */
  readonly group: number;
  readonly totals: GroupSummary;
  readonly ordersPerCustomer: number | null;
  readonly cost: number | null;
  readonly serviceCost: number | null;
  /** The rule that finds most of the group; null where no tree explains the lens. */
  readonly rule: Rule | null;
  /** What is more frequent among the group than among all others, where no rule tells it apart; the most telling first. */
  readonly traits: readonly SharedTrait[];
  readonly products: readonly TextShare[];
  readonly channels: readonly TextShare[];
}

/** Sales by group and channel. */
export interface ChannelTable {
  readonly labels: readonly string[];
  /** By group of {@link SegmentCards.cards}, then by channel. */
  readonly figures: readonly (readonly SalesFigures[])[];
}

/** Cards of all groups that have customers, with what is sold to them. */
export interface SegmentCards {
  readonly lens: LensResult;
  readonly cards: readonly SegmentCard[];
  /** Null without a column of products and dates. */
  readonly growth: GrowthMatrix | null;
  /** Null without a column of channels. */
  readonly channels: ChannelTable | null;
}

const topTexts = 3;
const topTraits = 2;
/** A trait that a fifth of the group has, and a quarter more of them than of the others, tells it apart. */
const leastTrait = { share: 0.2, index: 125 };

interface Sold {
  readonly transactions: Transactions;
  readonly selected: SelectedLines;
  /** Index of the customer per line of `transactions`, -1 for lines that take no part. */
  readonly customer: Int32Array;
}

function findSold({ read, analysis }: JudgedRows): Sold | null {
  if (read.kind !== "transactions") return null;
  const { settings } = analysis;
  const parse = (day: string | null) => (day === null ? null : parseIsoDay(day));
  const selected = selectLines(read.lines, settings.refunds, parse(settings.from), parse(settings.asOf));
  const customer = new Int32Array(read.lines.lineCount).fill(-1);
  const indexes = new Map(analysis.summary.customers.ids.map((id, index) => [id, index]));
  selected.customerIds.forEach((id, who) => {
    const index = indexes.get(id) ?? -1;
    for (let i = selected.starts[who]; i < selected.starts[who + 1]; i++) customer[selected.lines[i]] = index;
  });
  return { transactions: read.lines, selected, customer };
}

/** The lines in use, counted under a text. Service that is known by customer only is laid on lines by revenue. */
function buildSalesLines({ transactions, customer }: Sold, { codes }: TextColumn, analysis: Analysis): SalesLines {
  const { amount, cost, serviceCost, profit } = transactions;
  const ledger = analysis.summary.customers;
  const hasService = ledger.known.has("serviceCost");
  return {
    customer,
    text: codes,
    revenue: amount,
    cost,
    serviceCost: serviceCost ?? (hasService ? spreadByRevenue(ledger.serviceCost, customer, amount) : null),
    profit,
  };
}

function listTop(figures: readonly SalesFigures[], labels: readonly string[]): TextShare[] {
  const total = figures.reduce((sum, { revenue }) => sum + Math.max(0, revenue), 0);
  if (!(total > 0)) return [];
  return figures
    .map(({ revenue }, i) => ({ label: labels[i], share: revenue / total }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, topTexts);
}

function computeGrowth({ transactions, selected, customer }: Sold, products: TextColumn): GrowthMatrix {
  const { day, amount, isRefund } = transactions;
  return computeGrowthMatrix({ customer, product: products.codes, day, revenue: amount, isRefund }, selected.asOfDay);
}

const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** Texts of attributes that are frequent in a group and rarer among all other customers. */
function listTraits({ summary }: Analysis, member: Uint8Array): SharedTrait[] {
  const { attributes, mainRegion } = summary.customers;
  const columns = [...attributes, ...(mainRegion === null ? [] : [mainRegion])].filter(
    ({ kind }) => kind === "category",
  );
  return describeSharedTraits(columns, member)
    .filter(({ isBlank, top, index }) => {
      const isTelling = index === null || index >= leastTrait.index;
      return !isBlank && top !== null && top >= leastTrait.share && isTelling;
    })
    .sort((a, b) => (b.top ?? 0) - (b.rest ?? 0) - ((a.top ?? 0) - (a.rest ?? 0)))
    .slice(0, topTraits);
}

/** The cards of a lens; groups without customers have none. */
export function computeCards(judged: JudgedRows, lens: LensResult): SegmentCards {
  const { analysis } = judged;
  const { customers } = analysis.summary;
  const groups = [...lens.groups.keys()].filter((group) => lens.groups[group].customers > 0);
  const all = lens.members ?? flagMembers(lens.codes, lens.groups.length);
  const members = groups.map((group) => all[group]);
  const sold = analysis.value.basis === "none" ? null : findSold(judged);
  const bought = sold?.transactions.category ?? sold?.transactions.product ?? null;
  const sumBy = (texts: TextColumn | null | undefined) =>
    sold === null || texts === null || texts === undefined
      ? null
      : sumSales(buildSalesLines(sold, texts, analysis), members, texts.labels.length);
  const products = sumBy(bought);
  const channel = sold?.transactions.channel ?? null;
  const byChannel = sumBy(channel);
  const tree = analysis.trees.find(({ target }) => target === lens.id);
  const growing = sold?.transactions.product ?? sold?.transactions.category ?? null;
  return {
    lens,
    cards: groups.map((group, i): SegmentCard => {
      const pick = (values: Float64Array) => values.filter((_, customer) => members[i][customer] === 1);
      const sum = (name: "cost" | "serviceCost") =>
        customers.known.has(name) ? computeSum(pick(customers[name])) : null;
      const rule = findBestRule(tree, group) ?? null;
      return {
        group,
        totals: lens.groups[group],
        ordersPerCustomer: orNull(computeMean(pick(customers.orders))),
        cost: sum("cost"),
        serviceCost: sum("serviceCost"),
        rule,
        traits: rule === null ? listTraits(analysis, members[i]) : [],
        products: products === null ? [] : listTop(products[i], bought!.labels),
        channels: byChannel === null ? [] : listTop(byChannel[i], channel!.labels),
      };
    }),
    growth: sold === null || growing === null ? null : computeGrowth(sold, growing),
    channels: byChannel === null ? null : { labels: channel!.labels, figures: byChannel },
  };
}
