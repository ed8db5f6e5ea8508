import { InputError } from "../issues";
import { PairSet } from "../math/pair-table";
import type { Readings } from "../transactions/block-columns";
import { BlockColumns } from "../transactions/block-columns";
import type { RowBlock } from "../transactions/cells";
import { foldId } from "../transactions/flag-lines";
import { MOST_COMPARED } from "../transactions/judge-rows";
import { areMarginsPercent } from "../transactions/line-costs";
import type { LineMoney } from "../transactions/line-money";
import { computeLineMoney, nameCurrencies } from "../transactions/line-money";
import type { MarkedNumbers } from "../transactions/number-column";
import { settleNumbers } from "../transactions/number-column";
import type { OrderedCustomers } from "../transactions/order-customers";
import { orderCustomers } from "../transactions/order-customers";
import { OutlierSearch } from "../transactions/outlier-search";
import { findCurrency } from "../transactions/parse-number";
import type { ReadPlan, RowSwitches } from "../transactions/plan";
import { defaultSwitches } from "../transactions/plan";
import type { Role } from "../transactions/roles";
import type { ScoutContext } from "./scouted-reading";
import { ScoutedReading, hasDoubt } from "./scouted-reading";
import type { ScoutedRows } from "./scouted-rows";
import type { RefundMode } from "./select-lines";

/** Which lines count as what, as for a summary. */
export interface FoldPeriod {
  readonly refunds: RefundMode;
  readonly fromDay: number | null;
  readonly asOfDay: number | null;
}

/** What only all rows together tell: enough to take each line for what it is in a second pass. */
export interface FoldPlan {
  readonly plan: ReadPlan;
  readonly switches: RowSwitches;
  readonly period: FoldPeriod;
  readonly rowsRead: number;
  /** The columns, which know all ids and texts. */
  readonly block: BlockColumns;
  readonly readings: Readings;
  readonly cancelledActive: boolean;
  /** Currency of the amounts where a cell names it, and 1 per currency whose rows are left out. */
  readonly currency: string | null;
  readonly foreign: Uint8Array;
  /** Day after the last one; Infinity where nobody bought. */
  readonly asOfDay: number;
  readonly customers: OrderedCustomers;
  /** 1 per customer with a purchase line in the period. */
  readonly buys: Uint8Array;
  /** Hashes of the orders of more than one customer. */
  readonly sharedOrders: PairSet;
  readonly outliers: OutlierSearch;
  readonly areMarginsPercent: boolean;
  readonly largestDiscount: number;
  /** Number of rows too many to be compared with each other; 0 where they are compared. */
  readonly notCompared: number;
}

/** The first of two passes over rows that are too many to be kept. */
export interface RowScout {
  /** Takes the next block. */
  push(block: RowBlock): void;
  /**
   * What the second pass needs to know; null where it would have to compare rows before it can count them.
   *
   * @throws InputError `mixedCurrency` when the amounts name several currencies and none is chosen
   */
  finish(): FoldPlan | null;
}

const MONEY_ROLES = ["amount", "quantity", "price"] as const;

/**
 * Reads the rows of a table of order lines once, to find out what all of them together say about each: how dates and numbers with two
 * readings are read, which prefix means a cancelled order, who buys, when the last purchase was. Nothing of a block is kept; memory grows
 * with customers, orders and different texts.
 *
 * @param plan   which column means what, and how rows are judged
 * @param period which lines count as what
 * @throws InputError `missingColumn` when no column has the customer or the date
 */
export function createRowScout(plan: ReadPlan, period: FoldPeriod): RowScout {
  const missing = (["customer", "date"] as const).filter((role) => plan.columns[role] === undefined);
  if (missing.length > 0) throw new InputError("missingColumn", missing, plan.issues);
  const switches = { ...defaultSwitches, ...plan.switches };
  const block = new BlockColumns(plan, switches);
  const context: ScoutContext = {
    switches,
    today: plan.today,
    refunds: period.refunds,
    fromDay: period.fromDay ?? -Infinity,
    asOfDay: period.asOfDay ?? Infinity,
    findOwner: switches.mergeIds ? numberOwners(block.columns.customer.labels) : (code) => code,
  };
  const doubts = new Doubts(block, switches);
  const readings = new Map([[0, new ScoutedReading()]]);
  let rowsRead = 0;
  return {
    push(rows) {
      block.read(rows);
      rowsRead += rows.rowCount;
      const bits = doubts.find();
      for (let bit = 1; bit <= bits; bit *= 2) {
        if ((bits & bit) === 0 || doubts.isOpen(bit)) continue;
        for (const [reading, found] of [...readings]) readings.set(reading | bit, found.copy());
        doubts.open(bit);
      }
      for (const [reading, found] of readings) found.count(doubts.buildCells(reading), block, context);
    },
    finish() {
      const settled = block.findReadings();
      const reading = doubts.pick(settled);
      const found = readings.get(reading)!;
      readings.clear();
      const currency = judgeCurrency(found, doubts.buildCells(reading).money, switches, plan);
      const rows = found.sum(period.refunds, (index) => currency.foreign[index] === 1);
      const isCompared = rows.rows <= MOST_COMPARED;
      if (isCompared && switches.duplicates === "drop") return null;
      return {
        ...describeRows(rows, block, switches, settled),
        plan,
        switches,
        period,
        rowsRead,
        block,
        readings: settled,
        cancelledActive: found.cancelledActive,
        ...currency,
        asOfDay: period.asOfDay ?? (rows.lastDay === -Infinity ? Infinity : rows.lastDay + 1),
        notCompared: isCompared ? 0 : rows.rows,
      };
    },
  };
}

/** Numbers ids that differ in case or leading zeros alike. */
function numberOwners(labels: readonly string[]): (code: number) => number {
  const owners: number[] = [];
  const byId = new Map<string, number>();
  return (code) => {
    for (let next = owners.length; next <= code; next++) {
      const id = foldId(labels[next]);
      const owner = byId.get(id) ?? next;
      byId.set(id, owner);
      owners.push(owner);
    }
    return owners[code];
  };
}

/** Which columns have forms with two readings; a bit per column, set in a reading that has the month first or a decimal comma. */
class Doubts {
  private opened = 0;
  private readonly money: readonly Role[];
  private readonly isDateFixed: boolean;

  constructor(
    private readonly block: BlockColumns,
    { dateOrder }: RowSwitches,
  ) {
    this.money = MONEY_ROLES.filter((role) => block.columns.numbers.has(role));
    this.isDateFixed = dateOrder === "dmy" || dateOrder === "mdy";
  }

  isOpen(bit: number): boolean {
    return (this.opened & bit) !== 0;
  }

  open(bit: number): void {
    this.opened |= bit;
  }

  /** Bits of the columns with such forms in this block. */
  find(): number {
    const { columns, count } = this.block;
    let bits = !this.isDateFixed && columns.date.swappableCount > 0 ? 1 : 0;
    this.money.forEach((role, i) => {
      const column = columns.numbers.get(role)!;
      if (column.isWaiting && hasDoubt(column, count)) bits |= 2 << i;
    });
    return bits;
  }

  /** The bits of a reading, as far as rows had such forms. */
  pick({ dayFirst, decimalComma }: Readings): number {
    let bits = dayFirst.get("date") === true ? 0 : 1;
    this.money.forEach((role, i) => {
      if (decimalComma.get(role) === true) bits |= 2 << i;
    });
    return bits & this.opened;
  }

  /** What the rows of the block are judged by in a reading. */
  buildCells(reading: number) {
    const { columns, count, filled } = this.block;
    const { customer, date } = columns;
    const monthFirst = this.isDateFixed ? !date.findOrder(true) : (reading & 1) !== 0;
    let { days } = date;
    if (monthFirst && date.swappableCount > 0) {
      days = days.slice(0, count);
      date.settle(days, false);
    }
    const numbers: Partial<Record<Role, MarkedNumbers>> = {};
    this.money.forEach((role, i) => {
      const column = columns.numbers.get(role)!;
      numbers[role] = column;
      if (!this.isOpen(2 << i)) return;
      const { rowCurrencies, currencies } = column;
      const copied = { values: column.values.slice(0, count), marks: column.marks.slice(0, count) };
      settleNumbers(copied, count, (reading & (2 << i)) !== 0);
      numbers[role] = { ...copied, rowCurrencies, currencies };
    });
    return { count, filled, customer: customer.codes, day: days, money: computeLineMoney(numbers, count) };
  }
}

function judgeCurrency(
  found: ScoutedReading,
  { currencyColumn }: LineMoney,
  { currency }: RowSwitches,
  { issues }: ReadPlan,
): Pick<FoldPlan, "currency" | "foreign"> {
  const currencies = currencyColumn?.currencies ?? [""];
  const { names, found: named } = nameCurrencies(currencies, found.listCurrencies(currencies.length));
  const foreign = new Uint8Array(currencies.length);
  if (named.length < 2) return { currency: named[0] ?? null, foreign };
  const kept = currency === null ? "" : findCurrency(currency.trim().toLowerCase()) || currency.trim().toUpperCase();
  if (!named.includes(kept)) throw new InputError("mixedCurrency", named, issues);
  names.forEach((name, index) => (foreign[index] = Number(name !== "" && name !== kept)));
  return { currency: kept, foreign };
}

function describeRows(rows: ScoutedRows, { columns }: BlockColumns, switches: RowSwitches, { decimalComma }: Readings) {
  const { labels } = columns.customer;
  const uses = new Int32Array(labels.length);
  uses.set(rows.uses.subarray(0, labels.length));
  const customers = orderCustomers(labels, uses, switches.mergeIds);
  const buys = new Uint8Array(customers.ids.length);
  for (let code = 0; code < labels.length; code++) if (rows.buys[code] === 1) buys[customers.index[code]] = 1;
  const sharedOrders = new PairSet();
  rows.visitSharedOrders((high, low) => sharedOrders.add(high, low));
  const pick = (role: "margin" | "discount") => rows[role][decimalComma.get(role) === true ? 1 : 0];
  return {
    customers,
    buys,
    sharedOrders,
    outliers: new OutlierSearch(rows.sizes),
    areMarginsPercent: areMarginsPercent(pick("margin")),
    largestDiscount: pick("discount"),
  };
}
