import type { CampaignNumbers } from "../engine/worksheet/decide";
import {
  compareCampaign,
  evaluateGrades,
  gradeScores,
  normalisations,
  scoreRows,
  weighCriteria,
} from "../engine/worksheet/decide";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { isOmitted, passErrors, readCell, readRows } from "./cells";
import { readDataTable, readNumberColumns, showLabel } from "./data-table";
import { buildUnavailableError, buildValueError } from "./function-error";
import { readChoice, readHeaders, readNumber } from "./options";
import { resultNames } from "./words";

const mostCriteria = 10;

/** Rows of a range as numbers, NaN where there is none. @throws FunctionError an error value handed on */
function readNumberRows(range: unknown): Float64Array[] {
  return readRows(range).map((row) => {
    const cells = row.map(readCell);
    passErrors(cells);
    return readNumbers(cells).values;
  });
}

const flatten = (rows: readonly Float64Array[]) => Float64Array.from(rows.flatMap((row) => Array.from(row)));

/** CVM.AHP: a header row, then a weight per criterion, and beside the first how far the judgements agree. */
export function ahpCells(range: unknown): unknown[][] {
  const rows = readNumberRows(range);
  if (rows.length === 0) throw buildUnavailableError("noValues");
  if (rows.length > mostCriteria || rows.some((row) => row.length !== rows.length)) throw buildValueError("badMatrix");
  // Desktop Excel hands over blank cells as 0, which is no judgement.
  const result = weighCriteria(rows.map((row) => row.map((value) => (value === 0 ? NaN : value))));
  if (result === null) throw buildValueError("badMatrix");
  const { weights, eigenvalue, consistencyIndex, consistencyRatio, isConsistent, worst } = result;
  const check = isConsistent || worst === null ? "" : `${worst.row + 1} : ${worst.column + 1}`;
  return [
    ["weight", "consistency_ratio", "consistency_index", "eigenvalue", "check_pair"],
    ...weights.map((weight, i) =>
      i === 0 ? [weight, consistencyRatio, consistencyIndex, eigenvalue, check] : [weight, "", "", "", ""],
    ),
  ];
}

/** CVM.FUZZY: a header row with the grades, then how far the object belongs to each, the grade and the score. */
export function fuzzyCells(weights: unknown, ratings: unknown, grades: unknown, operator: unknown): unknown[][] {
  const method = readChoice("operator", operator, ["mean", "maxMin"]);
  const rows = readNumberRows(ratings);
  const own = flatten(readNumberRows(weights)).filter((weight) => !Number.isNaN(weight));
  if (rows.length === 0 || own.length === 0) throw buildUnavailableError("noValues");
  const { names, scores } = readGrades(grades);
  const filled = rows.map((row) => row.map((value) => (Number.isNaN(value) ? 0 : value)));
  const result = evaluateGrades(own, filled, scores, method);
  if (result === null) throw buildValueError("badRatings", { grades: String(scores.length) });
  return [
    [...names, "grade", "score"],
    [...result.memberships, names[result.grade], result.score],
  ];
}

function readGrades(range: unknown): { names: string[]; scores: readonly number[] } {
  if (isOmitted(range)) return { names: Object.values(resultNames.grades), scores: gradeScores };
  const rows = readRows(range).map((row) => row.map(readCell));
  passErrors(rows.flat());
  const lines = rows.length <= 2 ? rows : (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
  const scores = Array.from(readNumbers(lines[lines.length - 1] ?? []).values);
  const isReadable = lines.length >= 1 && lines.length <= 2 && scores.length >= 2 && !scores.some(Number.isNaN);
  if (!isReadable) throw buildValueError("badGrades");
  const names = lines.length === 2 ? lines[0].map(showLabel) : scores.map((_, i) => resultNames.gradeNumber(i + 1));
  return { names, scores };
}

/** Arguments of CVM.WEIGHTED as Excel hands them over. */
export interface WeightedArguments {
  readonly values: unknown;
  readonly weights: unknown;
  readonly lowerBetter: unknown;
  readonly method: unknown;
  readonly headers: unknown;
}

/** CVM.WEIGHTED: a score beside every row. */
export function weightedCells(given: WeightedArguments): unknown[][] {
  const method = readChoice("method", given.method, normalisations);
  const table = readDataTable(given.values, readHeaders(given.headers));
  const columns = readNumberColumns(table);
  const weights = flatten(readNumberRows(given.weights));
  const isUsable = weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0);
  if (weights.length !== columns.length || !isUsable) {
    throw buildValueError("badWeights", { count: String(columns.length) });
  }
  const flags = readFlags(given.lowerBetter, columns.length);
  if (columns.every((column) => column.every(Number.isNaN))) throw buildUnavailableError("noValues");
  const scores = scoreRows(
    columns.map((values, i) => ({ values, weight: weights[i], lowerIsBetter: flags[i] })),
    method,
  );
  const cells = Array.from(scores, (score) => [Number.isNaN(score) ? "" : score]);
  return table.hasHeader ? [["score"], ...cells] : cells;
}

function readFlags(range: unknown, count: number): boolean[] {
  if (isOmitted(range)) return new Array<boolean>(count).fill(false);
  const cells = readRows(range).flatMap((row) => row.map(readCell));
  passErrors(cells);
  const flags = cells.map((cell) => {
    if (cell === null) return false;
    const word = showLabel(cell).toUpperCase();
    return word === "TRUE" || word === "1" ? true : word === "FALSE" || word === "0" ? false : null;
  });
  if (flags.length === 1 && flags[0] === false) return new Array<boolean>(count).fill(false);
  if (flags.length !== count || flags.includes(null)) throw buildValueError("badFlags", { count: String(count) });
  return flags as boolean[];
}

/** CVM.LIFT: a header row, then a row per figure. */
export function liftCells(given: Readonly<Record<keyof CampaignNumbers, unknown>>, confidence: unknown): unknown[][] {
  const most = 1_000_000_000;
  const readCount = (parameter: string, argument: unknown, least: number) =>
    readNumber(parameter, argument, { least, most, whole: true });
  const numbers = {
    exposed: readCount("exposed", given.exposed, 1),
    responded: readCount("responded", given.responded, 0),
    controlExposed: readCount("control_exposed", given.controlExposed, 1),
    controlResponded: readCount("control_responded", given.controlResponded, 0),
  };
  const share = readNumber("confidence", confidence, { least: 0.5, most: 0.9999, otherwise: 0.95, zeroIsBlank: true });
  const result = compareCampaign(numbers, share);
  if (result === null) throw buildValueError("tooManyResponses");
  const { rate, controlRate, lift, difference, interval, z, pValue, test } = result;
  return [
    ["figure", "value"],
    ["rate", rate],
    ["control_rate", controlRate],
    ["lift", lift ?? ""],
    ["difference", difference],
    ["low", interval[0]],
    ["high", interval[1]],
    ["z", z ?? ""],
    ["p_value", pValue],
    ["test", test],
  ];
}
