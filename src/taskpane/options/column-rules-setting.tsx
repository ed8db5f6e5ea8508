import { Button, Caption1, Field, Input, Select } from "@fluentui/react-components";
import type { ColumnCondition, ColumnRule, RuleOperator } from "../../core/lenses/column-rules";
import { checkCondition, ruleOperators } from "../../jobs/rule-check";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";
import { ColumnSelect } from "./column-select";
import { FieldGroup } from "./field-group";
import { splitTexts } from "./field-text";
import { RuleList } from "./rule-list";
import type { EditorProperties } from "./editor-properties";
import { useColumns } from "./use-columns";

const MOST_RULES = 50;
const MOST_CONDITIONS = 20;
const newCondition: ColumnCondition = { column: "value", operator: ">=", value: "0" };

const hasValue = (operator: RuleOperator) => operator !== "blank" && operator !== "notBlank";

/** The user's groups by conditions on columns. */
export function ColumnRulesSetting({ settings, onChange }: EditorProperties) {
  const words = useWords();
  const { options } = words;
  const { name, meaning } = words.settings.behaviourGroups;
  const { own } = useColumns("behaviourGroups");
  const build = (position: number): ColumnRule => ({
    name: options.newGroup(position),
    match: "all",
    conditions: [newCondition],
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
      <div>
        <Button
          size="small"
          disabled={conditions.length >= MOST_CONDITIONS}
          onClick={() => change([...conditions, newCondition])}
        >
          {options.addCondition}
        </Button>
      </div>
    </>
  );
}

interface ConditionProperties {
  readonly condition: ColumnCondition;
  /** From 1. */
  readonly position: number;
  readonly onChange: (condition: ColumnCondition) => void;
  readonly onRemove?: () => void;
}

function ConditionFields({ condition, position, onChange, onRemove }: ConditionProperties) {
  const styles = usePaneStyles();
  const { options } = useWords();
  const { measures, own } = useColumns("behaviourGroups");
  const { column, operator, value } = condition;
  const lack = checkCondition(condition);
  const text = [value ?? []].flat().join(", ");
  return (
    <div role="group" aria-label={options.condition(position)} className={styles.condition}>
      <ColumnSelect
        label={options.column}
        value={column}
        measures={measures}
        own={own}
        onChange={(next) => onChange({ ...condition, column: next })}
      />
      <Select
        aria-label={options.operator}
        size="small"
        value={operator}
        onChange={(_, data) => onChange(changeOperator(condition, data.value as RuleOperator))}
      >
        {ruleOperators.map((other) => (
          <option key={other} value={other}>
            {options.operators[other]}
          </option>
        ))}
      </Select>
      {hasValue(operator) && (
        <Field
          validationMessage={
            lack === null ? undefined : lack === "value" ? options.valueMissing : options.numberMissing
          }
          validationState={lack === null ? "none" : "error"}
        >
          {operator === "in" ? (
            <ListInput
              key={`${column} ${position}`}
              label={options.values}
              text={text}
              onChange={(values) => onChange({ ...condition, value: values })}
            />
          ) : (
            <Input
              aria-label={options.value}
              size="small"
              value={text}
              onChange={(_, data) => onChange({ ...condition, value: data.value })}
            />
          )}
        </Field>
      )}
      {onRemove !== undefined && (
        <div>
          <Button size="small" onClick={onRemove}>
            {options.removeCondition(position)}
          </Button>
        </div>
      )}
    </div>
  );
}

function changeOperator({ column, value }: ColumnCondition, operator: RuleOperator): ColumnCondition {
  if (!hasValue(operator)) return { column, operator };
  const values = [value ?? []].flat().map(String);
  return { column, operator, value: operator === "in" ? values : (values[0] ?? "") };
}

interface ListProperties {
  readonly label: string;
  readonly text: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** A list that is typed with commas; the commas being typed stay as they are. */
function ListInput({ label, text, onChange }: ListProperties) {
  return (
    <Input
      aria-label={label}
      size="small"
      defaultValue={text}
      onChange={(_, { value }) => onChange(splitTexts(value).slice(0, 100))}
    />
  );
}
