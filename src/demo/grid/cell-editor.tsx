import type { KeyboardEvent } from "react";
import { useLayoutEffect, useRef } from "react";
import type { CellBox } from "./cell";

/** A cell that is being edited, in the grid or in the formula bar. */
export interface Editing {
  readonly text: string;
  readonly place: "cell" | "bar";
}

interface Props {
  readonly editing: Editing;
  readonly label: string;
  readonly box: CellBox;
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
export function CellEditor({ editing, label, box, onType, onCommit, onCancel, onLeave }: Props) {
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
        width: `max(${box.width + 1}px, ${editing.text.length + 2}ch)`,
      }}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => handleEditKey(event, { onCommit, onCancel })}
      onBlur={() => isHere && onLeave()}
    />
  );
}
