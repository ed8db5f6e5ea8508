import { Button, Caption1 } from "@fluentui/react-components";
import { usePaneStyles } from "../pane-styles";
import { formatSettingValue } from "../../jobs/layout/notes/setting-values";
import { useWords } from "../state/pane-context";
import { ColumnSelect } from "./column-select";
import { explainRefusal } from "./explain-refusal";
import { FieldGroup } from "./field-group";
import type { ColumnsField } from "./option-fields";
import type { FieldProperties } from "./editor-properties";
import { nameColumn, useColumns } from "./use-columns";

/** A list of columns: what is in it, and one more. */
export function ColumnsSetting({ field, settings, onChange }: FieldProperties<ColumnsField>) {
  const styles = usePaneStyles();
  const words = useWords();
  const { key } = field;
  const { name, meaning } = words.settings[key];
  const { measures, own } = useColumns(key);
  const chosen: readonly string[] = settings[key] ?? [];
  const isFree = ({ id }: { readonly id: string }) => !chosen.includes(id);
  const change = (columns: readonly string[]) => {
    const value = key === "treeFeatures" && columns.length === 0 ? null : columns;
    if (explainRefusal(key, value, words) === null) onChange({ [key]: value });
  };
  const hint = own.length === 0 ? `${meaning} ${words.options.ownColumnsUnknown}` : meaning;
  // The last of a list that may not be empty can only be replaced by another one.
  const isFixed = key === "features" && chosen.length === 1;
  return (
    <FieldGroup name={name} hint={hint}>
      <div className={styles.actions}>
        {chosen.length === 0 && <Caption1>{String(formatSettingValue(key, settings[key], words))}</Caption1>}
        {chosen.map((column) => (
          <Button
            key={column}
            size="small"
            icon={<span aria-hidden="true">×</span>}
            iconPosition="after"
            disabled={isFixed}
            aria-label={words.options.removeColumn(nameColumn(column, words))}
            onClick={() => change(chosen.filter((other) => other !== column))}
          >
            {nameColumn(column, words)}
          </Button>
        ))}
      </div>
      <ColumnSelect
        label={words.options.addColumn}
        prompt={words.options.addColumn}
        value=""
        measures={measures.filter(isFree)}
        own={own.filter(isFree)}
        onChange={(column) => change([...chosen, column])}
      />
    </FieldGroup>
  );
}
