import { formatAddress, parseAddress } from "./address";
import { buildRange, endRow, isInside, isOverlapping } from "./grid-range";
import type { CellValue, FormulaChange, GridRange } from "./port";
import { moveFormula } from "./xlsx/formulas";

/**
 * The document setting that remembers formulas that were turned into values. It is the user's, not output of ours, so it does not begin as
 * settings of ours do and stays when output is removed.
 */
export const frozenKey = "cvmFormulas";

/** A formula in a cell. */
export interface FormulaAt {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** One formula filled down a column, or the formula of a spilled result in the first cell of its range. */
export interface FormulaRun {
  readonly range: GridRange;
  /** As it stands in the first cell. */
  readonly formula: string;
  readonly spills: boolean;
}

/** A run of formulas that were turned into values, and a hash of these. */
export interface FrozenRun extends FormulaRun {
  /** The sheet's identity, and its name for a file opened anew. */
  readonly sheet: string;
  readonly sheetName: string;
  readonly hash: number;
}

/** Error values that say that the function could not be asked. They are no results to keep. */
const withoutResult = new Set(["#NAME?", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#SPILL!"]);

export function isResult(value: CellValue): boolean {
  return typeof value !== "string" || !withoutResult.has(value);
}

/** Finds formulas that call a function of a namespace, such as `CVM`; also as Excel shows them where the add-in is missing. */
export function buildFormulaFinder(namespace: string): (formula: string) => boolean {
  const call = new RegExp(`(?<![\\w.!'])(?:${namespace}\\.|_xldudf_${namespace}_)[A-Z][A-Z0-9._]*\\(`, "i");
  const other = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]/g;
  return (formula) => formula.startsWith("=") && call.test(formula.replace(other, '""'));
}

/** Formulas as runs: each column's neighbours that are one formula filled down. Cells of spilled ranges but the first are to be left out. */
export function buildRuns(cells: readonly FormulaAt[], spills: readonly GridRange[]): FormulaRun[] {
  const owners = new Map(spills.map((range) => [`${range.row},${range.column}`, range]));
  const runs: { range: GridRange; formula: string; spills: boolean }[] = [];
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  for (const { row, column, formula } of sorted) {
    const spill = owners.get(`${row},${column}`);
    const last = runs[runs.length - 1];
    const continues = !spill && last && !last.spills && last.range.column === column && endRow(last.range) === row;
    if (continues && moveFormula(last.formula, row - last.range.row, 0) === formula)
      last.range = { ...last.range, rowCount: last.range.rowCount + 1 };
    else runs.push({ range: spill ?? buildRange(row, column, 1, 1), formula, spills: spill !== undefined });
  }
  return runs;
}

/** The cells of a run that hold a formula. */
export function listFormulas({ range, formula, spills }: FormulaRun): FormulaAt[] {
  const { row, column, rowCount } = range;
  return Array.from({ length: spills ? 1 : rowCount }, (_, index) => ({
    row: row + index,
    column,
    formula: index === 0 ? formula : moveFormula(formula, index, 0),
  }));
}

/** A hash of cells by rows; blank cells may be null or empty text. */
export function hashCells(rows: readonly (readonly CellValue[])[]): number {
  let hash = 0x811c9dc5;
  for (const cells of rows) {
    for (const cell of cells) {
      const text = `${typeof cell} ${String(cell === "" ? null : cell)};`;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
  }
  return hash >>> 0;
}

/** A sheet as it can be told apart. */
export interface FrozenSheet {
  readonly key: string;
  readonly name: string;
}

/** The sheet of a run: by its name, or by its identity when the name has gone, because identities may be new in an opened file. */
export function findFrozenSheet<Sheet extends FrozenSheet>(
  run: FrozenRun,
  sheets: readonly Sheet[],
): Sheet | undefined {
  return (
    sheets.find(({ name }) => name.toLowerCase() === run.sheetName.toLowerCase()) ??
    sheets.find(({ key }) => key === run.sheet)
  );
}

/** The runs remembered so far with new ones; where they overlap the new one counts. */
export function joinFrozen(before: readonly FrozenRun[], added: readonly FrozenRun[]): FrozenRun[] {
  const isCovered = (run: FrozenRun) =>
    added.some((other) => other.sheetName === run.sheetName && isOverlapping(other.range, run.range));
  return [...before.filter((run) => !isCovered(run)), ...added];
}

/** What was done, as the port tells it. `left` are places by sheet. */
export function describeChange(
  done: readonly { readonly sheetName: string; readonly run: FormulaRun }[],
  left: readonly { readonly sheetName: string; readonly range: GridRange }[],
): FormulaChange {
  return {
    formulas: done.reduce((sum, { run }) => sum + (run.spills ? 1 : run.range.rowCount), 0),
    sheets: [...new Set(done.map(({ sheetName }) => sheetName))],
    left: left.map(({ sheetName, range }) => ({ sheet: sheetName, address: formatAddress(range) })),
  };
}

/** The text for the setting; empty when nothing is to be remembered. */
export function formatFrozen(runs: readonly FrozenRun[]): string {
  if (runs.length === 0) return "";
  return JSON.stringify(
    runs.map(({ sheet, sheetName, range, formula, spills, hash }) => [
      sheet,
      sheetName,
      formatAddress(range),
      formula,
      spills ? 1 : 0,
      hash,
    ]),
  );
}

/** The runs in the text of the setting; what cannot be read is left out. */
export function parseFrozen(text: string | null | undefined): FrozenRun[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(raw)) return [];
  return (raw as unknown[]).flatMap((item) => {
    if (!Array.isArray(item)) return [];
    const [sheet, sheetName, address, formula, spills, hash] = item as unknown[];
    if (typeof sheetName !== "string" || typeof address !== "string" || typeof formula !== "string") return [];
    try {
      const range = parseAddress(address);
      return [{ sheet: String(sheet), sheetName, range, formula, spills: spills === 1, hash: Number(hash) }];
    } catch {
      return [];
    }
  });
}

/** Formulas without those in the cells of a spilled range but its first. */
export function dropSpilled(cells: readonly FormulaAt[], spills: readonly GridRange[]): FormulaAt[] {
  if (spills.length === 0) return [...cells];
  return cells.filter(({ row, column }) =>
    spills.every(
      (range) => !isInside(buildRange(row, column, 1, 1), range) || (range.row === row && range.column === column),
    ),
  );
}
