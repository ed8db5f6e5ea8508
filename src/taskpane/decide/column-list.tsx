import { Button, Checkbox, Input, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { JobChoice } from "../../jobs/job-choices";
import { Fold } from "../parts/fold";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";
import { useFormStyles } from "./form-styles";

/** More columns are folded away and can be searched. */
const mostOpen = 8;

interface Properties {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly JobChoice[];
  readonly chosen: readonly string[];
  readonly refusal: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Columns to tick; those that were chosen stay in sight, also where the rows have them no more. */
export function ColumnList({ name, meaning, columns, chosen, refusal, onChange }: Properties) {
  const styles = usePaneStyles();
  const form = useFormStyles();
  const { decide } = useWords();
  const [filter, setFilter] = useState("");
  const gone = chosen.filter((value) => !columns.some((column) => column.value === value));
  const all = [...columns, ...gone.map((value) => ({ value, name: value }))];
  const wanted = filter.trim().toLowerCase();
  const shown = all.filter((column) => column.name.toLowerCase().includes(wanted));
  const toggle = (value: string, isOn: boolean) =>
    onChange(all.map((column) => column.value).filter((other) => (other === value ? isOn : chosen.includes(other))));
  const isLong = all.length > mostOpen;
  const list = (
    <fieldset className={mergeClasses(styles.group, form.list, form.wide)}>
      <legend className={isLong ? styles.onlyRead : undefined}>{name}</legend>
      <span className={styles.muted}>{meaning}</span>
      {refusal !== null && <span role="alert">{refusal}</span>}
      {isLong && (
        <div className={form.search}>
          <Input
            type="search"
            aria-label={`${decide.filter}: ${name}`}
            placeholder={decide.filter}
            value={filter}
            onChange={(_, { value }) => setFilter(value)}
          />
          <Button size="small" disabled={chosen.length === 0} onClick={() => onChange([])}>
            {decide.clear}
          </Button>
        </div>
      )}
      <div className={form.ticks}>
        {shown.map((column) => (
          <Checkbox
            key={column.value}
            label={column.name}
            checked={chosen.includes(column.value)}
            onChange={(_, { checked }) => toggle(column.value, checked === true)}
          />
        ))}
      </div>
      {shown.length === 0 && <span className={styles.muted}>{decide.notFound}</span>}
    </fieldset>
  );
  if (!isLong) return list;
  return (
    <div className={form.wide}>
      <Fold title={name} hint={decide.chosen(chosen.length)}>
        {list}
      </Fold>
    </div>
  );
}
