import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { findColumnName } from "../../jobs/layout/group-words";
import { useWords } from "../state/pane-context";
import { explainRefusal } from "./explain-refusal";
import { FieldGroup } from "./field-group";
import { parseNumber, splitTexts } from "./field-text";
import type { EditorProperties } from "./editor-properties";

const measures = ["recencyDays", "orders", "monetary"] as const;

type Texts = Readonly<Record<(typeof measures)[number], string>>;

/** Cut values of the three measures. They are taken as soon as each measure has one fewer than there are scores. */
export function CutsSetting({ settings, onChange }: EditorProperties) {
  const words = useWords();
  const { name, meaning } = words.settings.scoreCuts;
  const { scoreCuts, bins } = settings;
  const [texts, setTexts] = useState<Texts>({
    recencyDays: scoreCuts?.recencyDays.join(", ") ?? "",
    orders: scoreCuts?.orders.join(", ") ?? "",
    monetary: scoreCuts?.monetary.join(", ") ?? "",
  });
  const parse = (texts: Texts) => ({
    recencyDays: splitTexts(texts.recencyDays).map(parseNumber),
    orders: splitTexts(texts.orders).map(parseNumber),
    monetary: splitTexts(texts.monetary).map(parseNumber),
  });
  const findRefusal = (texts: Texts) => {
    const cuts = parse(texts);
    return measures.every((measure) => cuts[measure].length === bins - 1)
      ? explainRefusal("scoreCuts", cuts, words)
      : words.options.cutsCount(bins - 1);
  };
  const change = (measure: (typeof measures)[number], text: string) => {
    const next = { ...texts, [measure]: text };
    setTexts(next);
    if (findRefusal(next) === null) onChange({ scoreCuts: parse(next) });
  };
  return (
    <FieldGroup name={name} hint={meaning} refusal={findRefusal(texts)}>
      {measures.map((measure) => (
        <Field key={measure} label={findColumnName(words, measure)} size="small">
          <Input value={texts[measure]} onChange={(_, { value }) => change(measure, value)} />
        </Field>
      ))}
    </FieldGroup>
  );
}
