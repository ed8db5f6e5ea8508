const CJK = "\\u3400-\\u9fff";

/** A header taken apart: its words, and all of them run together. */
export interface HeaderWords {
  readonly words: readonly string[];
  readonly joined: string;
}

/**
 * The words of a header in lower case, split at blanks, punctuation and camel case; units in brackets are dropped.
 *
 * `CustomerID` gives customer, id; `Amount (USD)` gives amount; `Order #` gives order, no.
 */
export function parseHeaderWords(header: string): HeaderWords {
  const text = header.normalize("NFKC").trim();
  const bare = text.replace(/[([{【][^)\]}】]*[)\]}】]/g, " ").trim();
  const words = (bare === "" ? text : bare)
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/#/g, " no ")
    .toLowerCase()
    .split(/[\s_\-./()[\]:,;]+/)
    .filter((word) => word !== "");
  return { words, joined: words.join("") };
}

/**
 * Whether a header holds a phrase as whole words; Chinese, which writes no blanks, may stand anywhere.
 *
 * @param header taken apart
 * @param phrase taken apart
 */
export function containsWords(header: HeaderWords, phrase: HeaderWords): boolean {
  if (new RegExp(`[${CJK}]`).test(phrase.joined)) return header.joined.includes(phrase.joined);
  for (let start = 0; start + phrase.words.length <= header.words.length; start++) {
    if (phrase.words.every((word, i) => header.words[start + i] === word)) return true;
  }
  return false;
}
