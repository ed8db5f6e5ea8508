import type { Analysis } from "../../../core/report/analysis";
import type { AnalysisSettings } from "../../../core/report/settings";
import type { Words } from "../../../i18n/en";
import type { CellValue } from "../../../workbook/port";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import { computeFacts } from "../facts";
import { findLensWords, formatRemark } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
import { listLifetimeColumns } from "../lifetime/customer-columns";
import { findModelName } from "../lifetime/lifetime-words";
import { countFormat, mutedStyle, shareFormat, textStyle, writeTitle } from "../page";
import { SheetBuilder } from "../sheet-builder";
import type { SheetSteps } from "../sheet-steps";
import { buildWarnings } from "../summary/footer";
import { tabColors } from "../theme";
import { linkColumn, writeIssues } from "./issues";
import { noteColumn, noteColumns, writeNoteHeading, writeNoteTable } from "./note-table";
import { writeScoreCuts } from "./score-cuts";
import { formatSettingValue } from "./setting-values";

/** Everything needed to repeat the run, a step per part. */
export function* layOutNotes(analysis: Analysis, context: LayoutContext): SheetSteps {
  const { words, version } = context;
  const text = words.sheets.notes;
  const sheet = new SheetBuilder({ id: "notes", name: sheetNames.notes, tabColor: tabColors.notes });
  sheet.setWidths(0, [2, 30, 34, 64, 44]);
  sheet.setWidth(linkColumn, 8.5, 20);
  writeTitle(sheet, text.title, [text.version(version), text.methodTexts.local]);
  writeData(sheet, analysis, context);
  yield;
  writeIssues(sheet, analysis, context);
  yield;
  writeSettings(sheet, analysis, context);
  yield;
  writeScoreCuts(sheet, analysis, context);
  writeLenses(sheet, analysis, context);
  yield;
  writeDefinitions(sheet, analysis, context);
  yield;
  writeNoteHeading(sheet, text.methods);
  const lines = [
    ...Object.values(text.methodTexts),
    ...listLifetimeNotes(analysis, words),
    text.repeat,
    ...text.references,
    ...(analysis.lifetime?.isAvailable === true ? words.lifetime.notes.references : []),
  ];
  for (const line of lines) sheet.putText(sheet.row++, noteColumn, noteColumns, line, textStyle);
  sheet.setPrint({
    orientation: "landscape",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, noteColumn + noteColumns),
  });
  return yield* sheet.buildInSteps();
}

function listLifetimeNotes({ lifetime }: Analysis, words: Words): string[] {
  if (lifetime === null || lifetime.model === null || lifetime.pAliveModel === null) return [];
  const { value, alive } = words.lifetime.notes;
  return [
    value(findModelName(words, lifetime.model), lifetime.horizonMonths),
    alive(findModelName(words, lifetime.pAliveModel)),
  ];
}

function writeData(sheet: SheetBuilder, analysis: Analysis, context: LayoutContext): void {
  const { words, source, moneyFormat } = context;
  const text = words.sheets.notes;
  const { report } = analysis.summary;
  const facts: Facts = computeFacts(analysis);
  const roles = Object.entries(source.headers).map(([role, header]) => {
    const named = (words.roles as Readonly<Record<string, string>>)[role] ?? role;
    return `${named} = ${header}`;
  });
  const rows: [string, CellValue, string?][] = [
    [text.source, source.title],
    [text.columnRoles, roles.join("; ")],
    [text.rowsRead, report.rows.read, countFormat],
    [text.reading, source.isFolded === true ? text.readFolded : null],
    [text.rowsBlank, report.rows.blank, countFormat],
    [text.rowsUsed, report.rows.used, countFormat],
    [text.rowsExcluded, report.rows.excluded, countFormat],
    [text.rowsRefundOnly, report.rows.refundOnly, countFormat],
    [text.refundLines, report.refundLines, countFormat],
    [text.mergedLines, report.mergedLines, countFormat],
    [text.duplicateLines, report.duplicateLines, countFormat],
    [text.zeroLines, report.zeroLines, countFormat],
    [text.customers, facts.customers, countFormat],
    [text.orders, facts.orders, countFormat],
    [text.revenue, facts.revenue, moneyFormat],
    [text.profit, facts.basis === "profit" ? facts.profit : NaN, moneyFormat],
    [text.firstDate, facts.firstDay],
    [text.lastDate, facts.lastDay],
    [text.asOf, facts.asOf],
    [text.models, analysis.judgedBy === null ? text.ownModels : text.savedModels(analysis.judgedBy.asOf)],
    [text.oneOrder, report.oneOrderShare, shareFormat],
    [text.refundRate, report.refundRate, shareFormat],
  ];
  const known = rows.filter(
    ([, value]) => value !== null && value !== "" && !(typeof value === "number" && !Number.isFinite(value)),
  );
  writeNoteHeading(sheet, text.data);
  writeNoteTable(sheet, [
    { header: text.term, values: known.map(([name]) => name) },
    {
      header: text.value,
      values: known.map(([, value]) => value),
      formats: known.map(([, , format]) => format),
      span: 1,
    },
  ]);
}

function writeSettings(sheet: SheetBuilder, { settings }: Analysis, { words }: LayoutContext): void {
  const text = words.sheets.notes;
  const keys = Object.keys(words.settings) as (keyof AnalysisSettings)[];
  writeNoteHeading(sheet, text.settings);
  writeNoteTable(sheet, [
    { header: text.setting, values: keys.map((key) => words.settings[key].name) },
    { header: text.value, values: keys.map((key) => formatSettingValue(key, settings[key], words)) },
    { header: text.meaning, values: keys.map((key) => words.settings[key].meaning) },
  ]);
}

function writeLenses(sheet: SheetBuilder, analysis: Analysis, { words }: LayoutContext): void {
  const text = words.sheets.notes;
  const ran = analysis.lenses.map(({ id }) => findLensWords(words, id));
  writeNoteHeading(sheet, text.lenses);
  writeNoteTable(sheet, [
    { header: text.view, values: ran.map(({ title }) => title) },
    {
      header: text.meaning,
      values: ran.map(({ description }) => description),
      column: noteColumn + 1,
      span: 2,
    },
  ]);
  const { skipped } = analysis;
  if (skipped.length > 0) {
    writeNoteHeading(sheet, text.skipped);
    writeNoteTable(sheet, [
      { header: text.view, values: skipped.map(({ id }) => findLensWords(words, id).title) },
      {
        header: text.reason,
        values: skipped.map(({ id, reason }) => formatRemark(words, id, reason)),
        span: 2,
      },
    ]);
  }
  const warnings = buildWarnings(analysis, words);
  if (warnings.length === 0) return;
  writeNoteHeading(sheet, text.warnings);
  for (const warning of warnings) sheet.putText(sheet.row++, noteColumn, noteColumns, warning, textStyle);
}

/** What each column of the customers' sheet means. */
function writeDefinitions(sheet: SheetBuilder, { summary, lifetime }: Analysis, { words }: LayoutContext): void {
  const text = words.sheets.notes;
  const known: ReadonlySet<string> = summary.customers.known;
  const always = new Set<string>(["customer", "r", "f", "m", "rfm", "score", "simpleLifetimeValue", "nextAction"]);
  for (const { id } of listLifetimeColumns(lifetime, "")) always.add(id);
  const shown = Object.entries(words.columns).filter(([id]) => known.has(id) || always.has(id));
  writeNoteHeading(sheet, text.definitions);
  writeNoteTable(sheet, [
    { header: text.term, values: shown.map(([, { name }]) => name) },
    { header: text.meaning, values: shown.map(([, { meaning }]) => meaning), span: 2, style: mutedStyle },
  ]);
}
