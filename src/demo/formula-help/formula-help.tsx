import { useLayoutEffect, useRef, useState } from "react";
import type { Words } from "../../i18n/en";
import type { Editing } from "../grid/editing";
import type { FunctionHelp } from "./function-list";
import type { FormulaHelpState } from "./use-formula-help";
import { buildOptionId, signatureId, suggestionsId } from "./use-formula-help";

interface Props {
  readonly words: Words["demo"];
  readonly editing: Editing;
  readonly state: FormulaHelpState;
}

const margin = 8;

/** Below the field in which a formula is typed: functions that fit, or the arguments of the function that is being called. */
export function FormulaHelp({ words, editing, state }: Props) {
  const { suggestions, active, call, accept } = state;
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const field = document.querySelector(editing.place === "cell" ? "[data-editor]" : ".formula-field");
    if (!field || !box.current) return;
    const around = field.getBoundingClientRect();
    const { width, height } = box.current.getBoundingClientRect();
    const below = around.bottom + 2;
    const top = below + height > innerHeight - margin ? Math.max(margin, around.top - height - 2) : below;
    const left = Math.max(margin, Math.min(around.left, innerWidth - width - margin));
    setPlace((old) => (old.left === left && old.top === top ? old : { left, top }));
  });
  useLayoutEffect(() => {
    document.getElementById(buildOptionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active, suggestions]);
  if (suggestions.length === 0 && !call) return null;
  return (
    // A press of the mouse must not take the focus out of the field, which would end the edit.
    <div ref={box} className="formula-help" style={place} onMouseDown={(event) => event.preventDefault()}>
      {suggestions.length > 0 ? (
        <>
          <ul id={suggestionsId} role="listbox" aria-label={words.suggestions} className="suggestions">
            {suggestions.map((help, index) => (
              <li
                key={help.name}
                id={buildOptionId(index)}
                role="option"
                aria-selected={index === active}
                className="suggestion"
                onClick={() => accept(help)}
              >
                {help.name}
              </li>
            ))}
          </ul>
          <p className="suggestion-text">{suggestions[active].description}</p>
        </>
      ) : (
        call && <Signature help={call.help} argument={call.argument} />
      )}
    </div>
  );
}

function Signature({ help, argument }: { readonly help: FunctionHelp; readonly argument: number }) {
  const { name, description, parameters } = help;
  const current = parameters[Math.min(argument, parameters.length - 1)];
  return (
    <div id={signatureId} role="tooltip">
      <p className="signature">
        {name}(
        {parameters.map((parameter, index) => {
          const shown = parameter.optional ? `[${parameter.name}]` : parameter.name;
          return (
            <span key={parameter.name}>
              {index > 0 && ", "}
              {parameter === current ? <strong>{shown}</strong> : shown}
            </span>
          );
        })}
        )
      </p>
      <p>{description}</p>
      {current && (
        <p>
          <strong>{current.name}</strong>: {current.description}
        </p>
      )}
      {current && current.choices.length > 0 && (
        <ul className="choices">
          {current.choices.map(({ value, tooltip }) => (
            <li key={value}>
              <code>"{value}"</code> {tooltip}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
