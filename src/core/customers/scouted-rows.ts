import { PairTable } from "../math/pair-table";
import { growInt32, growUint8 } from "../transactions/grow";
import { SizeCounts } from "../transactions/outlier-search";

/** An order of several customers. */
const SHARED = -2;

/** The largest of a column of numbers, signs aside: as read with a decimal point, and with a decimal comma. */
export type LargestPair = [number, number];

/** What the first pass keeps of rows that are in use under the same conditions. */
export class ScoutedRows {
  rows = 0;
  /** Last day on which a known customer bought; -Infinity without one. */
  lastDay = -Infinity;
  /** Rows by code of the customer. */
  uses: Int32Array = new Int32Array(0);
  /** 1 per code of a customer who bought in the period. */
  buys: Uint8Array = new Uint8Array(0);
  readonly sizes = new SizeCounts();
  readonly margin: LargestPair = [0, 0];
  readonly discount: LargestPair = [0, 0];
  private orders = new PairTable();
  private owners: Int32Array = new Int32Array(0);

  /** Counts a row of a customer. */
  addUse(customer: number): void {
    if (customer >= this.uses.length) this.uses = growInt32(this.uses, customer + 1);
    this.uses[customer]++;
  }

  /** Notes a purchase; `isInPeriod` says whether it makes the customer one of the summary. */
  addPurchase(customer: number, day: number, isInPeriod: boolean): void {
    if (day > this.lastDay) this.lastDay = day;
    if (!isInPeriod) return;
    if (customer >= this.buys.length) this.buys = growUint8(this.buys, customer + 1);
    this.buys[customer] = 1;
  }

  /** Notes whose order it is; `owner` is not negative, ids are given by their hashes. */
  addOrder(high: number, low: number, owner: number): void {
    const { size } = this.orders;
    const entry = this.orders.add(high, low);
    if (entry === size) {
      if (this.orders.capacity > this.owners.length)
        this.owners = growInt32(this.owners, this.orders.capacity, this.orders.capacity);
      this.owners[entry] = owner;
    } else if (this.owners[entry] !== owner) this.owners[entry] = SHARED;
  }

  /** Counts all that another has counted; `arePurchases` says whether its purchases count. */
  addAll(other: ScoutedRows, arePurchases: boolean): void {
    this.rows += other.rows;
    this.sizes.addAll(other.sizes);
    for (const name of ["margin", "discount"] as const)
      other[name].forEach((value, i) => (this[name][i] = Math.max(this[name][i], value)));
    this.uses = growInt32(this.uses, other.uses.length);
    other.uses.forEach((uses, customer) => (this.uses[customer] += uses));
    if (arePurchases) {
      this.lastDay = Math.max(this.lastDay, other.lastDay);
      this.buys = growUint8(this.buys, other.buys.length);
      other.buys.forEach((buys, customer) => (this.buys[customer] |= buys));
    }
    const { firsts, seconds, size } = other.orders;
    for (let entry = 0; entry < size; entry++) this.addOrder(firsts[entry], seconds[entry], other.owners[entry]);
  }

  /** Calls back with the hashes of each order that belongs to more than one customer. */
  visitSharedOrders(visit: (high: number, low: number) => void): void {
    const { firsts, seconds, size } = this.orders;
    for (let entry = 0; entry < size; entry++) if (this.owners[entry] === SHARED) visit(firsts[entry], seconds[entry]);
  }

  /** The same once more, to be counted on its own. */
  copy(): ScoutedRows {
    const copied = new ScoutedRows();
    copied.addAll(this, true);
    return copied;
  }
}
