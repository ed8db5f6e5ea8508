import { buildRange, endColumn, endRow, isInside } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { MemoryWorkbook } from "../../workbook/memory-workbook";
import type { CellValue, GridRange } from "../../workbook/port";
import { findNamedRange } from "../arguments";
import { isErrorText } from "../entry";
import type { Host } from "../host";
import type { FormulaValue, Scalar } from "./functions";
import { compareScalars, toNumber, toText, worksheetFunctions } from "./functions";
import type { FormulaNode } from "./parse";
import { FormulaError } from "./parse";

/** The cell that a formula stands in. */
export interface FormulaPlace {
  readonly sheet: MemorySheet;
  readonly row: number;
  readonly column: number;
}

type CallNode = Extract<FormulaNode, { kind: "call" }>;

/** Calls a function of an add-in; undefined where there is none of the name. */
export type CallCustom = (node: CallNode, evaluate: (node: FormulaNode) => FormulaValue) => FormulaValue | undefined;

/** The formula uses something that the simulator does not compute. */
export class UnknownFunction extends Error {}

/** The formula needs its own result. */
export class CircularReference extends Error {}

/** Ranges above this size are read only as far as the sheet is used. */
const mostBlankCells = 1000;

/** Computes formulas in one cell. */
export class Evaluation {
  private readonly place: FormulaPlace;
  private readonly host: Host;
  private readonly workbook: MemoryWorkbook;
  private readonly callCustom: CallCustom | null;

  /** Without `callCustom` the place is that of a conditional format, which may look at its own cell. */
  constructor(place: FormulaPlace, host: Host, callCustom: CallCustom | null = null) {
    this.place = place;
    this.host = host;
    this.workbook = host.workbook;
    this.callCustom = callCustom;
  }

  /** @throws UnknownFunction, CircularReference, and what the call of a function of an add-in throws */
  evaluate(node: FormulaNode): FormulaValue {
    switch (node.kind) {
      case "constant":
        return node.value;
      case "array":
        return node.rows;
      case "missing":
        return null;
      case "range":
      case "spill": {
        const sheet = node.sheet === undefined ? this.place.sheet : this.workbook.getSheet(node.sheet);
        if (!sheet) return new FormulaError("#REF!");
        return this.readCells(sheet, node.kind === "range" ? node.range : findSpill(sheet, node.range));
      }
      case "name": {
        const named = findNamedRange(node.name, this.host);
        return named ? this.readCells(named.sheet, named.areas[0]) : new FormulaError("#NAME?");
      }
      case "column":
        return this.readColumn(node.table, node.column, node.isOwnRow);
      case "sign":
        return broadcast(this.evaluate(node.operand), null, (cell) => applySign(node.operator, cell));
      case "operator":
        return broadcast(this.evaluate(node.left), this.evaluate(node.right), (left, right) =>
          combine(node.operator, left, right),
        );
      case "call":
        return this.call(node);
    }
  }

  private call(node: CallNode): FormulaValue {
    const compute = worksheetFunctions[node.name.replace(/^_XLFN\./, "")];
    if (compute)
      return compute(
        (index) => (node.args[index] ? this.evaluate(node.args[index]) : null),
        node.args.length,
        this.workbook.date1904,
      );
    const result = this.callCustom?.(node, (arg) => this.evaluate(arg));
    if (result === undefined) throw new UnknownFunction(node.name);
    return result;
  }

  private readColumn(tableName: string, written: string, isOwnRow: boolean): FormulaValue {
    const found = tableName === "" ? this.findOwnTable() : this.workbook.getTable(tableName);
    if (!found) return new FormulaError("#REF!");
    const { row, column: first, rowCount, columnCount } = found.table.range;
    if (written === "" || /^#(all|data|headers)$/i.test(written)) {
      const part = written.toLowerCase();
      const [start, count] =
        part === "#all" ? [row, rowCount] : part === "#headers" ? [row, 1] : [row + 1, rowCount - 1];
      return this.readCells(found.sheet, buildRange(start, first, count, columnCount));
    }
    const names = (/^\[.*\]$/.test(written) ? written.slice(1, -1).split("]:[") : [written]).map((name) =>
      name.toLowerCase(),
    );
    const headers = Array.from({ length: columnCount }, (_, index) =>
      String(found.sheet.getValue(row, first + index)).toLowerCase(),
    );
    const [from, to] = [headers.indexOf(names[0]), headers.indexOf(names.at(-1)!)];
    if (from < 0 || to < from) return new FormulaError("#REF!");
    if (isOwnRow) return readScalar(found.sheet.getValue(this.place.row, first + from));
    return this.readCells(found.sheet, buildRange(row + 1, first + from, rowCount - 1, to - from + 1));
  }

  private findOwnTable(): ReturnType<MemoryWorkbook["getTable"]> {
    const { sheet, row } = this.place;
    const table = sheet.tables.find(({ range }) => row > range.row && row < endRow(range));
    return table && { sheet, table };
  }

  private readCells(sheet: MemorySheet, range: GridRange | null): FormulaValue {
    if (!range) return new FormulaError("#REF!");
    const { row, column } = this.place;
    if (this.callCustom && sheet === this.place.sheet && isInside(buildRange(row, column, 1, 1), range))
      throw new CircularReference();
    return sheet.readValues(boundToUsed(sheet, range)).map((cells) => cells.map(readScalar));
  }
}

/** A large range without the rows and columns at its end that are not used. */
function boundToUsed(sheet: MemorySheet, range: GridRange): GridRange {
  if (range.rowCount * range.columnCount <= mostBlankCells) return range;
  const used = sheet.usedRange();
  const rowCount = Math.min(range.rowCount, used ? endRow(used) - range.row : 1);
  const columnCount = Math.min(range.columnCount, used ? endColumn(used) - range.column : 1);
  return { ...range, rowCount: Math.max(1, rowCount), columnCount: Math.max(1, columnCount) };
}

function findSpill(sheet: MemorySheet, { row, column }: GridRange): GridRange | null {
  const range = sheet.spills.find(row, column);
  return range && range.row === row && range.column === column ? range : null;
}

function readScalar(value: CellValue): Scalar {
  return typeof value === "string" && isErrorText(value) ? new FormulaError(value) : value;
}

/** Computes cell by cell where an operand has several cells; a single row or column is repeated. */
function broadcast(
  left: FormulaValue,
  right: FormulaValue,
  compute: (left: Scalar, right: Scalar) => Scalar,
): FormulaValue {
  if (!Array.isArray(left) && !Array.isArray(right)) return compute(left as Scalar, right as Scalar);
  const sides = [left, right].map((side) =>
    Array.isArray(side) ? (side as readonly (readonly Scalar[])[]) : [[side as Scalar]],
  );
  const rowCount = Math.max(...sides.map((rows) => rows.length));
  const columnCount = Math.max(...sides.map((rows) => rows[0].length));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => {
      const [a, b] = sides.map((rows) => pickCell(rows, row, column));
      return a === undefined || b === undefined ? new FormulaError("#N/A") : compute(a, b);
    }),
  );
}

function pickCell(rows: readonly (readonly Scalar[])[], row: number, column: number): Scalar | undefined {
  const cells = rows[rows.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column];
}

function applySign(operator: "+" | "-" | "%", cell: Scalar): Scalar {
  const operand = toNumber(cell);
  if (operand instanceof FormulaError) return operand;
  return operator === "-" ? -operand : operator === "%" ? operand / 100 : operand;
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
