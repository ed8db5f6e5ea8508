import { formatCount, formatNumber, formatShare } from "../format-number";

const locale = "en-US";
const conjunction = new Intl.ListFormat(locale, { type: "conjunction", style: "long" });

/** Numbers inside sentences. */
export const count = (value: number) => formatCount(value, locale);
export const share = (value: number) => formatShare(value, locale);
export const number = (value: number, digits?: number) => formatNumber(value, locale, digits);

/** `1 customer`, `2 customers`. */
export const plural = (value: number, one: string, many: string) => `${count(value)} ${value === 1 ? one : many}`;
export const customers = (value: number) => plural(value, "customer", "customers");
export const verb = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const phrases = {
  locale,
  count,
  share,
  number,
  customers,
  list: (items: readonly string[]) => conjunction.format(items),
  yes: "yes",
  no: "no",
  none: "none",
  automatic: "automatic",
  blank: "(blank)",
  colon: ": ",
  semicolon: "; ",
  inBrackets: (text: string) => ` (${text})`,
};
