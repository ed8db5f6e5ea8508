import { IssueLog, issueKinds } from "../issues";
import { PairSet } from "../math/pair-table";
import type { BlockColumns } from "../transactions/block-columns";
import { gatherNumbers } from "../transactions/attribute-column";
import type { CellVerdicts } from "../transactions/judge-rows";
import { BLANK, USED, judgeCells } from "../transactions/judge-rows";
import { computeDiscountShares, computeLineCosts } from "../transactions/line-costs";
import type { LineMoney } from "../transactions/line-money";
import { computeLineMoney } from "../transactions/line-money";
import type { CostSource, MoneySource } from "../transactions/transactions";
import { lineFlags } from "../transactions/transactions";
import type { KeptColumns } from "./folded-customers";
import type { FoldPlan } from "./row-scout";

const R12 = 12;
const R20 = 20;
const R21 = 21;

/** The lines of a block that are kept. */
export interface KeptLines extends KeptColumns {
  /** Rows of the block. */
  readonly rows: Int32Array;
  /** By row of the block. */
  readonly flags: Uint16Array;
  readonly isRefund: Uint8Array;
}

/** Judges the rows of each block as all rows together want it, and counts what is left out. */
export class BlockJudge {
  read = 0;
  blank = 0;
  excluded = 0;
  costMissing = 0;
  costSource: CostSource = null;
  moneySource: MoneySource = null;
  readonly log = new IssueLog();
  private readonly seen: PairSet | null;

  constructor(private readonly fold: FoldPlan) {
    this.seen = fold.notCompared > 0 ? null : new PairSet();
  }

  /** Judges the rows that the block holds. */
  judge(): KeptLines {
    const { block, readings, switches, plan } = this.fold;
    block.settle(readings);
    const { columns, count, filled, order } = block;
    const { numbers, customer, date } = columns;
    const money = computeLineMoney(
      { amount: numbers.get("amount"), quantity: numbers.get("quantity"), price: numbers.get("price") },
      count,
    );
    this.moneySource = money.source;
    const cells = { count, filled, customer: customer.codes, day: date.days, money };
    const verdicts = judgeCells(cells, switches, plan.today);
    if (order !== null) this.judgeCancelled(verdicts, money);
    flagCells(verdicts, block);
    const length = this.judgeOthers(verdicts, money);
    const rows = new Int32Array(length);
    for (let row = 0, line = 0; row < count; row++) if (verdicts.outcome[row] === USED) rows[line++] = row;
    this.read += count;
    this.logExclusions(verdicts.outcome);
    return { ...this.computeMoney(rows, money), rows, flags: verdicts.flags, isRefund: verdicts.isRefund };
  }

  private judgeCancelled({ outcome, flags, isRefund }: CellVerdicts, money: LineMoney): void {
    const { block, cancelledActive } = this.fold;
    const { prefixed } = block.order!;
    const size = money.source === null ? (block.columns.numbers.get("quantity")?.values ?? null) : money.amount;
    for (let row = 0; row < block.count; row++) {
      if (prefixed[row] === 0 || outcome[row] !== USED) continue;
      flags[row] |= lineFlags.R12;
      if (!cancelledActive) continue;
      if (size !== null && size[row] > 0) outcome[row] = R12;
      else isRefund[row] = 1;
    }
  }

  /** R20, R21 and R13; returns the number of rows left. */
  private judgeOthers({ outcome, flags }: CellVerdicts, { currencyColumn }: LineMoney): number {
    const { block, switches, foreign } = this.fold;
    const { hidden, count } = block;
    const currencies = currencyColumn?.rowCurrencies ?? null;
    const hashes = this.seen === null ? null : hashRows(block);
    let length = 0;
    for (let row = 0; row < count; row++) {
      if (outcome[row] !== USED) continue;
      if (hidden !== null && hidden[row] === 1) {
        if (switches.rows === "visible") {
          outcome[row] = R20;
          continue;
        }
        flags[row] |= lineFlags.R20;
      }
      if (currencies !== null && currencies.length > 0 && foreign[currencies[row]] === 1) {
        outcome[row] = R21;
        continue;
      }
      length++;
      if (hashes !== null && !this.seen!.add(hashes.highs[row], hashes.lows[row])) flags[row] |= lineFlags.R13;
    }
    return length;
  }

  private logExclusions(outcome: Uint8Array): void {
    const { count, firstRow } = this.fold.block;
    for (let row = 0; row < count; row++) {
      if (outcome[row] === USED) continue;
      if (outcome[row] === BLANK) this.blank++;
      else {
        this.excluded++;
        this.log.add(issueKinds[outcome[row] - 1].code, "excluded", firstRow + row);
      }
    }
  }

  private computeMoney(rows: Int32Array, money: LineMoney): KeptColumns {
    const { block, switches, plan } = this.fold;
    const { numbers } = block.columns;
    const gather = (role: "quantity" | "cost" | "margin" | "profit" | "discount") => {
      const column = numbers.get(role);
      return column === undefined ? null : gatherNumbers(column.values, rows);
    };
    const amount = gatherNumbers(money.amount, rows);
    const costs = computeLineCosts(
      {
        amount,
        quantity: gather("quantity"),
        cost: gather("cost"),
        margin: gather("margin"),
        profit: gather("profit"),
      },
      switches.costBasis,
      switches.margin,
      this.fold.areMarginsPercent,
    );
    this.costSource = costs.source;
    this.costMissing += costs.missing;
    const discount = gather("discount");
    const header = plan.headers[plan.columns.discount ?? -1] ?? "";
    const discountShare =
      discount === null
        ? null
        : computeDiscountShares(discount, header, amount, money.source, this.fold.largestDiscount);
    return { amount, cost: costs.cost, profit: costs.profit, discountShare };
  }
}

/** R14 and R22. */
function flagCells({ outcome, flags }: CellVerdicts, { columns, order, count }: BlockColumns): void {
  const { date, customer } = columns;
  for (let i = 0; i < date.swappableCount; i++) {
    const row = date.swappableRows[i];
    if (outcome[row] === USED) flags[row] |= lineFlags.R14;
  }
  for (let row = 0; row < count; row++) {
    if (outcome[row] !== USED) continue;
    const isLong = customer.longNumbers.has(customer.codes[row]) || (order !== null && order.longNumbers[row] === 1);
    if (isLong) flags[row] |= lineFlags.R22;
  }
}

/** 64 bits per row of the block, the same for rows that are equal in every column that takes part. */
function hashRows({ columns, order, count }: BlockColumns): { highs: Int32Array; lows: Int32Array } {
  const highs = new Int32Array(count);
  const lows = new Int32Array(count);
  const mix = (words: Int32Array, step: number, first: number): void => {
    for (let row = 0; row < count; row++) {
      const word = words[row * step + first];
      const high = Math.imul(highs[row] ^ word, 0xcc9e2d51);
      highs[row] = Math.imul((high << 15) | (high >>> 17), 5) + 0x52dce729;
      const low = Math.imul(lows[row] ^ word, 0x1b873593);
      lows[row] = Math.imul((low << 13) | (low >>> 19), 9) + 0x6b43a9b5;
    }
  };
  const keys = columns.listKeys(count);
  if (order !== null) keys.push(order.highs, order.lows);
  for (const key of keys) {
    if (key instanceof Int32Array) mix(key, 1, 0);
    else {
      const words = new Int32Array(key.buffer, key.byteOffset, count * 2);
      mix(words, 2, 0);
      mix(words, 2, 1);
    }
  }
  return { highs, lows };
}
