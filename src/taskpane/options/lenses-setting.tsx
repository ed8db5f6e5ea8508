import { Checkbox } from "@fluentui/react-components";
import { findLensWords } from "../../jobs/layout/group-words";
import { useWords } from "../state/pane-context";
import { FieldGroup } from "./field-group";
import type { EditorProperties } from "./editor-properties";

const MOST_EXPLAINED = 20;

/** The views that a tree explains. */
export function LensesSetting({ settings, onChange }: EditorProperties) {
  const words = useWords();
  const { name, meaning } = words.settings.explain;
  const { explain } = settings;
  const all = Object.keys(words.lenses);
  const toggle = (id: string, isOn: boolean) =>
    onChange({ explain: all.filter((other) => (other === id ? isOn : explain.includes(other))) });
  return (
    <FieldGroup name={name} hint={meaning}>
      {all.map((id) => (
        <Checkbox
          key={id}
          label={findLensWords(words, id).title}
          checked={explain.includes(id)}
          disabled={!explain.includes(id) && explain.length >= MOST_EXPLAINED}
          onChange={(_, { checked }) => toggle(id, checked === true)}
        />
      ))}
    </FieldGroup>
  );
}
