import { listColumnNames } from "../core/lenses/columns";
import type { Analysis } from "../core/report/analysis";
import type { CrossTable } from "../core/report/cross-result";
import { buildCrossTables } from "../core/report/cross-tables";
import { readLensTables } from "../core/report/rerun-lens";

/** Cross-tables of an analysis on demand. */
export interface CrossExplorer {
  /** What customers can be divided by: views that ran, then columns. */
  readonly names: readonly string[];
  /** The names to begin with. */
  readonly first: readonly [rows: string, columns: string];
  /** Null for a name that is not among `names`. */
  build(rows: string, columns: string): CrossTable | null;
}

/** Prepares an analysis for cross-tables of any two of its views and columns. */
export function exploreCross(analysis: Analysis): CrossExplorer {
  const tables = readLensTables(analysis);
  const names = [...analysis.lenses.map(({ id }) => id), ...listColumnNames(tables)];
  const asked = analysis.crossTables.find(({ table }) => table !== null);
  return {
    names,
    first: asked === undefined ? [names[0] ?? "", names[1] ?? names[0] ?? ""] : [asked.rows, asked.columns],
    build: (rows, columns) => buildCrossTables([[rows, columns]], analysis.lenses, tables)[0].table,
  };
}
