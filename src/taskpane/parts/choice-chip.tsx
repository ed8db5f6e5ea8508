import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";

const useStyles = makeStyles({
  chip: {
    display: "inline-flex",
    alignItems: "center",
    maxWidth: "100%",
    boxSizing: "border-box",
    minHeight: "32px",
    paddingInline: "12px 4px",
    borderRadius: "16px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  flagged: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  label: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  select: {
    minWidth: "3em",
    maxWidth: "160px",
    minHeight: "28px",
    border: 0,
    outlineStyle: "none",
    background: "transparent",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    "& option": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
  },
});

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
  /** Why the choice should be looked at. */
  readonly remark?: string;
}

/** A small choice that reads `label: value`. */
export function ChoiceChip({ label, value, choices, onChange, remark }: Properties) {
  const styles = useStyles();
  const id = useId();
  return (
    <span className={mergeClasses(styles.chip, remark !== undefined && styles.flagged)} title={remark}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-description={remark}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </span>
  );
}
