import type { Words } from "./en";

/** The languages everything is said in. */
export type Language = "en" | "zh";

/** Each language by its own name, which is never translated. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };

const loaded = new Map<Language, Words>();

/** Makes words known; pages load one language at a time, everything else takes `all-words`. */
export function addWords(language: Language, words: Words): void {
  loaded.set(language, words);
}

/** Loads the words of a language, once; afterwards {@link getWords} has them. */
export async function loadWords(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  addWords(
    language,
    language === "zh"
      ? (await import(/* webpackChunkName: "words-zh" */ "./zh")).zh
      : (await import(/* webpackChunkName: "words-en" */ "./en")).en,
  );
}

/**
 * All words of a language.
 *
 * @throws Error when nobody has loaded them
 */
export function getWords(language: Language): Words {
  const words = loaded.get(language);
  if (words === undefined) throw new Error(`the words of ${language} are not loaded`);
  return words;
}
