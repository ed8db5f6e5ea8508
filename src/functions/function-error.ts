import type { Words } from "../i18n/en";

/** Error values a function may give back. */
export type ErrorValue = "#VALUE!" | "#N/A" | "#NUM!" | "#DIV/0!" | "#NULL!";

/** Which sentence says what is wrong. */
export type FunctionErrorCode = keyof Words["functions"]["errors"];

const errorValues: readonly string[] = ["#VALUE!", "#N/A", "#NUM!", "#DIV/0!", "#NULL!"] satisfies ErrorValue[];

/** Why a function, or one cell of its result, has no answer. Excel shows sentences beside #VALUE! and #N/A only. */
export class FunctionError extends Error {
  constructor(
    readonly value: ErrorValue,
    readonly code: FunctionErrorCode | null = null,
    readonly parameters: Readonly<Record<string, string>> = {},
  ) {
    super(`${value} ${code ?? ""} ${JSON.stringify(parameters)}`);
    this.name = "FunctionError";
  }
}

/** The argument is of the wrong kind: #VALUE! and a sentence. */
export function buildValueError(code: FunctionErrorCode, parameters?: Readonly<Record<string, string>>): FunctionError {
  return new FunctionError("#VALUE!", code, parameters);
}

/** There is too little or too much to compute with: #N/A and a sentence. */
export function buildUnavailableError(
  code: FunctionErrorCode,
  parameters?: Readonly<Record<string, string>>,
): FunctionError {
  return new FunctionError("#N/A", code, parameters);
}

/** The error of an input cell, handed on as Excel's own functions do; those that cannot be given back become #VALUE!. */
export function passError(text: string): FunctionError {
  const value = text.trim().toUpperCase();
  return new FunctionError(errorValues.includes(value) ? (value as ErrorValue) : "#VALUE!");
}
