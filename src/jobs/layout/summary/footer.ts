import type { Analysis } from "../../../core/report/analysis";
import { findScoreWarnings } from "../../../core/rfm/score-warnings";
import type { Words } from "../../../i18n/en";
import { formatPlace } from "../address";
import type { Facts } from "../facts";
import { findColumnName, formatRemark } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
import { mutedStyle, pageColumn, textStyle, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { writeSummaryHeading } from "./summary-heading";

/** Columns that the scores are read from, as they are called in the language. */
function findMeasureName(words: Words, measure: "recency" | "frequency" | "monetary"): string {
  return findColumnName(words, { recency: "recencyDays", frequency: "orders", monetary: "monetary" }[measure]);
}

/** Warnings about scores, in words. */
function buildScoreWarnings(analysis: Analysis, words: Words): string[] {
  return findScoreWarnings(analysis.rfm).map(({ code, measure, score, customers }) => {
    const name = findMeasureName(words, measure);
    const { scoreWarnings } = words;
    if (code === "emptyScore") return scoreWarnings.emptyScore(name, score ?? 0);
    if (code === "unevenScore") return scoreWarnings.unevenScore(name, score ?? 0, customers);
    return code === "allEqual" ? scoreWarnings.allEqual(name) : scoreWarnings.fewCustomers(name, customers);
  });
}

/** Warnings about scores and remarks of lenses, in words. */
export function buildWarnings(analysis: Analysis, words: Words): string[] {
  const remarks = analysis.lenses.flatMap((lens) => lens.remarks.map((remark) => formatRemark(words, lens.id, remark)));
  return [...buildScoreWarnings(analysis, words), ...remarks];
}

function listAssumptions({ settings, summary: { report } }: Analysis, facts: Facts, { summary }: Words): string[] {
  const assumptions: string[] = [];
  if (facts.basis === "revenue") assumptions.push(summary.noCost);
  if (facts.basis === "profit" && report.valueReason === "margin" && settings.margin !== null) {
    assumptions.push(summary.marginUsed(settings.margin));
  }
  if (report.refundLines > 0 && facts.basis !== "none") {
    if (settings.refunds === "net")
      assumptions.push(summary.refundsNet(Number.isFinite(facts.refundRate) ? facts.refundRate : 0));
    else assumptions.push(settings.refunds === "drop" ? summary.refundsDrop : summary.refundsAsIs);
  }
  if (facts.basis !== "none") {
    assumptions.push(summary.simpleLifetimeValue(settings.lifetimeYears, settings.yearlyDiscountRate));
  }
  return assumptions;
}

/** How good the data are, what was assumed, and a link to everything else. */
export function writeFooter(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  const { words } = context;
  const { summary } = words;
  const { report } = analysis.summary;
  writeSummaryHeading(sheet, summary.notes);
  writeParagraph(sheet, summary.quality(report.rows.excluded, new Set(report.issues.map(({ code }) => code)).size));
  sheet.putLink(sheet.row++, pageColumn, summary.qualityLink, formatPlace(sheetNames.notes, 0, 0), {
    ...textStyle,
    fontColor: palette.accent,
  });
  const assumptions = listAssumptions(analysis, facts, words);
  if (analysis.concentration?.negativesClipped === true) assumptions.push(summary.giniClipped);
  if (assumptions.length > 0) {
    writeParagraph(sheet, `${summary.assumptions}${words.phrases.colon}${assumptions.join(" ")}`);
  }
  for (const warning of buildScoreWarnings(analysis, words)) writeParagraph(sheet, warning, mutedStyle);
}
