const MISSING = new Set(["", "na", "n/a", "null", "nan", "none", "-", "--", "–", "—"]);
const TOTALS = new Set([
  "total",
  "totals",
  "subtotal",
  "sub-total",
  "sub total",
  "grand total",
  "grandtotal",
  "合计",
  "小计",
  "总计",
  "总合计",
  "合計",
  "小計",
  "總計",
]);
const ERRORS = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#DIV/0!",
  "#NUM!",
  "#NAME?",
  "#NULL!",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#EXTERNAL!",
  "#PYTHON!",
  "#TIMEOUT!",
]);

/** Shorter pieces of a text are copied by the engine, longer ones hold on to the text that they were cut from. */
const SHORTEST_PIECE = 13;

/** A text that stands alone: one that was cut from a file's text would keep that text in memory. */
export function detachText(text: string): string {
  return text.length < SHORTEST_PIECE ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** Text in its compatibility form (full-width letters become plain ones) without blanks at its ends. */
export function normalizeText(text: string): string {
  return text.normalize("NFKC").trim();
}

/** Whether text is one of Excel's error values. */
export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERRORS.has(text.trim().toUpperCase());
}

/** Whether a normalized text stands for nothing: empty, `NA`, `null`, `-` and the like. */
export function isMissingText(text: string): boolean {
  return text.length <= 4 && MISSING.has(text.toLowerCase());
}

/** Whether a normalized text heads a row of totals. */
export function isTotalText(text: string): boolean {
  return text.length <= 12 && TOTALS.has(text.toLowerCase().replace(/\s*:$/, ""));
}

/** An id as text: normalized; `17850.0` becomes `17850`; leading zeros stay. */
export function normalizeId(text: string): string {
  const id = normalizeText(text);
  return /^-?\d+\.0+$/.test(id) ? id.slice(0, id.indexOf(".")) : id;
}

/** A number cell as the text of an id, without exponent. */
export function formatNumberId(value: number): string {
  return Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}
