import { canFold, createLineFolder } from "../core/customers/line-folder";
import type { FoldPlan } from "../core/customers/row-scout";
import { createRowScout } from "../core/customers/row-scout";
import type { CustomerTable } from "../core/customers/customer-table";
import type { Summary } from "../core/customers/summary";
import type { AnalysisSettings } from "../core/report/settings";
import type { DetectedRoles } from "../core/transactions/detect-roles";
import type { Role } from "../core/transactions/roles";
import { roleKinds } from "../core/transactions/roles";
import { readRows } from "../engine/read-rows";
import type { RowSource } from "../workbook/rows";
import type { ReadContext } from "./read-summary";
import { InputError } from "./input-error";
import { buildOptions, buildPlan, readBlocks } from "./read-summary";

/** Rows that were read once and are to be read once more. */
export interface ScoutedSource {
  readonly source: RowSource;
  readonly detected: DetectedRoles;
  readonly fold: FoldPlan;
}

/** Texts say nothing about whether and how a row counts: the first pass does without them. */
const textRoles: ReadonlySet<Role> = new Set(
  roleKinds.filter(({ content }) => content === "text").map(({ role }) => role),
);

/** Whether the rows of a source are to be added up while they are read: when they are more than `mostKept`, and nothing needs each line. */
export function needsFolding(
  source: RowSource,
  { kind }: DetectedRoles,
  settings: AnalysisSettings,
  mostKept: number,
): boolean {
  const rows = source.rowCount >= 0 ? source.rowCount : (source.lineCount ?? 0);
  return rows > mostKept && kind === "transactions" && canFold(buildOptions(null, settings));
}

/**
 * The first of two passes over rows that are too many to be kept.
 *
 * @returns null where they have to be kept all the same
 */
export async function scoutRows(
  source: RowSource,
  detected: DetectedRoles,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<ScoutedSource | null> {
  const { refunds = "net", fromDay = null, asOfDay = null } = buildOptions(null, settings);
  const scout = createRowScout(buildPlan(source, detected, settings, context), { refunds, fromDay, asOfDay });
  const columns = Object.fromEntries(Object.entries(detected.columns).filter(([role]) => !textRoles.has(role as Role)));
  const fold = await readRows(readBlocks(source, { ...detected, columns }, context), scout, context);
  return fold === null ? null : { source, detected, fold };
}

/**
 * The second pass: customers from rows of which none is kept.
 *
 * @throws InputError `rowsChanged` where the rows are no longer those of the first pass
 */
export async function foldRows(
  { source, detected, fold }: ScoutedSource,
  customerTable: CustomerTable | null,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<Summary> {
  const folder = createLineFolder(fold, buildOptions(customerTable, settings));
  const summary = await readRows(readBlocks(source, detected, context), folder, context);
  if (summary.report.rows.read !== fold.rowsRead) throw new InputError("rowsChanged");
  return summary;
}
