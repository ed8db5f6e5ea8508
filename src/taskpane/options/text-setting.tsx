import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { AnalysisSettings } from "../../core/report/settings";
import { formatSettingValue } from "../../jobs/layout/notes/setting-values";
import { useWords } from "../state/pane-context";
import { explainRefusal } from "./explain-refusal";
import { formatField, parseField } from "./field-text";
import type { TextField } from "./option-fields";
import type { FieldProperties } from "./editor-properties";

/** One setting with its name, its meaning, and what is wrong with what was typed. A value that is refused is not taken. */
export function TextSetting({ field, settings, onChange }: FieldProperties<TextField>) {
  const words = useWords();
  const { name, meaning } = words.settings[field.key];
  const taken = formatField(field, settings);
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string } | null>(null);
  // A draft belongs to the value it was begun on: a reset from outside drops it.
  const text = draft !== null && draft.of === taken ? draft.text : taken;
  const refusal = text === taken ? null : explainRefusal(field.key, parseField(field, text), words);

  const change = (next: string) => {
    const value = parseField(field, next);
    if (explainRefusal(field.key, value, words) !== null) {
      setDraft({ text: next, of: taken });
      return;
    }
    const changed = { ...settings, [field.key]: value };
    setDraft({ text: next, of: formatField(field, changed) });
    onChange({ [field.key]: value });
  };

  if (field.kind === "switch") {
    return (
      <Field hint={meaning}>
        <Checkbox
          label={name}
          checked={text === "true"}
          onChange={(_, { checked }) => change(String(checked === true))}
        />
      </Field>
    );
  }
  if (field.kind === "choice") {
    return (
      <Field label={name} hint={meaning}>
        <Select value={text} onChange={(_, { value }) => change(value)}>
          {field.values.map((value) => (
            <option key={value} value={value}>
              {String(formatSettingValue(field.key, value as AnalysisSettings[typeof field.key], words))}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  const isList = field.kind === "texts" || field.kind === "numbers" || field.kind === "percents";
  return (
    <Field
      label={name}
      hint={isList ? `${meaning} ${words.pane.option.listHint}` : meaning}
      validationMessage={refusal ?? undefined}
      validationState={refusal === null ? "none" : "error"}
    >
      <Input
        type={field.kind === "date" ? "date" : "text"}
        inputMode={field.kind === "number" || field.kind === "percent" ? "decimal" : undefined}
        value={text}
        placeholder={
          field.isOptional === true ? String(formatSettingValue(field.key, null as never, words)) : undefined
        }
        contentAfter={field.kind === "percent" || field.kind === "percents" ? "%" : undefined}
        onChange={(_, { value }) => change(value)}
      />
    </Field>
  );
}
