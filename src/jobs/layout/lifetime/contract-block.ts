import type { ContractReport } from "../../../core/clv/contract-report";
import type { Analysis } from "../../../core/report/analysis";
import type { Words } from "../../../i18n/en";
import { buildRange } from "../address";
import type { LayoutContext } from "../layout-context";
import { formatMoney, pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

const figureSpan = 5;
const chartRows = 13;
const fittedColor = "#E69F00";

function listValues({ retention, retentionClv, survival, payment }: ContractReport, words: Words): [string, number][] {
  const text = words.simpleLifetime;
  const values: [string, number][] = [];
  if (retention !== null && retentionClv !== null) values.push([text.byRetention(retention), retentionClv]);
  if (survival === null) return values;
  const payments = survival.rows.length - (payment === "start" ? 0 : 1);
  values.push([text.byTable(payments), survival.tableClv]);
  if (survival.modelClv !== null) values.push([text.byModel, survival.modelClv]);
  return values;
}

/** Lifetime value of customers with a contract; nothing is written where neither retention nor survivors are given. */
export function writeContract(
  sheet: SheetBuilder,
  { contract }: Analysis,
  { words, moneyFormat }: LayoutContext,
): void {
  if (contract === null) return;
  const text = words.simpleLifetime;
  const { marginPerPeriod, discountRate, periods, payment, retention, retentionClv, survival } = contract;
  const money = formatMoney(marginPerPeriod, moneyFormat, words.phrases.locale);
  writeHeading(sheet, text.contract);
  writeParagraph(sheet, words.lifetime.join([text.terms(money, discountRate, periods), text.payments[payment]]));
  if (retention !== null && retentionClv === null) writeParagraph(sheet, text.endless);
  const values = listValues(contract, words);
  if (values.length > 0) {
    const table = writePageTable(sheet, sheet.row, pageColumn, [
      { header: text.figure, values: values.map(([name]) => name), span: figureSpan },
      {
        header: text.value,
        values: values.map(([, value]) => value),
        format: pickMoneyFormat(moneyFormat, Math.max(...values.map(([, value]) => value))),
      },
    ]);
    sheet.row = table.firstRow + table.rowCount + 1;
  }
  if (survival !== null) writeSurvival(sheet, survival, words);
}

function writeSurvival(sheet: SheetBuilder, survival: NonNullable<ContractReport["survival"]>, words: Words): void {
  const text = words.simpleLifetime;
  const { rows, fit } = survival;
  const note = fit === null ? text.notFitted : text.parameters(fit.alpha, fit.beta, fit.logLikelihood);
  writeParagraph(sheet, note, mutedStyle);
  const columns: PageColumn[] = [
    { header: text.period, values: rows.map(({ period }) => period), format: "0" },
    { header: text.survivors, values: rows.map(({ survivors }) => survivors), format: countFormat },
    { header: text.survivorShare, values: rows.map(({ share }) => share), format: shareFormat },
    ...(fit === null
      ? []
      : [{ header: text.modelShare, values: rows.map(({ modelShare }) => modelShare), format: shareFormat }]),
  ];
  const top = sheet.row;
  const table = writePageTable(sheet, top, pageColumn, columns);
  const used = columns.length + 1;
  sheet.addChart({
    name: "cvm-survival",
    kind: "line",
    title: text.survivalChart,
    place: buildRange(top, pageColumn + used, chartRows, pageColumns - used),
    series: columns.slice(2).map(({ header }, i) => ({
      name: header,
      categories: table.range(0),
      values: table.range(2 + i),
      color: i === 0 ? palette.accent : fittedColor,
    })),
    legend: "bottom",
    categoryAxisTitle: text.period,
    valueNumberFormat: "0%",
    valueMaximum: 1,
  });
  sheet.row = Math.max(table.firstRow + table.rowCount, top + chartRows);
}
