import { computeMean } from "../math/statistics";
import type { TreeColumn } from "../tree/column";

/** A number that a score is computed from: a column of numbers, or whether a column of texts holds one of them. Plain JSON. */
export type PredictorTerm =
  | {
      readonly column: string;
      readonly kind: "number";
      /** Taken where the number is blank. */ readonly blankAs: number;
    }
  | { readonly column: string; readonly kind: "category"; /** Null stands for blank. */ readonly label: string | null };

/** What a score is computed from. Plain JSON. */
export interface PredictorTerms {
  readonly terms: readonly PredictorTerm[];
  /** The text of each column of texts that has no term, because the others are compared with it: the most frequent one. */
  readonly bases: readonly { readonly column: string; readonly label: string | null }[];
  /** Columns without terms: they do not vary, or have more than 50 texts. */
  readonly leftOut: readonly string[];
}

/** Most different texts a column may have. */
const MOST_LABELS = 50;
/** Texts with fewer customers have no term: they count as the base. */
const LEAST_CUSTOMERS = 5;

/**
 * Terms for columns: one per column of numbers, and one per text but the most frequent (of equally frequent ones the first); blank is a text
 * like any other. A blank number becomes the mean.
 *
 * @param columns with different names and equal length
 * @returns in the order of the columns, texts in the order of their labels, blank last
 */
export function buildPredictorTerms(columns: readonly TreeColumn[]): PredictorTerms {
  const terms: PredictorTerm[] = [];
  const bases: { column: string; label: string | null }[] = [];
  const leftOut: string[] = [];
  for (const column of columns) {
    if (column.kind === "number") {
      const blankAs = computeMean(column.numbers);
      if (blankAs === blankAs && column.numbers.some((value) => value === value && value !== blankAs))
        terms.push({ column: column.name, kind: "number", blankAs });
      else leftOut.push(column.name);
      continue;
    }
    const { base, others, used } = countLabels(column.codes, column.labels);
    if (used > MOST_LABELS || others.length === 0) leftOut.push(column.name);
    else {
      bases.push({ column: column.name, label: base });
      terms.push(...others.map((label): PredictorTerm => ({ column: column.name, kind: "category", label })));
    }
  }
  return { terms, bases, leftOut };
}

function countLabels(codes: Int32Array, labels: readonly string[]) {
  const counts = new Int32Array(labels.length + 1);
  for (const code of codes) counts[code < 0 ? labels.length : code]++;
  let largest = 0;
  counts.forEach((count, place) => {
    if (count > counts[largest]) largest = place;
  });
  const name = (place: number): string | null => (place === labels.length ? null : labels[place]);
  const others: (string | null)[] = [];
  let used = 0;
  counts.forEach((count, place) => {
    if (count > 0) used++;
    if (place !== largest && count >= LEAST_CUSTOMERS) others.push(name(place));
  });
  return { base: name(largest), others, used };
}

/**
 * The numbers of the terms, one column per term without blanks. Texts are matched by label, so that codes may differ; a text without a term
 * counts as the base.
 *
 * @param terms   as {@link buildPredictorTerms} gives them
 * @param columns found by name; of equal length
 * @throws RangeError when a column is missing or of another kind
 */
export function computePredictors(terms: readonly PredictorTerm[], columns: readonly TreeColumn[]): Float64Array[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return terms.map((term) => {
    const column = byName.get(term.column);
    if (column?.kind !== term.kind) throw new RangeError(`the column ${term.column} is missing or of another kind`);
    if (column.kind === "number") {
      const blankAs = term.kind === "number" ? term.blankAs : 0;
      return column.numbers.map((value) => (value === value ? value : blankAs));
    }
    const label = term.kind === "category" ? term.label : null;
    const wanted = label === null ? -1 : column.labels.indexOf(label);
    const isNeverThere = label !== null && wanted < 0;
    return Float64Array.from(column.codes, (code) => (!isNeverThere && Math.max(code, -1) === wanted ? 1 : 0));
  });
}

/**
 * Some rows of a column, in the order given.
 *
 * @param rows positions in the column
 */
export function pickColumnRows(column: TreeColumn, rows: Int32Array): TreeColumn {
  return column.kind === "number"
    ? { ...column, numbers: Float64Array.from(rows, (row) => column.numbers[row]) }
    : { ...column, codes: rows.map((row) => column.codes[row]) };
}
