import type { ErrorValue } from "./function-error";
import { FunctionError, buildUnavailableError } from "./function-error";
import { getSentences } from "./words";

const errorCodes = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#NUM!": "invalidNumber",
  "#DIV/0!": "divisionByZero",
  "#NULL!": "nullReference",
} as const satisfies Record<ErrorValue, keyof typeof CustomFunctions.ErrorCode>;

/** Longest time a function may take; one that never answers would leave its cell busy for ever. */
const timeLimitMilliseconds = 120_000;

/** The error value that Excel shows, with the sentence in the language of Excel. */
function buildExcelError({ value, code, parameters }: FunctionError): CustomFunctions.Error {
  const sentence = code === null ? undefined : getSentences().errors[code](parameters);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[errorCodes[value]], sentence);
}

function showCells(rows: unknown[][]): unknown[][] {
  if (!rows.some((row) => row.some((cell) => cell instanceof FunctionError))) return rows;
  return rows.map((row) => row.map((cell) => (cell instanceof FunctionError ? buildExcelError(cell) : cell)));
}

function showFailure(error: unknown): unknown {
  return error instanceof FunctionError ? buildExcelError(error) : error;
}

/**
 * Runs a function for Excel: what it finds wrong becomes an error value, of the whole function or of single cells.
 *
 * @throws CustomFunctions.Error
 */
export function answer(compute: () => unknown[][]): unknown[][] {
  try {
    return showCells(compute());
  } catch (error) {
    throw showFailure(error);
  }
}

/**
 * The same for a function that computes elsewhere or has its code loaded first; it is given up after two minutes.
 *
 * @throws CustomFunctions.Error
 */
export async function answerLater(compute: () => Promise<unknown[][]>): Promise<unknown[][]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(buildUnavailableError("tooSlow")), timeLimitMilliseconds);
  });
  try {
    return showCells(await Promise.race([compute(), limit]));
  } catch (error) {
    throw showFailure(error);
  } finally {
    clearTimeout(timer);
  }
}
