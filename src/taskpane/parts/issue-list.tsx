import { Body1, Button, Caption1 } from "@fluentui/react-components";
import type { Issue } from "../../core/issues";
import { describeTreatment, findIssueWords, isColumnIssue } from "../../jobs/layout/issue-words";
import type { RowSource } from "../../workbook/rows";
import { usePaneStyles } from "../pane-styles";
import { usePane, useWords } from "../state/pane-context";

const mostRows = 8;

/** Everything odd in the rows: how many, which, and what was done. */
export function IssueList({ issues, source }: { readonly issues: readonly Issue[]; readonly source: RowSource }) {
  const styles = usePaneStyles();
  const words = useWords();
  const { pane, phrases, excel } = words;
  const showIssue = usePane((model) => model.showIssue);
  if (issues.length === 0) return <Body1>{pane.issues.none}</Body1>;
  return (
    <ul className={styles.list}>
      {issues.map((issue) => {
        const { code, name, treatment, count, rows } = issue;
        const isColumn = isColumnIssue(issue);
        const numbers = rows.slice(0, mostRows).map((row) => String(source.rowNumber(row)));
        const places = count > mostRows ? pane.issues.more(numbers.join(" ")) : phrases.list(numbers);
        return (
          <li key={`${code} ${name} ${treatment}`}>
            <Body1 block>
              {code} {findIssueWords(issue, words).name}
              {phrases.inBrackets(isColumn ? pane.issues.columnCount(count) : pane.issues.rows(count))}
            </Body1>
            <Caption1 block>{describeTreatment(issue, words)}</Caption1>
            {!isColumn && (
              <Caption1 block className={styles.muted}>
                {pane.issues.where(places)}
              </Caption1>
            )}
            {source.place !== null && rows.length > 0 && (
              <Button
                size="small"
                aria-label={excel.showIssue(findIssueWords(issue, words).name)}
                onClick={() => void showIssue(source, issue)}
              >
                {excel.showMe}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
