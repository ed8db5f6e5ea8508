import { OWNS_PREFIX } from "../../../core/decisions/cross-sell";
import type { PredictorTerm } from "../../../core/decisions/predictor-terms";
import type { Words } from "../../../i18n/en";
import { findColumnName } from "../group-words";
import type { LayoutContext } from "../layout-context";

/** What sheets with a score are laid out with. */
export type ScoreContext = Pick<LayoutContext, "words" | "moneyFormat">;

/** A column of a score by its name in the language. */
export function nameScoreColumn(words: Words, column: string): string {
  return column.startsWith(OWNS_PREFIX)
    ? words.scores.owns(column.slice(OWNS_PREFIX.length))
    : findColumnName(words, column);
}

/** A term of a score in words; null is the constant. */
export function nameTerm(words: Words, term: PredictorTerm | null): string {
  if (term === null) return words.scores.intercept;
  const column = nameScoreColumn(words, term.column);
  if (term.kind === "number") return term.isLogged ? words.scores.logged(column) : column;
  return words.scores.hasText(column, nameLabel(words, term.label));
}

/** A text of a column; blank is named. */
export function nameLabel(words: Words, label: string | null): string {
  return label === null || label.trim() === "" ? words.phrases.blank : label;
}
