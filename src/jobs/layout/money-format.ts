import { formatFixed } from "../../i18n/format-number";

/** The parts of a number format that money in a sentence needs. */
interface MoneyParts {
  readonly prefix: string;
  readonly suffix: string;
  readonly decimals: number;
}

/** Signs in front and behind of the first section of an Excel format such as `[$¥-804]#,##0.00` or `#,##0.00 "€"`. */
function parseMoneyFormat(format: string): MoneyParts {
  const section = format
    .split(";")[0]
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, "")
    .replace(/_./g, "")
    .replace(/\*./g, "")
    .replace(/\\(.)/g, '"$1"');
  const digits = /[0#?](?:[0#?,.]*[0#?])?/.exec(section);
  if (digits === null) return { prefix: "", suffix: "", decimals: 2 };
  const readText = (part: string) => part.replaceAll('"', "");
  const [, fraction = ""] = digits[0].split(".");
  return {
    prefix: readText(section.slice(0, digits.index)),
    suffix: readText(section.slice(digits.index + digits[0].length)),
    decimals: Math.min(6, fraction.length),
  };
}

/** Money inside a sentence, in the currency of the format; large amounts without decimals. */
export function formatMoney(value: number, moneyFormat: string, locale: string): string {
  const { prefix, suffix, decimals } = parseMoneyFormat(moneyFormat);
  const digits = Math.abs(value) >= 1000 ? 0 : decimals;
  const rounded = formatFixed(Math.abs(value), locale, digits);
  return `${value < 0 ? "-" : ""}${prefix}${rounded}${suffix}`.trim();
}

/** The same format without decimals, for tables of large amounts. */
export function dropDecimals(moneyFormat: string): string {
  return moneyFormat.replace(/\.[0#?]+/g, "");
}

/** The money format of tables whose largest entry is `largest`. */
export function pickMoneyFormat(moneyFormat: string, largest: number): string {
  return Math.abs(largest) >= 1000 ? dropDecimals(moneyFormat) : moneyFormat;
}
