import type { CustomerTable } from "../core/customers/customer-table";
import { createCustomerTableReader } from "../core/customers/customer-table-reader";
import type { SummarizeOptions } from "../core/customers/summarize";
import { summarize } from "../core/customers/summarize";
import { summarizeCustomerTable } from "../core/customers/summarize-customer-table";
import type { Summary } from "../core/customers/summary";
import { parseIsoDay } from "../core/days";
import type { AnalysisSettings } from "../core/report/settings";
import type { DetectedRoles } from "../core/transactions/detect-roles";
import type { ReadPlan, RowSwitches } from "../core/transactions/plan";
import { createTransactionReader } from "../core/transactions/transaction-reader";
import type { Transactions } from "../core/transactions/transactions";
import type { ReadRowsOptions } from "../engine/read-rows";
import { readRows } from "../engine/read-rows";
import type { RowDesk } from "../engine/row-desk";
import type { Culture } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import { buildLineRequest } from "./line-request";
import { detectColumns, listDateColumns } from "./detect-columns";
import { InputError } from "./input-error";

/** What rows are read with besides the settings: day numbers count from 1970-01-01. */
export interface ReadContext extends ReadRowsOptions {
  readonly today: number;
  readonly culture: Culture;
}

/** The rows of a source as columns; customers where the source has a row per customer; nothing where the rows were too many to be kept. */
export type ReadLines =
  | { readonly kind: "transactions"; readonly lines: Transactions }
  | { readonly kind: "customers"; readonly table: CustomerTable }
  | { readonly kind: "folded" };

function pickSwitches(
  settings: AnalysisSettings,
  detected: DetectedRoles,
  { culture }: ReadContext,
): Partial<RowSwitches> {
  const { unknown, future, old, missing, zero, duplicates, mergeIds, rows, cancelledPrefixes, margin } = settings;
  return {
    unknown,
    future,
    old,
    missing,
    zero,
    duplicates,
    mergeIds,
    rows,
    cancelledPrefixes,
    currency: settings.currency,
    dateOrder: settings.dateOrder,
    localeDayFirst: culture.dateOrder === "dmy",
    costBasis: settings.costBasis === "auto" ? detected.costBasis : settings.costBasis,
    margin,
  };
}

/** The columns of a source that mean something, in blocks. */
export function readBlocks(source: RowSource, detected: DetectedRoles, context: ReadContext) {
  const columns = [...new Set([...Object.values(detected.columns), ...detected.attributes])];
  return source.readBlocks({ columns, dateColumns: listDateColumns(detected), signal: context.signal });
}

/** How the rows of a source are to be read. */
export function buildPlan(
  source: RowSource,
  detected: DetectedRoles,
  settings: AnalysisSettings,
  context: ReadContext,
): ReadPlan {
  return {
    headers: source.headers,
    columns: detected.columns,
    attributes: detected.attributes,
    today: context.today,
    switches: pickSwitches(settings, detected, context),
    issues: detected.issues,
  };
}

/** Reads all rows of a source; a source without a date of purchase is read as a table with a row per customer. */
export async function readLines(
  source: RowSource,
  detected: DetectedRoles,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<ReadLines> {
  const plan = buildPlan(source, detected, settings, context);
  if (detected.kind === "customers")
    return { kind: "customers", table: await readTable(source, detected, settings, context) };
  return {
    kind: "transactions",
    lines: await readRows(readBlocks(source, detected, context), createTransactionReader(plan), context),
  };
}

async function readTable(
  source: RowSource,
  detected: DetectedRoles,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<CustomerTable> {
  const reader = createCustomerTableReader(buildPlan(source, detected, settings, context));
  return readRows(readBlocks(source, detected, context), reader, context);
}

/** Reads a second source with a row per customer. */
export async function readCustomerTable(
  source: RowSource,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<CustomerTable> {
  const { detected } = await detectColumns(source, { roles: { date: "" }, attributes: null });
  return readTable(source, detected, settings, { ...context, onRows: undefined });
}

/** Rows that were read at a desk: lines stay there (null) until they are summarised. */
export type RowsAtDesk = CustomerTable | null;

/** Reads all rows of a source at a desk; as {@link readLines} in all else. */
export async function readLinesAt(
  desk: RowDesk,
  source: RowSource,
  detected: DetectedRoles,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<RowsAtDesk> {
  const plan = buildPlan(source, detected, settings, context);
  const blocks = readBlocks(source, detected, context);
  if (detected.kind === "customers") return desk.readTable(blocks, plan, context);
  await desk.readLines(blocks, plan, context);
  return null;
}

/** Reads a second source with a row per customer at a desk. */
export async function readCustomerTableAt(
  desk: RowDesk,
  source: RowSource,
  settings: AnalysisSettings,
  context: ReadContext,
): Promise<CustomerTable> {
  const { detected } = await detectColumns(source, { roles: { date: "" }, attributes: null });
  const plan = buildPlan(source, detected, settings, context);
  return desk.readTable(readBlocks(source, detected, context), plan, { ...context, onRows: undefined });
}

const parseDay = (text: string | null) => (text === null ? null : parseIsoDay(text));

/**
 * Customers from lines, or from a table with a row per customer.
 *
 * @throws InputError `linesNotKept` where the rows were too many to be kept
 */
export function summarizeLines(
  read: ReadLines,
  customerTable: CustomerTable | null,
  settings: AnalysisSettings,
): Summary {
  const options = buildOptions(customerTable, settings);
  if (read.kind === "folded") throw new InputError("linesNotKept");
  return read.kind === "customers" ? summarizeCustomerTable(read.table, options) : summarize(read.lines, options);
}

/** Customers from what was read at a desk; as {@link summarizeLines} in all else. */
export async function summarizeAt(
  desk: RowDesk,
  rows: RowsAtDesk,
  customerTable: CustomerTable | null,
  settings: AnalysisSettings,
): Promise<{ readonly read: ReadLines; readonly summary: Summary }> {
  const options = buildOptions(customerTable, settings);
  if (rows !== null)
    return { read: { kind: "customers", table: rows }, summary: await desk.summarizeTable(rows, options) };
  const { lines, summary } = await desk.summarizeLines(options);
  return { read: { kind: "transactions", lines }, summary };
}

/** How lines become customers. */
export function buildOptions(customerTable: CustomerTable | null, settings: AnalysisSettings): SummarizeOptions {
  return {
    asOfDay: parseDay(settings.asOf),
    fromDay: parseDay(settings.from),
    refunds: settings.refunds,
    windowDays: settings.windowDays,
    includeAcquisitionCost: settings.includeAcquisitionCost,
    serviceCostTotal: settings.serviceCostTotal,
    customerTable,
    lineTables: buildLineRequest(settings),
  };
}
