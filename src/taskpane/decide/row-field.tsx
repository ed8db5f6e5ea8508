import { Field, Select } from "@fluentui/react-components";
import type { JobTable } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import { useWords } from "../state/pane-context";
import { useFormStyles } from "./form-styles";

interface Properties {
  readonly table: JobTable;
  readonly name: string;
  readonly choices: readonly JobChoice[];
  /** Empty where nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The sheet or table that a job reads. */
export function RowField({ table, name, choices, value, onChange }: Properties) {
  const form = useFormStyles();
  const { decide } = useWords();
  return (
    <Field
      className={form.wide}
      label={name}
      required={table.isRequired}
      hint={choices.length === 0 ? decide.nothingToChoose : undefined}
    >
      <Select value={value} onChange={(_, { value: chosen }) => onChange(chosen)}>
        <option value="">{table.isRequired ? decide.rows : decide.noRows}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
