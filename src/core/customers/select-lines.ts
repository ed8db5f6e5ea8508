import type { Treatment } from "../issues";
import { BEFORE_FROM, ISSUE_ROW_LIMIT, InputError, IssueLog } from "../issues";
import type { ReadingReport, Transactions } from "../transactions/transactions";
import { lineFlags } from "../transactions/transactions";

/** How refund lines count: taken off, ignored, or like any other line. */
export type RefundMode = "net" | "drop" | "as-is";

/** Which lines of the input take part, and how. */
export interface SelectedLines {
  readonly asOfDay: number;
  /** Ids in standard order of the customers with a purchase line. */
  readonly customerIds: readonly string[];
  /** Positions of the lines of these customers, by customer, then by day. */
  readonly lines: Int32Array;
  /** Lines of customer `c`: `lines[starts[c]]` to `lines[starts[c + 1] - 1]`. */
  readonly starts: Int32Array;
  /** Day and amount of each entry of `lines`, side by side, because lines of one customer may lie far apart. */
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  /** Whether any line is a refund. */
  readonly hasRefunds: boolean;
  /** 1 per line of the input that is a purchase, 2 that is a refund, 0 that takes no part. */
  readonly part: Uint8Array;
  /** Lines without customer that count in the totals. */
  readonly unknownLines: Int32Array;
  readonly excluded: number;
  readonly refundOnly: number;
  /** Indices into the customers of the input. */
  readonly refundOnlyCustomers: readonly number[];
  /** R11, R12, R18 and R19, and the flags of the lines in use. */
  readonly log: IssueLog;
}

/** A line takes no part. */
export const LEFT_OUT = 0;
/** A line is a purchase. */
export const PURCHASE = 1;
/** A line is a refund. */
export const REFUND = 2;

const UNKNOWN = -1;
/** Beyond every day that a line can have. */
const EARLIEST = -(2 ** 31);
const LATEST = 2 ** 31 - 1;

/**
 * Picks the lines of a period and sorts them by customer and day.
 *
 * @param transactions usable lines
 * @param refunds      how refund lines count
 * @param fromDay      first day, or null
 * @param asOfDay      day after the last one, or null for the day after the last purchase of a known customer
 * @throws InputError `noCustomers` when no purchase line is left
 */
export function selectLines(
  transactions: Transactions,
  refunds: RefundMode,
  fromDay: number | null,
  asOfDay: number | null,
): SelectedLines {
  const { customerIds, reading } = transactions;
  const log = new IssueLog();
  const period = selectPeriod(transactions, refunds, fromDay, asOfDay, log);
  const { part, buys } = period;
  const index = new Int32Array(customerIds.length).fill(-1);
  const ids: string[] = [];
  for (let code = 0; code < buys.length; code++) {
    if (buys[code] === 0) continue;
    index[code] = ids.length;
    ids.push(customerIds[code]);
  }
  if (ids.length === 0) throw new InputError("noCustomers", [], log.list(reading.issues));
  const onlyRefunds = leaveOutOthers(transactions, index, part, log);
  logFlags(transactions, part, refunds, log);
  return {
    ...sortLines(transactions, part, index, ids.length),
    asOfDay: period.asOfDay,
    customerIds: ids,
    part,
    excluded: period.excluded,
    refundOnly: onlyRefunds.lines,
    refundOnlyCustomers: [...onlyRefunds.customers].sort((a, b) => a - b),
    log,
  };
}

/** What each line is within the period, and which customers of the input buy in it. */
function selectPeriod(
  { lineCount, customer, day, isRefund, rows, flags, customerIds }: Transactions,
  refunds: RefundMode,
  fromDay: number | null,
  asOfDay: number | null,
  log: IssueLog,
): { part: Uint8Array; buys: Uint8Array; asOfDay: number; excluded: number } {
  const part = new Uint8Array(lineCount);
  const buys = new Uint8Array(customerIds.length);
  const from = fromDay ?? EARLIEST;
  const end = asOfDay ?? LATEST;
  let excluded = 0;
  let lastPurchase = EARLIEST;
  let lastDay = EARLIEST;
  for (let line = 0; line < lineCount; line++) {
    const date = day[line];
    const isBack = isRefund[line] === 1;
    if (isBack && refunds === "drop") {
      log.add((flags[line] & lineFlags.R11) !== 0 ? "R11" : "R12", "excluded", rows[line]);
      excluded++;
    } else if (date < from) {
      log.add("R18", "excluded", rows[line], BEFORE_FROM);
      excluded++;
    } else if (date >= end) {
      log.add("R18", "excluded", rows[line]);
      excluded++;
    } else {
      if (date > lastDay) lastDay = date;
      if (isBack && refunds === "net") part[line] = REFUND;
      else {
        part[line] = PURCHASE;
        if (customer[line] < 0) continue;
        buys[customer[line]] = 1;
        if (date > lastPurchase) lastPurchase = date;
      }
    }
  }
  if (asOfDay !== null) return { part, buys, asOfDay, excluded };
  if (lastPurchase === EARLIEST) return { part, buys, asOfDay: EARLIEST, excluded };
  // Refunds, and what unknown customers bought, may come after the last purchase of a known one.
  for (let line = 0; line < lineCount && lastDay > lastPurchase; line++) {
    if (part[line] === LEFT_OUT || day[line] <= lastPurchase) continue;
    part[line] = LEFT_OUT;
    log.add("R18", "excluded", rows[line]);
    excluded++;
  }
  return { part, buys, asOfDay: lastPurchase + 1, excluded };
}

/** Leaves out the lines of customers who buy nothing. */
function leaveOutOthers(
  { lineCount, customer, rows }: Transactions,
  index: Int32Array,
  part: Uint8Array,
  log: IssueLog,
): { lines: number; customers: Set<number> } {
  const customers = new Set<number>();
  let lines = 0;
  for (let line = 0; line < lineCount; line++) {
    const code = customer[line];
    if (part[line] === LEFT_OUT || code === UNKNOWN || index[code] >= 0) continue;
    part[line] = LEFT_OUT;
    lines++;
    customers.add(code);
    log.add("R19", "refundOnly", rows[line]);
  }
  return { lines, customers };
}

/** Stable counting sorts, first by day, where the lines are not in that order already, then by customer. */
function sortLines(
  { lineCount, customer, day, amount }: Transactions,
  part: Uint8Array,
  index: Int32Array,
  customerCount: number,
): Pick<SelectedLines, "lines" | "starts" | "days" | "amounts" | "hasRefunds" | "unknownLines"> {
  const starts = new Int32Array(customerCount + 1);
  let used = 0;
  let unknown = 0;
  let hasRefunds = false;
  let isSorted = true;
  let last = EARLIEST;
  for (let line = 0; line < lineCount; line++) {
    if (part[line] === LEFT_OUT) continue;
    const code = customer[line];
    if (code === UNKNOWN) {
      unknown++;
      continue;
    }
    starts[index[code] + 1]++;
    used++;
    if (part[line] === REFUND) hasRefunds = true;
    if (day[line] < last) isSorted = false;
    last = day[line];
  }
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const order = isSorted ? null : sortByDay(day, part);
  const next = starts.slice();
  const lines = new Int32Array(used);
  const days = new Int32Array(used);
  const amounts = new Float64Array(used);
  const unknownLines = new Int32Array(unknown);
  const steps = order === null ? lineCount : order.length;
  for (let i = 0; i < steps; i++) {
    const line = order === null ? i : order[i];
    if (part[line] === LEFT_OUT) continue;
    const code = customer[line];
    if (code === UNKNOWN) continue;
    const position = next[index[code]]++;
    lines[position] = line;
    days[position] = day[line];
    amounts[position] = amount[line];
  }
  for (let line = 0, i = 0; i < unknown; line++)
    if (part[line] !== LEFT_OUT && customer[line] === UNKNOWN) unknownLines[i++] = line;
  return { lines, starts, days, amounts, hasRefunds, unknownLines };
}

/** The lines that take part, by day. */
function sortByDay(day: Int32Array, part: Uint8Array): Int32Array {
  let first = LATEST;
  let last = EARLIEST;
  for (let line = 0; line < part.length; line++) {
    if (part[line] === LEFT_OUT) continue;
    if (day[line] < first) first = day[line];
    if (day[line] > last) last = day[line];
  }
  const byDay = new Int32Array(last - first + 2);
  for (let line = 0; line < part.length; line++) if (part[line] !== LEFT_OUT) byDay[day[line] - first + 1]++;
  for (let i = 1; i < byDay.length; i++) byDay[i] += byDay[i - 1];
  const sorted = new Int32Array(byDay[byDay.length - 1]);
  for (let line = 0; line < part.length; line++) if (part[line] !== LEFT_OUT) sorted[byDay[day[line] - first]++] = line;
  return sorted;
}

/** Counts what is odd about the lines in use. */
function logFlags({ flags, rows, reading }: Transactions, part: Uint8Array, refunds: RefundMode, log: IssueLog): void {
  const treatments = findTreatments(reading, refunds);
  const counts = new Int32Array(16);
  const firstRows: number[][] = Array.from(counts, () => []);
  for (let line = 0; line < flags.length; line++) {
    if (flags[line] === 0 || part[line] === LEFT_OUT) continue;
    for (let rest = flags[line]; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (counts[bit]++ < ISSUE_ROW_LIMIT) firstRows[bit].push(rows[line]);
    }
  }
  for (const code of Object.keys(lineFlags) as (keyof typeof lineFlags)[]) {
    const bit = 31 - Math.clz32(lineFlags[code]);
    if (counts[bit] > 0) log.addCounted(code, treatments[code], counts[bit], firstRows[bit]);
  }
}

/** What is done with lines in use that have a flag. */
export function findTreatments(
  reading: Pick<ReadingReport, "cancelledActive" | "dateOrder" | "idsMerged">,
  refunds: RefundMode,
): Readonly<Record<keyof typeof lineFlags, Treatment>> {
  return {
    R03: "unknown",
    R06: "flagged",
    R07: "flagged",
    R08: "zeroed",
    R09: "converted",
    R10: "flagged",
    R11: refunds === "net" ? "refund" : "flagged",
    R12: reading.cancelledActive && refunds === "net" ? "refund" : "flagged",
    R13: "flagged",
    R14: reading.dateOrder,
    R15: reading.idsMerged ? "merged" : "flagged",
    R16: "flagged",
    R17: "flagged",
    R20: "flagged",
    R22: "flagged",
  };
}
