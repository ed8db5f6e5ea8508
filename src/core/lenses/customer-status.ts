import { findRoleTexts } from "./columns";
import type { LensTables } from "./lens";

const POTENTIAL = /potential|prospect|\blead\b|not yet|潜在|潜客|意向|未成交|待开发/;
const QUESTION = /potential|prospect|潜在/;
const YES = new Set(["1", "y", "yes", "true", "t", "是", "有", "√"]);

function isPotentialLabel(label: string, isQuestion: boolean): boolean {
  const text = label.normalize("NFKC").trim().toLowerCase();
  return POTENTIAL.test(text) || (isQuestion && YES.has(text));
}

/**
 * Who has not bought yet, by a column that tells existing from potential customers.
 *
 * The column either says so in words, or its header asks for it and its cells answer yes.
 *
 * @returns 1 per potential customer; null where there is no such column or nobody is potential
 */
export function flagPotentialCustomers(tables: LensTables): Uint8Array | null {
  const column = findRoleTexts("status", tables);
  if (column === null) return null;
  const isQuestion = QUESTION.test(column.name.normalize("NFKC").toLowerCase());
  const potential = column.labels.map((label) => isPotentialLabel(label, isQuestion));
  if (!potential.includes(true)) return null;
  return Uint8Array.from(column.codes, (code) => Number(code >= 0 && potential[code]));
}
