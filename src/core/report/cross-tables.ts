import { findColumn } from "../lenses/columns";
import type { LensTables } from "../lenses/lens";
import type { LensResult } from "./analysis";
import type { CrossPair, CrossResult } from "./cross-result";
import type { Division } from "./cross-table";
import { buildCrossTable, divideByColumn, divideByLens } from "./cross-table";

/**
 * Customers divided by a lens that ran, else by a column.
 *
 * @param name id of a lens, or a column as `findColumn` knows it
 * @returns null where there is neither
 */
export function divideCustomers(name: string, lenses: readonly LensResult[], tables: LensTables): Division | null {
  const lens = lenses.find(({ id }) => id === name);
  if (lens !== undefined) return divideByLens(lens);
  const column = findColumn(name, tables);
  return column === null ? null : divideByColumn(column);
}

/** The cross-tables that the settings name, in their order. */
export function buildCrossTables(
  pairs: readonly CrossPair[],
  lenses: readonly LensResult[],
  tables: LensTables,
): CrossResult[] {
  return pairs.map(([rows, columns]) => {
    const divisions = [rows, columns].map((name) => divideCustomers(name, lenses, tables));
    const [down, across] = divisions;
    return {
      rows,
      columns,
      table: down === null || across === null ? null : buildCrossTable(down, across, tables),
      unknown: [rows, columns].filter((_, i) => divisions[i] === null),
    };
  });
}
