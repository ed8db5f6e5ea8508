import { computeMean, computeSkewness } from "../math/statistics";
import type { TreeColumn } from "../tree/column";

/** A number that a score is computed from: a column of numbers, or whether a column of texts holds one of them. Plain JSON. */
export type PredictorTerm =
  | {
      readonly column: string;
      readonly kind: "number";
      /** Taken where the number is blank. */
      readonly blankAs: number;
      /** Whether ln(1 + number), a negative one as 0, stands for the number: a few very large ones would else decide alone. */
      readonly isLogged: boolean;
    }
  | {
      readonly column: string;
      readonly kind: "category";
      /** Null stands for blank. */
      readonly label: string | null;
    };

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
/** Columns that are skewed more than this, have numbers beyond the other and hardly a negative one, are logged. */
const LARGEST_SKEWNESS = 1;
const LEAST_LOGGED = 10;
const MOST_NEGATIVE_SHARE = 0.01;

/**
 * Terms for columns: one per column of numbers, and one per text but the most frequent (of equally frequent ones the first); blank is a text
 * like any other. A blank number becomes the mean. Skewed columns are taken as ln(1 + number).
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
      const term = describeNumber(column.name, column.numbers);
      if (term === null) leftOut.push(column.name);
      else terms.push(term);
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

/** Null for a column that does not vary. */
function describeNumber(column: string, numbers: Float64Array): PredictorTerm | null {
  const mean = computeMean(numbers);
  if (!numbers.some((value) => value === value && value !== mean)) return null;
  const isSkewed = computeSkewness(numbers) > LARGEST_SKEWNESS && numbers.some((value) => value > LEAST_LOGGED);
  const negatives = numbers.reduce((count, value) => (value < 0 ? count + 1 : count), 0);
  const isLogged = isSkewed && negatives <= MOST_NEGATIVE_SHARE * numbers.length;
  return { column, kind: "number", blankAs: isLogged ? Math.expm1(computeMean(numbers.map(takeLog))) : mean, isLogged };
}

/** ln(1 + number), a negative number as 0. */
function takeLog(value: number): number {
  return Math.log1p(Math.max(value, 0));
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
      const { blankAs, isLogged } = term.kind === "number" ? term : { blankAs: 0, isLogged: false };
      const filled = column.numbers.map((value) => (value === value ? value : blankAs));
      return isLogged ? filled.map(takeLog) : filled;
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
