import { readNumbers } from "../engine/worksheet/read-numbers";
import { scoreValues, valueScoreMethods } from "../engine/worksheet/score-values";
import { buildSpill, readLine, trimValues } from "./cells";
import { buildUnavailableError, passError } from "./function-error";
import { checkInput } from "./limits";
import { readBins, readChoice, readSwitch } from "./options";

/** CVM.SCORE: a score beside every value; "" beside what is no number, errors handed on. */
export function scoreCells(values: unknown, bins: unknown, method: unknown, descending: unknown): unknown[][] {
  const { cells: all, upright } = readLine("values", values);
  const cells = trimValues(all);
  const options = {
    bins: readBins(bins),
    method: readChoice("method", method, valueScoreMethods),
    better: readSwitch("descending", descending) ? "lower" : "higher",
  } as const;
  checkInput(cells.length, cells.length);
  const numbers = readNumbers(cells);
  if (numbers.values.every(Number.isNaN)) throw buildUnavailableError("noValues");
  const scores = scoreValues(numbers.values, options);
  const results = cells.map((cell, i) => {
    if (numbers.errors[i] === 1) return passError(String(cell));
    return scores[i] === 0 ? "" : scores[i];
  });
  return buildSpill(results, upright);
}
