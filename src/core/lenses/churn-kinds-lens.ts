import type { ChurnModel, ChurnOptions } from "./churn-lens";
import { assignChurn, defaultChurnOptions, findMissingChurn, fitChurn } from "./churn-lens";
import { CHURN_REASONS, KIND_OF_REASON, readChurnReason } from "./churn-reasons";
import { findLargest, findRoleNumbers, findRoleTexts } from "./columns";
import type { Lens, LensTables, Remark } from "./lens";

/** Kinds of churn, the most serious first; `unknown` for those who left without a trace of why, `stays` for everyone who has not left. */
export const CHURN_KINDS = ["fault", "competitive", "malicious", "natural", "unknown", "stays"] as const;

/** How churn is judged; plain JSON. `churn` is null where only the column of reasons says who left. */
export interface ChurnKindsModel {
  readonly churn: ChurnModel | null;
  readonly overdueDays: number;
}

const OVERDUE_DAYS = 60;
const GONE = 2;

/** Reason of each customer as index into the reasons, -1 without one; null without a column of reasons. */
function readReasons(tables: LensTables): Int32Array | null {
  const column = findRoleTexts("reason", tables);
  if (column === null) return null;
  const reasons = column.labels.map((label) => CHURN_REASONS.indexOf(readChurnReason(label)));
  return column.codes.map((code) => (code < 0 ? -1 : reasons[code]));
}

/** Texts that were not understood as a reason. */
function listUnread(tables: LensTables): string[] {
  const labels = findRoleTexts("reason", tables)?.labels ?? [];
  return labels.filter((label) => readChurnReason(label) === "otherReason");
}

function listUnreadRemarks(tables: LensTables): Remark[] {
  const unread = listUnread(tables);
  if (unread.length === 0) return [];
  return [{ code: "reasonsNotRead", parameters: { texts: unread.length, example: unread[0] } }];
}

/** Who owes money for longer than a customer who leaves in peace; a column that only says yes or no is taken at its word. */
function flagOverdue(tables: LensTables, overdueDays: number): (customer: number) => boolean {
  const overdue = findRoleNumbers("overdue", tables);
  if (overdue === null) return () => false;
  const limit = (findLargest(overdue) ?? 0) <= 1 ? 0 : overdueDays;
  return (customer) => overdue[customer] > limit;
}

/**
 * Kind of churn of everyone who left: who churned by the rule of the run, or has a reason for leaving.
 *
 * With debts it is malicious, else the reason decides. Without a reason that can be read, complaints make it the company's fault.
 */
export const churnKindsLens: Lens<ChurnOptions, ChurnKindsModel> = {
  id: "churn-kinds",
  membership: "one",
  defaults: defaultChurnOptions,
  missing(tables, options) {
    if (readReasons(tables) !== null) return null;
    const hasTrace = findRoleNumbers("overdue", tables) !== null || findRoleNumbers("complaints", tables) !== null;
    return hasTrace
      ? findMissingChurn(tables, options)
      : { code: "needsAnyColumn", parameters: { columns: "reason, overdue, complaints" } };
  },
  fit(tables, options) {
    const churn = findMissingChurn(tables, options) === null ? fitChurn(tables, options) : null;
    const model = { churn, overdueDays: OVERDUE_DAYS };
    const codes = churnKindsLens.assign(model, tables);
    const reasons = readReasons(tables);
    const fault = CHURN_KINDS.indexOf("fault");
    const isAssumed = (code: number, i: number) =>
      code === fault && (reasons === null || reasons[i] < 0 || KIND_OF_REASON[CHURN_REASONS[reasons[i]]] === null);
    const customers = codes.filter(isAssumed).length;
    const assumed = customers === 0 ? [] : [{ code: "faultAssumed", parameters: { customers } }];
    return { model, codes, remarks: [...assumed, ...listUnreadRemarks(tables)] };
  },
  assign(model, tables) {
    const reasons = readReasons(tables);
    const churn = model.churn === null ? null : assignChurn(model.churn, tables);
    const isOverdue = flagOverdue(tables, model.overdueDays);
    const complaints = findRoleNumbers("complaints", tables);
    const pick = (i: number): (typeof CHURN_KINDS)[number] => {
      const reason = reasons === null || reasons[i] < 0 ? null : CHURN_REASONS[reasons[i]];
      if (reason === null && (churn === null || churn[i] !== GONE)) return "stays";
      if (isOverdue(i)) return "malicious";
      const kind = reason === null ? null : KIND_OF_REASON[reason];
      return kind ?? (complaints !== null && complaints[i] > 0 ? "fault" : "unknown");
    };
    return Int32Array.from(tables.summary.customers.ids, (_, i) => CHURN_KINDS.indexOf(pick(i)));
  },
  groups: () => CHURN_KINDS,
  sources: () => ["idleRatio", "recencyDays", "purchaseDays", "reason", "overdue", "complaints"],
};

/** Reasons for leaving as a column of the data gives them. */
export const churnReasonsLens: Lens<object, Record<string, never>> = {
  id: "churn-reasons",
  membership: "one",
  defaults: {},
  missing: (tables) =>
    readReasons(tables) === null ? { code: "needsColumns", parameters: { columns: "reason" } } : null,
  fit(tables) {
    return { model: {}, codes: churnReasonsLens.assign({}, tables), remarks: listUnreadRemarks(tables) };
  },
  assign: (_, tables) => readReasons(tables) ?? new Int32Array(tables.summary.customers.ids.length).fill(-1),
  groups: () => CHURN_REASONS,
  sources: () => ["reason"],
};
