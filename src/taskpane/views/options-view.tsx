import { Body1, Button, Checkbox, Field, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import type { AnalysisSettings } from "../../core/report/settings";
import { findLensWords } from "../../jobs/layout/group-words";
import { SHEET_IDS, sheetNames } from "../../jobs/layout/layout-context";
import { defaultPreferences } from "../../jobs/stored-settings";
import { SettingField } from "../options/setting-field";
import type { OptionGroupId, SettingGroupId, SettingKey } from "../options/option-fields";
import { isFieldShown, optionGroups } from "../options/option-fields";
import { Fold } from "../parts/fold";
import { ViewHeading } from "../parts/view-heading";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

const isSame = (first: unknown, second: unknown) => JSON.stringify(first) === JSON.stringify(second);

/** Everything a run can be told, by groups that are folded until they are wanted. */
export function OptionsView() {
  const styles = usePaneStyles();
  const { pane } = useWords();
  const settings = usePane((model) => model.settings);
  const defaults = usePane((model) => model.defaults);
  const analyze = usePane((model) => model.analyze);
  return (
    <>
      <ViewHeading title={pane.option.title} />
      <Body1 as="p" className={styles.text}>
        {pane.option.intro}
      </Body1>
      {settings === null || defaults === null ? (
        <Spinner size="tiny" label={pane.option.loading} />
      ) : (
        <>
          {optionGroups.map(({ id }) => (
            <SettingGroup key={id} id={id} settings={settings} defaults={defaults} />
          ))}
          <LensGroup settings={settings} />
          <OutputGroup />
        </>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void analyze()}>
          {pane.analyze}
        </Button>
      </div>
    </>
  );
}

interface GroupProperties {
  readonly id: OptionGroupId;
  readonly changed: number;
  readonly onReset: () => void;
  readonly children: React.ReactNode;
}

function OptionGroup({ id, changed, onReset, children }: GroupProperties) {
  const { pane, phrases } = useWords();
  const hint = changed > 0 ? phrases.inBrackets(pane.option.changed(changed)) : undefined;
  return (
    <Fold title={pane.optionGroups[id]} hint={hint}>
      {children}
      <div>
        <Button size="small" disabled={changed === 0} onClick={onReset}>
          {pane.option.reset}
        </Button>
      </div>
    </Fold>
  );
}

interface SettingGroupProperties {
  readonly id: SettingGroupId;
  readonly settings: AnalysisSettings;
  readonly defaults: AnalysisSettings;
}

function SettingGroup({ id, settings, defaults }: SettingGroupProperties) {
  const changeSettings = usePane((model) => model.changeSettings);
  // A new number draws the fields anew, so that a reset drops what was typed and refused.
  const [resets, setResets] = useState(0);
  const fields = optionGroups.find((group) => group.id === id)?.fields ?? [];
  const changed = fields.filter(({ key }) => !isSame(settings[key], defaults[key])).length;
  const reset = () => {
    setResets(resets + 1);
    changeSettings(Object.fromEntries(fields.map(({ key }): [SettingKey, unknown] => [key, defaults[key]])));
  };
  return (
    <OptionGroup id={id} changed={changed} onReset={reset}>
      {fields
        .filter((field) => isFieldShown(field, settings))
        .map((field) => (
          <SettingField key={`${field.key} ${resets}`} field={field} settings={settings} onChange={changeSettings} />
        ))}
    </OptionGroup>
  );
}

function LensGroup({ settings }: { readonly settings: AnalysisSettings }) {
  const words = useWords();
  const changeSettings = usePane((model) => model.changeSettings);
  const all = Object.keys(words.lenses);
  const chosen = settings.lenses ?? all;
  const toggle = (id: string, isOn: boolean) => {
    const next = all.filter((other) => (other === id ? isOn : chosen.includes(other)));
    changeSettings({ lenses: next.length === all.length || next.length === 0 ? null : next });
  };
  return (
    <OptionGroup
      id="lenses"
      changed={settings.lenses === null ? 0 : all.length - settings.lenses.length}
      onReset={() => changeSettings({ lenses: null })}
    >
      <Checkbox
        label={words.pane.option.allLenses}
        checked={settings.lenses === null ? true : "mixed"}
        onChange={() => changeSettings({ lenses: null })}
      />
      {all.map((id) => {
        const { title, description } = findLensWords(words, id);
        return (
          <Field key={id} hint={description}>
            <Checkbox
              label={title}
              checked={chosen.includes(id)}
              onChange={(_, { checked }) => toggle(id, checked === true)}
            />
          </Field>
        );
      })}
    </OptionGroup>
  );
}

function OutputGroup() {
  const { pane } = useWords();
  const preferences = usePane((model) => model.preferences) ?? defaultPreferences;
  const changePreferences = usePane((model) => model.changePreferences);
  const { labels, sheets } = preferences;
  // The hidden history sheet is what later runs compare with, so it is always written.
  const optional = SHEET_IDS.filter((id) => id !== "history");
  const toggle = (id: (typeof SHEET_IDS)[number], isOn: boolean) => {
    const next = SHEET_IDS.filter((other) => (other === id ? isOn : sheets.includes(other)));
    if (next.some((other) => other !== "history")) changePreferences({ sheets: next });
  };
  const changed = (labels ? 1 : 0) + SHEET_IDS.length - sheets.length;
  return (
    <OptionGroup
      id="output"
      changed={changed}
      onReset={() => changePreferences({ labels: defaultPreferences.labels, sheets: defaultPreferences.sheets })}
    >
      <Checkbox
        label={pane.option.labels}
        checked={labels}
        onChange={(_, { checked }) => changePreferences({ labels: checked === true })}
      />
      <div role="group" aria-label={pane.option.sheets}>
        {optional.map((id) => (
          <div key={id}>
            <Checkbox
              label={sheetNames[id]}
              checked={sheets.includes(id)}
              onChange={(_, { checked }) => toggle(id, checked === true)}
            />
          </div>
        ))}
      </div>
    </OptionGroup>
  );
}
