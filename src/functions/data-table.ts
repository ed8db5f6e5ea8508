import type { Cell } from "../core/transactions/cells";
import type { TreeColumn } from "../core/tree/column";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { isBlankOrZero, readCell, readRows } from "./cells";
import { buildUnavailableError } from "./function-error";
import { checkInput, functionLimits } from "./limits";

/** Columns of a range with a row per customer. */
export interface DataTable {
  /** Headers, else `column 1`, `column 2` ...; all different. */
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  /** Columns without the header. */
  readonly columns: readonly (readonly Cell[])[];
  readonly rows: number;
}

/**
 * A range as columns; of ranges longer than a function takes, the blank rows at the end do not count.
 *
 * @param header whether the first row is a header; null where the cells shall tell: it is one when it holds text only and a column below is
 *   all numbers
 * @throws FunctionError #N/A when nothing is there or it is too much
 */
export function readDataTable(range: unknown, header: boolean | null): DataTable {
  const given = readRows(range);
  let count = given.length;
  const isBlank = count > functionLimits.rows ? isBlankOrZero : (cell: Cell) => cell === null;
  while (count > 0 && given[count - 1].every((cell) => isBlank(readCell(cell)))) count--;
  const width = given[0]?.length ?? 0;
  checkInput(count, count * width);
  const cells = Array.from({ length: width }, (_, column) =>
    Array.from({ length: count }, (_, row) => readCell(given[row][column])),
  );
  const hasHeader = header ?? looksLikeHeader(cells);
  const columns = hasHeader ? cells.map((column) => column.slice(1)) : cells;
  const rows = hasHeader ? count - 1 : count;
  if (rows < 1 || width < 1) throw buildUnavailableError("noValues");
  return { names: nameColumns(cells, hasHeader), hasHeader, columns, rows };
}

function looksLikeHeader(columns: readonly (readonly Cell[])[]): boolean {
  if (!columns.every(([first]) => typeof first === "string" && first.trim() !== "")) return false;
  return columns.some((column) => {
    const below = column.slice(1).filter((cell) => cell !== null);
    return typeof column[0] === "string" && below.length > 0 && below.every((cell) => typeof cell === "number");
  });
}

function nameColumns(columns: readonly (readonly Cell[])[], hasHeader: boolean): string[] {
  const used = new Set<string>();
  return columns.map(([first], i) => {
    const name = hasHeader && first !== null && first !== undefined ? String(first).trim() : `column ${i + 1}`;
    let unique = name;
    for (let n = 2; used.has(unique); n++) unique = `${name} (${n})`;
    used.add(unique);
    return unique;
  });
}

/** The numbers of each column; NaN where a cell holds none, or an error value. */
export function readNumberColumns({ columns }: DataTable): Float64Array[] {
  return columns.map((cells) => readNumbers(cells).values);
}

const isError = (cell: Cell) => typeof cell === "string" && readNumbers([cell]).errors[0] === 1;

/** The columns as a tree takes them: numbers where every cell that is not blank is one, else categories; error values count as blank. */
export function readTreeColumns({ names, columns }: DataTable): TreeColumn[] {
  return columns.map((cells, i): TreeColumn => {
    const name = names[i];
    const known = cells.map((cell) =>
      typeof cell === "string" && cell.startsWith("#") && isError(cell) ? null : cell,
    );
    if (known.every((cell) => cell === null || typeof cell === "number")) {
      return {
        name,
        kind: "number",
        numbers: Float64Array.from(known, (cell) => (cell === null ? NaN : (cell as number))),
      };
    }
    const { codes, labels } = encodeLabels(known);
    return { name, kind: "category", codes, labels };
  });
}

/** Cells as codes of their texts in the order in which they first come; -1 for a blank. */
export function encodeLabels(cells: readonly Cell[]): { codes: Int32Array; labels: string[] } {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const label = showLabel(cell);
    if (label === "") return -1;
    const code = codeOf.get(label);
    if (code !== undefined) return code;
    codeOf.set(label, codeOf.size);
    return codeOf.size - 1;
  });
  return { codes, labels: [...codeOf.keys()] };
}

/** A cell as a label; logical values as Excel shows them. */
export function showLabel(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell).trim();
}
