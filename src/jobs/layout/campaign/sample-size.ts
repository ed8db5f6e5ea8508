import { computeSampleSize } from "../../../core/decisions/campaign-test";
import { computeNormalQuantile } from "../../../core/math/normal-distribution";
import type { CellValue } from "../../../workbook/port";
import { inputStyle } from "../../kept-cells";
import { buildRange, formatCell, formatFixedCell, formatFormulaText } from "../address";
import { countFormat, mutedStyle, pageColumn, pageColumns, textStyle, writeHeading, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { CampaignContext } from "./campaign-context";

const levels = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
const powers = [0.7, 0.8, 0.9, 0.95, 0.99] as const;
const labelColumns = 4;

/** The rate a next test might look for: a fifth above that of the control group. */
function suggestRate(controlRate: number): number {
  return Math.min(0.99, Math.round(controlRate * 1.2 * 1e4) / 1e4);
}

/** A live calculator of the people a test needs; what was typed is kept over runs. */
export function writeSampleSize(sheet: SheetBuilder, { campaign, kept, words }: CampaignContext): void {
  const text = words.campaign;
  const control = campaign.total.arms.find(({ effect }) => effect === null);
  const controlRate = Math.max(0.0001, Math.round((control?.rate ?? 0.05) * 1e4) / 1e4);
  writeHeading(sheet, text.size);
  writeParagraph(sheet, text.sizeHint, mutedStyle);
  const top = sheet.row;
  const inputColumn = pageColumn + labelColumns;
  const inputs = [
    { id: "control", name: text.expectedControl, value: controlRate, format: "0.00%" },
    { id: "rate", name: text.expectedRate, value: suggestRate(controlRate), format: "0.00%" },
    { id: "significance", name: text.significance, value: 0.05, format: "0%", choices: levels },
    { id: "power", name: text.power, value: 0.8, format: "0%", choices: powers },
  ];
  const chosen = inputs.map(({ id, name, value, format, choices }, i): CellValue => {
    const row = top + i;
    const key = `size/${id}`;
    const held = kept.take(key, "value", inputColumn, value);
    kept.putKey(sheet, row, key);
    sheet.putText(row, pageColumn, labelColumns, name, { ...textStyle, indent: 1 });
    sheet.put(row, inputColumn, held, { ...inputStyle, numberFormat: format, horizontalAlign: "right" });
    if (choices !== undefined)
      sheet.addValidation({ range: buildRange(row, inputColumn, 1, 1), choices: choices.map(String) });
    return held;
  });
  const zColumn = pageColumn + 8;
  writeLimits(sheet, top, zColumn, text);

  const [first, second, level, power] = inputs.map((_, i) => formatFixedCell(top + i, inputColumn));
  const look = (cell: string, column: number) => {
    const corner = `${formatFixedCell(top, column)}:${formatFixedCell(top + levels.length - 1, column + 1)}`;
    return `VLOOKUP(${cell},${corner},2,FALSE)`;
  };
  const mean = `((${first}+${second})/2)`;
  const root =
    `${look(level, zColumn)}*SQRT(2*${mean}*(1-${mean}))` +
    `+${look(power, zColumn + 2)}*SQRT(${first}*(1-${first})+${second}*(1-${second}))`;
  const people = `-INT(-(((${root})/(${first}-${second}))^2))`;
  const known = computePeople(chosen);
  const arms = campaign.list.arms.length;
  const results = [
    {
      name: text.perArm,
      formula: `=IF(${first}=${second},${formatFormulaText(text.equalRates)},IFERROR(${people},${formatFormulaText(text.choose)}))`,
      value: known,
      fallback: chosen[0] === chosen[1] ? text.equalRates : text.choose,
    },
    {
      name: text.together,
      formula: `=IF(ISNUMBER(${formatCell(top + inputs.length, inputColumn)}),${arms}*${formatCell(top + inputs.length, inputColumn)},"")`,
      value: known === null ? null : arms * known,
      fallback: "",
    },
  ];
  results.forEach(({ name, formula, value, fallback }, i) => {
    const row = top + inputs.length + i;
    sheet.putText(row, pageColumn, labelColumns, name, { ...textStyle, bold: true, indent: 1 });
    sheet.putFormula(row, inputColumn, formula, value ?? fallback, {
      ...textStyle,
      bold: true,
      numberFormat: countFormat,
      horizontalAlign: "right",
      fontColor: palette.accent,
    });
  });
  sheet.row = top + inputs.length + results.length;
}

/** The points of the normal distribution that the formula looks up. */
function writeLimits(
  sheet: SheetBuilder,
  top: number,
  column: number,
  text: CampaignContext["words"]["campaign"],
): void {
  sheet.put(top - 1, column, text.workings, { ...mutedStyle, fontSize: 8 });
  const columns: [readonly number[], (share: number) => number][] = [
    [levels, (level) => computeNormalQuantile(1 - level / 2)],
    [powers, (power) => computeNormalQuantile(power)],
  ];
  columns.forEach(([shares, find], i) =>
    shares.forEach((share, j) => {
      const style = { fontSize: 8, fontColor: palette.muted, horizontalAlign: "right" } as const;
      sheet.put(top + j, column + 2 * i, share, { ...style, numberFormat: "0%" });
      sheet.put(top + j, column + 2 * i + 1, find(share), { ...style, numberFormat: "0.0000" });
    }),
  );
  sheet.addStyle(buildRange(top, column, levels.length, pageColumns - column + pageColumn), { fill: palette.panel });
}

/** What the formula gives; null where it cannot. */
function computePeople(chosen: readonly CellValue[]): number | null {
  const [first, second, significance, power] = chosen;
  const isShare = (value: CellValue): value is number => typeof value === "number" && value > 0 && value < 1;
  if (!isShare(first) || !isShare(second) || first === second) return null;
  if (!levels.some((level) => level === significance) || !powers.some((known) => known === power)) return null;
  return Math.ceil(computeSampleSize(second, first, { significance: Number(significance), power: Number(power) }));
}
