import { buildRange } from "../grid-range";
import { WorkbookError } from "../port";
import { chooseSamples, haveRowsMoved } from "../row-samples";
import { getCells } from "./cell-range";
import type { PlannedLabels } from "./office-labels";
import { readCellRows } from "./sheet-cells";

/**
 * Loads some of the rows that labels are about to be written beside. Call what comes back after the next sync.
 *
 * @throws WorkbookError `rowsChanged`, by what comes back, when other rows stand there than were read
 */
export function loadRowCheck(context: Excel.RequestContext, { sheet, labels }: PlannedLabels): () => void {
  const { source } = labels;
  const worksheet = context.workbook.worksheets.getItem(sheet.key);
  const loaded = chooseSamples(source.samples ?? []).map((sample) => {
    const { position, columns } = sample;
    const range = buildRange(
      source.rowNumber(position) - 1,
      columns[0],
      1,
      columns[columns.length - 1] + 1 - columns[0],
    );
    return { sample, range, cells: getCells(worksheet, range).load("values") };
  });
  return () => {
    const now = loaded.map(({ sample, range, cells }) => {
      const [row] = readCellRows(cells.values, range);
      return sample.columns.map((column) => row[column - range.column]);
    });
    const samples = loaded.map(({ sample }) => sample);
    if (haveRowsMoved(samples, now))
      throw new WorkbookError("rowsChanged", "the rows stand elsewhere by now", { sheet: sheet.name });
  };
}
