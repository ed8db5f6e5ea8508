import { scaleLinear } from "d3-scale";
import type { GroupColor } from "../../jobs/layout/theme";
import { useWords } from "../state/pane-context";
import { ChartFrame } from "./chart-frame";
import { useChartStyles } from "./chart-styles";

/** One group of customers: its share of the customers and of their value (NaN without money). */
export interface GroupBar {
  readonly id: string;
  readonly name: string;
  readonly color: GroupColor;
  readonly customers: number;
  readonly customerShare: number;
  readonly valueShare: number;
  readonly money: string;
}

interface Properties {
  readonly title: string;
  readonly groups: readonly GroupBar[];
  readonly basis: "profit" | "revenue" | "none";
  /** Called with the group whose bars are clicked; buttons beside the chart do the same. */
  readonly onPick?: (group: string) => void;
}

const rowHeight = 44;
const headHeight = 18;
const barHeight = 16;
const labelWidth = 46;

/**
 * Two bars per group from a common middle: left its share of customers, right its share of value. With the best group on top the left side
 * is the pyramid of customers.
 */
export function GroupBars({ title, groups, basis, onPick }: Properties) {
  const { pane, phrases } = useWords();
  const text = pane.results;
  const valueName = text.ofValue[basis];
  const hasMoney = basis !== "none";
  const formatShare = (share: number) => (Number.isFinite(share) ? phrases.share(share) : "");
  const largest = groups.reduce(
    (best, group) =>
      (group.valueShare || group.customerShare) > (best.valueShare || best.customerShare) ? group : best,
    groups[0],
  );
  const summary = !hasMoney
    ? text.groupLineWithoutMoney(largest.name, formatShare(largest.customerShare))
    : text.groupLine(largest.name, formatShare(largest.customerShare), formatShare(largest.valueShare), valueName);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      height={headHeight + groups.length * rowHeight}
      table={{
        headers: [text.group, text.ofCustomers, text.share, ...(hasMoney ? [valueName, text.share] : [])],
        rows: groups.map(({ name, customers, customerShare, valueShare, money }) => [
          name,
          phrases.count(customers),
          formatShare(customerShare),
          ...(hasMoney ? [money, formatShare(valueShare)] : []),
        ]),
      }}
      draw={(width) => (
        <Bars
          groups={groups}
          width={width}
          sides={hasMoney ? [text.ofCustomers, valueName] : [text.ofCustomers]}
          onPick={onPick}
        />
      )}
    />
  );
}

interface BarsProperties {
  readonly groups: readonly GroupBar[];
  readonly width: number;
  readonly sides: readonly string[];
  readonly onPick?: (group: string) => void;
}

function Bars({ groups, width, sides, onPick }: BarsProperties) {
  const styles = useChartStyles();
  const { phrases } = useWords();
  const isTwoSided = sides.length > 1;
  const middle = isTwoSided ? width / 2 : 0;
  const room = (isTwoSided ? middle : width) - labelWidth;
  const highest = Math.max(
    ...groups.flatMap(({ customerShare, valueShare }) => [customerShare, isTwoSided ? Math.max(0, valueShare) : 0]),
  );
  const scale = scaleLinear([0, highest || 1], [0, room]).clamp(true);
  return (
    <>
      {isTwoSided && (
        <g className={styles.muted}>
          <text x={middle - 6} y={11} textAnchor="end">
            {sides[0]}
          </text>
          <text x={middle + 6} y={11}>
            {sides[1]}
          </text>
        </g>
      )}
      {groups.map(({ id, name, color, customerShare, valueShare }, row) => {
        const top = headHeight + row * rowHeight;
        const left = scale(customerShare);
        const right = scale(valueShare);
        const base = top + 20 + barHeight - 4;
        return (
          <g key={id} className={onPick && styles.pickable} onClick={onPick && (() => onPick(id))}>
            <rect y={top} width={width} height={rowHeight} fill="transparent" />
            <text
              x={isTwoSided ? middle : 0}
              y={top + 14}
              textAnchor={isTwoSided ? "middle" : "start"}
              fontWeight={600}
            >
              {name}
            </text>
            <rect
              className={styles.shape}
              x={isTwoSided ? middle - left : 0}
              y={top + 20}
              width={left}
              height={barHeight}
              fill={color.fill}
              fillOpacity={isTwoSided ? 0.55 : 1}
            />
            <text x={isTwoSided ? middle - left - 4 : left + 4} y={base} textAnchor={isTwoSided ? "end" : "start"}>
              {phrases.share(customerShare)}
            </text>
            {isTwoSided && Number.isFinite(valueShare) && (
              <>
                <rect
                  className={styles.shape}
                  x={middle}
                  y={top + 20}
                  width={right}
                  height={barHeight}
                  fill={color.fill}
                />
                <text x={middle + right + 4} y={base}>
                  {phrases.share(valueShare)}
                </text>
              </>
            )}
            {isTwoSided && (
              <line className={styles.axis} x1={middle} x2={middle} y1={top + 18} y2={top + 22 + barHeight} />
            )}
          </g>
        );
      })}
    </>
  );
}
