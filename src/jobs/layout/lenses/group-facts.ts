import type { GroupFacts, GroupFactsResult, LensResult } from "../../../core/report/analysis";
import type { Words } from "../../../i18n/en";
import type { CellValue } from "../../../workbook/port";
import { listMonthNames, listWeekdayNames } from "../calendar-words";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import { findColumnName, findGroupName, findLensWords } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { formatMoney } from "../money-format";
import type { PageColumn } from "../page";
import { countFormat, pageColumn, pageColumns, shareFormat, writePageTable, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import type { LayoutSteps } from "../sheet-steps";
import { palette } from "../theme";
import { listColors } from "./lens-block";

const nameSpan = 3;
/** Groups side by side. */
const mostGroups = 3;
const mostOverlaps = pageColumns - nameSpan;
const mostNamed = 3;

type Label = { readonly name: string; readonly customers: number };

/** What customers of each group have in common, which groups share customers, and when they buy; a step per table. */
export function* writeGroupFacts(
  sheet: SheetBuilder,
  lens: LensResult,
  { groups, overlaps }: GroupFactsResult,
  facts: Facts,
  context: LayoutContext,
): LayoutSteps {
  const { words } = context;
  const text = words.views.facts;
  if (groups.length === 0) return;
  writeSubheading(sheet, ++sheet.row, pageColumn, text.title);
  sheet.row++;
  for (let first = 0; first < groups.length; first += mostGroups) {
    writeFactTable(sheet, lens, groups.slice(first, first + mostGroups), facts, context);
    yield;
  }
  if (lens.membership === "many" && groups.length > 1 && groups.length <= mostOverlaps) {
    const names = groups.map(({ id }) => findGroupName(words, lens.id, id));
    writeSubheading(sheet, ++sheet.row, pageColumn, text.overlaps);
    const table = writePageTable(sheet, sheet.row + 1, pageColumn, [
      { header: findLensWords(words, lens.id).name, values: names, span: nameSpan, colors: listColors(lens) },
      ...names.map((header, column): PageColumn => ({
        header,
        values: overlaps.map((row) => row[column]),
        format: countFormat,
      })),
    ]);
    sheet.row = table.firstRow + table.rowCount;
    yield;
  }
  if (groups.length <= mostOverlaps) yield* writePeaks(sheet, lens, groups, words);
}

function writeFactTable(
  sheet: SheetBuilder,
  lens: LensResult,
  groups: readonly GroupFacts[],
  facts: Facts,
  context: LayoutContext,
): void {
  const { words, moneyFormat } = context;
  const text = words.views.facts;
  const { phrases } = words;
  const money = (value: number) => (Number.isFinite(value) ? formatMoney(value, moneyFormat, phrases.locale) : "");
  const figure = (value: number) => (Number.isFinite(value) ? phrases.number(value, 1) : "");
  const sizes = new Map(lens.groups.map(({ id, customers }) => [id, customers]));
  const list = (group: GroupFacts, labels: readonly Label[]) =>
    labels
      .slice(0, mostNamed)
      .map(({ name, customers }) => text.share(name.trim() || phrases.blank, customers / (sizes.get(group.id) ?? NaN)))
      .join(phrases.semicolon);
  const months = listMonthNames(phrases.locale);
  const weekdays = listWeekdayNames(phrases.locale);
  const peak = (counts: readonly number[] | null | undefined, name: (index: number) => string) => {
    const total = (counts ?? []).reduce((sum, count) => sum + count, 0);
    if (counts === null || counts === undefined || total === 0) return "";
    const best = counts.indexOf(Math.max(...counts));
    return text.share(name(best), counts[best] / total);
  };
  const rows: [string, (group: GroupFacts) => string][] = [
    [text.revenueEffect, ({ revenueEffect }) => money(revenueEffect)],
    ...(facts.basis === "profit"
      ? [
          [text.valueEffect(words.summary.valueName.profit), ({ valueEffect }) => money(valueEffect)] as [
            string,
            (group: GroupFacts) => string,
          ],
        ]
      : []),
    [text.meanLoyalty, ({ meanLoyalty }) => figure(meanLoyalty)],
    [text.meanBreadth, ({ meanBreadth }) => figure(meanBreadth)],
    [
      text.attributes,
      (group) =>
        group.attributes
          .filter(({ top }) => top.length > 0)
          .map(({ name, top: [{ label, customers }] }) =>
            [findColumnName(words, name), list(group, [{ name: label, customers }])].join(phrases.colon),
          )
          .join(phrases.semicolon),
    ],
    [
      text.regions,
      (group) =>
        list(
          group,
          group.regions.map(({ region, customers }) => ({ name: region, customers })),
        ),
    ],
    [
      text.categories,
      (group) =>
        list(
          group,
          group.categories.map(({ category, customers }) => ({ name: category, customers })),
        ),
    ],
    [
      text.products,
      (group) =>
        list(
          group,
          group.products.map(({ product, customers }) => ({ name: product, customers })),
        ),
    ],
    [text.peakMonth, ({ purchases }) => peak(purchases?.byMonth, (index) => months[index])],
    [text.peakWeekday, ({ purchases }) => peak(purchases?.byWeekday, (index) => weekdays[index])],
    [text.peakHour, ({ purchases }) => peak(purchases?.byHour, text.hour)],
  ];
  const shown = rows.filter(([, read]) => groups.some((group) => read(group) !== ""));
  const span = (pageColumns - nameSpan) / mostGroups;
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.fact, values: shown.map(([name]) => name), span: nameSpan },
    ...groups.map((group): PageColumn => ({
      header: findGroupName(words, lens.id, group.id),
      values: shown.map(([, read]) => read(group)),
      span,
      style: { fontSize: 9, indent: 1 },
    })),
  ]);
  sheet.row = table.firstRow + table.rowCount + 1;
}

/** Shares of each group's purchase days by month, weekday and hour, the peaks darkest. */
function* writePeaks(sheet: SheetBuilder, lens: LensResult, groups: readonly GroupFacts[], words: Words): LayoutSteps {
  const text = words.views.facts;
  const { locale } = words.phrases;
  const hours = Array.from({ length: 24 }, (_, hour) => text.hour(hour));
  const tables: [string, string, string[], (group: GroupFacts) => readonly number[] | null][] = [
    [text.byMonth, text.month, listMonthNames(locale), ({ purchases }) => purchases?.byMonth ?? null],
    [text.byWeekday, text.weekday, listWeekdayNames(locale), ({ purchases }) => purchases?.byWeekday ?? null],
    [text.byHour, text.hourHeader, hours, ({ purchases }) => purchases?.byHour ?? null],
  ];
  for (const [title, header, names, read] of tables) {
    const counts = groups.map((group) => read(group) ?? []);
    const used = names.map((_, i) => i).filter((i) => counts.some((column) => (column[i] ?? 0) > 0));
    if (used.length === 0) continue;
    writeSubheading(sheet, ++sheet.row, pageColumn, title);
    yield;
    const table = writePageTable(sheet, sheet.row + 1, pageColumn, [
      { header, values: used.map((i) => names[i]), span: nameSpan },
      ...groups.map(({ id }, group): PageColumn => {
        const total = counts[group].reduce((sum, count) => sum + count, 0);
        return {
          header: findGroupName(words, lens.id, id),
          values: used.map((i): CellValue => (total === 0 ? null : counts[group][i] / total)),
          format: shareFormat,
          align: "right",
        };
      }),
    ]);
    groups.forEach((_, group) => {
      if (counts[group].some((count) => count > 0))
        sheet.addConditionalFormat({
          range: buildRange(table.firstRow, pageColumn + nameSpan + group, table.rowCount, 1),
          kind: "colorScale",
          colors: [palette.scaleLow, palette.scaleHigh],
        });
    });
    sheet.row = table.firstRow + table.rowCount;
  }
}
