import { toCalendarDate, toWeekday } from "../days";
import type { TextColumn } from "../transactions/columns";
import type { Transactions } from "../transactions/transactions";
import type { ColumnCondition, TestedColumn } from "./column-conditions";
import { matchCondition } from "./column-conditions";
import type { SelectedLines } from "./select-lines";
import { PURCHASE } from "./select-lines";

/** Conditions on a line that a customer bought: all of them on one line, or any. */
export interface LineRule {
  readonly match: "all" | "any";
  readonly conditions: readonly ColumnCondition[];
}

/** Who bought a line that meets a rule: 1 per customer; `unknown` are columns that the lines do not have. */
export interface LineMatch {
  readonly key: string;
  readonly members: Uint8Array;
  readonly unknown: readonly string[];
}

/** Different products of each customer: those of customer `c` are `codes[offsets[c]]` to `codes[offsets[c + 1] - 1]`. */
export interface HeldProducts {
  readonly offsets: Int32Array;
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** What is asked of the lines beside a row per customer. */
export interface LineRequest {
  readonly rules: readonly LineRule[];
  /** Whether products held are wanted. */
  readonly hasProducts: boolean;
}

/** Tables about the lines, made when they are asked for. */
export interface LineTables {
  /** Purchase days with a line in the hour, by customer, then by hour 0..23; null where no line tells its hour. */
  readonly hours: Int32Array | null;
  /** Products, categories where the lines name none; null where not asked for or not known. */
  readonly products: HeldProducts | null;
  readonly matches: readonly LineMatch[];
}

/** Hours of a day. */
export const HOURS = 24;

/** Under which a rule is found among the matches. */
export function buildLineKey({ match, conditions }: LineRule): string {
  const parts = conditions.map(({ column, operator, value }) => [column, operator, value ?? null]);
  return JSON.stringify([match, parts]);
}

/** Names of the columns that lines always have a word for; attributes go by their own names. */
export const LINE_COLUMNS = [
  "product",
  "category",
  "channel",
  "region",
  "quantity",
  "price",
  "amount",
  "cost",
  "discount",
  "date",
  "month",
  "weekday",
  "hour",
] as const;

/**
 * A column of the lines by its name: those of {@link LINE_COLUMNS}, where months count from 1 and weekdays from 1 = Monday, or an attribute.
 *
 * @returns null where the lines have none
 */
export function findLineColumn(name: string, transactions: Transactions): TestedColumn | null {
  const { amount, quantity, cost, discountShare, day, hour, reading } = transactions;
  const numbers = (values: ArrayLike<number> | null): TestedColumn | null =>
    values === null ? null : { kind: "number", numbers: values };
  const texts = (column: TextColumn | null): TestedColumn | null =>
    column === null ? null : { kind: "category", codes: column.codes, labels: column.labels };
  switch (name) {
    case "product":
    case "category":
    case "channel":
    case "region":
      return texts(transactions[name]);
    case "amount":
      return numbers(reading.money === null ? null : amount);
    case "price":
      return reading.money === null || quantity === null
        ? null
        : numbers(amount.map((value, i) => value / quantity[i]));
    case "quantity":
      return numbers(quantity);
    case "cost":
      return numbers(cost);
    case "discount":
      return numbers(discountShare);
    case "date":
      return numbers(day);
    case "month":
      return numbers(day.map((date) => toCalendarDate(date).month));
    case "weekday":
      return numbers(day.map((date) => toWeekday(date) + 1));
    case "hour":
      return hour.some((value) => value >= 0)
        ? numbers(Float64Array.from(hour, (value) => (value < 0 ? NaN : value)))
        : null;
    default:
      return transactions.attributes.find((attribute) => attribute.name === name) ?? null;
  }
}

function matchLines(rule: LineRule, transactions: Transactions, { lines, starts, part }: SelectedLines): LineMatch {
  const unknown: string[] = [];
  const matched = rule.conditions.map((condition) => {
    const column = findLineColumn(condition.column, transactions);
    if (column !== null) return matchCondition(condition, column);
    unknown.push(condition.column);
    return new Uint8Array(transactions.lineCount);
  });
  const isMet = (line: number) =>
    rule.match === "all" ? matched.every((flags) => flags[line] === 1) : matched.some((flags) => flags[line] === 1);
  const members = new Uint8Array(starts.length - 1);
  for (let customer = 0; customer < members.length; customer++) {
    for (let i = starts[customer]; i < starts[customer + 1] && members[customer] === 0; i++) {
      if (part[lines[i]] === PURCHASE && matched.length > 0 && isMet(lines[i])) members[customer] = 1;
    }
  }
  return { key: buildLineKey(rule), members, unknown };
}

/** Counts each hour once per customer and day. */
function countHours({ hour, day }: Transactions, { lines, starts, part }: SelectedLines): Int32Array | null {
  if (!hour.some((value) => value >= 0)) return null;
  const counts = new Int32Array((starts.length - 1) * HOURS);
  for (let customer = 0; customer < starts.length - 1; customer++) {
    let seen = 0;
    let seenDay = -Infinity;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      if (part[line] !== PURCHASE || hour[line] < 0) continue;
      if (day[line] !== seenDay) {
        seenDay = day[line];
        seen = 0;
      }
      const bit = 1 << hour[line];
      if ((seen & bit) !== 0) continue;
      seen |= bit;
      counts[customer * HOURS + hour[line]]++;
    }
  }
  return counts;
}

function listProducts({ codes, labels }: TextColumn, { lines, starts, part }: SelectedLines): HeldProducts {
  const offsets = new Int32Array(starts.length);
  const held = new Int32Array(lines.length);
  const seenBy = new Int32Array(labels.length).fill(-1);
  let length = 0;
  for (let customer = 0; customer < starts.length - 1; customer++) {
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const code = codes[lines[i]];
      if (code < 0 || part[lines[i]] !== PURCHASE || seenBy[code] === customer) continue;
      seenBy[code] = customer;
      held[length++] = code;
    }
    offsets[customer + 1] = length;
  }
  return { offsets, codes: held.slice(0, length), labels };
}

/**
 * Tables about the lines of each customer.
 *
 * @param transactions lines of the input
 * @param selected     lines by customer
 * @param request      what is wanted; rules that are asked for twice are matched once
 */
export function buildLineTables(
  transactions: Transactions,
  selected: SelectedLines,
  { rules, hasProducts }: LineRequest,
): LineTables {
  const distinct = new Map(rules.map((rule) => [buildLineKey(rule), rule]));
  const products = transactions.product ?? transactions.category;
  return {
    hours: countHours(transactions, selected),
    products: hasProducts && products !== null ? listProducts(products, selected) : null,
    matches: [...distinct.values()].map((rule) => matchLines(rule, transactions, selected)),
  };
}
