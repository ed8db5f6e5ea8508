import type { Scorecard } from "../../scorecard/scorecard";
import { SCORE_TIERS } from "../../scorecard/compute-scorecard";
import { GRADES } from "../../scorecard/sheet-inputs";
import { findColumnName } from "../group-words";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import type { ScorecardContext } from "./scorecard-context";
import { pointsFormat } from "./scorecard-context";

/** The three tiers as words with their colours. */
export function buildTierColumn({ words }: ScorecardContext): PageColumn {
  return {
    header: words.scorecard.tier,
    values: SCORE_TIERS.map((id) => words.scorecard.tierNames[id]),
    colors: SCORE_TIERS.map((id, i) => getGroupColor("value-levels", id, i, SCORE_TIERS.length)),
    span: 2,
    style: { indent: 1 },
  };
}

/** What the tiers are, and what they are strong in. */
export function writeTierPart(sheet: SheetBuilder, card: Scorecard, context: ScorecardContext): void {
  const { words, moneyFormat } = context;
  const text = words.scorecard;
  const { tiers } = card.scored;
  writeHeading(sheet, text.tiers);
  writeParagraph(sheet, text.tiersHint, mutedStyle);
  const largest = Math.max(0, ...tiers.map(({ value }) => Math.abs(value ?? 0)));
  const money: PageColumn[] = [
    {
      header: text.value,
      values: tiers.map(({ value }) => value),
      format: pickMoneyFormat(moneyFormat, largest),
      align: "right",
    },
    { header: text.valueShare, values: tiers.map(({ valueShare }) => valueShare), format: shareFormat, align: "right" },
  ];
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    buildTierColumn(context),
    { header: text.customers, values: tiers.map(({ customers }) => customers), format: countFormat },
    {
      header: text.customerShare,
      values: tiers.map(({ customerShare }) => customerShare),
      format: shareFormat,
      bar: palette.bar,
    },
    {
      header: text.lowestScore,
      values: tiers.map(({ lowestScore }) => lowestScore),
      format: pointsFormat,
      align: "right",
    },
    { header: text.meanScore, values: tiers.map(({ meanScore }) => meanScore), format: pointsFormat, align: "right" },
    ...(tiers.some(({ value }) => value !== null) ? money : []),
    {
      header: text.evaluation,
      values: tiers.map(({ evaluation }) => (evaluation === null ? null : text.grades[GRADES[evaluation.grade]])),
      align: "right",
    },
    {
      header: text.evaluationScore,
      values: tiers.map(({ evaluation }) => evaluation?.score ?? null),
      format: pointsFormat,
      align: "right",
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;

  writeSubheading(sheet, ++sheet.row, pageColumn, text.meanPoints);
  const points = writePageTable(sheet, sheet.row + 1, pageColumn, [
    buildTierColumn(context),
    ...card.indicators.map(({ id }, i): PageColumn => ({
      header: findColumnName(words, id),
      values: tiers.map(({ meanPoints }) => meanPoints[i]),
      format: pointsFormat,
      align: "right",
      scale: true,
    })),
  ]);
  sheet.row = points.firstRow + points.rowCount;
}
