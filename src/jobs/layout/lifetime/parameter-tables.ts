import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import type { ParameterReport } from "../../../core/clv/parameter-report";
import type { LayoutContext } from "../layout-context";
import { formatMoney } from "../money-format";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { lightColors } from "../theme";
import { findModelName, formatSymbol, judgeFit } from "./lifetime-words";

const modelSpan = 2;
const figureColumns = 5;
const verdictSpan = 2;

interface NamedFit {
  readonly model: string;
  readonly report: ParameterReport & { readonly logLikelihood: number; readonly customers: number };
  /** NaN where the likelihood is not computed by groups. */
  readonly groups: number;
}

function listFits({ fit, pAliveFit, gammaGamma }: LifetimeValueResult): NamedFit[] {
  const fits: NamedFit[] = [];
  if (fit !== null) fits.push({ model: fit.model, report: fit, groups: fit.groups });
  if (pAliveFit !== null && pAliveFit.model !== fit?.model) {
    fits.push({ model: pAliveFit.model, report: pAliveFit, groups: pAliveFit.groups });
  }
  if (gammaGamma !== null) fits.push({ model: "gamma-gamma", report: gammaGamma, groups: NaN });
  return fits;
}

/** Four significant figures without many zeros; very small and very large numbers with a power of ten. */
function pickParameterFormat(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e7 || (size > 0 && size < 1e-4)) return "0.00E+00";
  if (size >= 1000) return "#,##0.0";
  return size >= 10 ? "0.000" : "0.0000";
}

/** Parameters with their uncertainty, how they were found, and the spend model in words. */
export function writeParameters(sheet: SheetBuilder, lifetime: LifetimeValueResult, context: LayoutContext): void {
  const { words } = context;
  const text = words.lifetime;
  const fits = listFits(lifetime);
  writeHeading(sheet, text.parameters);
  writeParameterTable(sheet, fits, lifetime, context);
  if (fits.some(({ report }) => !report.converged)) writeParagraph(sheet, text.noIntervals, mutedStyle);
  writeBootstrap(sheet, lifetime, context);
  writeConvergence(sheet, fits, context);
  writeSpend(sheet, lifetime, context);
}

function writeParameterTable(
  sheet: SheetBuilder,
  fits: readonly NamedFit[],
  { timeUnit }: LifetimeValueResult,
  { words }: LayoutContext,
): void {
  const text = words.lifetime;
  const unit = text.unitName[timeUnit];
  const rows = fits.flatMap(({ model, report }) =>
    Object.entries(report.parameters).map(([name, value], i) => {
      const [low, high] = (report.converged ? report.intervals?.[name] : undefined) ?? [null, null];
      const error = report.converged ? (report.standardErrors?.[name] ?? null) : null;
      return { model: i === 0 ? findModelName(words, model) : "", name, value, error, low, high };
    }),
  );
  const figure = (header: string, values: readonly (number | null)[]): PageColumn => ({
    header,
    values,
    formats: values.map((value) => (value === null ? undefined : pickParameterFormat(value))),
    align: "right",
  });
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.modelHeader, values: rows.map(({ model }) => model), span: modelSpan, style: { bold: true } },
    { header: text.parameter, values: rows.map(({ name }) => formatSymbol(name)), align: "center" },
    figure(
      text.value,
      rows.map(({ value }) => value),
    ),
    figure(
      text.standardError,
      rows.map(({ error }) => error),
    ),
    figure(
      text.low,
      rows.map(({ low }) => low),
    ),
    figure(
      text.high,
      rows.map(({ high }) => high),
    ),
    {
      header: text.meaning,
      values: rows.map(({ name }) => text.parameterMeanings[name]?.(unit) ?? ""),
      span: pageColumns - modelSpan - figureColumns,
      style: { ...mutedStyle, indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

function writeBootstrap(
  sheet: SheetBuilder,
  { bootstrap }: LifetimeValueResult,
  { words, moneyFormat }: LayoutContext,
): void {
  if (bootstrap === null) return;
  const text = words.lifetime;
  const money = (amount: number) => formatMoney(amount, moneyFormat, words.phrases.locale);
  const { clv, expectedPurchases } = bootstrap;
  const parts: string[] = [];
  if (clv !== null) parts.push(text.bootstrapClv(money(clv[0]), money(clv[1])));
  if (expectedPurchases !== null) parts.push(text.bootstrapPurchases(...expectedPurchases));
  if (parts.length > 0) {
    writeParagraph(
      sheet,
      text.join([text.bootstrap(bootstrap.resamples, bootstrap.failed), words.phrases.list(parts)]),
      mutedStyle,
    );
  }
}

function writeConvergence(sheet: SheetBuilder, fits: readonly NamedFit[], { words }: LayoutContext): void {
  const text = words.lifetime;
  const lights = fits.map(({ report }) => judgeFit(report));
  writeSubheading(sheet, ++sheet.row, pageColumn, text.convergence);
  const table = writePageTable(sheet, sheet.row + 1, pageColumn, [
    {
      header: text.modelHeader,
      values: fits.map(({ model }) => findModelName(words, model)),
      span: modelSpan,
      style: { bold: true },
    },
    {
      header: text.verdict,
      values: lights.map((light) => text.lights[light]),
      colors: lights.map((light) => lightColors[light]),
      span: verdictSpan,
      style: { indent: 1 },
    },
    { header: text.customers, values: fits.map(({ report }) => report.customers), format: countFormat },
    { header: text.histories, values: fits.map(({ groups }) => groups), format: countFormat, align: "right" },
    { header: text.logLikelihood, values: fits.map(({ report }) => report.logLikelihood), format: "#,##0.00" },
    {
      header: text.startsAgree,
      values: fits.map(({ report: { convergence } }) =>
        text.ofStarts(convergence.startsAgreed, convergence.startsTried),
      ),
      align: "right",
    },
    { header: text.iterations, values: fits.map(({ report }) => report.convergence.iterations), format: countFormat },
    { header: text.gradient, values: fits.map(({ report }) => report.convergence.gradientNorm), format: "0.0E+00" },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

function writeSpend(
  sheet: SheetBuilder,
  { gammaGamma }: LifetimeValueResult,
  { words, moneyFormat }: LayoutContext,
): void {
  if (gammaGamma === null) return;
  const text = words.lifetime;
  const { populationMean, observedMean, correlation, correlationLight, customers } = gammaGamma;
  const rows: { name: string; value: number; format: string }[] = [
    { name: text.observedMean, value: observedMean, format: moneyFormat },
    { name: text.spendCustomers, value: customers, format: countFormat },
  ];
  if (populationMean !== null) rows.unshift({ name: text.populationMean, value: populationMean, format: moneyFormat });
  if (correlation !== null) rows.push({ name: text.spendCorrelation, value: correlation, format: "0.000" });
  writeSubheading(sheet, ++sheet.row, pageColumn, text.spend);
  const top = sheet.row + 1;
  rows.forEach(({ name, value, format }, i) => {
    sheet.putText(top + i, pageColumn, 5, name, mutedStyle);
    sheet.put(top + i, pageColumn + 5, value, {
      ...mutedStyle,
      fontSize: 10,
      numberFormat: format,
      horizontalAlign: "right",
      indent: 1,
    });
  });
  if (correlation !== null && correlationLight !== null) {
    const { fill, fontColor } = lightColors[correlationLight];
    const row = top + rows.length - 1;
    sheet.putText(row, pageColumn + 6, 6, text.correlationTexts[correlationLight], {
      ...mutedStyle,
      bold: true,
      fontColor,
      indent: 1,
    });
    sheet.addStyle({ row, column: pageColumn + 6, rowCount: 1, columnCount: 6 }, { fill });
  }
  sheet.row = top + rows.length;
}
