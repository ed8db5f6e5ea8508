import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";
import { RuleName } from "./rule-name";

interface Properties<Rule> {
  readonly rules: readonly Rule[];
  readonly most: number;
  readonly add: { readonly label: string; readonly build: (position: number) => Rule };
  readonly onChange: (rules: readonly Rule[]) => void;
  readonly children: (rule: Rule, change: (rule: Rule) => void) => ReactNode;
}

/** Rules in their order, each with a name; they can be added, moved up and removed. */
export function RuleList<Rule extends { readonly name: string }>(properties: Properties<Rule>) {
  const { rules, most, add, onChange, children } = properties;
  const styles = usePaneStyles();
  const { options } = useWords();
  const replace = (position: number, rule: Rule) => onChange(rules.map((other, i) => (i === position ? rule : other)));
  const moveUp = (position: number) => {
    const next = [...rules];
    [next[position - 1], next[position]] = [next[position], next[position - 1]];
    onChange(next);
  };
  return (
    <>
      {rules.map((rule, position) => (
        <section key={position} className={styles.card} aria-label={rule.name}>
          <RuleName name={rule.name} onChange={(name) => replace(position, { ...rule, name })} />
          {children(rule, (next) => replace(position, next))}
          <div className={styles.actions}>
            {position > 0 && (
              <Button size="small" onClick={() => moveUp(position)}>
                {options.moveUp(rule.name)}
              </Button>
            )}
            <Button size="small" onClick={() => onChange(rules.filter((_, i) => i !== position))}>
              {options.removeRule(rule.name)}
            </Button>
          </div>
        </section>
      ))}
      <div>
        <Button disabled={rules.length >= most} onClick={() => onChange([...rules, add.build(rules.length + 1)])}>
          {add.label}
        </Button>
      </div>
    </>
  );
}
