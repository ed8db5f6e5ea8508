import { PairSet } from "../math/pair-table";
import type { HashColumn } from "../transactions/hash-column";
import type { DictionaryColumn } from "../transactions/dictionary-column";
import type { CostSource } from "../transactions/transactions";
import type { CustomerFacts, MoneyFacts } from "./compose-summary";
import type { FoldedLine } from "./folded-attributes";
import { FoldedAttributes, FoldedTexts } from "./folded-attributes";
import { FoldedDays } from "./folded-days";
import type { FoldPlan } from "./row-scout";
import { SumColumn } from "./sum-column";
import { roundSum } from "./sums";

/** Columns of the lines kept of a block, by line; null where the input has none. */
export interface KeptColumns {
  readonly amount: Float64Array;
  readonly cost: Float64Array | null;
  readonly profit: Float64Array | null;
  readonly discountShare: Float64Array | null;
}

const MAIN_ROLES = ["category", "channel", "region"] as const;
const HASH_STEP = 0x9e3779b1;

/** Customers of the summary while their lines come in: sums, days, and sets of what is counted once. */
export class FoldedCustomers {
  purchaseLines = 0;
  refundLines = 0;
  private readonly days = new FoldedDays();
  private readonly orders: PairSet | null;
  private readonly orderCounts: Float64Array;
  private readonly lastOrder = { first: NaN, second: NaN };
  private readonly varieties: PairSet | null;
  private readonly varietyCounts: Float64Array;
  private readonly varied: DictionaryColumn | null;
  private readonly order: HashColumn | null;
  private readonly units: SumColumn | null;
  private readonly money: Readonly<Record<"revenue" | "refunds" | "recent" | "previous", SumColumn>> | null;
  private readonly serviceCost: SumColumn | null;
  private readonly discount: { readonly weighted: SumColumn; readonly weights: SumColumn } | null;
  private cost: SumColumn | null = null;
  private profit: SumColumn | null = null;
  private readonly mains: readonly (FoldedTexts | null)[];
  private readonly attributes: FoldedAttributes;

  /**
   * @param fold       what the first pass found
   * @param ids        of the customers
   * @param hasMoney   whether lines have amounts
   * @param windowDays length of the windows before the as-of date
   */
  constructor(
    private readonly fold: FoldPlan,
    private readonly ids: readonly string[],
    private readonly hasMoney: boolean,
    private readonly windowDays: number,
  ) {
    const { order, columns } = fold.block;
    const count = ids.length;
    const sum = () => new SumColumn(count);
    this.order = order;
    this.orders = order === null ? null : new PairSet();
    this.orderCounts = new Float64Array(count);
    this.varied = columns.texts.get("category") ?? columns.texts.get("product") ?? null;
    this.varieties = this.varied === null ? null : new PairSet();
    this.varietyCounts = new Float64Array(count);
    this.units = columns.numbers.has("quantity") ? sum() : null;
    this.serviceCost = columns.numbers.has("serviceCost") ? sum() : null;
    this.money = hasMoney ? { revenue: sum(), refunds: sum(), recent: sum(), previous: sum() } : null;
    this.discount = columns.numbers.has("discount") ? { weighted: sum(), weights: sum() } : null;
    this.mains = MAIN_ROLES.map((role) => {
      const column = columns.texts.get(role);
      return column === undefined ? null : new FoldedTexts(column);
    });
    this.attributes = new FoldedAttributes(fold.plan, fold.block, count);
  }

  /** Notes the texts of a line that is kept, whoever it belongs to. */
  keep(row: number): void {
    for (const main of this.mains) main?.keep(row);
    this.attributes.keep(row);
  }

  /**
   * Takes a line.
   *
   * @param line    its `weight` is not set yet
   * @param index   of the line among those of `columns`
   * @param columns of the lines kept of the block
   */
  add(line: FoldedLine, index: number, columns: KeptColumns): void {
    const { row, customer, isPurchase } = line;
    const amount = columns.amount[index];
    line.weight = this.hasMoney ? amount : Number(isPurchase);
    if (isPurchase) {
      this.purchaseLines++;
      this.addPurchase(line, amount);
      if (columns.discountShare !== null) this.addDiscount(customer, columns.discountShare[index], amount);
    } else this.refundLines++;
    const { numbers } = this.fold.block.columns;
    this.units?.add(customer, numbers.get("quantity")!.values[row]);
    this.addMoney(line, index, columns);
    for (const main of this.mains) main?.add(line);
    this.attributes.add(line);
  }

  private addMoney({ row, customer, day, isPurchase }: FoldedLine, index: number, columns: KeptColumns): void {
    if (this.money === null) return;
    const amount = columns.amount[index];
    this.money.revenue.add(customer, amount);
    if (!isPurchase) this.money.refunds.add(customer, amount);
    const age = this.fold.asOfDay - day;
    if (age <= this.windowDays) this.money.recent.add(customer, amount);
    else if (age <= 2 * this.windowDays) this.money.previous.add(customer, amount);
    if (columns.cost !== null) (this.cost ??= new SumColumn(this.ids.length)).add(customer, columns.cost[index]);
    if (columns.profit !== null) (this.profit ??= new SumColumn(this.ids.length)).add(customer, columns.profit[index]);
    this.serviceCost?.add(customer, this.fold.block.columns.numbers.get("serviceCost")!.values[row]);
  }

  private addPurchase({ row, customer, day, hour }: FoldedLine, amount: number): void {
    const { order } = this;
    const hasOrder = order !== null && order.codes[row] >= 0;
    this.days.add(customer, day, amount, hour, hasOrder);
    if (hasOrder) this.addOrder(customer, order.highs[row], order.lows[row]);
    const variety = this.varied === null ? -1 : this.varied.codes[row];
    if (variety >= 0 && this.varieties!.add(customer, variety)) this.varietyCounts[customer]++;
  }

  /** The lines of an order mostly follow each other. */
  private addOrder(customer: number, high: number, low: number): void {
    const first = (high + Math.imul(customer, HASH_STEP)) | 0;
    const second = low ^ Math.imul(customer + 1, HASH_STEP);
    if (first === this.lastOrder.first && second === this.lastOrder.second) return;
    this.lastOrder.first = first;
    this.lastOrder.second = second;
    if (this.orders!.add(first, second)) this.orderCounts[customer]++;
  }

  private addDiscount(customer: number, share: number, amount: number): void {
    if (share !== share || !(amount > 0)) return;
    this.discount!.weighted.add(customer, share * amount);
    this.discount!.weights.add(customer, amount);
  }

  /**
   * What the lines say about the customers.
   *
   * @param costSource where costs come from
   * @param hasHours   whether any line tells its hour
   */
  finish(costSource: CostSource, hasHours: boolean): Omit<CustomerFacts, "lines"> & { readonly leftOut: string[] } {
    const { ids } = this;
    const count = ids.length;
    const { attributes, leftOut } = this.attributes.finish();
    const [mainCategory, mainChannel, mainRegion] = this.mains.map(
      (main, i) => main?.finish(["mainCategory", "mainChannel", "mainRegion"][i], count) ?? null,
    );
    const unnamed = this.order === null ? null : this.days.countUnnamedOrders(count);
    const hours = hasHours ? this.days.countHours(count) : null;
    const purchaseDays = this.days.build(count);
    const { offsets } = purchaseDays;
    return {
      customerIds: ids,
      idsMerged: this.fold.switches.mergeIds,
      purchaseDays,
      orders: this.orderCounts.map((own, customer) =>
        unnamed === null ? offsets[customer + 1] - offsets[customer] : own + unnamed[customer],
      ),
      attributes,
      leftOut,
      units: this.units?.take() ?? null,
      breadth: this.varied === null ? null : this.varietyCounts,
      averageDiscount: this.takeDiscounts(),
      money: this.takeMoney(costSource),
      mainCategory,
      mainChannel,
      mainRegion,
      lineTables: { hours, products: null, matches: [] },
    };
  }

  private takeDiscounts(): Float64Array | null {
    if (this.discount === null) return null;
    const weights = this.discount.weights.take();
    return this.discount.weighted
      .take()
      .map((sum, customer) => (weights[customer] > 0 ? sum / weights[customer] : NaN));
  }

  private takeMoney(costSource: CostSource): MoneyFacts | null {
    if (this.money === null) return null;
    return {
      costSource,
      revenue: this.money.revenue.take(),
      refundAmount: this.money.refunds.take().map((value) => (value === value ? roundSum(-value) : 0)),
      recentAmount: this.money.recent.take(0),
      previousAmount: this.money.previous.take(0),
      cost: this.cost?.take() ?? null,
      profit: this.profit?.take() ?? null,
      serviceCost: this.serviceCost?.take() ?? null,
    };
  }
}
