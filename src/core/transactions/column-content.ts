import type { Cell } from "./cells";
import { DateParser, NO_DAY, parseCompactNumber } from "./parse-date";
import { COMMA, NumberParser } from "./parse-number";
import { isErrorText, isMissingText, normalizeText } from "./parse-text";

/** Share of the cells that must look alike for the content to speak. */
const CONTENT_SHARE = 0.8;

/** What the first cells of a column look like. */
export interface ColumnContent {
  readonly filled: number;
  readonly isNumber: boolean;
  readonly isDate: boolean;
  /** Whether a value occurs twice. */
  readonly repeats: boolean;
  readonly distinct: number;
  /** Whether a number has a fraction. */
  readonly hasFraction: boolean;
}

/**
 * Looks at the first cells of a column.
 *
 * @param cells      blank cells, words for nothing and error values do not count
 * @param dateFormat whether the number format of the column is one of dates
 */
export function parseColumnContent(cells: ArrayLike<Cell>, dateFormat: boolean): ColumnContent {
  const numberParser = new NumberParser();
  const dateParser = new DateParser();
  const distinct = new Set<Cell>();
  let filled = 0;
  let numbers = 0;
  let dates = 0;
  let hasFraction = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null || cell === undefined) continue;
    if (typeof cell === "string") {
      const text = normalizeText(cell);
      if (isMissingText(text) || isErrorText(text)) continue;
      distinct.add(text);
      if (numberParser.parse(text) <= COMMA) {
        numbers++;
        if (!Number.isInteger(numberParser.value)) hasFraction = true;
      }
      if (dateParser.parse(text)) dates++;
    } else {
      distinct.add(cell);
      if (typeof cell === "number") {
        if (dateFormat || parseCompactNumber(cell) !== NO_DAY) dates++;
        if (!dateFormat) numbers++;
        if (!Number.isInteger(cell)) hasFraction = true;
      }
    }
    filled++;
  }
  return {
    filled,
    isNumber: filled > 0 && numbers >= CONTENT_SHARE * filled,
    isDate: filled > 0 && dates >= CONTENT_SHARE * filled,
    repeats: distinct.size < filled,
    distinct: distinct.size,
    hasFraction,
  };
}

/** Whether an en-US number format shows a date: it has a year, or a month beside a day, outside of quotes and brackets. */
export function isDateFormat(format: string): boolean {
  const bare = format
    .split(";")[0]
    .replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")
    .toLowerCase();
  return /y/.test(bare) || (/d/.test(bare) && /m/.test(bare)) || /[年月日]/.test(format);
}
