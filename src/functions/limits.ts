import { buildUnavailableError } from "./function-error";

/** Rows a function takes in, cells it takes in over all ranges, and cells it spills: what Excel carries to a function and back. */
export const functionLimits = { rows: 100_000, cellsIn: 300_000, cellsOut: 100_000 } as const;

const showLimit = (limit: number) => limit.toLocaleString("en-US");

/**
 * Refuses ranges that are larger than a function can take.
 *
 * @param rows  cells along the longer side
 * @param cells cells of all ranges
 * @throws FunctionError #N/A that points to the task pane
 */
export function checkInput(rows: number, cells: number): void {
  if (rows > functionLimits.rows) throw buildUnavailableError("tooManyRows", { limit: showLimit(functionLimits.rows) });
  if (cells > functionLimits.cellsIn)
    throw buildUnavailableError("tooManyCells", { limit: showLimit(functionLimits.cellsIn) });
}

/**
 * Refuses a result that is larger than a function can give back.
 *
 * @throws FunctionError #N/A that points to the task pane
 */
export function checkOutput(rows: number, columns: number): void {
  if (rows * columns > functionLimits.cellsOut)
    throw buildUnavailableError("resultTooLarge", { limit: showLimit(functionLimits.cellsOut) });
}
