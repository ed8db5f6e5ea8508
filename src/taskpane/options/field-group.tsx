import { Caption1, Label, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useId } from "react";

interface Properties {
  readonly name: string;
  readonly hint?: string;
  /** What is wrong with what was typed. */
  readonly refusal?: string | null;
  readonly children: ReactNode;
}

const column = { display: "grid", gap: "4px", minWidth: 0 };

/** Several controls that make up one setting, with its name and meaning. */
export function FieldGroup({ name, hint, refusal = null, children }: Properties) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={`${id}-name`} aria-describedby={`${id}-hint ${id}-refusal`} style={column}>
      <Label as={"span" as "label"} id={`${id}-name`}>
        {name}
      </Label>
      {children}
      <Caption1 id={`${id}-refusal`} role="alert" style={{ color: tokens.colorPaletteRedForeground1 }}>
        {refusal}
      </Caption1>
      {hint !== undefined && (
        <Caption1 id={`${id}-hint`} style={{ color: tokens.colorNeutralForeground3 }}>
          {hint}
        </Caption1>
      )}
    </div>
  );
}
