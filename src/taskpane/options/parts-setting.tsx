import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";
import { explainRefusal } from "./explain-refusal";
import { FieldGroup } from "./field-group";
import { parseNumber, toPercent } from "./field-text";
import type { PartsField } from "./option-fields";
import type { FieldProperties } from "./editor-properties";

/** A setting of several numbers. What is typed is taken as soon as all of them fit together. */
export function PartsSetting({ field, settings, onChange }: FieldProperties<PartsField>) {
  const styles = usePaneStyles();
  const words = useWords();
  const { key, isPercent = false } = field;
  const { name, meaning } = words.settings[key];
  const labels: readonly string[] = words.options.parts[key];
  const numbers: readonly number[] = settings[key];
  const taken = numbers.map((number) => String(isPercent ? toPercent(number) : number));
  const [draft, setDraft] = useState<readonly string[]>(taken);
  const parse = (texts: readonly string[]) =>
    texts.map((text) => (isPercent ? parseNumber(text) / 100 : parseNumber(text)));
  const refusal = explainRefusal(key, parse(draft), words);

  const change = (position: number, text: string) => {
    const next = draft.map((other, i) => (i === position ? text : other));
    setDraft(next);
    if (explainRefusal(key, parse(next), words) === null) onChange({ [key]: parse(next) });
  };

  return (
    <FieldGroup name={name} hint={meaning} refusal={refusal}>
      <div className={styles.parts}>
        {labels.map((label, position) => (
          <Field key={label} label={label} size="small">
            <Input
              inputMode="decimal"
              value={draft[position]}
              contentAfter={isPercent ? "%" : undefined}
              aria-invalid={refusal !== null}
              onChange={(_, { value }) => change(position, value)}
            />
          </Field>
        ))}
      </div>
    </FieldGroup>
  );
}
