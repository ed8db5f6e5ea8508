import { endColumn, endRow, isOverlapping, sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { CellValue, GridRange } from "../../workbook/port";
import type { Host } from "../host";
import { HostError } from "../host-error";
import { PendingCall } from "./calculation";
import type { FormulaPlace } from "./evaluate";
import { CircularReference, Evaluation, UnknownFunction } from "./evaluate";
import type { FormulaValue, Scalar } from "./functions";
import { toScalar } from "./functions";
import type { FormulaNode } from "./parse";
import { FormulaError, FormulaSyntaxError, parseFormula } from "./parse";

export type { FormulaPlace } from "./evaluate";

/** What a new formula shows until a function of an add-in has answered. */
export const busyText = "#BUSY!";

const rounds = 20;

/**
 * Computes all formulas that can be computed; a formula with unknown functions, or with a function that has not answered yet, keeps the value
 * that it has. What is still awaited is computed once it is there: see {@link settleCalculation}.
 */
export function calculateWorkbook(host: Host): void {
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const sheet of host.workbook.sheets) {
      const cells = sheet.formulaCells;
      for (const { row, column, formula } of cells) {
        if (sheet.getFormula(row, column) !== formula) continue;
        const result = calculateCell(formula, { sheet, row, column }, host);
        if (result !== undefined && placeResult(sheet, row, column, formula, result)) changed = true;
      }
      host.calculation.keepCells(sheet, cells);
    }
    if (!changed) break;
  }
  void settleCalculation(host);
}

/** Resolves when the functions of the add-in that were called have answered and all formulas have been computed with that. */
export function settleCalculation(host: Host): Promise<void> {
  return host.calculation.settle(() => calculateWorkbook(host));
}

/** The value of a formula, or undefined where it uses a function that is not known; functions of an add-in are not. */
export function calculateFormula(formula: string, place: FormulaPlace, host: Host): CellValue | undefined {
  try {
    return showCell(toScalar(new Evaluation(place, host).evaluate(parseFormula(formula))));
  } catch (error) {
    if (error instanceof UnknownFunction || error instanceof FormulaSyntaxError) return undefined;
    throw error;
  }
}

/** Whether the formula calls a function of the add-in. @throws HostError `InvalidArgument` for a wrong number of arguments */
export function checkCustomCalls(formula: string, host: Host): boolean {
  const { functions } = host.calculation;
  if (!functions) return false;
  const calls = listCalls(parseFormula(formula)).flatMap((node) => {
    const definition = functions.find(node.name);
    return definition ? [{ node, definition }] : [];
  });
  if (calls.some(({ node, definition }) => !functions.takesCount(definition, countArguments(node))))
    throw new HostError("InvalidArgument");
  return calls.length > 0;
}

/** What a formula in a cell gives: all of it where it calls the add-in or looks at a spilled result, else its first value. */
function calculateCell(formula: string, place: FormulaPlace, host: Host): FormulaValue | undefined {
  const { calculation } = host;
  const root = calculation.parse(formula);
  if (!root) return undefined;
  let spills = /#(?![A-Z/])/.test(formula);
  const evaluation = new Evaluation(place, host, (node, evaluate) => {
    const definition = calculation.functions?.find(node.name);
    if (!definition) return undefined;
    spills = true;
    const args = node.args.map((arg) => (arg.kind === "missing" ? undefined : evaluate(arg)));
    return calculation.call(place, root, node, definition, args);
  });
  try {
    const value = evaluation.evaluate(root);
    calculation.noteErrors(place, value);
    return spills ? value : toScalar(value);
  } catch (error) {
    if (error instanceof CircularReference) return 0;
    if (error instanceof UnknownFunction || error instanceof PendingCall) return undefined;
    throw error;
  }
}

/** Puts a result into its cell, or into as many cells as it has; whether anything changed. */
function placeResult(sheet: MemorySheet, row: number, column: number, formula: string, result: FormulaValue): boolean {
  const rows = Array.isArray(result) ? (result as readonly (readonly Scalar[])[]) : [[result as Scalar]];
  const range: GridRange = { row, column, rowCount: rows.length, columnCount: rows[0].length };
  const isOwner = sheet.spills.isOwner(row, column);
  const shown = rows.map((cells) => cells.map(showCell));
  const covered = isOwner ? sheet.spills.find(row, column)! : { row, column, rowCount: 1, columnCount: 1 };
  if (covered.rowCount === range.rowCount && covered.columnCount === range.columnCount && holds(sheet, range, shown))
    return false;
  if (isOwner) sheet.endSpill(row, column);
  if (range.rowCount * range.columnCount === 1) {
    sheet.setFormula(row, column, formula, shown[0][0]);
    return true;
  }
  if (!isBlocked(sheet, range)) {
    sheet.setSpill(row, column, formula, shown);
    return true;
  }
  const before = sheet.getValue(row, column);
  sheet.setFormula(row, column, formula, "#SPILL!");
  return isOwner || before !== "#SPILL!";
}

function holds(sheet: MemorySheet, range: GridRange, rows: readonly (readonly CellValue[])[]): boolean {
  const present = sheet.readValues(range);
  return rows.every((cells, i) => cells.every((value, j) => present[i][j] === (value === "" ? null : value)));
}

/** Whether a result cannot spill into a range: the sheet ends, or another cell than the first is taken. */
function isBlocked(sheet: MemorySheet, range: GridRange): boolean {
  if (endRow(range) > sheetRows || endColumn(range) > sheetColumns) return true;
  if (sheet.merges.some((merge) => isOverlapping(merge, range))) return true;
  if (sheet.tables.some((table) => isOverlapping(table.range, range)) || sheet.spills.list(range).length > 0)
    return true;
  for (let row = range.row; row < endRow(range); row++) {
    for (let column = range.column; column < endColumn(range); column++) {
      if ((row > range.row || column > range.column) && !sheet.isBlank(row, column)) return true;
    }
  }
  return false;
}

function showCell(value: Scalar): CellValue {
  return value instanceof FormulaError ? value.text : (value ?? 0);
}

type CallNode = Extract<FormulaNode, { kind: "call" }>;

function listCalls(node: FormulaNode): CallNode[] {
  if (node.kind === "call") return [node, ...node.args.flatMap(listCalls)];
  if (node.kind === "operator") return [...listCalls(node.left), ...listCalls(node.right)];
  return node.kind === "sign" ? listCalls(node.operand) : [];
}

/** A last argument that is left out does not count. */
function countArguments({ args }: CallNode): number {
  return args.at(-1)?.kind === "missing" ? args.length - 1 : args.length;
}
