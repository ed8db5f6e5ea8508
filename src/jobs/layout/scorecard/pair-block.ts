import { CONSISTENCY_LIMIT, RANDOM_INDEX } from "../../../core/decisions/ahp";
import type { Scorecard } from "../../scorecard/scorecard";
import { buildKey, scorecardColumns } from "../../scorecard/sheet-inputs";
import type { WeighedMatrix } from "../../scorecard/weigh-indicators";
import { buildRange, formatCell, formatFixedCell, formatFormulaText } from "../address";
import { findColumnName } from "../group-words";
import { mutedStyle, pageColumn, shareFormat, textStyle, writeHeading, writeParagraph, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { ScorecardContext } from "./scorecard-context";
import { numberInput, workingStyle } from "./scorecard-context";

/** Rounds of the power iteration, from the geometric mean on: contradictions that are tolerable settle in fewer. */
const iterations = 10;
const labelColumns = 3;

/** Where the weight of each member of each matrix stands. */
export type PairWeightCells = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface PairPlace {
  readonly firstRow: number;
  readonly size: number;
}

const listOf = (size: number) => Array.from({ length: size }, (_, i) => i);
const { cells: cellColumn, workings: workColumn } = scorecardColumns;

/** The matrix times a vector, by size so that it does not grow. */
function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j], 0) / row.length);
}

function writeJudgements(sheet: SheetBuilder, card: Scorecard, matrix: WeighedMatrix, { firstRow, size }: PairPlace) {
  for (const i of listOf(size)) {
    const row = firstRow + i;
    card.kept.putKey(sheet, row, buildKey.pair(matrix.id, matrix.members[i]));
    for (const j of listOf(size)) {
      const column = cellColumn + j;
      const style = { ...textStyle, horizontalAlign: "right", numberFormat: "0.###" } as const;
      const opposite = formatCell(firstRow + j, cellColumn + i);
      if (i === j) sheet.put(row, column, 1, { ...style, fontColor: palette.muted });
      else if (j > i) sheet.put(row, column, matrix.judgements[i][j], { ...numberInput, numberFormat: "0.###" });
      else sheet.putFormula(row, column, `=IF(${opposite}>0,1/${opposite},1)`, matrix.judgements[i][j], style);
    }
  }
}

/** The judgements without gaps, and the rounds of the power iteration; the column of the last one comes back. */
function writeIteration(sheet: SheetBuilder, { judgements }: WeighedMatrix, { firstRow, size }: PairPlace): number {
  const clean = (i: number, j: number) => formatCell(firstRow + i, workColumn + j);
  for (const i of listOf(size)) {
    for (const j of listOf(size)) {
      const cell = formatCell(firstRow + i, cellColumn + j);
      const formula = `=IF(ISNUMBER(${cell}),IF(${cell}>0,${cell},1),1)`;
      sheet.putFormula(firstRow + i, workColumn + j, formula, judgements[i][j], workingStyle);
    }
  }
  const start = workColumn + size;
  let vector = judgements.map((row) => Math.exp(row.reduce((sum, value) => sum + Math.log(value), 0) / size));
  for (const i of listOf(size)) {
    const logs = listOf(size).map((j) => `LN(${clean(i, j)})`);
    sheet.putFormula(firstRow + i, start, `=EXP((${logs.join("+")})/${size})`, vector[i], workingStyle);
  }
  for (let round = 1; round <= iterations; round++) {
    vector = multiply(judgements, vector);
    for (const i of listOf(size)) {
      const terms = listOf(size).map((j) => `${clean(i, j)}*${formatCell(firstRow + j, start + round - 1)}`);
      sheet.putFormula(firstRow + i, start + round, `=(${terms.join("+")})/${size}`, vector[i], workingStyle);
    }
  }
  return start + iterations;
}

/** How far each judgement departs from what the weights imply; the cell with the largest departure comes back. */
function writeDepartures(
  sheet: SheetBuilder,
  { judgements, result }: WeighedMatrix,
  { firstRow, size }: PairPlace,
  column: number,
): string {
  const weight = (i: number) => formatFixedCell(firstRow + i, cellColumn + size);
  const departures: number[] = [];
  for (const i of listOf(size)) {
    for (const j of listOf(size).filter((other) => other > i)) {
      const formula = `=ABS(LN(${formatCell(firstRow + i, workColumn + j)}*${weight(j)}/${weight(i)}))`;
      const value = Math.abs(Math.log((judgements[i][j] * result.weights[j]) / result.weights[i]));
      departures.push(value);
      sheet.putFormula(firstRow + i, column + j, formula, value, workingStyle);
    }
  }
  const range = `${formatFixedCell(firstRow, column)}:${formatFixedCell(firstRow + size - 1, column + size - 1)}`;
  sheet.putFormula(firstRow + size, column, `=MAX(${range})`, Math.max(...departures), workingStyle);
  return formatFixedCell(firstRow + size, column);
}

function writeVerdict(
  sheet: SheetBuilder,
  { result }: WeighedMatrix,
  { firstRow, size }: PairPlace,
  ratioColumn: number,
  { words: { scorecard: text } }: ScorecardContext,
): void {
  const row = firstRow + size;
  const bold = { ...textStyle, bold: true } as const;
  sheet.put(row, pageColumn, text.ratio, bold);
  if (size < 3) {
    sheet.putText(row, cellColumn, 6, text.notRated, mutedStyle);
    return;
  }
  const ratios = `${formatCell(firstRow, ratioColumn)}:${formatCell(firstRow + size - 1, ratioColumn)}`;
  sheet.putFormula(row, ratioColumn, `=AVERAGE(${ratios})`, result.eigenvalue, workingStyle);
  const ratio = `=MAX(0,(${formatCell(row, ratioColumn)}-${size})/${size - 1})/${RANDOM_INDEX[size - 1]}`;
  sheet.putFormula(row, cellColumn, ratio, result.consistencyRatio, {
    ...bold,
    numberFormat: "0.000",
    horizontalAlign: "right",
  });
  const [good, bad] = [text.consistent, text.inconsistent];
  const verdict = `=IF(${formatCell(row, cellColumn)}<${CONSISTENCY_LIMIT},${formatFormulaText(good)},${formatFormulaText(bad)})`;
  sheet.putFormula(row, cellColumn + 1, verdict, result.isConsistent ? good : bad, { ...textStyle, indent: 1 });
}

function writeMatrix(
  sheet: SheetBuilder,
  card: Scorecard,
  matrix: WeighedMatrix,
  title: string,
  names: readonly string[],
  context: ScorecardContext,
): ReadonlyMap<string, string> {
  const size = matrix.members.length;
  writeSubheading(sheet, ++sheet.row, pageColumn, title);
  const headerRow = ++sheet.row;
  const place = { firstRow: headerRow + 1, size };
  const header = { ...mutedStyle, bold: true, wrap: true, verticalAlign: "bottom", horizontalAlign: "right" } as const;
  sheet.putRow(headerRow, cellColumn, [...names, context.words.scorecard.weight], header);
  sheet.addStyle(buildRange(headerRow, pageColumn, 1, labelColumns + size + 1), {
    border: { sides: ["bottom"], color: palette.muted },
  });
  sheet.put(headerRow, workColumn, context.words.scorecard.workings, mutedStyle);
  names.forEach((name, i) => sheet.putText(place.firstRow + i, pageColumn, labelColumns, name, textStyle));
  writeJudgements(sheet, card, matrix, place);
  const last = writeIteration(sheet, matrix, place);
  const column = `${formatFixedCell(place.firstRow, last)}:${formatFixedCell(place.firstRow + size - 1, last)}`;
  const weightColumn = cellColumn + size;
  const terms = (i: number) =>
    listOf(size).map(
      (j) => `${formatCell(place.firstRow + i, workColumn + j)}*${formatCell(place.firstRow + j, weightColumn)}`,
    );
  for (const i of listOf(size)) {
    const row = place.firstRow + i;
    const weight = formatCell(row, weightColumn);
    sheet.putFormula(row, weightColumn, `=${formatCell(row, last)}/SUM(${column})`, matrix.result.weights[i], {
      ...textStyle,
      bold: true,
      numberFormat: shareFormat,
      horizontalAlign: "right",
    });
    const ratio = matrix.result.weights.reduce((sum, value, j) => sum + value * matrix.judgements[i][j], 0);
    sheet.putFormula(
      row,
      last + 1,
      `=(${terms(i).join("+")})/${weight}`,
      ratio / matrix.result.weights[i],
      workingStyle,
    );
  }
  const largest = writeDepartures(sheet, matrix, place, last + 2);
  writeVerdict(sheet, matrix, place, last + 1, context);
  if (size > 2) {
    const own = formatCell(place.firstRow, last + 2);
    sheet.addConditionalFormat({
      range: buildRange(place.firstRow, cellColumn, size, size),
      kind: "formula",
      formula: `=AND(${formatFixedCell(place.firstRow + size, cellColumn)}>=${CONSISTENCY_LIMIT},${own}>0,${own}>=${largest})`,
      fill: palette.warning,
      fontColor: palette.white,
      bold: true,
    });
  }
  sheet.row = place.firstRow + size + 1;
  return new Map(matrix.members.map((id, i) => [id, formatFixedCell(place.firstRow + i, weightColumn)]));
}

/** Matrices to type comparisons into, with weights and consistency as live formulas. */
export function writePairBlock(sheet: SheetBuilder, card: Scorecard, context: ScorecardContext): PairWeightCells {
  const { words } = context;
  const text = words.scorecard;
  const places = new Map<string, ReadonlyMap<string, string>>();
  if (card.weights.matrices.length === 0) return places;
  writeHeading(sheet, text.pairs);
  writeParagraph(sheet, text.pairsHint, mutedStyle);
  for (const matrix of card.weights.matrices) {
    const isFamilies = matrix.id === "families";
    const family = text.families[matrix.id as keyof typeof text.families];
    const title = isFamilies ? text.pairsOfFamilies : text.pairsOf(family);
    const names = matrix.members.map((id) =>
      isFamilies ? text.families[id as keyof typeof text.families] : findColumnName(words, id),
    );
    places.set(matrix.id, writeMatrix(sheet, card, matrix, title, names, context));
  }
  return places;
}
