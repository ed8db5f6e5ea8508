import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import type { Cell, RowBlock } from "../../src/core/transactions/cells";
import { createTransactionReader } from "../../src/core/transactions/transaction-reader";
import { detectRoles } from "../../src/core/transactions/detect-roles";
import type { RowSwitches } from "../../src/core/transactions/plan";
import type { Transactions } from "../../src/core/transactions/transactions";
import { toDayNumber } from "../../src/core/days";

/** A table as a reader meets it. */
export interface TableBlocks {
  readonly headers: readonly string[];
  readonly blocks: readonly RowBlock[];
}

/** Rows of cells as blocks of columns. */
export function toBlocks(rows: readonly (readonly Cell[])[], columnCount: number, blockSize = 8192): RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let firstRow = 0; firstRow < rows.length; firstRow += blockSize) {
    const part = rows.slice(firstRow, firstRow + blockSize);
    const columns = Array.from({ length: columnCount }, (_, column) => part.map((row) => row[column] ?? null));
    blocks.push({ firstRow, rowCount: part.length, columns });
  }
  return blocks;
}

/** The rows of a CSV file, packed or not, as blocks of text cells; empty cells are null. */
export function readCsvBlocks(path: string, blockSize?: number): TableBlocks {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [headers, ...rows] = data;
  const cells = rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
  return { headers, blocks: toBlocks(cells, headers.length, blockSize) };
}

/** Finds the roles, reads all blocks and hands over the lines; today is the end of 2030 unless told. */
export function readTransactions(
  { headers, blocks }: TableBlocks,
  switches: Partial<RowSwitches> = {},
  today = toDayNumber(2030, 12, 31),
): Transactions {
  const head = blocks[0] ?? { firstRow: 0, rowCount: 0, columns: headers.map(() => []) };
  const { columns, attributes, costBasis, issues } = detectRoles(headers, head);
  const reader = createTransactionReader({
    headers,
    columns,
    attributes,
    today,
    switches: { costBasis, ...switches },
    issues,
  });
  for (const block of blocks) reader.push(block);
  return reader.finish();
}
