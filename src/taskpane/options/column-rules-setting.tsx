import { Button, Caption1, Field, Select } from "@fluentui/react-components";
import type { ColumnCondition, ColumnRule } from "../../core/lenses/column-rules";
import { useWords } from "../state/pane-context";
import { ConditionFields, newConditions } from "./condition-fields";
import { FieldGroup } from "./field-group";
import { RuleList } from "./rule-list";
import type { EditorProperties } from "./editor-properties";
import { useColumns } from "./use-columns";

const MOST_RULES = 50;
const MOST_CONDITIONS = 20;

/** The user's groups by conditions on columns of customers and of the lines they bought. */
export function ColumnRulesSetting({ settings, onChange }: EditorProperties) {
  const words = useWords();
  const { options } = words;
  const { name, meaning } = words.settings.behaviourGroups;
  const { own } = useColumns("behaviourGroups");
  const build = (position: number): ColumnRule => ({
    name: options.newGroup(position),
    match: "all",
    conditions: [newConditions.customer],
  });
  return (
    <FieldGroup name={name} hint={own.length === 0 ? `${meaning} ${options.ownColumnsUnknown}` : meaning}>
      <RuleList
        rules={settings.behaviourGroups}
        most={MOST_RULES}
        add={{ label: options.addGroup, build }}
        onChange={(behaviourGroups) => onChange({ behaviourGroups })}
      >
        {(rule, change) => <Conditions rule={rule} onChange={change} />}
      </RuleList>
    </FieldGroup>
  );
}

function Conditions({ rule, onChange }: { readonly rule: ColumnRule; readonly onChange: (rule: ColumnRule) => void }) {
  const { options } = useWords();
  const { conditions, match } = rule;
  const change = (next: readonly ColumnCondition[]) => onChange({ ...rule, conditions: next });
  const lineCount = conditions.filter(({ on }) => on === "line").length;
  return (
    <>
      {conditions.length > 1 && (
        <Field label={options.match} size="small">
          <Select value={match} onChange={(_, { value }) => onChange({ ...rule, match: value as ColumnRule["match"] })}>
            <option value="all">{options.all}</option>
            <option value="any">{options.any}</option>
          </Select>
        </Field>
      )}
      {conditions.map((condition, position) => (
        <div key={position}>
          {position > 0 && <Caption1 as="p">{match === "all" ? options.and : options.or}</Caption1>}
          <ConditionFields
            condition={condition}
            position={position + 1}
            onChange={(next) => change(conditions.map((other, i) => (i === position ? next : other)))}
            onRemove={conditions.length > 1 ? () => change(conditions.filter((_, i) => i !== position)) : undefined}
          />
        </div>
      ))}
      {lineCount > 0 && <Caption1>{lineCount > 1 && match === "all" ? options.sameLine : options.oneLine}</Caption1>}
      <div>
        <Button
          size="small"
          disabled={conditions.length >= MOST_CONDITIONS}
          onClick={() => change([...conditions, newConditions.customer])}
        >
          {options.addCondition}
        </Button>
      </div>
    </>
  );
}
