import { endRow, intersectRanges } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { MemoryWorkbook } from "../../workbook/memory-workbook";
import type { CellValue } from "../../workbook/port";
import { findNamedRange } from "../arguments";
import { isErrorText } from "../entry";
import type { Host } from "../host";
import type { FormulaValue, Scalar } from "./functions";
import { compareScalars, toNumber, toScalar, toText, worksheetFunctions } from "./functions";
import type { FormulaNode } from "./parse";
import { FormulaError, FormulaSyntaxError, parseFormula } from "./parse";

/** The cell that a formula stands in. */
export interface FormulaPlace {
  readonly sheet: MemorySheet;
  readonly row: number;
  readonly column: number;
}

/** The formula uses something that the simulator does not compute. */
class UnknownFunction extends Error {}

const rounds = 20;

/** Computes all formulas that can be computed; a formula with unknown functions keeps the value that it has. */
export function calculateWorkbook(host: Host): void {
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const sheet of host.workbook.sheets) {
      for (const cell of sheet.formulaCells) {
        const value = calculateFormula(cell.formula, { sheet, row: cell.row, column: cell.column }, host);
        if (value === undefined || value === cell.value) continue;
        sheet.setFormula(cell.row, cell.column, cell.formula, value);
        changed = true;
      }
    }
    if (!changed) return;
  }
}

/** The value of a formula, or undefined where it uses a function that is not known. @throws FormulaSyntaxError */
export function calculateFormula(formula: string, place: FormulaPlace, host: Host): CellValue | undefined {
  try {
    const value = toScalar(new Evaluation(place, host).evaluate(parseFormula(formula)));
    if (value instanceof FormulaError) return value.text;
    return value === null ? 0 : value;
  } catch (error) {
    if (error instanceof UnknownFunction) return undefined;
    if (error instanceof FormulaSyntaxError) return undefined;
    throw error;
  }
}

class Evaluation {
  private readonly place: FormulaPlace;
  private readonly sheet: MemorySheet;
  private readonly host: Host;
  private readonly workbook: MemoryWorkbook;

  constructor(place: FormulaPlace, host: Host) {
    this.place = place;
    this.sheet = place.sheet;
    this.host = host;
    this.workbook = host.workbook;
  }

  evaluate(node: FormulaNode): FormulaValue {
    switch (node.kind) {
      case "constant":
        return node.value;
      case "missing":
        return null;
      case "range": {
        const sheet = node.sheet === undefined ? this.sheet : this.workbook.getSheet(node.sheet);
        return sheet ? readCells(sheet, node.range) : new FormulaError("#REF!");
      }
      case "name": {
        const named = findNamedRange(node.name, this.host);
        return named ? readCells(named.sheet, named.areas[0]) : new FormulaError("#NAME?");
      }
      case "column":
        return this.readColumn(node.table, node.column, node.isOwnRow);
      case "sign": {
        const operand = toNumber(this.evaluate(node.operand));
        if (operand instanceof FormulaError) return operand;
        return node.operator === "-" ? -operand : node.operator === "%" ? operand / 100 : operand;
      }
      case "operator":
        return combine(node.operator, toScalar(this.evaluate(node.left)), toScalar(this.evaluate(node.right)));
      case "call": {
        const compute = worksheetFunctions[node.name.replace(/^_XLFN\./, "")];
        if (!compute) throw new UnknownFunction(node.name);
        return compute((index) => (node.args[index] ? this.evaluate(node.args[index]) : null), node.args.length);
      }
    }
  }

  private readColumn(tableName: string, column: string, isOwnRow: boolean): FormulaValue {
    const found = tableName === "" ? this.findOwnTable() : this.workbook.getTable(tableName);
    if (!found) return new FormulaError("#REF!");
    const { row, column: first, rowCount, columnCount } = found.table.range;
    for (let index = 0; index < columnCount; index++) {
      if (String(found.sheet.getValue(row, first + index)).toLowerCase() !== column.toLowerCase()) continue;
      if (isOwnRow) return found.sheet.getValue(this.place.row, first + index);
      return readCells(found.sheet, { row: row + 1, column: first + index, rowCount: rowCount - 1, columnCount: 1 });
    }
    return new FormulaError("#REF!");
  }

  private findOwnTable(): ReturnType<MemoryWorkbook["getTable"]> {
    const { sheet, row } = this.place;
    const table = sheet.tables.find(({ range }) => row > range.row && row < endRow(range));
    return table && { sheet, table };
  }
}

function readCells(
  sheet: MemorySheet,
  range: { row: number; column: number; rowCount: number; columnCount: number },
): FormulaValue {
  const used = sheet.usedRange();
  const bounded =
    range.rowCount * range.columnCount > 1000 && used
      ? (intersectRanges(range, used) ?? { ...range, rowCount: 1 })
      : range;
  return sheet.readValues(bounded).map((row) => row.map(readScalar));
}

function readScalar(value: CellValue): Scalar {
  return typeof value === "string" && isErrorText(value) ? new FormulaError(value) : value;
}

function combine(operator: string, left: Scalar, right: Scalar): Scalar {
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  if (operator === "&") return `${toText(left) as string}${toText(right) as string}`;
  const order = compareScalars(left, right);
  const comparisons: Readonly<Record<string, boolean>> = {
    "=": order === 0,
    "<>": order !== 0,
    "<": order < 0,
    ">": order > 0,
    "<=": order <= 0,
    ">=": order >= 0,
  };
  if (operator in comparisons) return comparisons[operator]!;
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a instanceof FormulaError) return a;
  if (b instanceof FormulaError) return b;
  if (operator === "/" && b === 0) return new FormulaError("#DIV/0!");
  const result =
    operator === "+" ? a + b : operator === "-" ? a - b : operator === "*" ? a * b : operator === "/" ? a / b : a ** b;
  return Number.isFinite(result) ? result : new FormulaError("#NUM!");
}
