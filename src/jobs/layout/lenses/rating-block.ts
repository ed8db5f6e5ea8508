import type { Analysis } from "../../../core/report/analysis";
import type { RatingKind } from "../../../core/lenses/rating-factors";
import { findColumnName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { countFormat, mutedStyle, pageColumn, writePageTable, writeParagraph, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor } from "../theme";

const pointsFormat = "0.0";
const nameSpan = 2;
const kindSpan = 2;
const actionSpan = 3;
const kinds: readonly RatingKind[] = ["value", "basic", "dissatisfier", "secondary"];

/** What rated attributes do to loyalty; nothing is written where none are named. */
export function writeRatingFactors(sheet: SheetBuilder, { ratingFactors }: Analysis, { words }: LayoutContext): void {
  if (ratingFactors.length === 0) return;
  const text = words.views.ratings;
  const known = (values: readonly number[]) => values.map((value) => (Number.isFinite(value) ? value : null));
  const colors = ratingFactors.map(({ kind }) => getGroupColor("ratings", kind, kinds.indexOf(kind), kinds.length));
  writeSubheading(sheet, ++sheet.row, pageColumn, text.title);
  sheet.row++;
  writeParagraph(sheet, text.intro, mutedStyle);
  const satisfaction = known(ratingFactors.map(({ satisfactionPenalty }) => satisfactionPenalty));
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    {
      header: text.attribute,
      values: ratingFactors.map(({ column }) => findColumnName(words, column)),
      span: nameSpan,
    },
    { header: text.customers, values: ratingFactors.map(({ customers }) => customers), format: countFormat },
    { header: text.meanRating, values: ratingFactors.map(({ meanRating }) => meanRating), format: "0.00" },
    { header: text.reward, values: known(ratingFactors.map(({ reward }) => reward)), format: pointsFormat },
    { header: text.penalty, values: known(ratingFactors.map(({ penalty }) => penalty)), format: pointsFormat },
    ...(satisfaction.some((value) => value !== null)
      ? [{ header: text.satisfactionPenalty, values: satisfaction, format: pointsFormat }]
      : []),
    {
      header: text.kind,
      values: ratingFactors.map(({ kind }) => text.kinds[kind].name),
      span: kindSpan,
      colors,
      style: { indent: 1 },
    },
    {
      header: words.summary.actionHeader,
      values: ratingFactors.map(({ kind }) => text.kinds[kind].action),
      span: actionSpan,
      style: { fontSize: 9, indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
