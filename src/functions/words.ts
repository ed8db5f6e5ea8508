import { functions as english } from "../i18n/en/functions";
import { groups, numberedGroups } from "../i18n/en/groups";
import { functions as chinese } from "../i18n/zh/functions";

const { walletStages, grades, gradeNumber } = english;

/**
 * Names that results hold, the same in every language, so that formulas can compare with them. Taken one by one and not with all words, to keep
 * what Excel loads at start small.
 */
export const resultNames = { groups, numberedGroups, walletStages, grades, gradeNumber };

/** The sentences of the functions in the language of Excel. */
export function getSentences(): typeof english {
  if (typeof Office === "undefined") return english;
  return Office.context?.displayLanguage?.toLowerCase().startsWith("zh") ? chinese : english;
}
