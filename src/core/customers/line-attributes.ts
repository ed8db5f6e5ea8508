import type { Attribute, CategoryAttribute, TextColumn } from "../transactions/columns";
import type { Transactions } from "../transactions/transactions";
import type { SelectedLines } from "./select-lines";
import { PURCHASE } from "./select-lines";
import { roundSum } from "./sums";
import { sumLines } from "./measure-lines";

/**
 * The text with most money of each customer; ties go to the one bought last, then to the first in code point order.
 *
 * Without money lines count instead. A text that occurs on refunds only is never chosen.
 *
 * @returns index into the labels per customer, -1 where no purchase line has a text
 */
export function pickMainLabels(
  { codes, labels }: TextColumn,
  { amount, day, reading }: Transactions,
  selected: SelectedLines,
): Int32Array {
  const { lines, starts, part } = selected;
  const hasMoney = reading.money !== null;
  const main = new Int32Array(starts.length - 1).fill(-1);
  const sums = new Float64Array(labels.length);
  const rests = new Float64Array(labels.length);
  const lastDays = new Float64Array(labels.length).fill(-Infinity);
  const touched = new Int32Array(labels.length);
  for (let customer = 0; customer < main.length; customer++) {
    let count = 0;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      const code = codes[line];
      if (code < 0 || part[line] !== PURCHASE) continue;
      if (lastDays[code] === -Infinity) touched[count++] = code;
      lastDays[code] = day[line];
    }
    if (count > 1) {
      for (let i = starts[customer]; i < starts[customer + 1]; i++) {
        const line = lines[i];
        const code = codes[line];
        if (code < 0 || lastDays[code] === -Infinity) continue;
        const value = hasMoney ? amount[line] : part[line] === PURCHASE ? 1 : 0;
        const sum = sums[code];
        const next = sum + value;
        rests[code] += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sums[code] = next;
      }
    }
    let best = -1;
    let bestSum = 0;
    for (let i = 0; i < count; i++) {
      const code = touched[i];
      const sum = roundSum(sums[code] + rests[code]);
      const isBetter =
        best < 0 ||
        sum > bestSum ||
        (sum === bestSum && (lastDays[code] > lastDays[best] || (lastDays[code] === lastDays[best] && code < best)));
      if (isBetter) {
        best = code;
        bestSum = sum;
      }
    }
    main[customer] = best;
    for (let i = 0; i < count; i++) {
      sums[touched[i]] = 0;
      rests[touched[i]] = 0;
      lastDays[touched[i]] = -Infinity;
    }
  }
  return main;
}

/** The main text of each customer as a column; null where the input has no such column. */
export function pickMain(
  name: string,
  column: TextColumn | null,
  transactions: Transactions,
  selected: SelectedLines,
): CategoryAttribute | null {
  if (column === null) return null;
  return { name, kind: "category", codes: pickMainLabels(column, transactions, selected), labels: column.labels };
}

/** The last number of each customer by day, then by hour; of several at once the largest; NaN where there is none. */
export function pickLastNumbers(
  numbers: Float64Array,
  { day, hour }: Transactions,
  { lines, starts }: SelectedLines,
): Float64Array {
  const last = new Float64Array(starts.length - 1).fill(NaN);
  for (let customer = 0; customer < last.length; customer++) {
    let found = -1;
    for (let i = starts[customer + 1] - 1; i >= starts[customer]; i--) {
      const line = lines[i];
      if (found >= 0 && day[line] < day[found]) break;
      const number = numbers[line];
      if (number !== number) continue;
      const isLater = found < 0 || hour[line] > hour[found] || (hour[line] === hour[found] && number > numbers[found]);
      if (isLater) found = line;
    }
    if (found >= 0) last[customer] = numbers[found];
  }
  return last;
}

/** Columns about the customer that stand on lines: complaints are added up, of other numbers the last counts, of texts the main one. */
export function collectLineAttributes(transactions: Transactions, selected: SelectedLines): Attribute[] {
  return transactions.attributes.map((attribute) => {
    if (attribute.kind === "category") {
      return { ...attribute, codes: pickMainLabels(attribute, transactions, selected) };
    }
    const { numbers } = attribute;
    const collected =
      attribute.role === "complaints"
        ? sumLines(numbers, selected, 0)
        : pickLastNumbers(numbers, transactions, selected);
    return { ...attribute, numbers: collected };
  });
}
