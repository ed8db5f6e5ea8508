import { Body1, Caption1 } from "@fluentui/react-components";
import type { TreeResult } from "../../core/report/analysis";
import { findFeatureName } from "../../jobs/layout/cluster-words";
import { findGroupName, findLensWords } from "../../jobs/layout/group-words";
import { formatConditions } from "../../jobs/layout/rule-words";
import { getGroupColor } from "../../jobs/layout/theme";
import { drawTreeBoxes } from "../../jobs/tree-boxes";
import { useChartStyles } from "../charts/chart-styles";
import { TreeChart, formatLetter } from "../charts/tree-chart";
import { usePaneStyles } from "../pane-styles";
import type { ResultContext } from "./group-view";

interface Properties {
  readonly context: ResultContext;
  readonly tree: TreeResult;
}

/** A tree with its rules in words. */
export function TreeSection({ context, tree }: Properties) {
  const styles = usePaneStyles();
  const chart = useChartStyles();
  const { analysis, words } = context;
  const { pane, phrases, sheets, fidelity } = words;
  const text = pane.results;
  const { classes } = tree.tree;
  const { boxes, rules } = drawTreeBoxes(tree.tree);
  const colors = classes.map((id, index) => getGroupColor(tree.target, id, index, classes.length));
  const told = rules.map(({ conditions, label, customers, purityShare }, i) => ({
    letter: formatLetter(i),
    conditions: formatConditions(words, conditions),
    group: findGroupName(words, tree.target, classes[label]),
    size: text.ruleSize(customers, purityShare),
    color: colors[label],
  }));
  return (
    <>
      <TreeChart
        title={text.treeTitle(findLensWords(words, tree.target).title)}
        summary={text.treeSummary(rules.length)}
        boxes={boxes}
        colors={colors}
        featureNames={tree.features.map((name) => findFeatureName(words, name, analysis.value.basis))}
        table={{
          headers: [text.rule, sheets.tree.condition, text.group, text.ofCustomers],
          rows: told.map(({ letter, conditions, group, size }) => [letter, conditions, group, size]),
        }}
      />
      <ul className={styles.list} style={{ listStyle: "none", paddingInlineStart: 0 }}>
        {told.map(({ letter, conditions, group, size, color }) => (
          <li key={letter} className={chart.legendItem} style={{ alignItems: "flex-start" }}>
            <span className={chart.swatch} style={{ backgroundColor: color.fill, color: color.fontColor }}>
              {letter}
            </span>
            <span>
              <Body1 block>
                <strong>{group}</strong>
                {phrases.colon}
                {conditions}
              </Body1>
              <Caption1 className={styles.muted}>{size}</Caption1>
            </span>
          </li>
        ))}
      </ul>
      <Caption1>{fidelity.good(tree.fidelityShare, tree.baselineShare)}</Caption1>
      {tree.explainsItself && <Caption1>{fidelity.explainsItself}</Caption1>}
    </>
  );
}
