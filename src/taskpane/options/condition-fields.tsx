import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { ColumnCondition, RuleOperator } from "../../core/lenses/column-rules";
import { checkCondition, lineColumns, ruleOperators } from "../../jobs/rule-check";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";
import { ColumnSelect } from "./column-select";
import { splitTexts } from "./field-text";
import { useColumns, useLineColumns } from "./use-columns";

const MOST_VALUES = 100;

/** What a condition begins with, by what it looks at. */
export const newConditions = {
  customer: { column: "value", operator: ">=", value: "0" },
  line: { column: lineColumns[0], operator: "=", value: "", on: "line" },
} as const satisfies Record<NonNullable<ColumnCondition["on"]>, ColumnCondition>;

const hasValue = (operator: RuleOperator) => operator !== "blank" && operator !== "notBlank";

interface Properties {
  readonly condition: ColumnCondition;
  /** From 1. */
  readonly position: number;
  readonly onChange: (condition: ColumnCondition) => void;
  readonly onRemove?: () => void;
}

/** One condition of a group: what it looks at, a column of it, a comparison and a value. */
export function ConditionFields({ condition, position, onChange, onRemove }: Properties) {
  const styles = usePaneStyles();
  const { options } = useWords();
  const { operator, on = "customer" } = condition;
  return (
    <div role="group" aria-label={options.condition(position)} className={styles.condition}>
      <Select
        aria-label={options.lookAt}
        size="small"
        value={on}
        onChange={(_, { value }) => onChange(newConditions[value as keyof typeof newConditions])}
      >
        <option value="customer">{options.lookAtCustomer}</option>
        <option value="line">{options.lookAtLine}</option>
      </Select>
      {on === "line" ? (
        <LineColumn condition={condition} onChange={onChange} />
      ) : (
        <CustomerColumn condition={condition} onChange={onChange} />
      )}
      <Select
        aria-label={options.operator}
        size="small"
        value={operator}
        onChange={(_, { value }) => onChange(changeOperator(condition, value as RuleOperator))}
      >
        {ruleOperators.map((other) => (
          <option key={other} value={other}>
            {options.operators[other]}
          </option>
        ))}
      </Select>
      {hasValue(operator) && <ValueField condition={condition} position={position} onChange={onChange} />}
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

type PartProperties = Pick<Properties, "condition" | "onChange">;

function CustomerColumn({ condition, onChange }: PartProperties) {
  const { options } = useWords();
  const { measures, own } = useColumns("behaviourGroups");
  return (
    <ColumnSelect
      label={options.column}
      value={condition.column}
      measures={measures}
      own={own}
      onChange={(column) => onChange({ ...condition, column })}
    />
  );
}

function LineColumn({ condition, onChange }: PartProperties) {
  const { options } = useWords();
  const { measures, own } = useLineColumns();
  return (
    <ColumnSelect
      label={options.column}
      value={condition.column}
      measures={measures}
      measuresTitle={options.lineColumnsTitle}
      own={own}
      onChange={(column) => onChange({ ...condition, column })}
    />
  );
}

function ValueField({ condition, position, onChange }: Omit<Properties, "onRemove">) {
  const { options } = useWords();
  const { column, operator, value } = condition;
  const lack = checkCondition(condition);
  const text = [value ?? []].flat().join(", ");
  return (
    <Field
      validationMessage={lack === null ? undefined : lack === "value" ? options.valueMissing : options.numberMissing}
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
  );
}

function changeOperator({ value, ...condition }: ColumnCondition, operator: RuleOperator): ColumnCondition {
  if (!hasValue(operator)) return { ...condition, operator };
  const values = [value ?? []].flat().map(String);
  return { ...condition, operator, value: operator === "in" ? values : (values[0] ?? "") };
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
      onChange={(_, { value }) => onChange(splitTexts(value).slice(0, MOST_VALUES))}
    />
  );
}
