import type { KeyboardEvent } from "react";
import { useLayoutEffect, useRef } from "react";
import type { FormulaField } from "../formula-help/use-formula-help";
import type { CellBox } from "./cell";
import type { Editing } from "./editing";

interface Props {
  readonly editing: Editing;
  readonly label: string;
  readonly box: CellBox;
  readonly field: FormulaField;
  readonly onType: (text: string) => void;
  /** Enter or Tab; then the selection moves by so many cells. */
  readonly onCommit: (rowStep: number, columnStep: number) => void;
  readonly onCancel: () => void;
  /** The user went elsewhere. */
  readonly onLeave: () => void;
}

/** What the keys do that end an edit; the same in the cell and in the formula bar. */
export function handleEditKey(
  event: KeyboardEvent,
  { onCommit, onCancel }: Pick<Props, "onCommit" | "onCancel">,
): void {
  if (event.nativeEvent.isComposing) return;
  const { key, shiftKey } = event;
  if (key === "Enter") onCommit(shiftKey ? -1 : 1, 0);
  else if (key === "Tab") onCommit(0, shiftKey ? -1 : 1);
  else if (key === "Escape") onCancel();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The field over the cell that is being edited; it grows with the text. */
export function CellEditor({ editing, label, box, field, onType, onCommit, onCancel, onLeave }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isHere = editing.place === "cell";
  useLayoutEffect(() => {
    if (isHere) input.current?.focus();
  }, [isHere]);
  return (
    <input
      ref={input}
      data-editor=""
      className="cell-editor"
      aria-label={label}
      spellCheck={false}
      autoComplete="off"
      value={editing.text}
      style={{
        left: box.left - 1,
        top: box.top - 1,
        height: box.height + 1,
        width: `max(${box.width + 1}px, ${Math.ceil(editing.text.length * 1.15) + 2}ch)`,
      }}
      {...field.describe("cell")}
      onChange={(event) => {
        onType(event.target.value);
        field.onCaret(event);
      }}
      onSelect={field.onCaret}
      onKeyDown={(event) => field.onHelpKey(event) || handleEditKey(event, { onCommit, onCancel })}
      onBlur={() => isHere && onLeave()}
    />
  );
}
