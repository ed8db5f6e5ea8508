import * as v from "valibot";
import { measureNames } from "../core/customers/summary";
import type { Analysis } from "../core/report/analysis";
import type { Words } from "../i18n/en";
import type { RowReference, WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import { isResultSheet } from "./find-source";
import type { Job, JobValue } from "./job";
import { completeValues } from "./job-values";
import { findColumnName } from "./layout/group-words";
import { nameJobSetting } from "./run-job";
import { parseStored } from "./stored-json";

/** Something to choose: what it is called, and what stands for it. */
export interface JobChoice {
  readonly value: string;
  readonly name: string;
}

/** Sheets and tables of the workbook that a job's rows can be read from: `table:Name` or `sheet:Name`. */
export async function listRowChoices(port: WorkbookPort): Promise<JobChoice[]> {
  const sheets = (await port.listSheets()).filter((sheet) => !isResultSheet(sheet) && sheet.visibility === "visible");
  const tables = await port.listTables();
  return sheets.flatMap(({ name }) => {
    const own = tables.filter(({ sheet }) => sheet === name);
    if (own.length === 0) return [{ value: `sheet:${name}`, name }];
    return own.map((table) => ({ value: `table:${table.name}`, name: `${name}: ${table.name}` }));
  });
}

/**
 * Opens the rows that a choice stands for.
 *
 * @throws WorkbookError `itemNotFound`, `emptySource`
 */
export function openRowChoice(port: WorkbookPort, value: string): Promise<RowSource> {
  const name = value.slice(value.indexOf(":") + 1);
  const reference: RowReference = value.startsWith("table:")
    ? { kind: "table", table: name }
    : { kind: "range", sheet: name };
  return port.openRows(reference);
}

/** Measures and attributes that the customers have, with their names. */
export function listCustomerColumns({ summary }: Analysis, words: Words): JobChoice[] {
  const { known, attributes } = summary.customers;
  return [
    ...measureNames.filter((id) => known.has(id)).map((id) => ({ value: id, name: findColumnName(words, id) })),
    ...attributes.map(({ name }) => ({ value: name, name })),
  ];
}

/** The values of a job's last run in this workbook; those that do not fit any more are left out. */
export async function readJobValues(port: WorkbookPort, job: Job): Promise<Record<string, JobValue>> {
  const text = await port.readSetting(nameJobSetting(job));
  try {
    return completeValues(job, (parseStored(text) ?? {}) as Record<string, unknown>);
  } catch {
    return completeValues(job, {});
  }
}

const chosenRows = v.record(v.string(), v.string());

/** Which rows a job read is kept in the workbook under this key. */
function nameRowsSetting({ id }: Pick<Job, "id">): string {
  return `cvm.rows.${id}`;
}

/** Document settings that keep which rows a job reads, by the job's tables. */
export function keepJobRows(job: Pick<Job, "id">, rows: Readonly<Record<string, string>>): Record<string, string> {
  return { [nameRowsSetting(job)]: Object.keys(rows).length === 0 ? "" : JSON.stringify(rows) };
}

/** The choices of rows of a job's last run in this workbook, by the job's tables; the rows may be gone since. */
export async function readJobRows(port: WorkbookPort, job: Job): Promise<Record<string, string>> {
  const parsed = v.safeParse(chosenRows, parseStored(await port.readSetting(nameRowsSetting(job))));
  const known = Object.entries(parsed.success ? parsed.output : {}).filter(([table]) =>
    job.tables.some(({ id }) => id === table),
  );
  return Object.fromEntries(known);
}
