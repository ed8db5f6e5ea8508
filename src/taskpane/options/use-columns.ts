import { useMemo } from "react";
import { findColumnName } from "../../jobs/layout/group-words";
import { knownColumns, lineColumns } from "../../jobs/rule-check";
import { usePane, useWords } from "../state/pane-context";

export interface ColumnChoice {
  readonly id: string;
  readonly name: string;
}

/** Columns that every analysis may have, and the user's own. */
interface Columns {
  readonly measures: readonly ColumnChoice[];
  readonly own: readonly ColumnChoice[];
}

/** Names of the columns of the user's rows that stand for themselves, as far as the rows were looked at. */
function useOwnNames(): readonly string[] {
  const preview = usePane((model) => model.preview);
  const result = usePane((model) => model.result);
  return useMemo(() => {
    const seen = preview?.attributes.map((column) => preview.source.headers[column]) ?? [];
    const found = result?.outcome.analysis.summary.customers.attributes.map(({ name }) => name) ?? [];
    return [...new Set([...seen, ...found])];
  }, [preview, result]);
}

function buildColumns(known: readonly string[], names: readonly string[], nameOf: (id: string) => string): Columns {
  const own = names.filter((name) => !known.includes(name));
  return {
    measures: known.map((id) => ({ id, name: nameOf(id) })),
    own: own.map((id) => ({ id, name: id })),
  };
}

/** Columns that a setting can name: what is computed, and those of the user's rows. */
export function useColumns(key: keyof typeof knownColumns): Columns {
  const words = useWords();
  const names = useOwnNames();
  return useMemo(() => buildColumns(knownColumns[key], names, (id) => nameColumn(id, words)), [key, words, names]);
}

/** Columns of order lines that a condition can name. */
export function useLineColumns(): Columns {
  const { options } = useWords();
  const names = useOwnNames();
  return useMemo(() => buildColumns(lineColumns, names, (id) => options.lineColumns[id]), [options, names]);
}

/** Name of a column or of a ready-made set of columns. */
export function nameColumn(id: string, words: ReturnType<typeof useWords>): string {
  const isSet = id === "rfm" || id === "lrfmc";
  return isSet ? words.settingValues[id] : findColumnName(words, id);
}
