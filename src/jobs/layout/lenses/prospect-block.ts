import { QUADRANTS } from "../../../core/lenses/quadrants-lens";
import { findColumnName, findGroupAction, findGroupName, findLensWords } from "../group-words";
import type { LayoutContext } from "../layout-context";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor } from "../theme";

const lens = "quadrants";
const nameSpan = 3;
const numberColumns = 3;

/** Potential customers of a second list by value and demand; nothing is written where there is none. */
export function writeProspectQuadrants(sheet: SheetBuilder, { words, prospects }: LayoutContext): void {
  if (prospects === undefined) return;
  const { groups, demandColumns, source } = prospects;
  const text = words.views.prospects;
  const all = groups.reduce((sum, group) => sum + group.prospects, 0);
  writeSubheading(sheet, ++sheet.row, pageColumn, text.title(all, source));
  sheet.row++;
  const names = demandColumns.map((name) => findColumnName(words, name));
  const note = names.length === 0 ? text.withoutDemand : text.withDemand(words.phrases.list(names));
  writeParagraph(sheet, note, mutedStyle);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    {
      header: findLensWords(words, lens).name,
      span: nameSpan,
      values: groups.map(({ id }) => findGroupName(words, lens, id)),
      colors: groups.map(({ id }) =>
        getGroupColor(lens, id, (QUADRANTS as readonly string[]).indexOf(id), QUADRANTS.length),
      ),
      style: { indent: 1 },
    },
    { header: text.prospects, values: groups.map((group) => group.prospects), format: countFormat },
    { header: text.share, values: groups.map((group) => group.prospects / all), format: shareFormat },
    { header: text.meanScore, values: groups.map(({ meanScore }) => meanScore), format: shareFormat },
    {
      header: words.summary.actionHeader,
      values: groups.map(({ id }) => findGroupAction(words, lens, id)),
      span: pageColumns - nameSpan - numberColumns,
      style: { fontSize: 9, indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
