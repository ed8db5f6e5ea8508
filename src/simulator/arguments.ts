import { parseAddress, parseReference } from "../workbook/address";
import { checkRange } from "../workbook/grid-range";
import type { GridRange } from "../workbook/port";
import { WorkbookError } from "../workbook/port";
import type { AreasTarget, Host, RangeTarget } from "./host";
import { HostObject } from "./host";
import { HostError } from "./host-error";

export function readText(value: unknown): string {
  if (typeof value !== "string") throw new HostError("InvalidArgument");
  return value;
}

export function readNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new HostError("InvalidArgument");
  return value;
}

export function readWhole(value: unknown): number {
  const number = readNumber(value);
  if (!Number.isInteger(number)) throw new HostError("InvalidArgument");
  return number;
}

export function readBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw new HostError("InvalidArgument");
  return value;
}

export function readColor(value: unknown): string {
  const text = readText(value);
  if (!/^#[0-9a-f]{6}$/i.test(text) && !/^[a-z]+$/i.test(text) && text !== "") throw new HostError("InvalidArgument");
  return text;
}

/** A rectangle that lies on a sheet. */
export function checkedRange(row: number, column: number, rowCount: number, columnCount: number): GridRange {
  try {
    return checkRange({ row, column, rowCount, columnCount });
  } catch {
    throw new HostError("InvalidArgument");
  }
}

/** The range that an argument names: a Range object, or an address, which without a sheet's name is one of `home`. */
export function readRange(value: unknown, home: RangeTarget["sheet"] | null, host: Host): RangeTarget {
  if (value instanceof HostObject && value.type.name === "Range") return value.target as RangeTarget;
  const areas = readAreas(value, home, host);
  if (areas.areas.length !== 1) throw new HostError("InvalidArgument");
  return { sheet: areas.sheet, range: areas.areas[0]! };
}

export function readAreas(value: unknown, home: RangeTarget["sheet"] | null, host: Host): AreasTarget {
  if (value instanceof HostObject && value.type.name === "Range") {
    const target = value.target as RangeTarget;
    return { sheet: target.sheet, areas: [target.range] };
  }
  if (value instanceof HostObject && value.type.name === "RangeAreas") return value.target as AreasTarget;
  const text = readText(value);
  if (text.length > 8192) throw new HostError("InvalidArgument");
  try {
    const reference = parseReference(text);
    const sheet = reference.sheet === undefined ? home : host.workbook.getSheet(reference.sheet);
    if (sheet) return { sheet, areas: reference.areas };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const named = home ? findNamedRange(text, host) : null;
  if (named) return named;
  throw new HostError("InvalidArgument");
}

/** The cells of a defined name or table. */
export function findNamedRange(name: string, host: Host): AreasTarget | null {
  const table = host.workbook.getTable(name);
  if (table) {
    const { row, column, rowCount, columnCount } = table.table.range;
    return { sheet: table.sheet, areas: [{ row: row + 1, column, rowCount: rowCount - 1, columnCount }] };
  }
  for (const [key, defined] of host.workbook.names) {
    if (key.toLowerCase() !== name.toLowerCase()) continue;
    try {
      const reference = parseReference(defined.reference);
      const sheet = host.workbook.getSheet(reference.sheet ?? defined.sheet ?? "");
      return sheet ? { sheet, areas: reference.areas } : null;
    } catch {
      return null;
    }
  }
  return null;
}

/** An address within one sheet such as `A1:B2`, `A:C` or `2:9`. */
export function readLocalAddress(value: unknown): GridRange {
  try {
    return parseAddress(readText(value));
  } catch (error) {
    if (error instanceof RangeError) throw new HostError("InvalidArgument");
    throw error;
  }
}

const codes: Readonly<Record<string, string>> = {
  itemExists: "ItemAlreadyExists",
  itemNotFound: "ItemNotFound",
  mergedRange: "MergedRangeConflict",
};

/** Runs a change of the workbook; what the workbook refuses becomes an error of the host. */
export function refuseAsHost<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (error instanceof RangeError) throw new HostError("InvalidArgument", error.message);
    if (error instanceof WorkbookError) throw new HostError(codes[error.code] ?? "InvalidOperation", error.message);
    throw error;
  }
}
