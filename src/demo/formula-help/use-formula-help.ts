import type { ChangeEvent, KeyboardEvent, SyntheticEvent } from "react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Editing } from "../grid/editing";
import type { CallAtCaret, NameAtCaret } from "./find-call";
import { findCall, findTypedName } from "./find-call";
import type { FunctionHelp } from "./function-list";
import { fetchFunctions, suggestFunctions } from "./function-list";

export const suggestionsId = "formula-suggestions";
export const signatureId = "formula-signature";
export const buildOptionId = (index: number): string => `${suggestionsId}-${index}`;

/** What is shown below the field in which a formula is typed. */
export interface FormulaHelpState {
  readonly suggestions: readonly FunctionHelp[];
  readonly active: number;
  /** The function that is being called, and the argument that is being typed. */
  readonly call: { readonly help: FunctionHelp; readonly argument: number } | null;
  readonly accept: (help: FunctionHelp) => void;
}

/** What the fields do for the help, and what of it they must name to screen readers. */
export interface FormulaField {
  readonly onCaret: (event: SyntheticEvent<HTMLInputElement> | ChangeEvent<HTMLInputElement>) => void;
  /** Whether the key was one of the list of suggestions. */
  readonly onHelpKey: (event: KeyboardEvent) => boolean;
  readonly describe: (place: Editing["place"]) => Readonly<Record<string, string | boolean | undefined>>;
}

/** Help while a formula is typed: functions that fit the name, then the function's arguments. */
export function useFormulaHelp(
  editing: Editing | null,
  language: "en" | "zh",
  onType: (text: string) => void,
  onFail: (error: unknown) => void,
): { readonly state: FormulaHelpState; readonly field: FormulaField } {
  const [functions, setFunctions] = useState<readonly FunctionHelp[]>([]);
  const [caret, setCaret] = useState(0);
  const [choice, setChoice] = useState({ typed: "", index: 0, isClosed: false });
  const moveTo = useRef<number | null>(null);
  const text = editing?.text ?? "";
  const place = editing?.place;

  useEffect(() => {
    let isCurrent = true;
    fetchFunctions(language).then((found) => isCurrent && setFunctions(found), onFail);
    return () => {
      isCurrent = false;
    };
  }, [language]);
  useEffect(() => {
    if (place !== undefined) setCaret(text.length);
  }, [place]);
  useLayoutEffect(() => {
    const field = document.activeElement;
    if (moveTo.current === null || !(field instanceof HTMLInputElement)) return;
    field.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [text]);

  const typed: NameAtCaret | null = editing && findTypedName(text, caret);
  const key = typed ? `${typed.start} ${typed.text}` : "";
  const isOpen = typed !== null && !(choice.isClosed && choice.typed === key);
  const suggestions = isOpen ? suggestFunctions(functions, typed.text) : [];
  const active = choice.typed === key ? Math.min(choice.index, suggestions.length - 1) : 0;
  const found: CallAtCaret | null = editing && findCall(text, caret);
  const help = found && functions.find(({ name }) => name === found.name);

  const accept = ({ name }: FunctionHelp) => {
    if (!typed) return;
    const start = `${text.slice(0, typed.start)}${name}(`;
    moveTo.current = start.length;
    setCaret(start.length);
    onType(start + text.slice(caret));
  };
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: suggestions.length - 1 };
  const onHelpKey = (event: KeyboardEvent): boolean => {
    if (suggestions.length === 0 || event.nativeEvent.isComposing) return false;
    if (event.key in steps)
      setChoice({ typed: key, index: (active + steps[event.key]) % suggestions.length, isClosed: false });
    else if (event.key === "Tab" && !event.shiftKey) accept(suggestions[active]);
    else if (event.key === "Escape") setChoice({ typed: key, index: 0, isClosed: true });
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    state: { suggestions, active, call: help ? { help, argument: found.argument } : null, accept },
    field: {
      onCaret: (event) => setCaret(event.currentTarget.selectionStart ?? 0),
      onHelpKey,
      describe: (own) =>
        own === place && suggestions.length > 0
          ? {
              role: "combobox",
              "aria-autocomplete": "list",
              "aria-expanded": true,
              "aria-controls": suggestionsId,
              "aria-activedescendant": buildOptionId(active),
            }
          : own === place && help
            ? { "aria-describedby": signatureId }
            : {},
    },
  };
}
