import { scoreValues, valueScoreMethods } from "../engine/worksheet/score-values";
import { readBins, readChoice, readSwitch } from "./options";
import { readValueList, spillBeside } from "./value-list";

/** CVM.SCORE: a score beside every value; "" beside what is no number, errors handed on. */
export function scoreCells(values: unknown, bins: unknown, method: unknown, descending: unknown): unknown[][] {
  const options = {
    bins: readBins(bins),
    method: readChoice("method", method, valueScoreMethods),
    better: readSwitch("descending", descending) ? "lower" : "higher",
  } as const;
  const list = readValueList("values", values);
  const scores = scoreValues(list.values, options);
  return spillBeside(list, (i) => (scores[i] === 0 ? "" : scores[i]));
}
