import { PROSPECT_GROUPS } from "../../../core/decisions/look-alike";
import type { SharedTrait } from "../../../core/decisions/shared-traits";
import type { SheetContent } from "../../../workbook/port";
import type { KeptCells } from "../../kept-cells";
import type { LookAlikeReport } from "../../look-alike/look-alike-report";
import { listLookAlikeSentences } from "../../look-alike/look-alike-words";
import { countGroups, listTreeRules } from "../../look-alike/report-look-alike";
import { buildRange } from "../address";
import type { Card } from "../cards";
import { writeCards } from "../cards";
import { pickFeatureFormat } from "../feature-columns";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  pickPageWidth,
  shareFormat,
  writeBullets,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
  writeTitle,
} from "../page";
import { formatConditions } from "../rule-words";
import { writeGroupQuality, writeQuality } from "../score/quality-part";
import type { ScoreContext } from "../score/score-context";
import { nameLabel, nameScoreColumn } from "../score/score-context";
import { scoreKeyColumn, writeWeights } from "../score/weights-part";
import { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { groupColors, writeProspectList } from "./prospect-list";

/** The mark of the sheet. */
export const prospectsSheetId = "prospects";
const sheetName = "CVM Prospects";
const tabColor = "#CC79A7";
const mostRules = 16;

/** CVM Prospects: what top customers share, and the prospects who are like them. */
export function buildProspectsSheet(report: LookAlikeReport, kept: KeptCells, context: ScoreContext): SheetContent {
  const { words, moneyFormat } = context;
  const text = words.lookAlike;
  const { result, choice, prospectIds, source, columns } = report;
  const { scorer, quality } = result;
  const sheet = new SheetBuilder({ id: prospectsSheetId, name: sheetName, tabColor });
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([report.least], context), pageColumns);
  sheet.setWidth(pageColumn + pageColumns, 3, scoreKeyColumn - pageColumn - pageColumns + 1);
  writeTitle(sheet, text.title, [text.subtitle(prospectIds.length, source, words.scores.methods[choice.method])]);
  writeHeading(sheet, text.headlines);
  writeBullets(sheet, listLookAlikeSentences(report, words, moneyFormat));
  sheet.row++;
  writeCards(sheet, listCards(report, context));
  writeTraits(sheet, result.traits, context);
  writeQuality(sheet, quality, null, context);
  writeParagraph(sheet, text.groupsNote, mutedStyle);
  writeGroupQuality(
    sheet,
    quality.groups,
    PROSPECT_GROUPS.map((id) => ({ ...text.groups[id], color: groupColors[id] })),
    { group: text.groupHeader, action: text.action },
    context,
  );
  if (scorer.logistic !== null) writeWeights(sheet, scorer.logistic, columns, kept, context);
  if (scorer.tree !== null) writeRules(sheet, report, context);
  if (choice.method === "nearest") writeParagraph(sheet, words.scores.neighbours(choice.neighbours), mutedStyle);
  const pageEnd = writeProspectList(sheet, report, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, pageEnd, pageColumn + pageColumns),
  });
  return sheet.build();
}

function listCards(report: LookAlikeReport, { words }: ScoreContext): Card[] {
  const { cards } = words.lookAlike;
  const { quality } = report.result;
  return [
    { label: cards.prospects, value: report.prospectIds.length, format: countFormat },
    { label: cards.better, value: countGroups(report)[0], format: countFormat },
    { label: cards.top, value: report.top, format: countFormat },
    { label: cards.shared, value: report.columns.length, format: countFormat },
    { label: cards.auc, value: quality.auc ?? NaN, format: shareFormat },
    { label: cards.lift, value: quality.groups[0].lift ?? NaN, format: "0.0" },
  ].filter(({ value }) => Number.isFinite(value));
}

function writeTraits(sheet: SheetBuilder, traits: readonly SharedTrait[], { words, moneyFormat }: ScoreContext): void {
  const text = words.lookAlike;
  writeHeading(sheet, text.traits);
  writeParagraph(sheet, text.traitsNote, mutedStyle);
  sheet.row++;
  const formats = traits.map(({ kind, column }) =>
    kind === "category" ? shareFormat : pickFeatureFormat(column, moneyFormat, true),
  );
  const names = traits.map(({ column }, i) =>
    i > 0 && traits[i - 1].column === column ? "" : nameScoreColumn(words, column),
  );
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.column, values: names, span: 4, style: { bold: true } },
    {
      header: text.value,
      values: traits.map(({ kind, label }) => (kind === "number" ? text.mean : nameLabel(words, label))),
      span: 3,
    },
    { header: text.topFigure, values: traits.map(({ top }) => top), formats },
    { header: text.restFigure, values: traits.map(({ rest }) => rest), formats },
    { header: text.index, values: traits.map(({ index }) => index), format: countFormat, bar: palette.bar },
    { header: text.topCustomers, values: traits.map(({ topCustomers }) => topCustomers), format: countFormat },
    { header: text.restCustomers, values: traits.map(({ restCustomers }) => restCustomers), format: countFormat },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

function writeRules(sheet: SheetBuilder, { result }: LookAlikeReport, { words }: ScoreContext): void {
  const text = words.scores;
  const rules = listTreeRules(result.scorer.tree!).slice(0, mostRules);
  writeSubheading(sheet, ++sheet.row, pageColumn, text.rules);
  const table = writePageTable(sheet, sheet.row + 1, pageColumn, [
    { header: text.rule, values: rules.map(({ conditions }) => formatConditions(words, conditions)), span: 10 },
    { header: text.ruleCustomers, values: rules.map(({ customers }) => customers), format: countFormat },
    { header: text.ruleRate, values: rules.map(({ share }) => share), format: shareFormat, bar: palette.bar },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
