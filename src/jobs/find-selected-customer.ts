import { formatNumberId, normalizeId, normalizeText } from "../core/transactions/parse-text";
import type { CellValue, SelectedCell, WorkbookPort } from "../workbook/port";
import type { JudgedRows } from "./analyze";
import { buildRange } from "./layout/address";

/** Label columns stand right beside the rows. */
const mostLabels = 3;

function findCustomer({ analysis }: JudgedRows, cell: CellValue): number | null {
  if (cell === null || typeof cell === "boolean") return null;
  const text = typeof cell === "number" ? formatNumberId(cell) : normalizeText(cell);
  const { ids } = analysis.summary.customers;
  for (const id of new Set([text, normalizeId(text)])) {
    const index = ids.indexOf(id);
    if (index >= 0) return index;
  }
  return null;
}

/** The column of the sheet that has the customers of the rows; null where it cannot be told. */
async function findCustomerColumn(port: WorkbookPort, { request, roleColumns }: JudgedRows): Promise<number | null> {
  const { place, headers } = request.source;
  const position = roleColumns.customer;
  if (place === null || position === undefined) return null;
  const { sheet, headerRow, firstColumn, lastColumn } = place;
  if (lastColumn - firstColumn + 1 === headers.length) return firstColumn + position;
  if (headerRow === 0) return null;
  const range = buildRange(headerRow - 1, firstColumn, 1, lastColumn - firstColumn + 1);
  const [texts] = await port.readCells({ name: sheet }, range);
  const found = texts.findIndex((text) => text !== null && normalizeText(String(text)) === headers[position]);
  return found < 0 ? null : firstColumn + found;
}

/** Whether a cell lies in a row of the rows, or among the labels beside it. */
function isInRows({ request }: JudgedRows, { sheet, row, column }: SelectedCell): boolean {
  const { place } = request.source;
  return (
    place !== null &&
    place.sheet.toLowerCase() === sheet.toLowerCase() &&
    row >= place.headerRow &&
    column >= place.firstColumn &&
    column <= place.lastColumn + mostLabels
  );
}

/**
 * The customer in whose row a cell lies: on the customers' sheet, on another sheet of ours whose row begins with a customer, or in the rows that
 * were analysed. Rows may have been sorted since: the customer is read from the row as it is now.
 *
 * @returns index into the customers of the analysis, or null
 * @throws WorkbookError when the cells cannot be read
 */
export async function findSelectedCustomer(
  port: WorkbookPort,
  judged: JudgedRows,
  cell: SelectedCell,
): Promise<number | null> {
  const readCell = async (column: number) => {
    const [[value]] = await port.readCells({ name: cell.sheet }, buildRange(cell.row, column, 1, 1));
    return value;
  };
  if (isInRows(judged, cell)) {
    const column = await findCustomerColumn(port, judged);
    return column === null ? null : findCustomer(judged, await readCell(column));
  }
  if (cell.id === undefined) return null;
  const value = await readCell(0);
  // Ids are written as text: a number in another table is no id.
  return typeof value === "string" ? findCustomer(judged, value) : null;
}
