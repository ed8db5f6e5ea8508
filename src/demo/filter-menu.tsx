import { Button, Popover, PopoverSurface } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Words } from "../i18n/en";
import type { FilterChoices, TableView } from "./protocol";
import type { WorkbookClient } from "./workbook-client";

/** The column whose filter is open, and the button that it hangs at. */
export interface FilterPlace {
  readonly sheet: string;
  readonly table: TableView;
  readonly column: number;
  readonly target: HTMLElement;
}

interface Props {
  readonly words: Words["demo"];
  readonly client: WorkbookClient;
  readonly place: FilterPlace;
  readonly onClose: () => void;
}

/** The values of a column, to be shown or hidden. */
export function FilterMenu({ words, client, place, onClose }: Props) {
  const { sheet, table, column, target } = place;
  const [list, setList] = useState<FilterChoices | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void client
      .attempt((calls) => calls.call("listFilterChoices", sheet, table.id, column))
      .then((found) => {
        if (!found) return;
        setList(found);
        setHidden(new Set(found.choices.filter(({ isShown }) => !isShown).map(({ text }) => text)));
      });
  }, [client, sheet, table.id, column]);

  const toggle = (text: string) => {
    const next = new Set(hidden);
    if (!next.delete(text)) next.add(text);
    setHidden(next);
  };
  const choices = list?.choices ?? [];
  const apply = async () => {
    await client.attempt((calls) => calls.call("filter", sheet, table.id, column, [...hidden]));
    onClose();
  };
  return (
    <Popover
      open
      trapFocus
      positioning={{ target, position: "below", align: "end" }}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <PopoverSurface className="filter-menu" aria-label={words.filter}>
        <label>
          <input
            type="checkbox"
            checked={hidden.size === 0}
            ref={(element) => {
              if (element) element.indeterminate = hidden.size > 0 && hidden.size < choices.length;
            }}
            onChange={() => setHidden(hidden.size === 0 ? new Set(choices.map(({ text }) => text)) : new Set())}
          />
          {words.filterAll}
        </label>
        <div className="filter-list">
          {choices.map(({ text }) => (
            <label key={text}>
              <input type="checkbox" checked={!hidden.has(text)} onChange={() => toggle(text)} />
              {text === "" ? words.filterBlank : text}
            </label>
          ))}
        </div>
        {list?.isCut && <p>{words.filterCut(String(choices.length))}</p>}
        <div className="filter-actions">
          <Button
            appearance="primary"
            size="small"
            disabled={hidden.size === choices.length}
            onClick={() => void apply()}
          >
            {words.apply}
          </Button>
          <Button size="small" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
