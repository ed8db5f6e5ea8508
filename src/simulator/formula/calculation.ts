import type { MemorySheet } from "../../workbook/memory-sheet";
import type { CustomFunctions, FunctionDefinition } from "./custom-functions";
import type { FormulaValue, Scalar } from "./functions";
import type { FormulaNode } from "./parse";
import { FormulaError, FormulaSyntaxError, parseFormula } from "./parse";

interface Call {
  readonly args: readonly (FormulaValue | undefined)[];
  /** Undefined while the function has not answered. */
  result: FormulaValue | undefined;
}

/** The result of a call is not there yet. */
export class PendingCall extends Error {}

interface CellCalls {
  /** The formula that the calls belong to. */
  readonly root: FormulaNode;
  readonly calls: Map<FormulaNode, Call>;
}

interface Place {
  readonly sheet: MemorySheet;
  readonly row: number;
  readonly column: number;
}

type Arguments = readonly (FormulaValue | undefined)[];

/** How often functions are waited for before formulas that feed each other are given up. */
const mostRounds = 50;
const mostParsed = 20_000;
const buildKey = ({ row, column }: { readonly row: number; readonly column: number }) => `${row},${column}`;

/** What the calculation of one workbook remembers: the calls of the add-in's functions, and the sentences beside error values. */
export class Calculation {
  /** The functions of the add-in, where one is there. */
  functions: CustomFunctions | null = null;
  /** Called when results that were waited for have been put into the workbook. */
  onArrival: () => void = () => undefined;
  private cells = new WeakMap<MemorySheet, Map<string, CellCalls>>();
  /** By the cell of the formula, then by the place in its result. */
  private readonly sentences = new WeakMap<MemorySheet, Map<string, ReadonlyMap<string, string>>>();
  private readonly parsed = new Map<string, FormulaNode | null>();
  private readonly waiting = new Set<Promise<void>>();
  private hasCalled = false;
  private settling: Promise<void> | null = null;

  /** A formula taken apart, the same each time; null where it is none. */
  parse(formula: string): FormulaNode | null {
    let root = this.parsed.get(formula);
    if (root === undefined) {
      if (this.parsed.size >= mostParsed) this.parsed.clear();
      this.parsed.set(formula, (root = parseOrNull(formula)));
    }
    return root;
  }

  /**
   * The result of a call in a cell. The function is called only if its arguments are not those of the last time.
   *
   * @throws PendingCall while the function has not answered
   */
  call(
    place: Place,
    root: FormulaNode,
    node: FormulaNode,
    definition: FunctionDefinition,
    args: Arguments,
  ): FormulaValue {
    const calls = this.findCalls(place, root);
    let call = calls.get(node);
    if (!call || !areSame(call.args, args)) {
      this.hasCalled = true;
      const answer = this.functions!.call(definition, args);
      const made: Call = { args, result: answer instanceof Promise ? undefined : answer };
      calls.set(node, (call = made));
      if (answer instanceof Promise) this.wait(answer.then((result) => void (made.result = result)));
    }
    if (call.result === undefined) throw new PendingCall();
    return call.result;
  }

  /** All functions are to be called anew; whether any has been called. */
  forgetCalls(): boolean {
    const { hasCalled } = this;
    this.cells = new WeakMap();
    this.hasCalled = false;
    return hasCalled;
  }

  /** Forgets the calls of a sheet's cells that have no formula any more. */
  keepCells(sheet: MemorySheet, formulas: readonly { readonly row: number; readonly column: number }[]): void {
    const cells = this.cells.get(sheet);
    if (!cells) return;
    const kept = new Set(formulas.map(buildKey));
    for (const key of cells.keys()) if (!kept.has(key)) cells.delete(key);
  }

  /** The sentence beside the error value of a cell, which may be a spilled one. */
  getSentence(sheet: MemorySheet, row: number, column: number): string | undefined {
    const owner = sheet.spills.find(row, column) ?? { row, column };
    return this.sentences
      .get(sheet)
      ?.get(buildKey(owner))
      ?.get(buildKey({ row: row - owner.row, column: column - owner.column }));
  }

  /** Remembers the sentences of a formula's errors. */
  noteErrors(place: Place, value: FormulaValue): void {
    const found = new Map<string, string>();
    const rows = Array.isArray(value) ? (value as readonly (readonly Scalar[])[]) : [[value as Scalar]];
    rows.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (cell instanceof FormulaError && cell.sentence !== undefined)
          found.set(buildKey({ row, column }), cell.sentence);
      }),
    );
    const known = this.sentences.get(place.sheet);
    if (known) known.set(buildKey(place), found);
    else if (found.size > 0) this.sentences.set(place.sheet, new Map([[buildKey(place), found]]));
  }

  /** Waits for all calls under way, calculates anew, and so on until nothing is awaited. */
  settle(calculate: () => void): Promise<void> {
    if (this.settling === null && this.waiting.size > 0)
      this.settling = this.settleAll(calculate).finally(() => (this.settling = null));
    return this.settling ?? Promise.resolve();
  }

  private async settleAll(calculate: () => void): Promise<void> {
    for (let round = 0; round < mostRounds && this.waiting.size > 0; round++) {
      await Promise.all(this.waiting);
      calculate();
      this.onArrival();
    }
  }

  private wait(answer: Promise<void>): void {
    this.waiting.add(answer);
    void answer.finally(() => this.waiting.delete(answer));
  }

  private findCalls({ sheet, ...cell }: Place, root: FormulaNode): Map<FormulaNode, Call> {
    let cells = this.cells.get(sheet);
    if (!cells) this.cells.set(sheet, (cells = new Map()));
    const key = buildKey(cell);
    let found = cells.get(key);
    if (found?.root !== root) cells.set(key, (found = { root, calls: new Map() }));
    return found.calls;
  }
}

function parseOrNull(formula: string): FormulaNode | null {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return null;
    throw error;
  }
}

function areSame(left: Arguments, right: Arguments): boolean {
  return left.length === right.length && left.every((value, index) => isSame(value, right[index]));
}

function isSame(left: FormulaValue | undefined, right: FormulaValue | undefined): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return isSameCell(left as Scalar, right as Scalar);
  const [a, b] = [left, right] as (readonly (readonly Scalar[])[])[];
  return (
    a.length === b.length &&
    a.every((cells, row) => {
      const others = b[row];
      return cells.length === others.length && cells.every((cell, column) => isSameCell(cell, others[column]));
    })
  );
}

function isSameCell(left: Scalar, right: Scalar): boolean {
  if (left instanceof FormulaError && right instanceof FormulaError) return left.text === right.text;
  return left === right;
}
