import { useMemo } from "react";
import { findColumnName } from "../../jobs/layout/group-words";
import { knownColumns } from "../../jobs/rule-check";
import { usePane, useWords } from "../state/pane-context";

export interface ColumnChoice {
  readonly id: string;
  readonly name: string;
}

/** Columns that a setting can name: what is computed, and those of the user's rows as far as they were looked at. */
export function useColumns(key: keyof typeof knownColumns): {
  readonly measures: readonly ColumnChoice[];
  readonly own: readonly ColumnChoice[];
} {
  const words = useWords();
  const preview = usePane((model) => model.preview);
  const result = usePane((model) => model.result);
  return useMemo(() => {
    const measures = knownColumns[key].map((id) => ({ id, name: nameColumn(id, words) }));
    const seen = preview?.attributes.map((column) => preview.source.headers[column]) ?? [];
    const found = result?.outcome.analysis.summary.customers.attributes.map(({ name }) => name) ?? [];
    const names = [...new Set([...seen, ...found])].filter((name) => !knownColumns[key].includes(name));
    return { measures, own: names.map((id) => ({ id, name: id })) };
  }, [key, words, preview, result]);
}

/** Name of a column or of a ready-made set of columns. */
export function nameColumn(id: string, words: ReturnType<typeof useWords>): string {
  const isSet = id === "rfm" || id === "lrfmc";
  return isSet ? words.settingValues[id] : findColumnName(words, id);
}
