import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import type { JobWords } from "../../i18n/job-words";
import type { JobField as JobFieldModel } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import { describeReading } from "../../jobs/job-values";
import { useWords } from "../state/pane-context";
import type { FormValue } from "../state/pane-state";
import { ColumnList } from "./column-list";
import { formatFieldValue, formatText, listTicked } from "./form-value";

interface Properties {
  readonly field: JobFieldModel;
  readonly words: JobWords;
  readonly value: FormValue;
  /** The columns to choose from; none where they are not known. */
  readonly columns: readonly JobChoice[];
  readonly refusal: string | null;
  readonly onChange: (value: FormValue) => void;
}

function listOptions(
  { field, words, columns }: Pick<Properties, "field" | "words" | "columns">,
  text: string,
): readonly JobChoice[] {
  if (field.kind === "choice") {
    const names = words.fields[field.key]?.choices;
    return field.choices.map((value) => ({ value, name: names?.[value] ?? value }));
  }
  const isGone = text !== "" && !columns.some(({ value }) => value === text);
  return isGone ? [...columns, { value: text, name: text }] : columns;
}

/** One field of a job's form. */
export function JobField({ field, words, value, columns, refusal, onChange }: Properties) {
  const { decide } = useWords();
  const { name, meaning } = words.fields[field.key] ?? { name: field.key, meaning: "" };
  const text = formatText(value);
  if (field.kind === "flag") {
    return (
      <Field hint={meaning}>
        <Checkbox
          label={name}
          checked={text === "true"}
          onChange={(_, { checked }) => onChange(String(checked === true))}
        />
      </Field>
    );
  }
  if (field.kind === "columns" && columns.length > 0) {
    const chosen = listTicked(field, value);
    return <ColumnList {...{ name, meaning, columns, chosen, refusal, onChange }} />;
  }
  const reading = refusal === null ? describeReading(field, text) : null;
  const problem = {
    validationMessage: refusal ?? (reading === null ? null : decide.readAs(reading)),
    validationState: refusal === null ? "none" : "error",
  } as const;
  if (field.kind === "choice" || (field.kind === "column" && columns.length > 0)) {
    return (
      <Field label={name} hint={meaning} {...problem}>
        <Select value={text} onChange={(_, { value: chosen }) => onChange(chosen)}>
          {(field.kind === "column" || field.default === null) && <option value="">{decide.automatic}</option>}
          {listOptions({ field, words, columns }, text).map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  return (
    <Field label={name} hint={field.kind === "columns" ? `${meaning} ${decide.columnsHint}` : meaning} {...problem}>
      <Input
        type={field.kind === "date" ? "date" : "text"}
        inputMode={field.kind === "number" || field.kind === "share" ? "decimal" : undefined}
        value={text}
        placeholder={formatText(formatFieldValue(field, field.default)) || decide.automatic}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}
