import type { ResponseScore } from "../../../core/decisions/response-score";
import { describeTerms } from "../../../core/decisions/response-score";
import type { TermEffect } from "../../../core/decisions/response-score";
import { computeLogistic } from "../../../core/math/logistic-regression";
import type { TreeColumn } from "../../../core/tree/column";
import type { CellValue } from "../../../workbook/port";
import type { KeptCells } from "../../kept-cells";
import { inputStyle } from "../../kept-cells";
import { buildRange, formatCell } from "../address";
import { pickFeatureFormat } from "../feature-columns";
import type { PageColumn } from "../page";
import {
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { pickTypicalValue } from "../tree/what-if";
import { nameLabel, nameScoreColumn, nameTerm } from "./score-context";
import type { ScoreContext } from "./score-context";

const nameSpan = 5;
const weightColumn = pageColumn + nameSpan;
const inputColumn = weightColumn + 6;
/** Where the keys of the cells to type into stand: right of the page. */
export const scoreKeyColumn = pageColumn + pageColumns + 1;

/** Four significant figures without many zeros. */
function pickWeightFormat(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e7 || (size > 0 && size < 1e-4)) return "0.00E+00";
  if (size >= 1000) return "#,##0";
  return size >= 10 ? "0.00" : "0.0000";
}

/** Weights with their uncertainty, and a cell for each to type a value into, with a live formula of the probability beneath. */
export function writeWeights(
  sheet: SheetBuilder,
  score: ResponseScore,
  columns: readonly TreeColumn[],
  kept: KeptCells,
  context: ScoreContext,
): void {
  const { words } = context;
  const text = words.scores;
  const { fit, bases, leftOut } = score;
  const effects = describeTerms(score);
  writeHeading(sheet, text.weights);
  writeParagraph(sheet, text.weightsNote, mutedStyle);
  if (bases.length > 0) {
    const named = bases.map(({ column, label }) =>
      text.hasText(nameScoreColumn(words, column), nameLabel(words, label)),
    );
    writeParagraph(sheet, text.bases(words.phrases.list(named)), mutedStyle);
  }
  if (leftOut.length > 0) {
    const named = leftOut.map((column) => nameScoreColumn(words, column));
    writeParagraph(sheet, text.leftOut(words.phrases.list(named)), mutedStyle);
  }
  if (score.isRaised) writeParagraph(sheet, text.raised(fit.ridge), { ...mutedStyle, fontColor: palette.warning });
  if (!fit.converged) writeParagraph(sheet, text.notConverged, { ...mutedStyle, fontColor: palette.warning });
  writeParagraph(sheet, text.fit(fit.ridge, fit.logLikelihood, fit.nullLogLikelihood), mutedStyle);
  sheet.row++;
  const table = writePageTable(sheet, sheet.row, pageColumn, listWeightColumns(effects, context));
  const values = writeInputs(sheet, table.firstRow, effects, columns, kept, context);
  sheet.row = table.firstRow + table.rowCount;
  writeWhatIf(sheet, table.firstRow, effects, values, context);
}

function listWeightColumns(effects: readonly TermEffect[], { words }: ScoreContext): PageColumn[] {
  const text = words.scores;
  const figure = (header: string, values: readonly (number | null)[]): PageColumn => ({
    header,
    values,
    formats: values.map((value) => (value === null ? undefined : pickWeightFormat(value))),
    align: "right",
  });
  const odds = (header: string, pick: (effect: TermEffect) => number): PageColumn =>
    figure(
      header,
      effects.map((effect) => (effect.term === null ? null : pick(effect))),
    );
  return [
    { header: text.term, values: effects.map(({ term }) => nameTerm(words, term)), span: nameSpan },
    figure(
      text.coefficient,
      effects.map(({ coefficient }) => coefficient),
    ),
    figure(
      text.standardError,
      effects.map(({ standardError }) => standardError),
    ),
    figure(
      text.low,
      effects.map(({ interval }) => interval?.[0] ?? null),
    ),
    figure(
      text.high,
      effects.map(({ interval }) => interval?.[1] ?? null),
    ),
    odds(text.oddsRatio, ({ oddsRatio }) => oddsRatio),
    odds(text.usualOddsRatio, ({ usualOddsRatio }) => usualOddsRatio),
    { header: text.tryIt, values: [], align: "right" },
  ];
}

/** A cell per term; what the user typed stays. What the weights are multiplied with comes back, 0 for what is no number. */
function writeInputs(
  sheet: SheetBuilder,
  firstRow: number,
  effects: readonly TermEffect[],
  columns: readonly TreeColumn[],
  kept: KeptCells,
  { moneyFormat }: ScoreContext,
): number[] {
  return effects.map(({ term }, i) => {
    if (term === null) return 1;
    const column = columns.find(({ name }) => name === term.column);
    const typical = term.kind === "category" || column === undefined ? 0 : pickTypicalValue(column);
    const key = `${term.column}|${term.kind === "category" ? JSON.stringify(term.label) : ""}`;
    const value: CellValue = kept.take(key, "value", inputColumn, typical);
    kept.putKey(sheet, firstRow + i, key);
    const numberFormat = term.kind === "category" ? "0" : pickFeatureFormat(term.column, moneyFormat);
    sheet.put(firstRow + i, inputColumn, value, { ...inputStyle, horizontalAlign: "right", numberFormat });
    const number = typeof value === "number" ? value : 0;
    return term.kind === "number" && term.isLogged ? Math.log1p(Math.max(number, 0)) : number;
  });
}

function writeWhatIf(
  sheet: SheetBuilder,
  firstRow: number,
  effects: readonly TermEffect[],
  values: readonly number[],
  { words }: ScoreContext,
): void {
  const text = words.scores;
  const parts = effects.map(({ term }, i) => {
    const weight = formatCell(firstRow + i, weightColumn);
    if (term === null) return weight;
    const input = formatCell(firstRow + i, inputColumn);
    return term.kind === "number" && term.isLogged ? `${weight}*LN(1+MAX(0,${input}))` : `${weight}*${input}`;
  });
  const sum = effects.reduce((total, { coefficient }, i) => total + coefficient * values[i], 0);
  writeSubheading(sheet, ++sheet.row, pageColumn, text.whatIf);
  sheet.putText(++sheet.row, pageColumn, pageColumns, text.whatIfHint, mutedStyle);
  sheet.row++;
  sheet.put(sheet.row, pageColumn, text.probability, { bold: true, fontColor: palette.ink, verticalAlign: "center" });
  sheet.putFormula(sheet.row, inputColumn, `=1/(1+EXP(-(${parts.join("+")})))`, computeLogistic(sum));
  sheet.addStyle(buildRange(sheet.row, pageColumn, 1, pageColumns), {
    border: { sides: ["top", "bottom"], color: palette.inputBorder },
  });
  sheet.addStyle(buildRange(sheet.row, inputColumn, 1, 1), {
    fontSize: 14,
    bold: true,
    fontColor: palette.ink,
    numberFormat: shareFormat,
    horizontalAlign: "right",
    verticalAlign: "center",
  });
  sheet.setHeight(sheet.row, 26);
  sheet.row++;
}
