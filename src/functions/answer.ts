import type { Language } from "../i18n/words";
import { getWords } from "../i18n/words";
import type { ErrorValue } from "./function-error";
import { FunctionError } from "./function-error";

const errorCodes = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#NUM!": "invalidNumber",
  "#DIV/0!": "divisionByZero",
  "#NULL!": "nullReference",
} as const satisfies Record<ErrorValue, keyof typeof CustomFunctions.ErrorCode>;

function readLanguage(): Language {
  if (typeof Office === "undefined") return "en";
  return Office.context?.displayLanguage?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The error value that Excel shows, with the sentence in the language of Excel. */
function buildExcelError({ value, code, parameters }: FunctionError): CustomFunctions.Error {
  const sentence = code === null ? undefined : getWords(readLanguage()).functions.errors[code](parameters);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[errorCodes[value]], sentence);
}

/**
 * Runs a function for Excel: what it finds wrong becomes an error value, of the whole function or of single cells.
 *
 * @throws CustomFunctions.Error
 */
export function answer(compute: () => unknown[][]): unknown[][] {
  try {
    return compute().map((row) => row.map((cell) => (cell instanceof FunctionError ? buildExcelError(cell) : cell)));
  } catch (error) {
    throw error instanceof FunctionError ? buildExcelError(error) : error;
  }
}
