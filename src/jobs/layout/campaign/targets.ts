import type { ArmResult } from "../../../core/decisions/campaign";
import { inputStyle } from "../../kept-cells";
import { formatCell, formatFormulaText } from "../address";
import { pickMoneyFormat } from "../money-format";
import { mutedStyle, pageColumn, textStyle, writeHeading, writeParagraph, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import type { CampaignContext } from "./campaign-context";
import { liftFormat, rateFormat } from "./campaign-context";

interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly actual: number | null;
  readonly lowerIsBetter: boolean;
}

function listIndicators(arm: ArmResult, { campaign, words }: CampaignContext): Indicator[] {
  const text = words.campaign;
  const { effect, cost } = arm;
  const money = campaign.moneyFormat;
  const profit = effect?.incrementalProfit ?? null;
  const all: Indicator[] = [
    { id: "rate", name: text.rate, format: rateFormat, actual: arm.rate, lowerIsBetter: false },
    { id: "lift", name: text.lift, format: liftFormat, actual: effect?.response.lift ?? null, lowerIsBetter: false },
    {
      id: "costPerResponse",
      name: text.costPerResponse,
      format: money,
      actual: cost > 0 ? arm.costPerResponse : null,
      lowerIsBetter: true,
    },
    {
      id: "extraProfit",
      name: text.extraMoney(campaign.marginShare < 1),
      format: pickMoneyFormat(money, profit ?? 0),
      actual: profit,
      lowerIsBetter: false,
    },
    {
      id: "return",
      name: text.returnOnCost,
      format: liftFormat,
      actual: effect?.returnOnCost ?? null,
      lowerIsBetter: false,
    },
  ];
  return all.filter(({ actual }) => actual !== null);
}

/** The user's targets beside what each arm reached; live, and kept over runs. */
export function writeTargets(sheet: SheetBuilder, context: CampaignContext): void {
  const { campaign, kept, words } = context;
  const text = words.campaign;
  const rows = campaign.total.arms
    .filter(({ effect }) => effect !== null)
    .flatMap((arm) => listIndicators(arm, context).map((indicator) => ({ arm: arm.arm, ...indicator })));
  if (rows.length === 0) return;
  writeHeading(sheet, text.targets);
  writeParagraph(sheet, text.targetsHint, mutedStyle);
  const blanks = rows.map(() => null);
  const formats = rows.map(({ format }) => format);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.arm, span: 2, values: rows.map(({ arm }) => arm), style: { indent: 1 } },
    { header: text.kpi, span: 3, values: rows.map(({ name }) => name) },
    { header: text.target, values: blanks, align: "right" },
    { header: text.actual, values: rows.map(({ actual }) => actual), formats, align: "right" },
    { header: text.reached, values: blanks, align: "right" },
    { header: text.met, values: blanks, align: "right" },
  ]);
  rows.forEach(({ arm, id, format, actual, lowerIsBetter }, i) => {
    const row = table.firstRow + i;
    const column = pageColumn + 5;
    const key = `target/${arm}/${id}`;
    const target = kept.take(key, "target", column, null);
    kept.putKey(sheet, row, key);
    sheet.put(row, column, target, { ...inputStyle, numberFormat: format, horizontalAlign: "right" });
    const [targetCell, actualCell] = [formatCell(row, column), formatCell(row, column + 1)];
    const goal = typeof target === "number" ? target : null;
    const isMet = goal === null || actual === null ? null : lowerIsBetter ? actual <= goal : actual >= goal;
    const [share, compare] = lowerIsBetter
      ? [`${targetCell}/${actualCell}`, `${actualCell}<=${targetCell}`]
      : [`${actualCell}/${targetCell}`, `${actualCell}>=${targetCell}`];
    const ratio = goal === null || actual === null ? "" : lowerIsBetter ? goal / actual : actual / goal;
    const style = { ...textStyle, horizontalAlign: "right" } as const;
    sheet.putFormula(
      row,
      column + 2,
      `=IF(ISNUMBER(${targetCell}),IFERROR(${share},""),"")`,
      typeof ratio === "number" && !Number.isFinite(ratio) ? "" : ratio,
      { ...style, numberFormat: "0%" },
    );
    sheet.putFormula(
      row,
      column + 3,
      `=IF(ISNUMBER(${targetCell}),IF(${compare},${formatFormulaText(text.metYes)},${formatFormulaText(text.metNo)}),"")`,
      isMet === null ? "" : isMet ? text.metYes : text.metNo,
      style,
    );
  });
  sheet.row = table.firstRow + table.rowCount;
}
