import { useEffect, useRef, useState } from "react";
import { formatAddress, formatCell, parseAddress } from "../workbook/address";
import type { GridRange } from "../workbook/port";
import type { FormulaField } from "./formula-help/use-formula-help";
import type { Editing } from "./grid/editing";
import { handleEditKey } from "./grid/cell-editor";
import type { Words } from "../i18n/en";
import type { Selection } from "./workbook-client";

interface Props {
  readonly words: Words["demo"];
  readonly selection: Selection;
  readonly entry: string;
  /** The entry is another cell's formula, whose result has spilled here. */
  readonly isSpilled: boolean;
  readonly formulaField: FormulaField;
  readonly editing: Editing | null;
  readonly onGoTo: (range: GridRange) => void;
  readonly onEdit: () => void;
  readonly onType: (text: string) => void;
  readonly onCommit: (rowStep: number, columnStep: number) => void;
  readonly onCancel: () => void;
}

function describeSelection({ areas, active }: Selection): string {
  const area = areas[areas.length - 1];
  const isMany = area.rowCount * area.columnCount > 1;
  return isMany && areas.length === 1 ? formatAddress(area) : formatCell(active.row, active.column);
}

/** Where one is, and what is in the active cell; both can be typed into. */
export function FormulaBar(props: Props) {
  const { words, selection, entry, isSpilled, editing, formulaField, onGoTo, onEdit, onType, onCommit, onCancel } =
    props;
  const here = describeSelection(selection);
  const [address, setAddress] = useState(here);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setAddress(here), [here]);

  const goTo = () => {
    try {
      onGoTo(parseAddress(address));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setAddress(here);
    }
  };
  return (
    <div className="formula-bar">
      <input
        className="name-box"
        aria-label={words.nameBox}
        spellCheck={false}
        autoComplete="off"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setAddress(here)}
        onKeyDown={(event) => {
          if (event.key === "Enter") goTo();
          else if (event.key === "Escape") setAddress(here);
        }}
      />
      <span className="formula-mark" aria-hidden="true">
        fx
      </span>
      <input
        ref={field}
        className={isSpilled && !editing ? "formula-field formula-field-ghost" : "formula-field"}
        aria-label={words.formulaBar}
        spellCheck={false}
        autoComplete="off"
        value={editing ? editing.text : entry}
        onFocus={onEdit}
        {...formulaField.describe("bar")}
        onChange={(event) => {
          onType(event.target.value);
          formulaField.onCaret(event);
        }}
        onSelect={formulaField.onCaret}
        onKeyDown={(event) =>
          formulaField.onHelpKey(event) ||
          handleEditKey(event, {
            onCommit: (rowStep, columnStep) => {
              onCommit(rowStep, columnStep);
              focusGrid();
            },
            onCancel: () => {
              onCancel();
              focusGrid();
            },
          })
        }
        onBlur={() => editing?.place === "bar" && onCommit(0, 0)}
      />
    </div>
  );
}

/** Back to the cells, where the keys of a spreadsheet work. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
}
