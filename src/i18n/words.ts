import type { Words } from "./en";
import { en } from "./en";
import { zh } from "./zh";

/** The languages everything is said in. */
export type Language = "en" | "zh";

/** Each language by its own name, which is never translated. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };

const languages: Readonly<Record<Language, Words>> = { en, zh };

/** All words of a language. */
export function getWords(language: Language): Words {
  return languages[language];
}
