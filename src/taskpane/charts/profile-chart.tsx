import { scaleLinear } from "d3-scale";
import type { GroupColor } from "../../jobs/layout/theme";
import type { TableData } from "../parts/data-table";
import { useWords } from "../state/pane-context";
import { ChartFrame } from "./chart-frame";
import { useChartStyles } from "./chart-styles";
import { spreadMarks } from "./spread-marks";

export interface ProfileGroup {
  readonly name: string;
  /** Stands inside the mark. */
  readonly mark: string;
  readonly color: GroupColor;
  /** One standardised centre per feature. */
  readonly centre: readonly number[];
}

interface Properties {
  readonly title: string;
  readonly summary: string;
  readonly features: readonly string[];
  readonly groups: readonly ProfileGroup[];
  readonly table: TableData;
}

const rowHeight = 58;
const axisHeight = 20;
const radius = 10;

/** Where each group stands in each feature: a numbered mark per group on a line, 0 is the average customer. */
export function ProfileChart({ title, summary, features, groups, table }: Properties) {
  const styles = useChartStyles();
  const { phrases } = useWords();
  const farthest = Math.max(1, ...groups.flatMap(({ centre }) => centre.map(Math.abs)));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={table}
      height={features.length * rowHeight + axisHeight}
      draw={(width) => {
        const x = scaleLinear([-farthest, farthest], [radius + 2, width - radius - 2]);
        return (
          <>
            <line className={styles.reference} x1={x(0)} x2={x(0)} y1={0} y2={features.length * rowHeight} />
            {features.map((feature, row) => {
              const marks = spreadMarks(
                groups.map(({ centre }) => x(centre[row])),
                radius * 2,
              );
              return (
                <g key={feature} transform={`translate(0 ${row * rowHeight})`}>
                  <text x={0} y={12}>
                    {feature}
                  </text>
                  <line className={styles.grid} x1={0} x2={width} y1={38} y2={38} />
                  {groups.map(({ name, mark, color }, i) => (
                    <g key={name} transform={`translate(${marks[i].position} ${38 - marks[i].level * 9})`}>
                      <circle className={styles.shape} r={radius} fill={color.fill} />
                      <text className={styles.onColor} style={{ fill: color.fontColor }} y={4} textAnchor="middle">
                        {mark}
                      </text>
                    </g>
                  ))}
                </g>
              );
            })}
            {x.ticks(5).map((tick) => (
              <text key={tick} x={x(tick)} y={features.length * rowHeight + 14} textAnchor="middle">
                {phrases.number(tick)}
              </text>
            ))}
          </>
        );
      }}
    >
      <ul className={styles.legend}>
        {groups.map(({ name, mark, color }) => (
          <li key={name} className={styles.legendItem}>
            <span
              className={styles.swatch}
              style={{ backgroundColor: color.fill, color: color.fontColor }}
              aria-hidden="true"
            >
              {mark}
            </span>
            {name}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
