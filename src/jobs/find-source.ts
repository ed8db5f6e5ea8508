import type { RowReference, SheetInfo, WorkbookPort } from "../workbook/port";
import { WorkbookError } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import { detectColumns } from "./detect-columns";

interface Candidate {
  readonly sheet: string;
  readonly reference: RowReference;
}

/** Begins the marks of sheets with sample data: they are ours, yet hold rows to analyse. */
export const SAMPLE_PREFIX = "sample-";

/** Whether a sheet holds results of ours and therefore no rows to analyse. */
export function isResultSheet({ id }: SheetInfo): boolean {
  return id !== undefined && !id.startsWith(SAMPLE_PREFIX);
}

/** Tables first, then whole sheets; sheets with results and hidden ones are not looked at. */
async function listCandidates(port: WorkbookPort): Promise<Candidate[]> {
  const sheets = (await port.listSheets()).filter((sheet) => !isResultSheet(sheet) && sheet.visibility === "visible");
  const tables = await port.listTables();
  return sheets.flatMap(({ name }): Candidate[] => {
    const own = tables.filter((table) => table.sheet === name);
    if (own.length === 0) return [{ sheet: name, reference: { kind: "range", sheet: name } }];
    return own.map((table) => ({ sheet: name, reference: { kind: "table", table: table.name } }));
  });
}

async function openIfFilled(port: WorkbookPort, reference: RowReference): Promise<RowSource | null> {
  try {
    return await port.openRows(reference);
  } catch (error) {
    if (error instanceof WorkbookError && (error.code === "emptySource" || error.code === "unsupportedSheet"))
      return null;
    throw error;
  }
}

/**
 * The rows to analyse where nobody says which: the first list in the workbook that looks like order lines, else the first list.
 *
 * @throws WorkbookError `emptySource` when no visible sheet holds anything
 */
export async function openDefaultSource(port: WorkbookPort): Promise<RowSource> {
  let first: RowSource | null = null;
  for (const { reference } of await listCandidates(port)) {
    const source = await openIfFilled(port, reference);
    if (source === null) continue;
    const { detected } = await detectColumns(source);
    if (detected.kind === "transactions" && detected.columns.customer !== undefined) return source;
    first ??= source;
  }
  if (first === null) throw new WorkbookError("emptySource", "no visible sheet holds rows");
  return first;
}

const normalize = (header: string) =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_./()-]+/g, "");

/**
 * A second list in the workbook with a row per customer, whose column of customers has the same header as that of the order lines; null
 * where there is none.
 *
 * @param customerHeader header of the customer column of `source`
 */
export async function findCustomerTable(
  port: WorkbookPort,
  source: RowSource,
  customerHeader: string,
): Promise<RowSource | null> {
  for (const { sheet, reference } of await listCandidates(port)) {
    if (sheet === source.place?.sheet) continue;
    const other = await openIfFilled(port, reference);
    if (other === null) continue;
    const { detected } = await detectColumns(other);
    const column = detected.columns.customer;
    if (
      detected.kind === "customers" &&
      column !== undefined &&
      normalize(other.headers[column]) === normalize(customerHeader)
    )
      return other;
  }
  return null;
}
