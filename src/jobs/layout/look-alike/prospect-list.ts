import { PROSPECT_GROUPS } from "../../../core/decisions/look-alike";
import type { TreeColumn } from "../../../core/tree/column";
import type { CellStyle, CellValue } from "../../../workbook/port";
import type { LookAlikeReport } from "../../look-alike/look-alike-report";
import { buildRange, formatColumn, formatFormulaText } from "../address";
import { pickFeatureFormat } from "../feature-columns";
import { mutedStyle, pageColumn, pageColumns, shareFormat, writeHeading, writeParagraph } from "../page";
import type { ScoreContext } from "../score/score-context";
import { nameScoreColumn } from "../score/score-context";
import type { SheetBuilder } from "../sheet-builder";
import type { GroupColor } from "../theme";
import { palette, tableStyle } from "../theme";

/** Colours of the groups of prospects. */
export const groupColors: Readonly<Record<(typeof PROSPECT_GROUPS)[number], GroupColor>> = {
  better: { fill: "#0B4F8A", fontColor: palette.white },
  good: { fill: "#8CBFE3", fontColor: palette.black },
  poor: { fill: "#DADDE1", fontColor: palette.black },
};

const prospectsTableName = "CvmProspects";
/** Columns before the shared attributes: rank, prospect, score, group. */
const leadColumns = 4;

/** One table with every prospect, the most alike first, with the shared attributes that fit on the page; the row below it comes back. */
export function writeProspectList(sheet: SheetBuilder, report: LookAlikeReport, context: ScoreContext): number {
  const { words, moneyFormat } = context;
  const text = words.lookAlike;
  const { result, prospectIds, prospectColumns } = report;
  const { ranked, scores, groups } = result;
  writeHeading(sheet, text.list);
  const names = prospectColumns.map(({ name }) => nameScoreColumn(words, name));
  writeParagraph(sheet, text.listNote(words.phrases.list(names)), mutedStyle);
  sheet.row++;
  const top = sheet.row;
  const shown = prospectColumns.slice(0, pageColumns - leadColumns);
  const groupNames = PROSPECT_GROUPS.map((id) => text.groups[id].name);
  const columns: {
    header: string;
    values: ArrayLike<CellValue>;
    format?: string;
    align: CellStyle["horizontalAlign"];
  }[] = [
    { header: text.rank, values: Array.from(ranked, (_, rank) => rank + 1), format: "0", align: "left" },
    {
      header: text.prospect,
      values: Array.from(ranked, (prospect) => prospectIds[prospect]),
      format: "@",
      align: "left",
    },
    {
      header: text.score,
      values: Float64Array.from(ranked, (prospect) => scores[prospect]),
      format: shareFormat,
      align: "right",
    },
    { header: text.groupHeader, values: Array.from(ranked, (prospect) => groupNames[groups[prospect]]), align: "left" },
    ...shown.map((column) => ({
      header: nameScoreColumn(words, column.name),
      values: orderColumn(column, ranked),
      format: column.kind === "number" ? pickFeatureFormat(column.name, moneyFormat) : undefined,
      align: column.kind === "number" ? ("right" as const) : ("left" as const),
    })),
  ];
  const taken = new Set<string>();
  columns.forEach(({ header, align, format }, i) => {
    let name = header;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${header} (${copy})`;
    taken.add(name.toLowerCase());
    const place = pageColumn + i;
    sheet.put(top, place, name, {
      ...mutedStyle,
      bold: true,
      wrap: true,
      horizontalAlign: align,
      verticalAlign: "bottom",
    });
    sheet.addAreaStyle(buildRange(top + 1, place, ranked.length, 1), {
      fontSize: 10,
      horizontalAlign: align,
      ...(align === "left" && i > 0 && { indent: 1 }),
      ...(format !== undefined && { numberFormat: format }),
    });
  });
  sheet.addBlock({ row: top + 1, column: pageColumn, columns: columns.map(({ values }) => values) });
  sheet.addTable({
    name: prospectsTableName,
    range: buildRange(top, pageColumn, ranked.length + 1, columns.length),
    style: tableStyle,
    showFilter: true,
  });
  const groupColumn = pageColumn + leadColumns - 1;
  PROSPECT_GROUPS.forEach((id, group) =>
    sheet.addConditionalFormat({
      range: buildRange(top + 1, groupColumn, ranked.length, 1),
      kind: "formula",
      formula: `=$${formatColumn(groupColumn)}${top + 2}=${formatFormulaText(groupNames[group])}`,
      ...groupColors[id],
    }),
  );
  return top + 1 + ranked.length;
}

function orderColumn(column: TreeColumn, ranked: Int32Array): ArrayLike<CellValue> {
  if (column.kind === "number") return Float64Array.from(ranked, (prospect) => column.numbers[prospect]);
  return Array.from(ranked, (prospect) => (column.codes[prospect] < 0 ? null : column.labels[column.codes[prospect]]));
}
