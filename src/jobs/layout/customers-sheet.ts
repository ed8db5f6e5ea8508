import type { MeasureName } from "../../core/customers/summary";
import type { Analysis } from "../../core/report/analysis";
import { formatRfmCodes } from "../../core/rfm/rfm-code";
import { computeWeightedScores } from "../../core/rfm/rfm-code";
import { readScoreColumns } from "../../core/rfm/score-rfm";
import { buildAttributeColumn } from "../../core/tree/column";
import type { Words } from "../../i18n/en";
import type { CellStyle, CellValue } from "../../workbook/port";
import { buildRange, formatColumn, formatFormulaText } from "./address";
import { pickFeatureFormat } from "./feature-columns";
import { listLifetimeColumns } from "./lifetime/customer-columns";
import { findColumnName, findGroupName, findLensWords, findNextAction } from "./group-words";
import type { LayoutContext } from "./layout-context";
import { sheetNames } from "./layout-context";
import { formatMoney } from "./money-format";
import { dateFormat, shareFormat } from "./page";
import { SheetBuilder } from "./sheet-builder";
import type { LayoutSteps, SheetSteps } from "./sheet-steps";
import { finishSteps, mapInSteps } from "./sheet-steps";
import { measureText } from "./text-size";
import { getGroupColor, palette, tabColors, tableStyle } from "./theme";

/** One column of the customers' table. */
export interface CustomerColumn {
  readonly id: string;
  readonly header: string;
  readonly values: ArrayLike<CellValue>;
  readonly format?: string;
  readonly isDate?: boolean;
  readonly align: "left" | "center" | "right";
  readonly width: number;
}

export const customersTableName = "CvmCustomers";
const sampleSize = 1000;
const widestText = 48;
/** Characters that can be read side by side on a printed page. */
const pageWidth = 190;
/** Lenses whose groups are coloured in their column. */
export const coloredLenses = new Set([
  "value-classes",
  "value-pyramid",
  "rf-map",
  "clusters",
  "value-cube",
  "lifecycle",
  "churn",
  "loyalty",
  "quadrants",
]);

const headerStyle: CellStyle = {
  bold: true,
  wrap: true,
  verticalAlign: "center",
  fontSize: 10,
  fill: palette.accent,
  fontColor: palette.white,
};

const scoreColumns = new Set(["r", "f", "m", "rfm"]);

const measuresBefore: readonly MeasureName[] = [
  "firstDay",
  "lastDay",
  "recencyDays",
  "orders",
  "purchaseDays",
  "revenue",
  "profit",
  "averageOrderValue",
  "tenureDays",
];

/** Room for a sample of the entries, within limits. */
function fitWidth(header: string, values: ArrayLike<CellValue>, format = "0"): number {
  let widest = 6;
  let largest = 0;
  for (let i = 0; i < Math.min(values.length, sampleSize); i++) {
    const value = values[i];
    if (typeof value === "string") widest = Math.max(widest, measureText(value, 10));
    else if (typeof value === "number" && Math.abs(value) > Math.abs(largest)) largest = value;
  }
  // Sentences drop the decimals of large amounts, cells show them.
  const decimals = Math.abs(largest) >= 1000 && format.includes(".") ? 3 : 0;
  widest = Math.max(widest, measureText(formatMoney(-Math.abs(largest), format, "en-US"), 10) + decimals);
  return Math.min(widestText, Math.max(widest + 1.5, measureText(header, 10, true) / 2 + 4, 7));
}

function lookUp(codes: ArrayLike<number>, texts: readonly string[]): LayoutSteps<CellValue[]> {
  return mapInSteps(codes.length, (i) => (codes[i] < 0 ? null : texts[codes[i]]));
}

/** All groups of each customer where groups overlap. */
function listGroups(members: readonly Uint8Array[], names: readonly string[], words: Words): LayoutSteps<CellValue[]> {
  return mapInSteps(members[0]?.length ?? 0, (customer) => {
    const own = names.filter((__, group) => members[group][customer] === 1);
    return own.length === 0 ? null : own.join(words.phrases.semicolon);
  });
}

/** Scores in the middle, numbers right, texts left. */
function pickAlign(id: string, values: ArrayLike<CellValue>): CustomerColumn["align"] {
  if (scoreColumns.has(id)) return "center";
  return ArrayBuffer.isView(values) ? "right" : "left";
}

/** Scores with 0 for none as blank. */
function blankZeros(scores: Uint8Array): Float64Array {
  return Float64Array.from(scores, (score) => (score === 0 ? NaN : score));
}

const isWhole = (value: number) => value !== value || Number.isInteger(value);

/** All columns of the customers' table, in order; headers differ from one another in more than case. */
function* collectCustomerColumns(
  analysis: Analysis,
  { words, moneyFormat }: LayoutContext,
): LayoutSteps<CustomerColumn[]> {
  const { summary, settings, lenses, rfm, value } = analysis;
  const { customers } = summary;
  const columns: CustomerColumn[] = [];
  const taken = new Set<string>();
  const add = (id: string, header: string, values: ArrayLike<CellValue>, format?: string, isDate = false) => {
    let name = header.trim() || formatColumn(columns.length);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${header} (${copy})`;
    taken.add(name.toLowerCase());
    const width = isDate ? 13 : fitWidth(name, values, format);
    columns.push({ id, header: name, values, format, isDate, align: pickAlign(id, values), width });
  };

  add("customer", words.columns.customer.name, customers.ids, "@");
  yield;
  for (const measure of measuresBefore) {
    if (!customers.known.has(measure) || (measure === "profit" && value.basis !== "profit")) continue;
    const isDate = measure === "firstDay" || measure === "lastDay";
    const format = isDate ? dateFormat : pickFeatureFormat(measure, moneyFormat);
    add(measure, findColumnName(words, measure), customers[measure], format, isDate);
    yield;
  }

  const scores = readScoreColumns(rfm);
  add("r", words.columns.r.name, blankZeros(scores.recency), "0");
  add("f", words.columns.f.name, blankZeros(scores.frequency), "0");
  if (scores.monetary !== null) add("m", words.columns.m.name, blankZeros(scores.monetary), "0");
  yield;
  add("rfm", words.columns.rfm.name, formatRfmCodes(scores, rfm.bins, settings.recencyScale), "@");
  yield;
  const [recency, frequency, monetary] = settings.scoreWeights;
  const weighted = computeWeightedScores(scores, { recency, frequency, monetary });
  add("score", words.columns.score.name, weighted, weighted.every(isWhole) ? "#,##0" : "#,##0.00");

  for (const lens of lenses) {
    yield;
    const names = lens.groups.map(({ id }) => findGroupName(words, lens.id, id));
    const groups = yield* lens.members === undefined
      ? lookUp(lens.codes, names)
      : listGroups(lens.members, names, words);
    add(lens.id, findLensWords(words, lens.id).name, groups);
    for (const { id, values } of lens.columns ?? []) add(id, findColumnName(words, id), values, "0.0");
  }
  yield;
  for (const { id, values, format } of listLifetimeColumns(analysis.lifetime, moneyFormat)) {
    add(id, findColumnName(words, id), values, format);
    yield;
  }
  if (value.basis !== "none") {
    add("simpleLifetimeValue", words.columns.simpleLifetimeValue.name, analysis.simpleLifetimeValue, moneyFormat);
  }
  const actions = analysis.nextActions.map((id) => findNextAction(words, id));
  add("nextAction", words.columns.nextAction.name, yield* lookUp(analysis.nextAction, actions));

  yield;
  for (const name of ["mainCategory", "mainChannel", "mainRegion"] as const) {
    const main = customers[name];
    if (main !== null) add(name, findColumnName(words, name), yield* lookUp(main.codes, main.labels));
  }
  for (const attribute of customers.attributes) {
    const column = buildAttributeColumn(attribute);
    if (column.kind === "number" && column.isDay) {
      add(attribute.name, attribute.name, column.numbers, dateFormat, true);
    } else if (attribute.kind === "number") {
      const format = attribute.role === "discount" ? shareFormat : pickFeatureFormat(attribute.name, moneyFormat);
      add(attribute.name, attribute.name, attribute.numbers, format);
    } else add(attribute.name, attribute.name, yield* lookUp(attribute.codes, attribute.labels));
    yield;
  }
  return columns;
}

/** The columns in one go. */
export const listCustomerColumns = (analysis: Analysis, context: LayoutContext): CustomerColumn[] =>
  finishSteps(collectCustomerColumns(analysis, context));

/** One native table with a row per customer in standard order, a step per view. */
export function* layOutCustomers(analysis: Analysis, context: LayoutContext): SheetSteps {
  const columns = yield* collectCustomerColumns(analysis, context);
  yield;
  const rowCount = analysis.summary.customers.ids.length;
  const sheet = new SheetBuilder({
    id: "customers",
    name: sheetNames.customers,
    tabColor: tabColors.customers,
    showGridlines: true,
  });
  sheet.putRow(
    0,
    0,
    columns.map(({ header }) => header),
    columns.map(({ align }) => ({ ...headerStyle, horizontalAlign: align })),
  );
  sheet.setHeight(0, 34);
  sheet.addBlock({
    row: 1,
    column: 0,
    columns: columns.map(({ values }) => values),
    dates: columns.flatMap(({ isDate }, i) => (isDate === true ? [i] : [])),
  });
  yield;
  columns.forEach(({ format, width, align }, i) => {
    sheet.setWidth(i, width);
    sheet.addAreaStyle(buildRange(1, i, rowCount, 1), {
      fontSize: 10,
      horizontalAlign: align,
      ...(align === "left" && i > 0 && { indent: 1 }),
      ...(format !== undefined && { numberFormat: format }),
    });
  });
  yield;
  writeColors(sheet, analysis, context, columns, rowCount);
  sheet.addTable({
    name: customersTableName,
    range: buildRange(0, 0, rowCount + 1, columns.length),
    style: tableStyle,
    showFilter: true,
  });
  sheet.setFreeze(1, 1);
  const pagesWide = Math.ceil(sheet.sumWidths(0, columns.length) / pageWidth);
  sheet.setPrint({ orientation: "landscape", pagesWide, repeatRows: 1 });
  yield;
  return yield* sheet.buildInSteps();
}

function writeColors(
  sheet: SheetBuilder,
  analysis: Analysis,
  { words, areGroupsPlain }: LayoutContext,
  columns: readonly CustomerColumn[],
  rowCount: number,
): void {
  if (areGroupsPlain === true) return;
  for (const lens of analysis.lenses) {
    if (!coloredLenses.has(lens.id)) continue;
    const column = columns.findIndex(({ id }) => id === lens.id);
    lens.groups.forEach(({ id, customers }, index) => {
      if (customers === 0) return;
      const { fill, fontColor } = getGroupColor(lens.id, id, index, lens.groups.length);
      sheet.addConditionalFormat({
        range: buildRange(1, column, rowCount, 1),
        kind: "formula",
        formula: `=$${formatColumn(column)}2=${formatFormulaText(findGroupName(words, lens.id, id))}`,
        fill,
        fontColor,
      });
    });
  }
}
