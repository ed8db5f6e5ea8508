import { formatSerial } from "../workbook/serial-date";

/** What Excel makes of something that is put into a cell. */
export type Entry =
  | { readonly kind: "value"; readonly value: string | number | boolean | null }
  | { readonly kind: "formula"; readonly formula: string };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const errors = new Set("#N/A #VALUE! #REF! #DIV/0! #NUM! #NAME? #NULL! #SPILL! #CALC! #BUSY!".split(" "));

export function isErrorText(text: string): boolean {
  return errors.has(text);
}

/**
 * Reads a typed or assigned text as Excel in en-US does in a cell that is not formatted as text: formulas, numbers with their signs,
 * dates, times, truth values. A leading apostrophe makes the rest text.
 */
export function readEntry(text: string, date1904: boolean): Entry {
  if (text === "") return { kind: "value", value: null };
  if (text.startsWith("'")) return { kind: "value", value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text };
  const plain = text.normalize("NFKC").trim();
  const truth = plain.toUpperCase();
  if (truth === "TRUE" || truth === "FALSE") return { kind: "value", value: truth === "TRUE" };
  if (errors.has(truth)) return { kind: "value", value: truth };
  const number = readNumberText(plain) ?? readDateText(plain, date1904) ?? readTimeText(plain);
  if (number !== null) return { kind: "value", value: number };
  if (/^[+\-@]./.test(plain)) return { kind: "formula", formula: `=${plain}` };
  return { kind: "value", value: text };
}

function readNumberText(text: string): number | null {
  const inBrackets = /^\((.+)\)$/.exec(text);
  const bare = (inBrackets ? inBrackets[1]! : text).trim();
  const match = /^([+-]?)\s*[$¥€£]?\s*([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(e[+-]?\d+)?\s*(%?)$/i.exec(bare);
  if (match && (match[3] !== undefined || (match[4] ?? "").length > 1)) {
    const digits = `${(match[3] ?? "0").replaceAll(",", "")}${match[4] ?? ""}${match[5] ?? ""}`;
    const sign = [match[1], match[2]].filter((part) => part === "-").length === 1 ? -1 : 1;
    // Excel keeps 15 significant digits.
    const value = Number(Number(digits).toPrecision(15)) * sign * (match[6] ? 0.01 : 1) * (inBrackets ? -1 : 1);
    return Number.isFinite(value) ? value : null;
  }
  const fraction = /^([+-]?)(\d+) (\d+)\/(\d+)$/.exec(bare);
  if (!fraction || Number(fraction[4]) === 0) return null;
  return (Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4])) * (fraction[1] === "-" ? -1 : 1);
}

function readDateText(text: string, date1904: boolean): number | null {
  const [date = "", ...time] = text.split(/[ T](?=\d{1,2}:)/);
  const days = readDays(date.trim());
  if (days === null) return null;
  const fraction = time.length === 0 ? 0 : readTimeText(time.join(" "));
  return fraction === null ? null : formatSerial(days, date1904) + fraction;
}

function readDays(text: string): number | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (iso) return countDays(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(text);
  if (american) return countDays(readYear(american[3]), Number(american[1]), Number(american[2]));
  const dayFirst = /^(\d{1,2})[- ]?([a-z]{3,9})\.?(?:[- ,]+(\d{2}|\d{4}))?$/i.exec(text);
  if (dayFirst) return countDays(readYear(dayFirst[3]), readMonth(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})\.?[- ]?(\d{1,2})(?:[- ,]+(\d{2}|\d{4}))?$/i.exec(text);
  return monthFirst ? countDays(readYear(monthFirst[3]), readMonth(monthFirst[1]!), Number(monthFirst[2])) : null;
}

function readYear(text: string | undefined): number {
  if (text === undefined) return 2024;
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 30 ? 2000 : 1900);
}

function readMonth(name: string): number {
  const full = ["january", "february", "march", "april", "may", "june", "july", "august", "september"];
  const lower = name.toLowerCase();
  const index = months.findIndex((month) => lower.startsWith(month));
  const known = lower.length === 3 || lower === "sept" || [...full, "october", "november", "december"].includes(lower);
  return known ? index + 1 : 0;
}

function countDays(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 && year >= 1900 && year <= 9999;
  return real ? date.getTime() / 86400000 : null;
}

function readTimeText(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([ap]m?)?$/i.exec(text.trim());
  if (!match || Number(match[2]) > 59) return null;
  const afternoon = match[4]?.toLowerCase().startsWith("p");
  const hours = match[4] ? (Number(match[1]) % 12) + (afternoon ? 12 : 0) : Number(match[1]);
  return (hours * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86400;
}
