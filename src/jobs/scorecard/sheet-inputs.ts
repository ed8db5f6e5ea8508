import { GRADE_SCORES } from "../../core/decisions/fuzzy-evaluation";
import type { Words } from "../../i18n/en";
import type { CellValue } from "../../workbook/port";
import { InputError } from "../input-error";
import type { KeptCells } from "../kept-cells";
import { findColumnName } from "../layout/group-words";
import { pageColumn } from "../layout/page";
import type { PickedIndicator } from "./pick-indicators";
import { spreadWeights } from "./pick-indicators";

export const scorecardSheetId = "scorecard";

/** Columns of the sheet, the same in every run, so that what is typed is found again. */
export const scorecardColumns = {
  weight: pageColumn + 7,
  /** First judgement, rating or grade, right of a label of three columns. */
  cells: pageColumn + 3,
  key: 14,
  workings: 16,
} as const;

/** Rows for experts in each round. */
export const mostExperts = 10;
const mostRounds = 4;

/** Grades of the evaluation, best first. */
export const GRADES = ["excellent", "good", "fair", "poor"] as const;

/** Comparisons in pairs of families, or of the indicators of a family. */
export interface PairMatrix {
  /** `families`, or the family. */
  readonly id: string;
  readonly members: readonly string[];
  /** Full and reciprocal; 1 where nothing was typed. */
  readonly judgements: readonly (readonly number[])[];
}

/** What stands in the cells that belong to the user. */
export interface SheetInputs {
  readonly weights: readonly number[];
  readonly matrices: readonly PairMatrix[];
  /** Per round and expert a rating per indicator, NaN where none was given. The last round may be empty. */
  readonly rounds: readonly (readonly (readonly number[])[])[];
  /** Per indicator a number of ratings per grade; NaN where none was given. */
  readonly ratings: readonly (readonly number[])[];
  readonly gradeScores: readonly number[];
}

export const buildKey = {
  weight: (id: string) => `weight:${id}`,
  pair: (matrix: string, member: string) => `pair:${matrix}:${member}`,
  expert: (round: number, expert: number) => `expert:${round}:${expert}`,
  grade: (id: string) => `grade:${id}`,
  points: "points",
} as const;

interface NumberRange {
  readonly place: string;
  readonly least: number;
  readonly most: number;
  readonly expected: string;
}

const isBlank = (value: CellValue) => value === null || value === "";

/** @throws InputError `badCell` */
function readNumber(value: CellValue, { place, least, most, expected }: NumberRange): number {
  if (isBlank(value)) return NaN;
  const fraction = typeof value === "string" ? /^\s*([\d.]+)\s*\/\s*([\d.]+)\s*$/.exec(value) : null;
  const number = fraction === null ? Number(value) : Number(fraction[1]) / Number(fraction[2]);
  if (typeof value !== "boolean" && number >= least && number <= most) return number;
  throw new InputError("badCell", { place, value: String(value), expected });
}

const anyAmount = { least: 0, most: 1e12, expected: ">= 0" };
/** A little more than 1/9..9, for rounded fractions. */
const judgementRange = { least: 0.1, most: 10, expected: "1/9..9" };

function readMatrix(kept: KeptCells, id: string, members: readonly string[], name: (id: string) => string): PairMatrix {
  const judgements = members.map(() => members.map(() => 1));
  members.forEach((row, i) =>
    members.slice(i + 1).forEach((column, offset) => {
      const j = i + 1 + offset;
      const value = kept.take(buildKey.pair(id, row), column, scorecardColumns.cells + j, 1);
      const place = `${name(row)} / ${name(column)}`;
      const judgement = readNumber(value, { ...judgementRange, place });
      judgements[i][j] = judgement === judgement ? judgement : 1;
      judgements[j][i] = 1 / judgements[i][j];
    }),
  );
  return { id, members, judgements };
}

/** Families among one another where there are several, and the indicators of every family that has two or more. */
function listComparisons(indicators: readonly PickedIndicator[]): { id: string; members: string[] }[] {
  const families = [...new Set(indicators.map(({ family }) => family))];
  const comparisons = families.map((family) => ({
    id: family as string,
    members: indicators.filter((indicator) => indicator.family === family).map(({ id }) => id),
  }));
  return [...(families.length > 1 ? [{ id: "families", members: families as string[] }] : []), ...comparisons].filter(
    ({ members }) => members.length > 1,
  );
}

function readRound(kept: KeptCells, round: number, indicators: readonly PickedIndicator[], words: Words): number[][] {
  return Array.from({ length: mostExperts }, (_, expert) =>
    indicators.map(({ id }, i) => {
      const value = kept.take(buildKey.expert(round, expert), id, scorecardColumns.cells + i, null);
      const place = `${words.scorecard.expert(expert + 1)} / ${findColumnName(words, id)}`;
      return readNumber(value, { ...anyAmount, place });
    }),
  );
}

/** Experts who rated something. */
export function listAnswers(round: readonly (readonly number[])[]): (readonly number[])[] {
  return round.filter((ratings) => ratings.some((rating) => rating === rating));
}

/**
 * What the user typed on the sheet of the run before, else what a first run starts from.
 *
 * @param isSettled whether the experts of a round agree, so that no further round is laid out
 * @throws InputError `badCell`
 */
export function readSheetInputs(
  kept: KeptCells,
  indicators: readonly PickedIndicator[],
  words: Words,
  isSettled: (answers: readonly (readonly number[])[]) => boolean,
): SheetInputs {
  const text = words.scorecard;
  const name = (id: string) => findColumnName(words, id);
  const defaults = spreadWeights(indicators);
  const weights = indicators.map(({ id }, i) => {
    const value = kept.take(buildKey.weight(id), "weight", scorecardColumns.weight, defaults[i]);
    const weight = readNumber(value, { ...anyAmount, place: `${text.weight} / ${name(id)}` });
    return weight === weight ? weight : 0;
  });
  const nameMember = (id: string) => (Object.hasOwn(text.families, id) ? text.families[id as "strategy"] : name(id));
  const matrices = listComparisons(indicators).map(({ id, members }) => readMatrix(kept, id, members, nameMember));
  const rounds: number[][][] = [];
  for (let round = 1; round <= mostRounds; round++) {
    rounds.push(readRound(kept, round, indicators, words));
    const answers = listAnswers(rounds[round - 1]);
    if (answers.length < 2 || isSettled(answers)) break;
  }
  const takeGrades = (key: string, row: string, generated: readonly (number | null)[]) =>
    GRADES.map((grade, i) => {
      const value = kept.take(key, grade, scorecardColumns.cells + i, generated[i]);
      return readNumber(value, { ...anyAmount, place: `${row} / ${text.grades[grade]}` });
    });
  const none = GRADES.map(() => null);
  return {
    weights,
    matrices,
    rounds,
    ratings: indicators.map(({ id }) => takeGrades(buildKey.grade(id), name(id), none)),
    gradeScores: takeGrades(buildKey.points, text.points, GRADE_SCORES).map((score, i) =>
      score === score ? score : GRADE_SCORES[i],
    ),
  };
}
