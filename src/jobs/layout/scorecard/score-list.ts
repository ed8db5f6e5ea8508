import { sortIndices } from "../../../core/math/index-sort";
import { SCORE_TIERS } from "../../scorecard/compute-scorecard";
import type { Scorecard } from "../../scorecard/scorecard";
import type { CellValue } from "../../../workbook/port";
import { buildRange, formatColumn, formatFormulaText } from "../address";
import { findColumnName } from "../group-words";
import { countFormat, mutedStyle, pageColumn, writeHeading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, tableStyle } from "../theme";
import type { ScorecardContext } from "./scorecard-context";
import { pointsFormat } from "./scorecard-context";

export const scoreTableName = "CvmScorecard";

/** Headers of a table differ in more than case. */
function makeUnique(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    let name = header;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${header} (${copy})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A native table with a row per customer, the highest score first. */
export function writeScoreList(sheet: SheetBuilder, card: Scorecard, { words }: ScorecardContext): void {
  const text = words.scorecard;
  const { ids, indicators, scored } = card;
  const { scores, codes, missing, points } = scored;
  writeHeading(sheet, text.list);
  const known = [...sortIndices(scores, true)];
  const unknown = ids.flatMap((_, customer) => (scores[customer] === scores[customer] ? [] : [customer]));
  const order = [...known, ...unknown];
  const names = SCORE_TIERS.map((id) => text.tierNames[id]);
  const pick = (values: ArrayLike<number>) => order.map((customer): CellValue => values[customer]);
  const columns: { header: string; values: CellValue[]; format: string }[] = [
    { header: words.columns.customer.name, values: order.map((customer) => ids[customer]), format: "@" },
    { header: text.score, values: pick(scores), format: pointsFormat },
    {
      header: text.tier,
      values: order.map((customer) => (codes[customer] < 0 ? null : names[codes[customer]])),
      format: "@",
    },
    { header: text.blank, values: pick(missing), format: countFormat },
    ...indicators.map(({ id }, i) => ({
      header: findColumnName(words, id),
      values: pick(points[i]),
      format: pointsFormat,
    })),
  ];
  const headerRow = sheet.row;
  const headers = makeUnique(columns.map(({ header }) => header));
  sheet.putRow(headerRow, pageColumn, headers, { ...mutedStyle, bold: true, wrap: true, verticalAlign: "bottom" });
  sheet.addBlock({ row: headerRow + 1, column: pageColumn, columns: columns.map(({ values }) => values) });
  columns.forEach(({ format }, i) =>
    sheet.addAreaStyle(buildRange(headerRow + 1, pageColumn + i, order.length, 1), {
      fontSize: 10,
      numberFormat: format,
      horizontalAlign: format === "@" ? "left" : "right",
    }),
  );
  SCORE_TIERS.forEach((id, i) => {
    const { fill, fontColor } = getGroupColor("value-levels", id, i, SCORE_TIERS.length);
    const formula = `=$${formatColumn(pageColumn + 2)}${headerRow + 2}=${formatFormulaText(names[i])}`;
    const range = buildRange(headerRow + 1, pageColumn + 2, order.length, 1);
    sheet.addConditionalFormat({ range, kind: "formula", formula, fill, fontColor });
  });
  sheet.addTable({
    name: scoreTableName,
    range: buildRange(headerRow, pageColumn, order.length + 1, columns.length),
    style: tableStyle,
    showFilter: true,
  });
  sheet.row = headerRow + order.length + 1;
}
