import type { Cell } from "../core/transactions/cells";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { buildSpill, readLine, trimValues } from "./cells";
import { buildUnavailableError, passError } from "./function-error";
import { checkInput } from "./limits";

/** A list of values, one per customer. */
export interface ValueList {
  readonly cells: readonly Cell[];
  /** NaN beside what is no number. */
  readonly values: Float64Array;
  /** 1 where a cell holds an error value. */
  readonly errors: Uint8Array;
  /** Whether results are spilled downwards. */
  readonly upright: boolean;
}

/**
 * One column or row of values, as long as it is.
 *
 * @throws FunctionError #VALUE! when it is a block, #N/A when it holds no number or is too long
 */
export function readValueList(parameter: string, range: unknown): ValueList {
  const { cells: all, upright } = readLine(parameter, range);
  const cells = trimValues(all);
  checkInput(cells.length, cells.length);
  const { values, errors } = readNumbers(cells);
  if (values.every(Number.isNaN)) throw buildUnavailableError("noValues");
  return { cells, values, errors, upright };
}

/** A result beside every value, in the same direction; an error value is handed on in its place. */
export function spillBeside({ cells, errors, upright }: ValueList, compute: (index: number) => unknown): unknown[][] {
  const results = cells.map((cell, i) => (errors[i] === 1 ? passError(String(cell)) : compute(i)));
  return buildSpill(results, upright);
}
