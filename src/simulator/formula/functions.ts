import { formatSerial } from "../../workbook/serial-date";
import { FormulaError } from "./parse";

export type Scalar = number | string | boolean | null | FormulaError;

/** A value while a formula is computed: one cell's, or rows of cells. */
export type FormulaValue = Scalar | readonly (readonly Scalar[])[];

type Evaluate = (index: number) => FormulaValue;
type WorksheetFunction = (evaluate: Evaluate, count: number, date1904: boolean) => FormulaValue;

export function toScalar(value: FormulaValue): Scalar {
  return Array.isArray(value) ? ((value as readonly (readonly Scalar[])[])[0]?.[0] ?? null) : (value as Scalar);
}

export function toNumber(value: FormulaValue): number | FormulaError {
  const scalar = toScalar(value);
  if (scalar instanceof FormulaError) return scalar;
  if (scalar === null || scalar === "") return scalar === "" ? new FormulaError("#VALUE!") : 0;
  if (typeof scalar === "boolean") return scalar ? 1 : 0;
  const number = Number(scalar);
  return Number.isFinite(number) ? number : new FormulaError("#VALUE!");
}

export function toText(value: FormulaValue): string | FormulaError {
  const scalar = toScalar(value);
  if (scalar instanceof FormulaError) return scalar;
  if (scalar === null) return "";
  return typeof scalar === "boolean" ? (scalar ? "TRUE" : "FALSE") : String(scalar);
}

export function toTruth(value: FormulaValue): boolean | FormulaError {
  const scalar = toScalar(value);
  if (scalar instanceof FormulaError || typeof scalar === "boolean") return scalar;
  if (typeof scalar === "string") return new FormulaError("#VALUE!");
  return scalar !== null && scalar !== 0;
}

/** Order of values: numbers before text before truth values; text without regard to case. */
export function compareScalars(left: Scalar, right: Scalar): number {
  const fill = (value: Scalar, other: Scalar): Scalar =>
    value !== null ? value : typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
  const [a, b] = [fill(left, right), fill(right, left)];
  const rank = (value: Scalar) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function flatten(evaluate: Evaluate, count: number): Scalar[] {
  const all: Scalar[] = [];
  for (let index = 0; index < count; index++) {
    const value = evaluate(index);
    if (Array.isArray(value)) for (const row of value as readonly (readonly Scalar[])[]) all.push(...row);
    else all.push(value as Scalar);
  }
  return all;
}

function aggregate(compute: (numbers: readonly number[]) => number | FormulaError): WorksheetFunction {
  return (evaluate, count) => {
    const all = flatten(evaluate, count);
    const failure = all.find((value) => value instanceof FormulaError);
    return failure ?? compute(all.filter((value): value is number => typeof value === "number"));
  };
}

function unary(compute: (value: number) => number): WorksheetFunction {
  return (evaluate) => {
    const value = toNumber(evaluate(0));
    if (value instanceof FormulaError) return value;
    const result = compute(value);
    return Number.isFinite(result) ? result : new FormulaError("#NUM!");
  };
}

function combineTruths(every: boolean): WorksheetFunction {
  return (evaluate, count) => {
    const truths = flatten(evaluate, count)
      .filter((value) => value !== null)
      .map(toTruth);
    const failure = truths.find((value) => value instanceof FormulaError);
    return failure ?? (every ? !truths.includes(false) : truths.includes(true));
  };
}

function findRow(needle: Scalar, list: readonly Scalar[]): number {
  return list.findIndex((value) => typeof value === typeof needle && compareScalars(value, needle) === 0);
}

function toRows(value: FormulaValue): readonly (readonly Scalar[])[] {
  return Array.isArray(value) ? (value as readonly (readonly Scalar[])[]) : [[value as Scalar]];
}

function pickQuantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  return sorted[below] + (position - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

const notAvailable = new FormulaError("#N/A");

/** What the formulas of our sheets and of ordinary users use most. */
export const worksheetFunctions: Readonly<Record<string, WorksheetFunction>> = {
  IF: (evaluate, count) => {
    const test = toTruth(evaluate(0));
    if (test instanceof FormulaError) return test;
    return test ? evaluate(1) : count > 2 ? evaluate(2) : false;
  },
  IFS: (evaluate, count) => {
    for (let index = 0; index + 1 < count; index += 2) {
      const test = toTruth(evaluate(index));
      if (test instanceof FormulaError) return test;
      if (test) return evaluate(index + 1);
    }
    return notAvailable;
  },
  SWITCH: (evaluate, count) => {
    const value = toScalar(evaluate(0));
    for (let index = 1; index + 1 < count; index += 2) {
      if (compareScalars(value, toScalar(evaluate(index))) === 0) return evaluate(index + 1);
    }
    return count % 2 === 0 ? evaluate(count - 1) : notAvailable;
  },
  IFERROR: (evaluate) => {
    const value = toScalar(evaluate(0));
    return value instanceof FormulaError ? evaluate(1) : value;
  },
  AND: combineTruths(true),
  OR: combineTruths(false),
  NOT: (evaluate) => {
    const value = toTruth(evaluate(0));
    return value instanceof FormulaError ? value : !value;
  },
  TRUE: () => true,
  FALSE: () => false,
  DATE: (evaluate, _, date1904) => {
    const [year, month, day] = [0, 1, 2].map((index) => toNumber(evaluate(index)));
    const failure = [year, month, day].find((part) => part instanceof FormulaError);
    if (failure !== undefined) return failure;
    return formatSerial(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000, date1904);
  },
  EXP: unary(Math.exp),
  LN: unary((value) => (value > 0 ? Math.log(value) : NaN)),
  SQRT: unary((value) => (value >= 0 ? Math.sqrt(value) : NaN)),
  ABS: unary(Math.abs),
  INT: unary(Math.floor),
  ROUND: (evaluate) => {
    const [value, digits] = [toNumber(evaluate(0)), toNumber(evaluate(1))];
    if (value instanceof FormulaError) return value;
    if (digits instanceof FormulaError) return digits;
    const scale = 10 ** digits;
    return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
  },
  SUM: aggregate((numbers) => numbers.reduce((sum, value) => sum + value, 0)),
  COUNT: aggregate((numbers) => numbers.length),
  COUNTA: (evaluate, count) => flatten(evaluate, count).filter((value) => value !== null).length,
  MIN: aggregate((numbers) => numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0)),
  MAX: aggregate((numbers) => numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0)),
  AVERAGE: aggregate((numbers) =>
    numbers.length === 0
      ? new FormulaError("#DIV/0!")
      : numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
  ),
  MEDIAN: aggregate((numbers) => (numbers.length === 0 ? new FormulaError("#NUM!") : pickQuantile(numbers, 0.5))),
  QUARTILE: (evaluate, _, date1904) => {
    const quarter = toNumber(evaluate(1));
    if (quarter instanceof FormulaError) return quarter;
    return aggregate((numbers) =>
      numbers.length === 0 || !(quarter >= 0 && quarter < 5)
        ? new FormulaError("#NUM!")
        : pickQuantile(numbers, Math.trunc(quarter) / 4),
    )(evaluate, 1, date1904);
  },
  STDEV: aggregate((numbers) => {
    if (numbers.length < 2) return new FormulaError("#DIV/0!");
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(squares / (numbers.length - 1));
  }),
  CONCAT: (evaluate, count) => {
    let text = "";
    for (const value of flatten(evaluate, count)) {
      const part = toText(value);
      if (part instanceof FormulaError) return part;
      text += part;
    }
    return text;
  },
  ISNUMBER: (evaluate) => typeof toScalar(evaluate(0)) === "number",
  ISTEXT: (evaluate) => typeof toScalar(evaluate(0)) === "string",
  ISBLANK: (evaluate) => toScalar(evaluate(0)) === null,
  COUNTIF: (evaluate) => {
    const wanted = toScalar(evaluate(1));
    return toRows(evaluate(0))
      .flat()
      .filter((value) => value !== null && typeof value === typeof wanted && compareScalars(value, wanted) === 0)
      .length;
  },
  XLOOKUP: (evaluate, count) => {
    const found = findRow(toScalar(evaluate(0)), toRows(evaluate(1)).flat());
    if (found < 0) return count > 3 ? evaluate(3) : notAvailable;
    return toRows(evaluate(2)).flat()[found] ?? null;
  },
  VLOOKUP: (evaluate) => {
    const rows = toRows(evaluate(1));
    const found = findRow(
      toScalar(evaluate(0)),
      rows.map((row) => row[0] ?? null),
    );
    const column = toNumber(evaluate(2));
    if (column instanceof FormulaError) return column;
    return found < 0 ? notAvailable : (rows[found]?.[column - 1] ?? null);
  },
  MATCH: (evaluate) => {
    const found = findRow(toScalar(evaluate(0)), toRows(evaluate(1)).flat());
    return found < 0 ? notAvailable : found + 1;
  },
  INDEX: (evaluate, count) => {
    const rows = toRows(evaluate(0));
    const row = toNumber(evaluate(1));
    const column = count > 2 ? toNumber(evaluate(2)) : 1;
    if (row instanceof FormulaError) return row;
    if (column instanceof FormulaError) return column;
    return rows.length === 1 && count === 2 ? (rows[0]?.[row - 1] ?? null) : (rows[row - 1]?.[column - 1] ?? null);
  },
};
