import type { FormulaValue, Scalar } from "./functions";
import { toNumber, toScalar, toText, toTruth } from "./functions";
import { FormulaError } from "./parse";

/** A parameter as the generated metadata describe it. */
export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

/** A function of an add-in as the generated metadata describe it. */
export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly FunctionParameter[];
}

/** The metadata that the build of an add-in makes. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionDefinition[];
  /** Error values may be arguments where any type is taken; else they are the result. */
  readonly allowErrorForDataTypeAny?: boolean;
}

type Implementation = (...values: unknown[]) => unknown;

/** The error of a custom function: Excel's error value and perhaps a sentence. */
class CustomFunctionError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

const errorCodes = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

/** Excel shows the sentences of a function beside these error values only. */
const explained = new Set<string>([errorCodes.invalidValue, errorCodes.notAvailable]);

/** What stands for a blank cell among the arguments: Excel hands over 0 on the desktop, empty text or null on the web. */
export type BlankArgument = 0 | "" | null;

/** The functions of an add-in, called as Excel calls them: found by their metadata, with the arguments converted. */
export class CustomFunctions {
  /** What the code of an add-in sees of Excel as the global `CustomFunctions`. */
  readonly api = {
    Error: CustomFunctionError,
    ErrorCode: errorCodes,
    associate: (id: string, implementation: Implementation) => {
      this.implementations.set(id, implementation);
    },
  };
  private readonly implementations = new Map<string, Implementation>();
  private readonly definitions = new Map<string, FunctionDefinition>();
  private takesErrors = false;

  constructor(
    private readonly namespace: string,
    private readonly blank: BlankArgument = "",
  ) {}

  load(metadata: FunctionsMetadata): void {
    this.takesErrors = metadata.allowErrorForDataTypeAny === true;
    for (const definition of metadata.functions)
      this.definitions.set(`${this.namespace}.${definition.name}`.toUpperCase(), definition);
  }

  /** The function with a name in upper case, such as `CVM.RFM`. */
  find(name: string): FunctionDefinition | undefined {
    return this.definitions.get(name);
  }

  /** Whether a function can be called with so many arguments. */
  takesCount({ parameters }: FunctionDefinition, count: number): boolean {
    const least = parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
    return count >= least && (count <= parameters.length || parameters.at(-1)?.repeating === true);
  }

  /** Calls a function. An argument that is left out is undefined. */
  call(
    definition: FunctionDefinition,
    args: readonly (FormulaValue | undefined)[],
  ): FormulaValue | Promise<FormulaValue> {
    const implementation = this.implementations.get(definition.id);
    if (!implementation) return new FormulaError("#NAME?");
    const values: unknown[] = [];
    const count = Math.max(args.length, definition.parameters.length);
    for (let index = 0; index < count; index++) {
      const parameter = definition.parameters[Math.min(index, definition.parameters.length - 1)];
      const value = args[index] === undefined ? null : this.convert(args[index]!, parameter);
      if (value instanceof FormulaError) return value;
      values.push(value);
    }
    try {
      const result = implementation(...values);
      return result instanceof Promise ? result.then(readResult, readFailure) : readResult(result);
    } catch (error) {
      return readFailure(error);
    }
  }

  /** An argument as the function gets it, or the error that is the result. */
  private convert(value: FormulaValue, { type = "any", dimensionality }: FunctionParameter): unknown {
    const rows = Array.isArray(value) ? (value as readonly (readonly Scalar[])[]) : [[value as Scalar]];
    if (dimensionality !== "matrix") {
      const isSingle = rows.length === 1 && rows[0].length === 1;
      return isSingle ? this.convertCell(toScalar(value), type) : new FormulaError("#VALUE!");
    }
    const converted: unknown[][] = [];
    for (const cells of rows) {
      const line = cells.map((cell) => this.convertCell(cell, type));
      const failure = line.find((cell) => cell instanceof FormulaError);
      if (failure) return failure;
      converted.push(line);
    }
    return converted;
  }

  private convertCell(cell: Scalar, type: string): unknown {
    if (type === "number") return toNumber(cell);
    if (type === "string") return toText(cell);
    if (type === "boolean") return readTruth(cell);
    if (cell === null) return this.blank;
    if (!(cell instanceof FormulaError)) return cell;
    return this.takesErrors ? new CustomFunctionError(cell.text) : cell;
  }
}

function readTruth(cell: Scalar): boolean | FormulaError {
  if (typeof cell !== "string") return toTruth(cell);
  const text = cell.toUpperCase();
  return text === "TRUE" || text === "FALSE" ? text === "TRUE" : new FormulaError("#VALUE!");
}

function readResult(result: unknown): FormulaValue {
  if (!Array.isArray(result)) return readCell(result);
  const rows = result as readonly unknown[];
  const isTable = rows.length > 0 && rows.every((row) => Array.isArray(row) && row.length > 0);
  if (!isTable) return new FormulaError("#VALUE!");
  const cells = (rows as readonly (readonly unknown[])[]).map((row) => row.map(readCell));
  if (cells.some((row) => row.length !== cells[0].length)) return new FormulaError("#VALUE!");
  return cells.length === 1 && cells[0].length === 1 ? cells[0][0] : cells;
}

function readCell(value: unknown): Scalar {
  if (value === null || value === undefined) return 0;
  if (typeof value === "number") return Number.isFinite(value) ? value : new FormulaError("#NUM!");
  if (typeof value === "string" || typeof value === "boolean") return value;
  return readError(value) ?? new FormulaError("#VALUE!");
}

function readError(value: unknown): FormulaError | null {
  const { code, message } = (value ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== "string" || !code.startsWith("#")) return null;
  return new FormulaError(code, typeof message === "string" && explained.has(code) ? message : undefined);
}

/** A function that throws something else than an error of Excel's gives #VALUE!. */
function readFailure(error: unknown): FormulaError {
  return readError(error) ?? new FormulaError("#VALUE!");
}
