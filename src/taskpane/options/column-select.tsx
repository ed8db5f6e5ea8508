import { Select } from "@fluentui/react-components";
import { useWords } from "../state/pane-context";
import type { ColumnChoice } from "./use-columns";
import { nameColumn } from "./use-columns";

interface Properties {
  readonly label: string;
  /** Stands where nothing is chosen. */
  readonly prompt?: string;
  readonly value: string;
  /** Ways to look at customers, where the setting takes them too. */
  readonly views?: readonly ColumnChoice[];
  readonly measures: readonly ColumnChoice[];
  /** Stands above the measures, where they are of another kind. */
  readonly measuresTitle?: string;
  readonly own: readonly ColumnChoice[];
  readonly onChange: (column: string) => void;
}

/** A choice of a column; one that is not known any more stays to be chosen. */
export function ColumnSelect(properties: Properties) {
  const { label, prompt, value, views = [], measures, measuresTitle, own, onChange } = properties;
  const words = useWords();
  const isKnown = value === "" || [...views, ...measures, ...own].some(({ id }) => id === value);
  const shown = isKnown ? own : [...own, { id: value, name: nameColumn(value, words) }];
  const list = (choices: readonly ColumnChoice[]) =>
    choices.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  return (
    <Select aria-label={label} size="small" value={value} onChange={(_, data) => onChange(data.value)}>
      {value === "" && <option value="">{prompt ?? words.options.choose}</option>}
      {views.length > 0 && <optgroup label={words.pane.optionGroups.lenses}>{list(views)}</optgroup>}
      {shown.length > 0 && <optgroup label={words.options.ownColumns}>{list(shown)}</optgroup>}
      <optgroup label={measuresTitle ?? words.options.measures}>{list(measures)}</optgroup>
    </Select>
  );
}
