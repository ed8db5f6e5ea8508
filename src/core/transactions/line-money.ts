import type { MarkedNumbers } from "./number-column";
import { COMMA, CONVERTED, EMPTY, ERROR, PLAIN, UNREADABLE } from "./parse-number";
import type { MoneySource } from "./transactions";

/** The money of each row read. */
export interface LineMoney {
  readonly source: MoneySource;
  /** NaN where the row holds none. */
  readonly amount: Float64Array;
  /** PLAIN, CONVERTED, EMPTY, ERROR or UNREADABLE of `parse-number.ts` per row. */
  readonly marks: Uint8Array;
  /** The column that may name a currency; null without money. */
  readonly currencyColumn: MarkedNumbers | null;
}

/** Columns of money; those that the input does not have are undefined. */
export interface MoneyColumns {
  readonly amount?: MarkedNumbers;
  readonly quantity?: MarkedNumbers;
  readonly price?: MarkedNumbers;
}

/**
 * The money of each row: the amount, else quantity times price, else the price alone.
 *
 * @param columns settled columns
 * @param count   rows read
 */
export function computeLineMoney(columns: MoneyColumns, count: number): LineMoney {
  const { amount, quantity, price } = columns;
  const single = amount ?? (quantity === undefined ? price : undefined);
  if (single !== undefined) {
    const source = amount === undefined ? "price" : "amount";
    return {
      source,
      amount: single.values.subarray(0, count),
      marks: single.marks.subarray(0, count),
      currencyColumn: single,
    };
  }
  if (quantity === undefined || price === undefined) {
    return {
      source: null,
      amount: new Float64Array(count).fill(NaN),
      marks: new Uint8Array(count),
      currencyColumn: null,
    };
  }
  const values = new Float64Array(count);
  const marks = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    values[row] = quantity.values[row] * price.values[row] + 0;
    const a = quantity.marks[row];
    const b = price.marks[row];
    marks[row] = a === PLAIN && b === PLAIN ? PLAIN : joinMarks(a, b);
  }
  return { source: "quantityPrice", amount: values, marks, currencyColumn: price };
}

function joinMarks(a: number, b: number): number {
  for (const mark of [ERROR, EMPTY, UNREADABLE]) if (a === mark || b === mark) return mark;
  return a <= COMMA && b <= COMMA && (a > PLAIN || b > PLAIN) ? CONVERTED : PLAIN;
}

/**
 * The currencies that rows name, with the sign of yuan and yen and that of crowns read as the one currency beside them that it can be.
 *
 * @param column the column of money
 * @param rows   positions of the rows that count
 * @returns ISO code per currency index of the column, and the distinct codes in order of first appearance
 */
export function listCurrencies(column: MarkedNumbers, rows: Int32Array): CurrencyNames {
  const seen = new Uint8Array(column.currencies.length);
  if (column.rowCurrencies.length > 0) for (let i = 0; i < rows.length; i++) seen[column.rowCurrencies[rows[i]]] = 1;
  return nameCurrencies(column.currencies, seen);
}

/** ISO code per currency of a column, and the distinct codes of those in use in order of first appearance. */
export interface CurrencyNames {
  readonly names: readonly string[];
  readonly found: readonly string[];
}

/**
 * See {@link listCurrencies}.
 *
 * @param currencies of the column, 0 being none
 * @param seen       1 per currency that a row in use names
 */
export function nameCurrencies(currencies: readonly string[], seen: Uint8Array): CurrencyNames {
  const named = currencies.filter((_, i) => i > 0 && seen[i] === 1);
  const readSign = (sign: string, candidates: readonly string[]): string => {
    const present = candidates.filter((code) => named.includes(code));
    return present.length === 1 ? present[0] : sign;
  };
  const names = currencies.map((name) => {
    if (name === "¥") return readSign(name, ["CNY", "JPY"]);
    return name === "kr" ? readSign(name, ["SEK", "NOK", "DKK", "ISK"]) : name;
  });
  return { names, found: [...new Set(names.filter((_, i) => i > 0 && seen[i] === 1))] };
}
