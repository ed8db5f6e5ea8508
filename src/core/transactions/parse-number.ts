import { isErrorText, isMissingText } from "./parse-text";

/** Digits with at most one decimal point: nothing to convert. */
export const PLAIN = 0;
/** A number in another form that can be read in only one way. */
export const CONVERTED = 1;
/** `1.234`: a decimal point, or thousands where the column decides so; `value` holds the first. */
export const POINT = 2;
/** `€ 1.234`: as {@link POINT}, with something to convert besides. */
export const CONVERTED_POINT = 3;
/** `1,234`: thousands, or a decimal comma where the column decides so; `value` holds the first. */
export const COMMA = 4;
/** Nothing, or a word for nothing such as `NA`. */
export const EMPTY = 5;
/** One of Excel's error values. */
export const ERROR = 6;
/** Text that is no number. */
export const UNREADABLE = 7;

const POWERS = Float64Array.from({ length: 23 }, (_, i) => 10 ** i);

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  "u.s.$": "USD",
  hk$: "HKD",
  nt$: "TWD",
  a$: "AUD",
  au$: "AUD",
  c$: "CAD",
  ca$: "CAD",
  nz$: "NZD",
  s$: "SGD",
  r$: "BRL",
  mx$: "MXN",
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  "¥": "¥",
  元: "CNY",
  人民币: "CNY",
  rmb: "CNY",
  人民币元: "CNY",
  美元: "USD",
  欧元: "EUR",
  英镑: "GBP",
  港元: "HKD",
  港币: "HKD",
  日元: "JPY",
  円: "JPY",
  圆: "CNY",
  "₩": "KRW",
  "₹": "INR",
  rs: "INR",
  "rs.": "INR",
  "₽": "RUB",
  "₺": "TRY",
  "₫": "VND",
  "฿": "THB",
  "₪": "ILS",
  "₴": "UAH",
  "₱": "PHP",
  "₦": "NGN",
  kr: "kr",
  zł: "PLN",
  kč: "CZK",
  ft: "HUF",
  "kr.": "kr",
  fr: "CHF",
  "fr.": "CHF",
  sfr: "CHF",
  dkr: "DKK",
};
const CODES = new Set(
  (
    "USD EUR GBP CNY JPY HKD TWD AUD CAD NZD SGD BRL MXN KRW INR RUB TRY VND THB ILS UAH PHP NGN PLN CZK HUF CHF SEK NOK DKK ZAR AED SAR " +
    "MYR IDR ARS CLP COP PEN RON BGN ISK EGP PKR BDT KZT QAR KWD MOP"
  ).split(" "),
);

/**
 * Reads numbers written as text: currency signs and codes, blanks, thousands, decimal point or comma, `(5)` and `5-` for -5, percent
 * signs, 万 and 亿. One reader serves many texts; its fields hold the last result.
 */
export class NumberParser {
  /** NaN unless the text is a number; 12 % is 0.12. */
  value = NaN;
  /** Currency as ISO code, as `¥` for yuan or yen, as `kr` for any crown, or "" where the text names none. */
  currency = "";
  /** Whether the text has a percent sign. */
  percent = false;
  /** 1 where the text shows that the column has a decimal point, -1 for a decimal comma, 0 where it shows neither. */
  vote = 0;

  /**
   * Reads one text.
   *
   * @returns what kind of text it is: one of the constants of this file
   */
  parse(text: string): number {
    this.currency = "";
    this.percent = false;
    this.vote = 0;
    const plain = this.parsePlain(text);
    return plain >= 0 ? plain : this.parseWritten(text);
  }

  /** Digits, a leading minus, one decimal point; -1 for any other form. */
  private parsePlain(text: string): number {
    const { length } = text;
    if (length === 0) return this.fail(EMPTY);
    if (length > 16) return -1;
    let at = 0;
    let code = text.charCodeAt(0);
    const negative = code === 45;
    if (negative) code = text.charCodeAt(++at);
    const start = at;
    let digits = 0;
    let point = -1;
    for (; at < length; at++, code = text.charCodeAt(at)) {
      if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
      else if (code === 46 && point < 0 && at > start) point = at;
      else return -1;
    }
    if (at === start || point === length - 1) return -1;
    const decimals = point < 0 ? 0 : length - point - 1;
    const size = decimals === 0 ? digits : digits / POWERS[decimals];
    this.value = negative ? 0 - size : size;
    if (point < 0) return PLAIN;
    if (decimals === 3 && point - start <= 3 && text.charCodeAt(start) !== 48) return POINT;
    this.vote = 1;
    return PLAIN;
  }

  private parseWritten(original: string): number {
    let text = original.trim();
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 127) {
        text = text.normalize("NFKC").trim().replace(/[−–]/g, "-");
        break;
      }
    }
    if (isMissingText(text)) return this.fail(EMPTY);
    if (isErrorText(text)) return this.fail(ERROR);
    let start = 0;
    while (start < text.length && !isNumeric(text.charCodeAt(start))) start++;
    let end = text.length;
    while (end > start && !isNumeric(text.charCodeAt(end - 1))) end--;
    if (start === end) return this.fail(UNREADABLE);
    if (
      start > 0 &&
      text.charCodeAt(start - 1) === 46 &&
      text.charCodeAt(start - 2) !== 46 &&
      !/[a-z]\.$/i.test(text.slice(0, start))
    )
      start--;
    const factor = this.readSurroundings(text.slice(0, start), text.slice(end));
    if (Number.isNaN(factor)) return this.fail(UNREADABLE);
    return this.readDigits(text.slice(start, end), factor, original);
  }

  /** Sign and scale from what stands before and after the digits; NaN where that is no part of a number. */
  private readSurroundings(before: string, after: string): number {
    let negative = false;
    let factor = 1;
    if (/^\(.*$/.test(before) && /^.*\)$/.test(after)) {
      negative = true;
      before = before.slice(1);
      after = after.slice(0, -1);
    }
    const minus = /^([^+-]*)([+-]?)([^+-]*)$/.exec(before);
    const trailing = /^([^+-]*)([+-]?)$/.exec(after.trimEnd());
    if (minus === null || trailing === null || (minus[2] !== "" && (trailing[2] !== "" || negative))) return NaN;
    if (minus[2] === "-" || trailing[2] === "-") negative = true;
    let rest = trailing[1].trim();
    if (rest.startsWith("%")) {
      this.percent = true;
      factor = 0.01;
      rest = rest.slice(1).trim();
    } else if (rest.startsWith("万")) {
      factor = 1e4;
      rest = rest.slice(1).trim();
    } else if (rest.startsWith("亿")) {
      factor = 1e8;
      rest = rest.slice(1).trim();
    }
    for (const word of [minus[1].trim(), minus[3].trim(), rest]) {
      if (word === "") continue;
      const currency = findCurrency(word);
      if (currency === "") return NaN;
      this.currency =
        this.currency === "" || this.currency === "¥" || isVague(this.currency, currency) ? currency : this.currency;
    }
    return negative ? -factor : factor;
  }

  private readDigits(digits: string, factor: number, original: string): number {
    const text = digits.replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1");
    if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) return this.finish(Number(text) * factor, CONVERTED);
    if (!/^[\d.,]+$/.test(text)) return this.fail(UNREADABLE);
    const lastPoint = text.lastIndexOf(".");
    const lastComma = text.lastIndexOf(",");
    if (lastPoint >= 0 && lastComma >= 0) {
      const decimal = lastPoint > lastComma ? "." : ",";
      if (text.indexOf(decimal) !== Math.max(lastPoint, lastComma)) return this.fail(UNREADABLE);
      return this.finishSeparated(text, decimal, factor);
    }
    if (lastPoint < 0 && lastComma < 0) {
      const number = Number(text);
      return this.finish(scale(number, factor), original.trim() === text ? PLAIN : CONVERTED);
    }
    const separator = lastPoint >= 0 ? "." : ",";
    const last = Math.max(lastPoint, lastComma);
    if (text.indexOf(separator) !== last) {
      if (!/^\d{1,3}(?:[.,]\d{2,3})+$/.test(text) || text.length - last !== 4) return this.fail(UNREADABLE);
      return this.finishSeparated(text, separator === "." ? "," : ".", factor);
    }
    const grouped = last >= 1 && last <= 3 && text.length - last === 4 && text.charCodeAt(0) !== 48;
    if (!grouped) {
      if (last === text.length - 1) return this.fail(UNREADABLE);
      return this.finishSeparated(text, separator, factor);
    }
    if (separator === ",") return this.finish(scale(Number(text.replace(",", "")), factor), COMMA);
    return this.finish(
      scale(Number(text), factor),
      original === text || original === `-${text}` ? POINT : CONVERTED_POINT,
    );
  }

  private finishSeparated(text: string, decimal: "." | ",", factor: number): number {
    const plain = decimal === "." ? text.replaceAll(",", "") : text.replaceAll(".", "").replace(",", ".");
    this.vote = decimal === "." ? 1 : -1;
    return this.finish(scale(Number(plain), factor), CONVERTED);
  }

  private finish(value: number, reading: number): number {
    if (!Number.isFinite(value)) return this.fail(UNREADABLE);
    this.value = value + 0;
    return reading;
  }

  private fail(reading: number): number {
    this.value = NaN;
    return reading;
  }
}

const isNumeric = (code: number): boolean => code >= 48 && code <= 57;

/** Percent divides, because 12 * 0.01 is not 0.12. */
function scale(value: number, factor: number): number {
  if (factor === 0.01) return value / 100;
  return factor === -0.01 ? value / -100 : value * factor;
}

/** The ISO code that a currency sign, name or code stands for, `¥` and `kr` where it may be several; empty when it is none. */
export function findCurrency(written: string): string {
  const word = written.replace(/\s/g, "");
  const name = word.toLowerCase();
  if (Object.hasOwn(CURRENCIES, name)) return CURRENCIES[name];
  const code = word.toUpperCase();
  if (CODES.has(code)) return code;
  const signed = /^([A-Za-z]{2,3})([^A-Za-z]+)$/.exec(word) ?? /^([^A-Za-z]+)([A-Za-z]{2,3})$/.exec(word);
  if (signed === null) return "";
  return [signed[1], signed[2]].map((part) => part.toUpperCase()).find((part) => CODES.has(part)) ?? "";
}

/** A dollar or crown sign says less than the code that stands beside it. */
function isVague(first: string, second: string): boolean {
  return (first === "USD" && second.endsWith("D")) || (first === "kr" && second.endsWith("K"));
}
