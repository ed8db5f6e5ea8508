import type { phrases as English } from "../en/phrases";
import { formatCount, formatNumber, formatShare } from "../format-number";

const locale = "zh-CN";

/** Numbers inside sentences. */
export const count = (value: number) => formatCount(value, locale);
export const share = (value: number) => formatShare(value, locale);
export const number = (value: number, digits?: number) => formatNumber(value, locale, digits);
export const customers = (value: number) => `${count(value)} 位客户`;

export const phrases: typeof English = {
  locale,
  count,
  share,
  number,
  customers,
  list: (items) => [...items].join("、"),
  yes: "是",
  no: "否",
  none: "无",
  automatic: "自动",
  blank: "（空白）",
  colon: "：",
  semicolon: "；",
  inBrackets: (text) => `（${text}）`,
};
