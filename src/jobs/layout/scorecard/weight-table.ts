import type { CellValue } from "../../../workbook/port";
import type { Scorecard } from "../../scorecard/scorecard";
import { buildKey, scorecardColumns } from "../../scorecard/sheet-inputs";
import { formatCell, formatFixedCell } from "../address";
import { findColumnName } from "../group-words";
import { mutedStyle, pageColumn, shareFormat, textStyle, writeHeading, writePageTable, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { PairWeightCells } from "./pair-block";
import type { RoundWeightCells } from "./round-block";
import type { ScorecardContext } from "./scorecard-context";
import { numberInput } from "./scorecard-context";

const weightColumn = scorecardColumns.weight;

/** The weight in use of each indicator. */
export const weightInUse = (firstRow: number, indicator: number) =>
  formatFixedCell(firstRow + indicator, weightColumn + 1);

/** Indicators with their weights from all sources; the first row comes back, for {@link writeWeightFormulas}. */
export function writeWeightTable(sheet: SheetBuilder, card: Scorecard, { words }: ScorecardContext): number {
  const text = words.scorecard;
  const { indicators, weights, kept, test } = card;
  writeHeading(sheet, text.weights);
  writeParagraph(sheet, text.weightsHint(text.weightings[weights.source]), mutedStyle);
  const suggestion = typeof test === "string" ? null : test.suggestion;
  const none: CellValue[] = indicators.map(() => null);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.indicator, values: indicators.map(({ id }) => findColumnName(words, id)), span: 3 },
    { header: text.family, values: indicators.map(({ family }) => text.families[family]), span: 2 },
    {
      header: text.goodWhen,
      values: indicators.map(({ lowerIsBetter }) => (lowerIsBetter ? text.low : text.high)),
    },
    { header: text.scale, values: indicators.map(({ method }) => text.scales[method]), style: { wrap: true } },
    { header: text.weight, values: none, align: "right" },
    { header: text.inUse, values: none, align: "right" },
    { header: text.ahp, values: none, align: "right" },
    { header: text.delphi, values: none, align: "right" },
    {
      header: text.suggested,
      values: suggestion === null ? none : [...suggestion.weights],
      align: "right",
      format: "0%",
      style: { fontColor: palette.accent },
    },
  ]);
  indicators.forEach(({ id }, i) => {
    kept.putKey(sheet, table.firstRow + i, buildKey.weight(id));
    sheet.put(table.firstRow + i, weightColumn, weights.hand[i], { ...numberInput, numberFormat: "0.##" });
  });
  sheet.row = table.firstRow + table.rowCount;
  if (suggestion !== null) writeParagraph(sheet, text.suggestedHint, mutedStyle);
  return table.firstRow;
}

/** Formulas that bring the weights of the blocks below into the table. */
export function writeWeightFormulas(
  sheet: SheetBuilder,
  card: Scorecard,
  firstRow: number,
  pairs: PairWeightCells,
  rounds: RoundWeightCells,
): void {
  const { indicators, weights } = card;
  const style = { ...textStyle, numberFormat: shareFormat, horizontalAlign: "right" } as const;
  const [inUse, ahp, delphi] = [weightColumn + 1, weightColumn + 2, weightColumn + 3];
  const cells = `${formatFixedCell(firstRow, weightColumn)}:${formatFixedCell(firstRow + indicators.length - 1, weightColumn)}`;
  indicators.forEach(({ id, family }, i) => {
    const row = firstRow + i;
    const factors = [pairs.get("families")?.get(family), pairs.get(family)?.get(id)].filter(
      (cell) => cell !== undefined,
    );
    const product = factors.length === 0 ? "=1" : `=${factors.join("*")}`;
    const sources = {
      hand: `=IF(SUM(${cells})>0,${formatCell(row, weightColumn)}/SUM(${cells}),0)`,
      ahp: `=${formatCell(row, ahp)}`,
      delphi: `=${formatCell(row, delphi)}`,
    };
    sheet.putFormula(row, inUse, sources[weights.source], weights.inUse[i], { ...style, bold: true });
    sheet.putFormula(row, ahp, product, weights.ahp[i], style);
    sheet.putFormula(row, delphi, `=${rounds[i]}`, weights.delphi?.[i] ?? "", style);
  });
}
