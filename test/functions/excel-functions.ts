import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** The surface of Excel's own run time that functions see. */
class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

export interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly customEnumId?: string;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly options?: Readonly<Record<string, boolean>>;
}

export interface Metadata {
  readonly functions: readonly FunctionMetadata[];
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly { readonly name: string; readonly stringValue: string }[];
  }[];
}

type Call = (...values: unknown[]) => unknown;

const folder = join(__dirname, "../../src/functions");

/** The files that hold functions, in the order in which the build lists them. */
export const functionFiles = readdirSync(folder)
  .filter((name) => name.endsWith("functions.ts"))
  .sort()
  .map((name) => join(folder, name));

/** What the build makes of functions.ts, and the functions as Excel calls them. */
export interface ExcelFunctions {
  readonly errors: readonly string[];
  readonly metadata: Metadata;
  readonly associated: ReadonlyMap<string, Call>;
  /** Calls a function; missing arguments are handed over as null. An error value comes back as its text and sentence. */
  call(id: string, ...values: unknown[]): unknown;
  /** The same, waiting for functions that answer later. */
  settle(id: string, ...values: unknown[]): Promise<unknown>;
}

export async function loadFunctions(): Promise<ExcelFunctions> {
  const associated = new Map<string, Call>();
  Object.assign(globalThis, {
    CustomFunctions: {
      Error: ExcelError,
      ErrorCode: {
        invalidValue: "#VALUE!",
        notAvailable: "#N/A",
        divisionByZero: "#DIV/0!",
        invalidNumber: "#NUM!",
        nullReference: "#NULL!",
        invalidName: "#NAME?",
        invalidReference: "#REF!",
      },
      associate: (id: string, call: Call) => associated.set(id, call),
    },
  });
  const generated = await generateCustomFunctionsMetadata([...functionFiles], true);
  for (const { id, functionName, sourceFileName } of generated.associate) {
    const module = (await import(sourceFileName)) as Readonly<Record<string, Call>>;
    (
      globalThis as unknown as { CustomFunctions: { associate: (id: string, call: Call) => void } }
    ).CustomFunctions.associate(id, module[functionName]);
  }
  const metadata = JSON.parse(generated.metadataJson) as Metadata;
  const call: ExcelFunctions["call"] = (id, ...values) => {
    const { parameters } = metadata.functions.find((entry) => entry.id === id)!;
    const filled = parameters.map((_, i) => values[i] ?? null);
    return showOutcome(() => associated.get(id)!(...filled));
  };
  return {
    errors: generated.errors,
    metadata,
    associated,
    call,
    settle: async (id, ...values) => call(id, ...values),
  };
}

/** What a call gives, or the promise of it, with error values as text. */
function showOutcome(run: () => unknown): unknown {
  const show = (error: unknown): unknown => {
    if (error instanceof ExcelError) return showErrors(error);
    throw error;
  };
  try {
    const result = run();
    return result instanceof Promise ? result.then(showErrors, show) : showErrors(result);
  } catch (error) {
    return show(error);
  }
}

/** Error values as `#N/A: sentence`. */
function showErrors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(showErrors);
  if (!(value instanceof ExcelError)) return value;
  return value.message === undefined ? value.code : `${value.code}: ${value.message}`;
}

export const buildExcelError = (code: string): unknown => new ExcelError(code);
export const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
export const row = (...values: unknown[]): unknown[][] => [values];

/** The serial of a date, as a cell holds it. */
export const serial = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25569;

/** The translations of the metadata. */
export const readTranslations = (): Readonly<Record<string, { parameters: Record<string, { name: string }> }>> =>
  JSON.parse(readFileSync(join(__dirname, "../../src/functions/functions.zh-CN.json"), "utf8"));
