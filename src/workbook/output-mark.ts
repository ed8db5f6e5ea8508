import { formatAddress, parseAddress } from "./address";
import { sheetRows } from "./grid-range";
import type { GridRange } from "./port";

/** The custom property of a worksheet that makes it ours. */
export const markKey = "cvm";

/** The document setting that remembers label columns. Settings of ours begin with {@link settingPrefix}. */
export const labelsKey = "cvm.labels";
export const settingPrefix = "cvm.";

/** What a sheet of ours remembers of the last run. */
export interface SheetMark {
  readonly id: string;
  /** The name that the run wished for the sheet; the sheet may have another. */
  readonly name: string;
  /** What the content covers, from A1 on. */
  readonly range: GridRange;
  /** Our tables in order of position: the name the run wished, and the name the table got. */
  readonly tables: readonly { readonly wished: string; readonly name: string }[];
  readonly charts: readonly string[];
}

/** Label columns beside a user's rows, as the last run left them. */
export interface LabelRecord {
  /** The sheet's identity, and its name for a file opened anew. */
  readonly sheet: string;
  readonly sheetName: string;
  readonly table?: string;
  /** 0-based row of the headers, -1 when the rows have none. */
  readonly headerRow: number;
  readonly columns: readonly { readonly header: string; readonly range: GridRange }[];
}

function parseJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function parseRange(text: unknown): GridRange | null {
  try {
    return typeof text === "string" ? parseAddress(text) : null;
  } catch {
    return null;
  }
}

const isRow = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= -1 && value < sheetRows;

function listItems(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The mark in a custom property's text; null when there is none or it cannot be read. */
export function parseMark(text: string | null | undefined): SheetMark | null {
  const raw = parseJson(text);
  if (!isRecord(raw) || typeof raw.id !== "string") return null;
  const tables = isRecord(raw.tables) ? Object.entries(raw.tables) : [];
  return {
    id: raw.id,
    name: typeof raw.name === "string" ? raw.name : "",
    range: parseRange(raw.range) ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    tables: tables.map(([wished, name]) => ({ wished, name: String(name) })),
    charts: listItems(raw.charts).map(String),
  };
}

export function formatMark(mark: SheetMark): string {
  const tables = Object.fromEntries(mark.tables.map((table) => [table.wished, table.name]));
  return JSON.stringify({
    id: mark.id,
    name: mark.name,
    range: formatAddress(mark.range),
    tables,
    charts: mark.charts,
  });
}

/** The records in the text of the setting {@link labelsKey}; what cannot be read is left out. */
export function parseLabelRecords(text: string | null | undefined): LabelRecord[] {
  return listItems(parseJson(text)).flatMap((raw) => {
    if (!isRecord(raw) || typeof raw.sheet !== "string") return [];
    const columns = listItems(raw.columns).flatMap((column) => {
      const range = isRecord(column) ? parseRange(column.range) : null;
      return range && isRecord(column) ? [{ header: String(column.header), range }] : [];
    });
    const record: LabelRecord = {
      sheet: raw.sheet,
      sheetName: String(raw.sheetName ?? ""),
      ...(typeof raw.table === "string" ? { table: raw.table } : {}),
      headerRow: isRow(raw.headerRow) ? raw.headerRow : -1,
      columns,
    };
    return [record];
  });
}

/** The text for the setting; empty when nothing is to be remembered. */
export function formatLabelRecords(records: readonly LabelRecord[]): string {
  if (records.length === 0) return "";
  return JSON.stringify(
    records.map((record) => ({
      ...record,
      columns: record.columns.map((column) => ({
        header: column.header,
        range: formatAddress(column.range),
      })),
    })),
  );
}
