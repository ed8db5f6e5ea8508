import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useWords } from "../state/pane-context";

const MOST_LETTERS = 60;

interface Properties {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** The name of a rule; an empty one is not taken. */
export function RuleName({ name, onChange }: Properties) {
  const { options } = useWords();
  const [isEmpty, setEmpty] = useState(false);
  const change = (text: string) => {
    setEmpty(text.trim() === "");
    if (text.trim() !== "") onChange(text);
  };
  return (
    <Field
      label={options.name}
      size="small"
      validationMessage={isEmpty ? options.nameMissing : undefined}
      validationState={isEmpty ? "error" : "none"}
    >
      <Input maxLength={MOST_LETTERS} value={isEmpty ? "" : name} onChange={(_, { value }) => change(value)} />
    </Field>
  );
}
