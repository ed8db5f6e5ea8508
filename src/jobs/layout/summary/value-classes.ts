import { choosePolicy } from "../../../core/decisions/policies";
import type { Analysis, GroupSummary, LensResult } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import { findGroupName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import { countFormat, mutedStyle, pageColumn, pageColumns, shareFormat, textStyle } from "../page";
import { findBestRule, formatConditions } from "../rule-words";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import { writeSummaryHeading } from "./summary-heading";

/** Columns of the page: the name takes three, the numbers follow, the last seven hold who they are and what to do. */
const nameSpan = 2;

/** One row of figures per value class, and beneath it who is in it and what to do with it. */
export function writeValueClasses(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  const lens = analysis.lenses.find(({ id }) => id === "value-classes");
  if (lens === undefined) return;
  const { words, moneyFormat } = context;
  const { summary } = words;
  const value = summary.valueName[facts.basis];
  const valueTitle = summary.valueTitle[facts.basis];
  writeSummaryHeading(sheet, summary.classes);
  sheet.putText(sheet.row++, pageColumn, pageColumns, summary.classesIntro(lens.groups.length, value), mutedStyle);
  const figures: readonly [string, (group: GroupSummary) => number, string][] = [
    [summary.customersHeader, (group) => group.customers, countFormat],
    [summary.customerShareHeader, (group) => group.customerShare, shareFormat],
    [valueTitle, (group) => group.meanValue * group.customers, pickMoneyFormat(moneyFormat, facts.valueTotal)],
    [summary.valueShareHeader(value), (group) => group.valueShare, shareFormat],
    [
      summary.meanHeader(value),
      (group) => group.meanValue,
      pickMoneyFormat(moneyFormat, lens.groups[0]?.meanValue ?? 0),
    ],
  ];
  const headerStyle = { ...mutedStyle, bold: true, verticalAlign: "bottom", wrap: true } as const;
  const wordsColumn = pageColumn + nameSpan + figures.length;
  const wordsSpan = pageColumns - nameSpan - figures.length;
  sheet.put(sheet.row, pageColumn, words.lenses["value-classes"].name, { ...headerStyle, wrap: false });
  figures.forEach(([header], i) =>
    sheet.put(sheet.row, pageColumn + nameSpan + i, header, { ...headerStyle, horizontalAlign: "right" }),
  );
  sheet.put(sheet.row, wordsColumn, `${summary.who} / ${summary.policy}`, {
    ...headerStyle,
    wrap: false,
    indent: 1,
  });
  sheet.addStyle(buildRange(sheet.row, pageColumn, 1, pageColumns), {
    border: { sides: ["bottom"], color: palette.muted },
  });
  sheet.row++;

  const tree = analysis.trees.find(({ target }) => target === "value-classes");
  lens.groups.forEach((group, index) => {
    const row = sheet.row;
    const color = getGroupColor(lens.id, group.id, index, lens.groups.length);
    sheet.put(row, pageColumn, findGroupName(words, lens.id, group.id), {
      ...textStyle,
      bold: true,
      fontColor: color.fontColor,
      indent: 1,
    });
    sheet.addStyle(buildRange(row, pageColumn, 2, nameSpan), { fill: color.fill });
    figures.forEach(([, read, numberFormat], i) =>
      sheet.put(row, pageColumn + nameSpan + i, read(group), {
        ...textStyle,
        numberFormat,
        horizontalAlign: "right",
      }),
    );
    const rule = findBestRule(tree, index);
    const who =
      rule === undefined
        ? summary.noRule
        : formatConditions(words, rule.conditions) + words.phrases.inBrackets(words.phrases.share(rule.purityShare));
    const policy = words.policies[pickPolicy(lens, index, facts)];
    sheet.putText(row, wordsColumn, wordsSpan, `${summary.who}${words.phrases.colon}${who}`, {
      ...textStyle,
      indent: 1,
    });
    sheet.putText(row + 1, wordsColumn, wordsSpan, `${policy.name}${words.phrases.colon}${policy.action}`, {
      ...mutedStyle,
      indent: 1,
    });
    sheet.addStyle(buildRange(row + 1, pageColumn, 1, pageColumns), {
      border: { sides: ["bottom"], color: palette.hairline },
    });
    sheet.row += 2;
  });
}

function pickPolicy(lens: LensResult, index: number, facts: Facts) {
  const { meanValue, valueShare, customerShare, medianRecencyDays } = lens.groups[index];
  return choosePolicy(
    { rank: index, meanValue, valueShare, customerShare, medianRecencyDays },
    facts.valueTotal / facts.customers,
    facts.medianRecencyDays,
  );
}
