import type { DelphiOpinion, DelphiRound } from "../../../core/decisions/delphi";
import { DELPHI_STOP_VARIATION } from "../../../core/decisions/delphi";
import type { CellValue } from "../../../workbook/port";
import type { Scorecard } from "../../scorecard/scorecard";
import { buildKey, listAnswers, mostExperts, scorecardColumns } from "../../scorecard/sheet-inputs";
import { buildRange, formatCell, formatFormulaText } from "../address";
import { findColumnName } from "../group-words";
import { mutedStyle, pageColumn, shareFormat, textStyle, writeHeading, writeParagraph, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { ScorecardContext } from "./scorecard-context";
import { numberInput } from "./scorecard-context";

const { cells: cellColumn } = scorecardColumns;
const labelColumns = 3;

/** Where the weight of each indicator stands: those of the last round with answers, or of the first one. */
export type RoundWeightCells = readonly string[];

interface Statistic {
  readonly label: string;
  readonly format: string;
  readonly formula: (range: string) => string;
  readonly pick: (opinion: DelphiOpinion) => number | null;
}

function listStatistics({ words: { scorecard: text } }: ScorecardContext): Statistic[] {
  return [
    {
      label: text.mean,
      format: "0.00",
      formula: (range) => `=IF(COUNT(${range})>0,AVERAGE(${range}),"")`,
      pick: ({ mean }) => mean,
    },
    {
      label: text.median,
      format: "0.00",
      formula: (range) => `=IF(COUNT(${range})>0,MEDIAN(${range}),"")`,
      pick: ({ median }) => median,
    },
    {
      label: text.variation,
      format: "0.000",
      formula: (range) => `=IF(COUNT(${range})>1,IF(AVERAGE(${range})>0,STDEV(${range})/AVERAGE(${range}),""),"")`,
      pick: ({ variation }) => variation,
    },
    {
      label: text.spread,
      format: "0.00",
      formula: (range) => `=IF(COUNT(${range})>0,QUARTILE(${range},3)-QUARTILE(${range},1),"")`,
      pick: ({ spread }) => spread,
    },
  ];
}

const statisticStyle = { ...textStyle, horizontalAlign: "right" } as const;

/** Statistics below the experts; the cells of the weights come back. */
function writeStatistics(
  sheet: SheetBuilder,
  firstRow: number,
  count: number,
  result: DelphiRound | null,
  context: ScorecardContext,
): RoundWeightCells {
  const text = context.words.scorecard;
  const statistics = listStatistics(context);
  const range = (row: number) => `${formatCell(row, cellColumn)}:${formatCell(row, cellColumn + count - 1)}`;
  const value = (number: number | null | undefined): CellValue => number ?? "";
  statistics.forEach(({ label, format, formula, pick }, i) => {
    const row = sheet.row + i;
    sheet.put(row, pageColumn, label, { ...textStyle, bold: true });
    for (let j = 0; j < count; j++) {
      const column = `${formatCell(firstRow, cellColumn + j)}:${formatCell(firstRow + mostExperts - 1, cellColumn + j)}`;
      sheet.putFormula(row, cellColumn + j, formula(column), value(result === null ? null : pick(result.opinions[j])), {
        ...statisticStyle,
        numberFormat: format,
      });
    }
  });
  const [meanRow, variationRow] = [sheet.row, sheet.row + 2];
  const weightRow = sheet.row + statistics.length;
  sheet.put(weightRow, pageColumn, text.roundWeight, { ...textStyle, bold: true });
  const weights = Array.from({ length: count }, (_, j) => {
    const means = range(meanRow);
    const formula = `=IF(COUNT(${means})=${count},IF(SUM(${means})>0,${formatCell(meanRow, cellColumn + j)}/SUM(${means}),""),"")`;
    sheet.putFormula(weightRow, cellColumn + j, formula, value(result?.weights?.[j]), {
      ...statisticStyle,
      bold: true,
      numberFormat: shareFormat,
    });
    return formatCell(weightRow, cellColumn + j);
  });
  const variations = range(variationRow);
  const [settled, another] = [text.settled, text.another];
  const verdict = `=IF(COUNT(${variations})<${count},${formatFormulaText(another)},IF(MAX(${variations})<${DELPHI_STOP_VARIATION},${formatFormulaText(settled)},${formatFormulaText(another)}))`;
  sheet.put(weightRow + 1, pageColumn, text.stop, { ...textStyle, bold: true });
  sheet.putFormula(weightRow + 1, cellColumn, verdict, result?.isSettled === true ? settled : another, textStyle);
  sheet.row = weightRow + 2;
  return weights;
}

function writeRound(
  sheet: SheetBuilder,
  card: Scorecard,
  round: number,
  result: DelphiRound | null,
  context: ScorecardContext,
): RoundWeightCells {
  const { words } = context;
  const text = words.scorecard;
  const { indicators, inputs } = card;
  writeSubheading(sheet, ++sheet.row, pageColumn, text.round(round + 1));
  const headerRow = ++sheet.row;
  const header = { ...mutedStyle, bold: true, wrap: true, verticalAlign: "bottom", horizontalAlign: "right" } as const;
  sheet.putRow(
    headerRow,
    cellColumn,
    indicators.map(({ id }) => findColumnName(words, id)),
    header,
  );
  sheet.addStyle(buildRange(headerRow, pageColumn, 1, labelColumns + indicators.length), {
    border: { sides: ["bottom"], color: palette.muted },
  });
  const firstRow = headerRow + 1;
  inputs.rounds[round].forEach((ratings, expert) => {
    const row = firstRow + expert;
    card.kept.putKey(sheet, row, buildKey.expert(round + 1, expert));
    sheet.put(row, pageColumn, text.expert(expert + 1), textStyle);
    sheet.putRow(row, cellColumn, ratings, numberInput);
  });
  sheet.row = firstRow + mostExperts;
  const weights = writeStatistics(sheet, firstRow, indicators.length, result, context);
  const concordance = result?.concordance ?? null;
  if (concordance !== null) {
    const { coefficient, pValue } = concordance;
    const p = pValue < 0.0001 ? "< 0.0001" : words.phrases.number(pValue, 4);
    writeParagraph(sheet, text.concordance(coefficient, p), mutedStyle);
  }
  return weights;
}

/** Tables for the ratings of experts, round after round until they agree. */
export function writeRoundBlock(sheet: SheetBuilder, card: Scorecard, context: ScorecardContext): RoundWeightCells {
  const text = context.words.scorecard;
  writeHeading(sheet, text.rounds);
  writeParagraph(sheet, text.roundsHint, mutedStyle);
  const answered = card.inputs.rounds.map((ratings) => listAnswers(ratings).length > 0);
  let next = 0;
  const places = card.inputs.rounds.map((_, round) => {
    const result = answered[round] ? card.weights.rounds[next++] : null;
    return writeRound(sheet, card, round, result, context);
  });
  return places[Math.max(0, answered.lastIndexOf(true))];
}
