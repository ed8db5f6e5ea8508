import type { CustomerTable } from "../../core/customers/customer-table";
import type { Attribute } from "../../core/transactions/columns";
import { nameColumn } from "../../core/decisions/look-alike";
import type { AnalysisSettings } from "../../core/report/settings";
import type { RowSource } from "../../workbook/rows";
import { resolveColumn } from "../column-reference";
import { detectColumns } from "../detect-columns";
import type { ReadContext } from "../read-summary";
import { readLines } from "../read-summary";

/**
 * Reads a list of prospects, one per row.
 *
 * @param idColumn header, letter or position of the column that names them; when null it is found, else the first column is taken
 * @throws InputError `unknownColumn`
 */
export async function readProspects(
  source: RowSource,
  idColumn: string | null,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<CustomerTable> {
  const roles = { date: "", order: "", amount: "" };
  const found = (await detectColumns(source, { roles, attributes: null })).detected.columns.customer ?? 0;
  const column = idColumn === null ? found : resolveColumn(idColumn, source);
  const choice = { roles: { ...roles, customer: String(column + 1) }, attributes: null };
  // A header may itself be a number; the position is then not what it says.
  if (source.headers.includes(choice.roles.customer)) choice.roles.customer = source.headers[column];
  const { detected } = await detectColumns(source, choice);
  const read = await readLines(source, { ...detected, kind: "customers" }, settings, context);
  if (read.kind !== "customers") throw new RangeError("a list of prospects is read as a table with a row per customer");
  return read.table;
}

/** What is known of prospects: their category, channel and region under the names that customers have them, and all other columns. */
export function listProspectAttributes({ texts, attributes }: CustomerTable): Attribute[] {
  const main = (["category", "channel", "region"] as const).flatMap((role) => {
    const column = texts[role];
    const name = { category: "mainCategory", channel: "mainChannel", region: "mainRegion" }[role];
    return column === undefined ? [] : [nameColumn(name, column)];
  });
  return [...main, ...attributes];
}
