import type { TreeResult } from "../../../core/report/analysis";
import { pageColumn } from "../page";

/** How the columns of the tree sheet are used: narrow ones to indent by, one for text, then columns for numbers. */
export interface TreeFrame {
  readonly column: number;
  readonly indents: number;
  readonly indentWidth: number;
  readonly textColumn: number;
  readonly textWidth: number;
  readonly numberColumn: number;
  readonly numberColumns: number;
  readonly numberWidth: number;
  /** All columns together. */
  readonly columns: number;
}

const fewestNumberColumns = 7;

/** Names of the columns that a tree asks about, in its own order. */
export function listUsedFeatures({ tree, importance }: TreeResult): string[] {
  const used = new Set(importance.filter(({ share }) => share > 0).map(({ feature }) => feature));
  return tree.features.map(({ name }) => name).filter((name) => used.has(name));
}

/** Room for the deepest tree, the most groups and the most columns asked about. */
export function buildTreeFrame(trees: readonly TreeResult[]): TreeFrame {
  const depth = Math.max(1, ...trees.map((tree) => tree.depth));
  const groups = Math.max(0, ...trees.map(({ tree }) => tree.classes.length + 1));
  const inputs = Math.max(0, ...trees.map((tree) => listUsedFeatures(tree).length));
  const indents = depth + 1;
  const numberColumns = Math.max(fewestNumberColumns, groups, inputs);
  return {
    column: pageColumn,
    indents,
    indentWidth: 3,
    textColumn: pageColumn + indents,
    textWidth: 40,
    numberColumn: pageColumn + indents + 1,
    numberColumns,
    numberWidth: 13,
    columns: indents + 1 + numberColumns,
  };
}
