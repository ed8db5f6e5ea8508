import type { IssueCode, Treatment } from "../issues";
import { BEFORE_FROM, InputError, IssueLog, NOT_COMPARED } from "../issues";
import type { RowBlock } from "../transactions/cells";
import { lineFlags } from "../transactions/transactions";
import { composeSummary } from "./compose-summary";
import type { FoldedLine } from "./folded-attributes";
import { FoldedCustomers } from "./folded-customers";
import type { KeptLines } from "./judge-block";
import { BlockJudge } from "./judge-block";
import type { LineCounts } from "./report-rows";
import type { FoldPlan } from "./row-scout";
import { findTreatments } from "./select-lines";
import type { SummarizeOptions } from "./summarize-options";
import { readWindowDays } from "./summarize-options";
import { ExactSum } from "./sums";
import type { Summary } from "./summary";

/** The second of two passes over rows that are too many to be kept. */
export interface LineFolder {
  /** Takes the next block: the same rows in the same order as in the first pass. */
  push(block: RowBlock): void;
  /**
   * The summary: the same as of all lines at once.
   *
   * @throws InputError `noCustomers` when there is no purchase line in the period
   */
  finish(): Summary;
}

/** Whether a summary can be had without keeping the lines: not where rules or lists of products are wanted of them. */
export function canFold({ lineTables }: SummarizeOptions): boolean {
  return lineTables === undefined || (lineTables.rules.length === 0 && !lineTables.hasProducts);
}

/**
 * Adds up the lines of each customer while they are read. Nothing of a block is kept; memory grows with customers, their purchase days,
 * orders and different texts.
 *
 * @param fold    what the first pass found
 * @param options as for {@link summarize}; what they say about the period is what the first pass was told
 * @throws RangeError when the window is not positive, or tables are wanted that need the lines
 */
export function createLineFolder(fold: FoldPlan, options: SummarizeOptions = {}): LineFolder {
  const windowDays = readWindowDays(options);
  if (!canFold(options)) throw new RangeError("rules and products need the lines themselves");
  const folding = new Folding(fold, windowDays);
  return {
    push(block) {
      fold.block.read(block);
      folding.add();
    },
    finish: () => folding.finish(options),
  };
}

class Folding {
  private readonly judge: BlockJudge;
  private readonly customers: FoldedCustomers;
  private readonly ids: string[] = [];
  /** Index into {@link ids} by customer of the input; -1 for those who only gave back. */
  private readonly buyers: Int32Array;
  private readonly log = new IssueLog();
  /** Lines before the first day; they are named first where the as-of date is known only when all lines are. */
  private readonly beforeFrom: IssueLog;
  private readonly kinds: readonly { readonly code: IssueCode; readonly bit: number; readonly treatment: Treatment }[];
  private readonly unknown = { rows: 0, revenue: new ExactSum(), profit: new ExactSum() };
  private readonly refundOnly = { rows: 0, customers: new Set<number>(), amount: new ExactSum() };
  private excluded = 0;
  private hasHours = false;
  private readonly hasMoney: boolean;
  private readonly line: FoldedLine = { row: 0, customer: 0, day: 0, hour: 0, weight: 0, isPurchase: false };

  constructor(
    private readonly fold: FoldPlan,
    windowDays: number,
  ) {
    const { numbers } = fold.block.columns;
    this.hasMoney = numbers.has("amount") || numbers.has("price");
    this.buyers = new Int32Array(fold.customers.ids.length).fill(-1);
    fold.customers.ids.forEach((id, customer) => {
      if (fold.buys[customer] === 1) this.buyers[customer] = this.ids.push(id) - 1;
    });
    this.beforeFrom = fold.period.asOfDay === null ? new IssueLog() : this.log;
    this.judge = new BlockJudge(fold);
    this.customers = new FoldedCustomers(fold, this.ids, this.hasMoney, windowDays);
    const dateOrder = fold.readings.dayFirst.get("date") === true ? "dayFirst" : "monthFirst";
    const { cancelledActive, switches, period } = fold;
    const treatments = findTreatments({ cancelledActive, dateOrder, idsMerged: switches.mergeIds }, period.refunds);
    const codes = Object.keys(lineFlags) as (keyof typeof lineFlags)[];
    this.kinds = codes.map((code) => ({ code, bit: lineFlags[code], treatment: treatments[code] }));
  }

  /** Takes the lines of the block that was read. */
  add(): void {
    const { fold, line } = this;
    const { block, customers } = fold;
    const { date, customer } = block.columns;
    const kept = this.judge.judge();
    for (let i = 0; i < kept.rows.length; i++) {
      const row = kept.rows[i];
      const code = customer.codes[row];
      const second = date.seconds[row];
      line.row = row;
      line.day = date.days[row];
      line.hour = second < 0 ? -1 : Math.floor(second / 3600);
      if (second >= 0) this.hasHours = true;
      if (code >= 0) this.flagCustomer(row, code, kept.flags);
      if (this.hasMoney) fold.outliers.add(kept.amount[i]);
      this.customers.keep(row);
      this.addLine(i, kept, code < 0 ? -1 : customers.index[code]);
    }
  }

  /** R15 and R16. */
  private flagCustomer(row: number, code: number, flags: Uint16Array): void {
    const { block, customers, sharedOrders } = this.fold;
    const { order } = block;
    if (customers.varies[code] === 1) flags[row] |= lineFlags.R15;
    if (sharedOrders.size === 0 || order === null || order.codes[row] < 0) return;
    if (sharedOrders.has(order.highs[row], order.lows[row])) flags[row] |= lineFlags.R16;
  }

  private addLine(index: number, kept: KeptLines, customer: number): void {
    const { fold, line } = this;
    const { refunds, fromDay } = fold.period;
    const { row, day } = line;
    const position = fold.block.firstRow + row;
    const isRefund = kept.isRefund[row] === 1;
    const flags = kept.flags[row];
    if (isRefund && refunds === "drop") {
      this.leaveOut(this.log, (flags & lineFlags.R11) !== 0 ? "R11" : "R12", position);
    } else if (fromDay !== null && day < fromDay) this.leaveOut(this.beforeFrom, "R18", position, BEFORE_FROM);
    else if (day >= fold.asOfDay) this.leaveOut(this.log, "R18", position);
    else if (customer >= 0 && this.buyers[customer] < 0) {
      this.refundOnly.rows++;
      this.refundOnly.customers.add(customer);
      if (this.hasMoney) this.refundOnly.amount.add(kept.amount[index]);
      this.log.add("R19", "refundOnly", position);
    } else {
      if (flags !== 0) this.logFlags(flags, position);
      if (this.hasMoney) fold.outliers.judge(kept.amount[index], position);
      if (customer < 0) this.addUnknown(index, kept);
      else {
        line.customer = this.buyers[customer];
        line.isPurchase = !isRefund || refunds === "as-is";
        this.customers.add(line, index, kept);
      }
    }
  }

  private leaveOut(log: IssueLog, code: IssueCode, position: number, name?: string): void {
    this.excluded++;
    log.add(code, "excluded", position, name);
  }

  private logFlags(flags: number, position: number): void {
    for (const { code, bit, treatment } of this.kinds) if ((flags & bit) !== 0) this.log.add(code, treatment, position);
  }

  private addUnknown(index: number, { amount, cost, profit }: KeptLines): void {
    this.unknown.rows++;
    if (!this.hasMoney) return;
    this.unknown.revenue.add(amount[index]);
    this.unknown.profit.add(profit?.[index] ?? amount[index] - (cost?.[index] ?? 0));
  }

  /** See {@link LineFolder}. */
  finish(options: SummarizeOptions): Summary {
    if (this.ids.length === 0) throw new InputError("noCustomers", [], this.listIssues());
    const { leftOut, lineTables, ...facts } = this.customers.finish(this.judge.costSource, this.hasHours);
    return composeSummary(
      { ...facts, ...(options.lineTables && { lineTables }), lines: this.countLines(leftOut) },
      options,
    );
  }

  private listIssues() {
    const { fold, judge } = this;
    const { notCompared } = fold;
    const skipped =
      notCompared === 0
        ? []
        : [{ code: "R13", name: NOT_COMPARED, count: notCompared, treatment: "flagged", rows: [] } as const];
    const reading = judge.log.list([...(fold.plan.issues ?? []), ...skipped]);
    const before = this.beforeFrom === this.log ? [] : this.beforeFrom.list();
    return this.log.list([...reading, ...before, ...fold.outliers.finish()]);
  }

  private countLines(attributesLeftOut: readonly string[]): LineCounts {
    const { fold, judge, customers, unknown, refundOnly } = this;
    const { purchaseLines, refundLines } = customers;
    return {
      hasMoney: this.hasMoney,
      asOfDay: fold.asOfDay,
      rows: {
        read: judge.read,
        blank: judge.blank,
        used: purchaseLines + refundLines + unknown.rows,
        excluded: judge.excluded + this.excluded,
        refundOnly: refundOnly.rows,
      },
      issues: this.listIssues(),
      purchaseLines,
      refundLines,
      zeroLines: this.log.count("R10"),
      duplicateLines: this.log.count("R13"),
      costMissing: judge.costMissing,
      refundOnlyCustomers: [...refundOnly.customers]
        .sort((a, b) => a - b)
        .map((customer) => fold.customers.ids[customer]),
      refundOnlyAmount: refundOnly.amount.take(),
      unknownCustomer:
        unknown.rows === 0
          ? null
          : { rows: unknown.rows, revenue: unknown.revenue.take(), profit: unknown.profit.take() },
      currency: fold.currency,
      dateOrder: fold.readings.dayFirst.get("date") === true ? "dayFirst" : "monthFirst",
      attributesLeftOut,
    };
  }
}
