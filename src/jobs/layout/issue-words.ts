import type { Issue } from "../../core/issues";
import { BEFORE_FROM, NOT_COMPARED, issueKinds } from "../../core/issues";
import type { Words } from "../../i18n/en";

/** Name, treatment and advice for an issue. */
export function findIssueWords({ code, name }: Issue, words: Words) {
  if (name === BEFORE_FROM) return words.issueVariants.beforeFrom;
  return name === NOT_COMPARED ? words.issueVariants.notCompared : words.issues[code];
}

/** What was done with the rows of an issue: its own sentence where nothing was switched, else that of the treatment. */
export function describeTreatment(issue: Issue, words: Words): string {
  const usual = issueKinds.find(({ code }) => code === issue.code)?.effect;
  return usual === issue.treatment ? findIssueWords(issue, words).done : words.treatments[issue.treatment];
}

/** Whether an issue counts columns, not rows. */
export function isColumnIssue({ code }: Issue): boolean {
  return code === "R23";
}
