import type { IssueCode, Treatment } from "../issues";
import { BEFORE_FROM, InputError, IssueLog } from "../issues";
import type { Transactions } from "../transactions/transactions";
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
  const { lineCount, customer, day, amount, isRefund, rows, flags, customerIds } = transactions;
  const part = new Uint8Array(lineCount);
  const log = new IssueLog();
  let excluded = 0;
  const leaveOut = (line: number, code: IssueCode, name?: string): void => {
    part[line] = LEFT_OUT;
    excluded++;
    log.add(code, "excluded", rows[line], name);
  };
  const from = fromDay ?? -Infinity;
  let lastPurchase = -Infinity;
  for (let line = 0; line < lineCount; line++) {
    if (isRefund[line] === 1 && refunds === "drop") leaveOut(line, (flags[line] & lineFlags.R11) !== 0 ? "R11" : "R12");
    else if (day[line] < from) leaveOut(line, "R18", BEFORE_FROM);
    else {
      part[line] = isRefund[line] === 1 && refunds === "net" ? REFUND : PURCHASE;
      if (part[line] === PURCHASE && customer[line] >= 0 && day[line] > lastPurchase) lastPurchase = day[line];
    }
  }
  if (lastPurchase === -Infinity) throw new InputError("noCustomers", [], log.list(transactions.reading.issues));
  const asOf = asOfDay ?? lastPurchase + 1;
  const buys = new Uint8Array(customerIds.length);
  for (let line = 0; line < lineCount; line++) {
    if (part[line] === LEFT_OUT) continue;
    if (day[line] >= asOf) leaveOut(line, "R18");
    else if (part[line] === PURCHASE && customer[line] >= 0) buys[customer[line]] = 1;
  }
  const index = new Int32Array(customerIds.length).fill(-1);
  const ids: string[] = [];
  for (let code = 0; code < buys.length; code++) {
    if (buys[code] === 0) continue;
    index[code] = ids.length;
    ids.push(customerIds[code]);
  }
  if (ids.length === 0) throw new InputError("noCustomers", [], log.list(transactions.reading.issues));

  const onlyRefunds = new Set<number>();
  let refundOnly = 0;
  let usedCount = 0;
  let unknownCount = 0;
  const used = new Int32Array(lineCount);
  const unknown = new Int32Array(lineCount);
  for (let line = 0; line < lineCount; line++) {
    if (part[line] === LEFT_OUT) continue;
    const code = customer[line];
    if (code === UNKNOWN) unknown[unknownCount++] = line;
    else if (buys[code] === 1) used[usedCount++] = line;
    else {
      part[line] = LEFT_OUT;
      refundOnly++;
      onlyRefunds.add(code);
      log.add("R19", "refundOnly", rows[line]);
    }
  }
  logFlags(transactions, part, refunds, log);
  const { lines, starts } = sortLines(used.subarray(0, usedCount), transactions, index, ids.length);
  const days = new Int32Array(usedCount);
  const amounts = new Float64Array(usedCount);
  let hasRefunds = false;
  for (let i = 0; i < usedCount; i++) {
    const line = lines[i];
    days[i] = day[line];
    amounts[i] = amount[line];
    hasRefunds ||= part[line] === REFUND;
  }
  return {
    days,
    amounts,
    hasRefunds,
    asOfDay: asOf,
    customerIds: ids,
    lines,
    starts,
    part,
    unknownLines: unknown.slice(0, unknownCount),
    excluded,
    refundOnly,
    refundOnlyCustomers: [...onlyRefunds].sort((a, b) => a - b),
    log,
  };
}

/** Stable counting sorts, first by day, where the lines are not in that order already, then by customer. */
function sortLines(
  used: Int32Array,
  { customer, day }: Transactions,
  index: Int32Array,
  customerCount: number,
): { lines: Int32Array; starts: Int32Array } {
  const sorted = sortByDay(used, day);
  const starts = new Int32Array(customerCount + 1);
  for (let i = 0; i < used.length; i++) starts[index[customer[used[i]]] + 1]++;
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const next = starts.slice();
  const lines = new Int32Array(used.length);
  for (let i = 0; i < sorted.length; i++) lines[next[index[customer[sorted[i]]]]++] = sorted[i];
  return { lines, starts };
}

function sortByDay(used: Int32Array, day: Int32Array): Int32Array {
  let first = Infinity;
  let last = -Infinity;
  let isSorted = true;
  for (let i = 0; i < used.length; i++) {
    const value = day[used[i]];
    if (value < last) isSorted = false;
    if (value < first) first = value;
    if (value > last) last = value;
  }
  if (isSorted) return used;
  const byDay = new Int32Array(last - first + 2);
  for (let i = 0; i < used.length; i++) byDay[day[used[i]] - first + 1]++;
  for (let i = 1; i < byDay.length; i++) byDay[i] += byDay[i - 1];
  const sorted = new Int32Array(used.length);
  for (let i = 0; i < used.length; i++) sorted[byDay[day[used[i]] - first]++] = used[i];
  return sorted;
}

/** Counts what is odd about the lines in use. */
function logFlags({ flags, rows, reading }: Transactions, part: Uint8Array, refunds: RefundMode, log: IssueLog): void {
  const treatments: Partial<Record<keyof typeof lineFlags, Treatment>> = {
    R03: "unknown",
    R08: "zeroed",
    R09: "converted",
    R11: refunds === "net" ? "refund" : "flagged",
    R12: reading.cancelledActive && refunds === "net" ? "refund" : "flagged",
    R14: reading.dateOrder,
    R15: reading.idsMerged ? "merged" : "flagged",
  };
  const kinds = (Object.keys(lineFlags) as (keyof typeof lineFlags)[]).map((code) => ({
    code,
    bit: lineFlags[code],
    treatment: treatments[code] ?? ("flagged" as const),
  }));
  for (let line = 0; line < flags.length; line++) {
    if (flags[line] === 0 || part[line] === LEFT_OUT) continue;
    for (const { code, bit, treatment } of kinds) if ((flags[line] & bit) !== 0) log.add(code, treatment, rows[line]);
  }
}
