import { FIRST_CREDIBLE_DAY } from "../days";
import { BAD_DAY, EMPTY_DAY, ERROR_DAY } from "./date-column";
import { EMPTY_CODE, ERROR_CODE, MISSING_CODE, TOTAL_CODE } from "./dictionary-column";
import type { KeyColumn } from "./duplicates";
import { findDuplicates } from "./duplicates";
import { CONVERTED, EMPTY, ERROR, UNREADABLE } from "./parse-number";
import type { LineMoney } from "./line-money";
import type { RowSwitches } from "./plan";
import { lineFlags } from "./transactions";

/** A row in use. */
export const USED = 0;
/** A row in which every column with a role is empty. */
export const BLANK = 255;

/** Above this many rows, rows that repeat others are not looked for. */
export const MOST_COMPARED = 5_000_000;

/** Share of the rows with a cancelled order's prefix that must not be sales for the prefix to be believed. */
const CANCELLED_SHARE = 0.8;

/** What single rows are judged by, by row read, settled. */
export interface RowCells {
  readonly count: number;
  /** 1 per row with anything in a column that has a role. */
  readonly filled: Uint8Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly money: LineMoney;
}

/** Columns by row read, settled. */
export interface RowColumns extends RowCells {
  /** 1 per hidden row; null when none is. */
  readonly hidden: Uint8Array | null;
  /** Numbers that tell the direction of a row without money; null where there are none. */
  readonly quantity: Float64Array | null;
  readonly order: Int32Array | null;
  readonly orderIds: readonly string[];
}

/** What becomes of each row read. */
export interface RowVerdicts {
  /** USED, BLANK or the number of the excluding code. */
  readonly outcome: Uint8Array;
  /** Bits of `lineFlags`. */
  readonly flags: Uint16Array;
  /** 1 for refund and cancelled rows. */
  readonly isRefund: Uint8Array;
  readonly cancelledActive: boolean;
}

/**
 * Judges rows by customer, date and money: R01 to R12, the first that applies. Amounts that count as zero are set to 0.
 *
 * @param rows     columns by row read
 * @param switches all of them
 * @param today    days since 1970-01-01
 */
export function judgeRows(rows: RowColumns, switches: RowSwitches, today: number): RowVerdicts {
  const verdicts = judgeCells(rows, switches, today);
  return { ...verdicts, cancelledActive: judgeCancelled(rows, switches.cancelledPrefixes, verdicts) };
}

/** What becomes of each row as far as the row alone tells. */
export type CellVerdicts = Omit<RowVerdicts, "cancelledActive">;

/** Judges each row by itself: R01 to R11. See {@link judgeRows}. */
export function judgeCells(rows: RowCells, switches: RowSwitches, today: number): CellVerdicts {
  const { count, filled, customer, day, money } = rows;
  const { amount, marks } = money;
  const outcome = new Uint8Array(count);
  const flags = new Uint16Array(count);
  const keepUnknown = switches.unknown === "oneCustomer";
  const lastDay = switches.future === "keep" ? Infinity : today;
  const firstDay = switches.old === "keep" ? -Infinity : FIRST_CREDIBLE_DAY;
  const hasMoney = money.source !== null;
  for (let row = 0; row < count; row++) {
    if (filled[row] === 0) {
      outcome[row] = BLANK;
      continue;
    }
    const code = customer[row];
    const mark = marks[row];
    let flag = 0;
    if (code < 0) {
      if (code === TOTAL_CODE) {
        outcome[row] = 1;
        continue;
      }
      if (code === ERROR_CODE) {
        outcome[row] = 2;
        continue;
      }
    }
    if (day[row] === ERROR_DAY || mark === ERROR) {
      outcome[row] = 2;
      continue;
    }
    if (code === EMPTY_CODE || code === MISSING_CODE) {
      if (!keepUnknown) {
        outcome[row] = 3;
        continue;
      }
      flag |= lineFlags.R03;
    }
    if (day[row] <= BAD_DAY) {
      outcome[row] = day[row] === EMPTY_DAY ? 4 : 5;
      continue;
    }
    if (day[row] > today) {
      if (day[row] > lastDay) {
        outcome[row] = 6;
        continue;
      }
      flag |= lineFlags.R06;
    }
    if (day[row] < FIRST_CREDIBLE_DAY) {
      if (day[row] < firstDay) {
        outcome[row] = 7;
        continue;
      }
      flag |= lineFlags.R07;
    }
    if (hasMoney) {
      if (mark === EMPTY) {
        if (switches.missing === "exclude") {
          outcome[row] = 8;
          continue;
        }
        amount[row] = 0;
        flag |= lineFlags.R08;
      } else if (mark === UNREADABLE) {
        outcome[row] = 9;
        continue;
      } else if (mark === CONVERTED) flag |= lineFlags.R09;
      const value = amount[row];
      if (value === 0) {
        if (switches.zero === "drop") {
          outcome[row] = 10;
          continue;
        }
        if (mark !== EMPTY) flag |= lineFlags.R10;
      } else if (value < 0) flag |= lineFlags.R11;
    }
    flags[row] = flag;
  }
  const isRefund = new Uint8Array(count);
  for (let row = 0; row < count; row++) if (outcome[row] === USED && amount[row] < 0) isRefund[row] = 1;
  return { outcome, flags, isRefund };
}

/** The beginnings of a cancelled order's id, ready to be compared. */
export function listPrefixes(prefixes: readonly string[]): string[] {
  return prefixes.map((prefix) => prefix.trim().toLowerCase()).filter((prefix) => prefix !== "");
}

/** Whether so many of the rows with a cancelled order's prefix are no sales that the prefix is believed. */
export function isPrefixBelieved(prefixed: number, negative: number): boolean {
  return prefixed > 0 && negative >= CANCELLED_SHARE * prefixed;
}

function judgeCancelled(
  { count, order, orderIds, money, quantity }: RowColumns,
  prefixes: readonly string[],
  { outcome, flags, isRefund }: CellVerdicts,
): boolean {
  const starts = listPrefixes(prefixes);
  if (order === null || starts.length === 0) return false;
  const cancelled = Uint8Array.from(orderIds, (id) => (hasPrefix(id, starts) ? 1 : 0));
  if (!cancelled.includes(1)) return false;
  const size = money.source === null ? quantity : money.amount;
  let prefixed = 0;
  let negative = 0;
  for (let row = 0; row < count; row++) {
    if (outcome[row] !== USED || order[row] < 0 || cancelled[order[row]] === 0) continue;
    flags[row] |= lineFlags.R12;
    prefixed++;
    if (size !== null && size[row] <= 0) negative++;
  }
  if (!isPrefixBelieved(prefixed, negative)) return false;
  for (let row = 0; row < count; row++) {
    if (outcome[row] !== USED || (flags[row] & lineFlags.R12) === 0) continue;
    if (size !== null && size[row] > 0) outcome[row] = 12;
    else isRefund[row] = 1;
  }
  return true;
}

/** Whether an id is one of {@link listPrefixes} followed by a digit. */
export function hasPrefix(id: string, prefixes: readonly string[]): boolean {
  const text = id.toLowerCase();
  return prefixes.some((prefix) => {
    const next = text.charCodeAt(prefix.length);
    return next >= 48 && next <= 57 && text.startsWith(prefix);
  });
}

/**
 * Judges what depends on other rows or on how a row is shown: R13, R20 and R21.
 *
 * @param verdicts of {@link judgeRows}; changed
 * @param rows     columns by row read
 * @param keys     every column that takes part
 * @param foreign  whether a row is in another currency than the one kept
 * @param switches all of them
 * @param mostCompared above this many rows R13 is not judged
 * @returns the number of rows that were not compared, 0 where all were
 */
export function judgeRepeats(
  verdicts: RowVerdicts,
  rows: Pick<RowColumns, "count" | "hidden">,
  keys: readonly KeyColumn[],
  foreign: (row: number) => boolean,
  switches: RowSwitches,
  mostCompared = MOST_COMPARED,
): number {
  const { outcome, flags } = verdicts;
  const { count, hidden } = rows;
  const visibleOnly = switches.rows === "visible";
  const candidates = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) {
    if (outcome[row] !== USED) continue;
    if (hidden !== null && hidden[row] === 1) {
      if (visibleOnly) {
        outcome[row] = 20;
        continue;
      }
      flags[row] |= lineFlags.R20;
    }
    if (foreign(row)) outcome[row] = 21;
    else candidates[length++] = row;
  }
  if (length > mostCompared) return length;
  const compared = candidates.subarray(0, length);
  const repeats = findDuplicates(keys, compared);
  for (let i = 0; i < length; i++) {
    if (repeats[i] === 0) continue;
    if (switches.duplicates === "drop") outcome[compared[i]] = 13;
    else flags[compared[i]] |= lineFlags.R13;
  }
  return 0;
}
