import { containsWords, parseHeaderWords } from "../../core/transactions/header-words";
import { roleWords } from "../../core/transactions/role-words";
import type { RowSource } from "../../workbook/rows";
import { resolveColumn } from "../column-reference";
import { InputError } from "../input-error";
import type { WalletChoices } from "./wallet-fields";

const customerWords = [...roleWords.customer.exact, ...roleWords.customer.english, ...roleWords.customer.chinese];
const totalWords = [
  ...roleWords.walletSpend.english,
  ...["total", "total wallet", "wallet size", "spend with everyone", "total purchases"],
  ...roleWords.walletSpend.chinese,
  ...["总消费", "总采购额", "采购总额", "消费总额", "钱包"],
];
const spendWords = [
  ...["our spend", "spend with us", "our revenue", "our sales", "own spend", "spend", "revenue"],
  ...["本公司消费", "我方消费", "在我处消费", "我司销售额"],
];
const perceivedWords = [
  ...["perceived relationship", "perceived", "relationship score", "relationship", "perception", "closeness"],
  ...["感知关系", "关系感知", "关系评分", "关系", "感知"],
];
const rivalWords = [...["competitor", "rival", "competition"], ...["竞争对手", "竞争者", "竞品", "对手"]];

const parse = (words: readonly string[]) => words.map(parseHeaderWords);
const phrases = {
  customer: parse(customerWords),
  total: parse(totalWords),
  spend: parse(spendWords),
  perceived: parse(perceivedWords),
  rival: parse(rivalWords),
};

/** What a header can mean besides the customer. */
export type WalletHeader = Exclude<keyof typeof phrases, "customer">;

/** Whether a header holds a word for what is looked for; the word itself counts before one that only holds it. */
export function matchHeader(header: string, kind: keyof typeof phrases): "same" | "holds" | null {
  const words = parseHeaderWords(header);
  if (phrases[kind].some(({ joined }) => joined === words.joined)) return "same";
  return phrases[kind].some((phrase) => containsWords(words, phrase)) ? "holds" : null;
}

const rivalPrefix = new RegExp(`^(?:${rivalWords.join("|")})[\\s:：_-]*`, "i");

/** A rival's name without the word for rival, where something is left of it. */
export function nameRival(header: string): string {
  return header.replace(rivalPrefix, "").trim() || header;
}

/** Position of the first header that means it. */
export function findHeader(
  headers: readonly string[],
  kind: keyof typeof phrases,
  taken: ReadonlySet<number>,
): number | null {
  const matches = headers.map((header, column) => (taken.has(column) ? null : matchHeader(header, kind)));
  const same = matches.indexOf("same");
  const found = same >= 0 ? same : matches.indexOf("holds");
  return found < 0 ? null : found;
}

/** Positions of columns; null where there is none. */
export interface WalletColumnPlaces {
  readonly customer: number;
  readonly total: number | null;
  readonly spend: number | null;
  readonly perceived: number | null;
  readonly rivals: readonly number[];
  /** What is left: columns that may explain where the money goes. */
  readonly others: readonly number[];
}

/**
 * What the columns of the table mean: those named, and the rest by their headers.
 *
 * @throws InputError `unknownColumn`; `walletColumns` when the customer is missing, or both the total and every rival
 */
export function findWalletColumns(source: RowSource, choices: WalletChoices): WalletColumnPlaces {
  const { headers } = source;
  const named = (text: string | null) => (text === null ? null : resolveColumn(text, source));
  const rivals = choices.rivals.map((text) => resolveColumn(text, source));
  const given = [named(choices.customer), named(choices.total), named(choices.spendColumn), named(choices.perceived)];
  const taken = new Set([...rivals, ...given.filter((column) => column !== null)]);
  if (choices.rivals.length === 0) {
    headers.forEach((header, column) => {
      if (taken.has(column) || matchHeader(header, "rival") === null) return;
      rivals.push(column);
      taken.add(column);
    });
  }
  const kinds = ["customer", "total", "spend", "perceived"] as const;
  const [customer, total, spend, perceived] = kinds.map((kind, i) => {
    const column = given[i] ?? findHeader(headers, kind, taken);
    if (column !== null) taken.add(column);
    return column;
  });
  if (customer === null || (total === null && rivals.length === 0))
    throw new InputError("walletColumns", { known: headers.join(", ") });
  const others = headers.flatMap((_, column) => (taken.has(column) ? [] : [column]));
  return { customer, total, spend, perceived, rivals, others };
}
