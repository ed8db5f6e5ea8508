import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import type { JobWords } from "../../i18n/job-words";
import type { JobField as JobFieldModel, JobValue } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";

interface Properties {
  readonly field: JobFieldModel;
  readonly words: JobWords;
  /** As it was typed or chosen; empty for the default. */
  readonly text: string;
  readonly columns: readonly JobChoice[];
  readonly refusal: string | null;
  readonly onChange: (text: string) => void;
}

/** The text that stands for a value in the form. */
export function formatJobValue({ kind }: JobFieldModel, value: JobValue): string {
  if (value === null || value === undefined) return "";
  if (kind === "share" && typeof value === "number") return `${Number((value * 100).toFixed(6))}%`;
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? "" : String(value);
}

/** One field of a job's form. */
export function JobField({ field, words, text, columns, refusal, onChange }: Properties) {
  const { decide } = useWords();
  const styles = usePaneStyles();
  const { name, meaning, choices } = words.fields[field.key] ?? { name: field.key, meaning: "" };
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
  if (field.kind === "choice" || (field.kind === "column" && columns.length > 0)) {
    const options =
      field.kind === "choice" ? field.choices.map((value) => ({ value, name: choices?.[value] ?? value })) : columns;
    return (
      <Field label={name} hint={meaning}>
        <Select value={text} onChange={(_, { value }) => onChange(value)}>
          {field.kind === "column" && <option value="">{decide.automatic}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (field.kind === "columns" && columns.length > 0) {
    const chosen = text === "" ? [] : text.split(", ");
    const toggle = (value: string, isOn: boolean) =>
      onChange(
        columns
          .map((column) => column.value)
          .filter((other) => (other === value ? isOn : chosen.includes(other)))
          .join(", "),
      );
    return (
      <fieldset className={styles.group}>
        <legend>{name}</legend>
        <span className={styles.muted}>{meaning}</span>
        {columns.map((column) => (
          <Checkbox
            key={column.value}
            label={column.name}
            checked={chosen.includes(column.value)}
            onChange={(_, { checked }) => toggle(column.value, checked === true)}
          />
        ))}
      </fieldset>
    );
  }
  return (
    <Field
      label={name}
      hint={field.kind === "columns" ? `${meaning} ${decide.columnsHint}` : meaning}
      validationMessage={refusal ?? undefined}
      validationState={refusal === null ? "none" : "error"}
    >
      <Input
        type={field.kind === "date" ? "date" : "text"}
        inputMode={field.kind === "number" || field.kind === "share" ? "decimal" : undefined}
        value={text}
        placeholder={decide.automatic}
        onChange={(_, { value }) => onChange(value)}
      />
    </Field>
  );
}
