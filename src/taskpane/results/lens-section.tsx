import { Body1, Caption1 } from "@fluentui/react-components";
import { findGroupAction, formatRemark } from "../../jobs/layout/group-words";
import { GroupBars } from "../charts/group-bars";
import { useChartStyles } from "../charts/chart-styles";
import { usePaneStyles } from "../pane-styles";
import { usePane } from "../state/pane-context";
import { GroupPicks } from "./group-picks";
import type { ResultContext } from "./group-view";
import { canShowGroups, findLens, listGroupBars } from "./group-view";

interface Properties {
  readonly context: ResultContext;
  readonly lens: string;
}

/** One lens: how many customers each group has, what they bring, and what to do with them. */
export function LensSection({ context, lens: id }: Properties) {
  const styles = usePaneStyles();
  const chart = useChartStyles();
  const { analysis, words } = context;
  const showGroup = usePane((model) => model.showGroup);
  const isInWorkbook = usePane(({ result }) => result !== null && canShowGroups(result));
  const lens = findLens(analysis, id);
  if (lens === undefined) return null;
  const bars = listGroupBars(context, lens);
  const { basis } = analysis.value;
  const pick = isInWorkbook ? (group: string | null) => void showGroup(id, group) : undefined;
  const text = words.pane.results;
  const title = basis === "none" ? text.groupChartPlain : text.groupChart(words.summary.valueName[basis]);
  const actions = bars.map((bar) => ({ bar, action: findGroupAction(words, id, bar.id) }));
  return (
    <>
      {bars.length > 0 && <GroupBars title={title} groups={bars} basis={basis} onPick={pick} />}
      {pick !== undefined && <GroupPicks groups={bars} onPick={pick} />}
      {actions.some(({ action }) => action !== "") && (
        <>
          <Body1 as="h4" className={styles.heading}>
            {text.action}
          </Body1>
          <ul className={styles.list} style={{ listStyle: "none", paddingInlineStart: 0 }}>
            {actions.map(({ bar, action }) => (
              <li key={bar.id} className={chart.legendItem} style={{ alignItems: "flex-start" }}>
                <span className={chart.swatch} style={{ backgroundColor: bar.color.fill }} aria-hidden="true" />
                <span>
                  <strong>{bar.name}</strong>
                  {action !== "" && `${words.phrases.colon}${action}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {lens.remarks.map((remark) => (
        <Caption1 key={JSON.stringify(remark)}>{formatRemark(words, id, remark)}</Caption1>
      ))}
    </>
  );
}
