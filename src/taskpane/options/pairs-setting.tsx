import { Button } from "@fluentui/react-components";
import { findLensWords } from "../../jobs/layout/group-words";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";
import { ColumnSelect } from "./column-select";
import { FieldGroup } from "./field-group";
import type { EditorProperties } from "./editor-properties";
import { useColumns } from "./use-columns";

const MOST_PAIRS = 20;

/** Pairs of views or columns that are counted by both at once. */
export function PairsSetting({ settings, onChange }: EditorProperties) {
  const styles = usePaneStyles();
  const words = useWords();
  const { options } = words;
  const { name, meaning } = words.settings.crossTables;
  const { crossTables } = settings;
  const { measures, own } = useColumns("crossTables");
  const views = Object.keys(words.lenses).map((id) => ({ id, name: findLensWords(words, id).title }));
  const change = (pairs: typeof crossTables) => onChange({ crossTables: pairs });
  const replace = (position: number, pair: readonly [string, string]) =>
    change(crossTables.map((other, i) => (i === position ? pair : other)));
  return (
    <FieldGroup name={name} hint={meaning}>
      {crossTables.map(([rows, columns], position) => (
        <div key={position} role="group" aria-label={options.pair(position + 1)} className={styles.condition}>
          <ColumnSelect
            label={options.pairRows}
            value={rows}
            views={views}
            measures={measures}
            own={own}
            onChange={(next) => replace(position, [next, columns])}
          />
          <ColumnSelect
            label={options.pairColumns}
            value={columns}
            views={views}
            measures={measures}
            own={own}
            onChange={(next) => replace(position, [rows, next])}
          />
          <div>
            <Button size="small" onClick={() => change(crossTables.filter((_, i) => i !== position))}>
              {options.removePair(position + 1)}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          disabled={crossTables.length >= MOST_PAIRS}
          onClick={() => change([...crossTables, ["value-classes", "value-pyramid"]])}
        >
          {options.addPair}
        </Button>
      </div>
    </FieldGroup>
  );
}
