import type { Scorecard } from "../../scorecard/scorecard";
import { GRADES, buildKey, scorecardColumns } from "../../scorecard/sheet-inputs";
import { buildRange, formatCell, formatFixedCell, formatFormulaText } from "../address";
import { findColumnName } from "../group-words";
import { mutedStyle, pageColumn, shareFormat, textStyle, writeHeading, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { ScorecardContext } from "./scorecard-context";
import { numberInput, pointsFormat, workingStyle } from "./scorecard-context";

const { cells: cellColumn, workings: workColumn } = scorecardColumns;
const labelColumns = 3;
const weightColumn = workColumn + GRADES.length;
const rightStyle = { ...textStyle, horizontalAlign: "right" } as const;

/** Shares of ratings per grade and the weights that count, beside the ratings. */
function writeShares(sheet: SheetBuilder, card: Scorecard, firstRow: number, weightCells: readonly string[]): void {
  card.inputs.ratings.forEach((row, i) => {
    const at = firstRow + i;
    const all = `$${formatCell(at, cellColumn)}:$${formatCell(at, cellColumn + GRADES.length - 1)}`;
    const total = row.reduce((sum, value) => sum + (value || 0), 0);
    row.forEach((value, j) => {
      const formula = `=IF(SUM(${all})>0,${formatCell(at, cellColumn + j)}/SUM(${all}),0)`;
      sheet.putFormula(at, workColumn + j, formula, total > 0 ? (value || 0) / total : 0, workingStyle);
    });
    const weight = `=IF(SUM(${all})>0,${weightCells[i]},0)`;
    sheet.putFormula(at, weightColumn, weight, total > 0 ? card.weights.inUse[i] : 0, workingStyle);
  });
}

function buildMembership(card: Scorecard, firstRow: number, grade: number): string {
  const rows = card.indicators.map((_, i) => firstRow + i);
  const weights = `${formatFixedCell(rows[0], weightColumn)}:${formatFixedCell(rows.at(-1)!, weightColumn)}`;
  const share = (row: number) => formatCell(row, workColumn + grade);
  const weight = (row: number) => formatFixedCell(row, weightColumn);
  const combined =
    card.choices.fuzzyOperator === "mean"
      ? `(${rows.map((row) => `${weight(row)}*${share(row)}`).join("+")})/SUM(${weights})`
      : `MAX(${rows.map((row) => `MIN(${weight(row)}/SUM(${weights}),${share(row)})`).join(",")})`;
  return `=IF(SUM(${weights})>0,${combined},"")`;
}

function writeResult(sheet: SheetBuilder, card: Scorecard, firstRow: number, { words }: ScorecardContext): void {
  const text = words.scorecard;
  const { evaluation, inputs, kept } = card;
  const [memberRow, pointsRow] = [firstRow + card.indicators.length, firstRow + card.indicators.length + 1];
  sheet.put(memberRow, pageColumn, text.membership, { ...textStyle, bold: true });
  sheet.put(pointsRow, pageColumn, text.points, textStyle);
  kept.putKey(sheet, pointsRow, buildKey.points);
  sheet.putRow(pointsRow, cellColumn, inputs.gradeScores, numberInput);
  GRADES.forEach((_, j) => {
    const value = evaluation === null ? "" : evaluation.memberships[j];
    sheet.putFormula(memberRow, cellColumn + j, buildMembership(card, firstRow, j), value, {
      ...rightStyle,
      bold: true,
      numberFormat: "0.000",
    });
  });
  const member = (j: number) => formatCell(memberRow, cellColumn + j);
  const members = `${member(0)}:${member(GRADES.length - 1)}`;
  const names = GRADES.map((grade) => text.grades[grade]);
  const choice = names
    .slice(0, -1)
    .reduceRight(
      (rest, name, j) => `IF(${member(j)}>=MAX(${members})-0.000000000001,${formatFormulaText(name)},${rest})`,
      formatFormulaText(names[names.length - 1]),
    );
  const score = GRADES.map((_, j) => `${member(j)}*${formatCell(pointsRow, cellColumn + j)}`).join("+");
  const row = pointsRow + 1;
  sheet.put(row, pageColumn, text.result, { ...textStyle, bold: true });
  sheet.putFormula(
    row,
    cellColumn,
    `=IF(ISNUMBER(${member(0)}),${choice},"")`,
    evaluation === null ? "" : names[evaluation.grade],
    {
      ...rightStyle,
      bold: true,
    },
  );
  sheet.putFormula(
    row,
    cellColumn + 1,
    `=IF(ISNUMBER(${member(0)}),(${score})/SUM(${members}),"")`,
    evaluation === null ? "" : evaluation.score,
    { ...rightStyle, bold: true, numberFormat: pointsFormat },
  );
  sheet.row = row + 1;
}

/**
 * A table for raters: how many of them give each grade on each indicator, and what follows from it as live formulas.
 *
 * @param weightCells of the weights in use, one per indicator
 */
export function writeRatingBlock(
  sheet: SheetBuilder,
  card: Scorecard,
  weightCells: readonly string[],
  context: ScorecardContext,
): void {
  const { words } = context;
  const text = words.scorecard;
  writeHeading(sheet, text.ratings);
  writeParagraph(sheet, text.ratingsHint, mutedStyle);
  const headerRow = sheet.row;
  const header = { ...mutedStyle, bold: true, verticalAlign: "bottom", horizontalAlign: "right" } as const;
  sheet.putText(headerRow, pageColumn, labelColumns, text.indicator, { ...header, horizontalAlign: "left" });
  sheet.putRow(headerRow, cellColumn, [...GRADES.map((grade) => text.grades[grade]), text.inUse], header);
  sheet.put(headerRow, workColumn, text.workings, mutedStyle);
  sheet.addStyle(buildRange(headerRow, pageColumn, 1, labelColumns + GRADES.length + 1), {
    border: { sides: ["bottom"], color: palette.muted },
  });
  const firstRow = headerRow + 1;
  card.indicators.forEach(({ id }, i) => {
    const row = firstRow + i;
    card.kept.putKey(sheet, row, buildKey.grade(id));
    sheet.putText(row, pageColumn, labelColumns, findColumnName(words, id), textStyle);
    sheet.putRow(row, cellColumn, card.inputs.ratings[i], numberInput);
    sheet.putFormula(row, cellColumn + GRADES.length, `=${weightCells[i]}`, card.weights.inUse[i], {
      ...rightStyle,
      numberFormat: shareFormat,
    });
  });
  writeShares(sheet, card, firstRow, weightCells);
  writeResult(sheet, card, firstRow, context);
}
