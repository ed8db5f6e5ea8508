import type { BlockColumns } from "../transactions/block-columns";
import type { RowCells } from "../transactions/judge-rows";
import { USED, isPrefixBelieved, judgeCells } from "../transactions/judge-rows";
import { isDoubtful, readWithComma } from "../transactions/number-column";
import type { NumberColumn } from "../transactions/number-column";
import type { RowSwitches } from "../transactions/plan";
import type { LargestPair } from "./scouted-rows";
import { ScoutedRows } from "./scouted-rows";
import type { RefundMode } from "./select-lines";

/** What rows are scouted for; days are counted from 1970-01-01. */
export interface ScoutContext {
  readonly switches: RowSwitches;
  readonly today: number;
  readonly refunds: RefundMode;
  readonly fromDay: number;
  /** Infinity where the rows tell it. */
  readonly asOfDay: number;
  /** Number of the customer behind a code: the same for ids that are joined. */
  findOwner(code: number): number;
}

/** The row is in use whether or not the prefix of cancelled orders is believed, and is the same kind of line. */
const STAYS = 0;
/** The row leaves where the prefix is believed. */
const LEAVES = 1;
/** The row is a refund where the prefix is believed. */
const RETURNS = 2;
const KINDS = 3;

/** What the first pass finds when forms with two readings are read in one way. */
export class ScoutedReading {
  /** By currency, then by what the prefix of cancelled orders does to the row. */
  private readonly parts = new Map<number, ScoutedRows>();
  private prefixed = 0;
  private negative = 0;

  /**
   * Counts the rows of a block.
   *
   * @param cells   as this reading has them
   * @param block   the other columns
   * @param context what counts
   */
  count(cells: RowCells, block: BlockColumns, context: ScoutContext): void {
    const { switches, refunds, fromDay, asOfDay } = context;
    const { outcome, isRefund } = judgeCells(cells, switches, context.today);
    const { order, hidden } = block;
    const { customer, day, money } = cells;
    const { amount, currencyColumn } = money;
    const hasMoney = money.source !== null;
    const size = hasMoney ? amount : (block.columns.numbers.get("quantity")?.values ?? null);
    const currencies = currencyColumn?.rowCurrencies ?? null;
    const margin = block.columns.numbers.get("margin");
    const discount = block.columns.numbers.get("discount");
    const skipsHidden = switches.rows === "visible" && hidden !== null;
    let lastPart: ScoutedRows | null = null;
    let lastRow = 0;
    for (let row = 0; row < cells.count; row++) {
      if (outcome[row] !== USED) continue;
      let kind = STAYS;
      if (order !== null && order.prefixed[row] === 1) {
        this.prefixed++;
        if (size !== null && size[row] <= 0) this.negative++;
        if (size !== null && size[row] > 0) kind = LEAVES;
        else if (isRefund[row] === 0) kind = RETURNS;
      }
      if (skipsHidden && hidden[row] === 1) continue;
      const part = this.findPart(currencies === null || currencies.length === 0 ? 0 : currencies[row], kind);
      part.rows++;
      if (hasMoney) part.sizes.add(amount[row]);
      if (margin !== undefined) widen(part.margin, margin, row);
      if (discount !== undefined) widen(part.discount, discount, row);
      const code = customer[row];
      if (code < 0) continue;
      part.addUse(code);
      if (isRefund[row] === 0 || refunds === "as-is") {
        if (day[row] >= fromDay) part.addPurchase(code, day[row], day[row] < asOfDay);
      }
      if (order === null || order.codes[row] < 0) continue;
      const isSame =
        part === lastPart &&
        order.lows[row] === order.lows[lastRow] &&
        order.highs[row] === order.highs[lastRow] &&
        code === customer[lastRow];
      if (!isSame) part.addOrder(order.highs[row], order.lows[row], context.findOwner(code));
      lastPart = part;
      lastRow = row;
    }
  }

  private findPart(currency: number, kind: number): ScoutedRows {
    const key = currency * KINDS + kind;
    let part = this.parts.get(key);
    if (part === undefined) this.parts.set(key, (part = new ScoutedRows()));
    return part;
  }

  /** Whether the prefix of cancelled orders is believed. */
  get cancelledActive(): boolean {
    return isPrefixBelieved(this.prefixed, this.negative);
  }

  /** 1 per currency that a row in use names, of `count` currencies. */
  listCurrencies(count: number): Uint8Array {
    const seen = new Uint8Array(count);
    for (const [key, part] of this.parts)
      if (part.rows > 0 && !(this.cancelledActive && key % KINDS === LEAVES)) seen[Math.floor(key / KINDS)] = 1;
    return seen;
  }

  /**
   * All rows in use together; what was counted is used up.
   *
   * @param isForeign whether rows of a currency are left out
   */
  sum(refunds: RefundMode, isForeign: (currency: number) => boolean): ScoutedRows {
    const { cancelledActive } = this;
    const counted = [...this.parts].flatMap(([key, rows]) => {
      const kind = key % KINDS;
      if (isForeign(Math.floor(key / KINDS)) || (cancelledActive && kind === LEAVES)) return [];
      return { rows, arePurchases: kind !== RETURNS || !cancelledActive || refunds === "as-is" };
    });
    counted.sort((a, b) => Number(b.arePurchases) - Number(a.arePurchases) || b.rows.rows - a.rows.rows);
    const all = counted[0]?.arePurchases === true ? counted.shift()!.rows : new ScoutedRows();
    for (const { rows, arePurchases } of counted) all.addAll(rows, arePurchases);
    this.parts.clear();
    return all;
  }

  /** The same once more, to be counted on its own. */
  copy(): ScoutedReading {
    const copied = new ScoutedReading();
    copied.prefixed = this.prefixed;
    copied.negative = this.negative;
    for (const [key, part] of this.parts) copied.parts.set(key, part.copy());
    return copied;
  }
}

/** Rows of a block with a form that has two readings. */
export function hasDoubt({ marks }: NumberColumn, count: number): boolean {
  for (let row = 0; row < count; row++) if (isDoubtful(marks[row])) return true;
  return false;
}

function widen(largest: LargestPair, { values, marks }: NumberColumn, row: number): void {
  const value = Math.abs(values[row]);
  if (value > largest[0]) largest[0] = value;
  const other = isDoubtful(marks[row]) ? Math.abs(readWithComma(values[row], marks[row])) : value;
  if (other > largest[1]) largest[1] = other;
}
