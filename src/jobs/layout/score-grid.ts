import { buildRange } from "./address";
import { mutedStyle, textStyle, writeSubheading } from "./page";
import type { SheetBuilder } from "./sheet-builder";
import { palette } from "./theme";

/** R score by F score in coloured cells, the best R on top; `row` has the title, the scores follow. */
export function writeScoreGrid(
  sheet: SheetBuilder,
  row: number,
  column: number,
  title: string,
  corner: string,
  rows: readonly (readonly number[])[],
  format: string,
): void {
  const bins = rows.length;
  const labelStyle = { ...mutedStyle, bold: true, horizontalAlign: "center" } as const;
  writeSubheading(sheet, row, column, title);
  sheet.put(row + 1, column, corner, { ...mutedStyle, fontSize: 8, wrap: true, horizontalAlign: "center" });
  for (let i = 0; i < bins; i++) {
    sheet.put(row + 1, column + 1 + i, `F ${i + 1}`, labelStyle);
    sheet.put(row + 2 + i, column, `R ${bins - i}`, labelStyle);
    sheet.setHeight(row + 2 + i, 20);
  }
  rows.forEach((cells, i) =>
    sheet.putRow(row + 2 + i, column + 1, cells, {
      ...textStyle,
      numberFormat: format,
      horizontalAlign: "center",
      border: { sides: ["bottom", "left", "right", "top"], color: palette.white },
    }),
  );
  sheet.addConditionalFormat({
    range: buildRange(row + 2, column + 1, bins, bins),
    kind: "colorScale",
    colors: ["#F3F8FC", "#6FB1E0"],
  });
}
