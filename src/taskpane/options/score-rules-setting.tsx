import { Caption1, Select } from "@fluentui/react-components";
import type { CustomRule, ScoreRange } from "../../core/rfm/custom-rules";
import { formatRemark } from "../../jobs/layout/group-words";
import { checkScoreRules } from "../../jobs/rule-check";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";
import { FieldGroup } from "./field-group";
import { RuleList } from "./rule-list";
import type { EditorProperties } from "./editor-properties";

const MOST_RULES = 100;
const MOST_REMARKS = 8;
const measures = [
  { key: "recency", letter: "R" },
  { key: "frequency", letter: "F" },
  { key: "monetary", letter: "M" },
] as const;

/** The user's segments by ranges of scores, with what their check finds as they change. */
export function ScoreRulesSetting({ settings, onChange }: EditorProperties) {
  const words = useWords();
  const { options } = words;
  const { name, meaning } = words.settings.customRules;
  const { customRules, bins } = settings;
  const whole: ScoreRange = [1, bins];
  const build = (position: number): CustomRule => ({
    name: options.newSegment(position),
    recency: whole,
    frequency: whole,
    monetary: whole,
  });
  return (
    <FieldGroup name={name} hint={meaning}>
      <RuleList
        rules={customRules}
        most={MOST_RULES}
        add={{ label: options.addSegment, build }}
        onChange={(rules) => onChange({ customRules: rules })}
      >
        {(rule, change) =>
          measures.map(({ key, letter }) => (
            <RangeField
              key={key}
              measure={letter}
              range={rule[key]}
              bins={bins}
              onChange={(range) => change({ ...rule, [key]: range })}
            />
          ))
        }
      </RuleList>
      <RuleRemarks rules={customRules} bins={bins} />
    </FieldGroup>
  );
}

interface RangeProperties {
  readonly measure: string;
  readonly range: ScoreRange;
  readonly bins: number;
  readonly onChange: (range: ScoreRange) => void;
}

/** Lowest and highest score; each takes the other along when it passes it. */
function RangeField({ measure, range: [from, to], bins, onChange }: RangeProperties) {
  const styles = usePaneStyles();
  const { options } = useWords();
  // A range that was set for more scores stays to be seen, and the check names it.
  const scores = Array.from({ length: Math.max(bins, to) }, (_, i) => i + 1);
  const list = scores.map((score) => (
    <option key={score} value={score}>
      {score}
    </option>
  ));
  return (
    <div className={styles.range}>
      <label>
        {options.from(measure)}
        <Select
          size="small"
          value={String(from)}
          onChange={(_, { value }) => onChange([Number(value), Math.max(Number(value), to)])}
        >
          {list}
        </Select>
      </label>
      <label>
        {options.to(measure)}
        <Select
          size="small"
          value={String(to)}
          onChange={(_, { value }) => onChange([Math.min(from, Number(value)), Number(value)])}
        >
          {list}
        </Select>
      </label>
    </div>
  );
}

/** What the check of the rules finds: gaps, overlaps, rules that nobody can reach. */
function RuleRemarks({ rules, bins }: { readonly rules: readonly CustomRule[]; readonly bins: number }) {
  const styles = usePaneStyles();
  const words = useWords();
  const analysis = usePane(({ result }) => result?.outcome.analysis ?? null);
  if (rules.length === 0) return null;
  const remarks = checkScoreRules(rules, bins, analysis);
  return (
    <div role="status" aria-label={words.options.remarks}>
      {remarks.length === 0 ? (
        <Caption1>{words.options.noRemarks}</Caption1>
      ) : (
        <ul className={styles.list}>
          {remarks.slice(0, MOST_REMARKS).map((remark, position) => (
            <li key={position}>
              <Caption1>{formatRemark(words, "custom-rules", remark)}</Caption1>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
