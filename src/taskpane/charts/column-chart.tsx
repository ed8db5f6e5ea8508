import { max } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import type { TableData } from "../parts/data-table";
import { ChartFrame } from "./chart-frame";
import { useChartStyles } from "./chart-styles";

export interface ColumnBar {
  readonly name: string;
  readonly value: number;
}

interface Properties {
  readonly title: string;
  readonly summary: string;
  readonly table: TableData;
  readonly bars: readonly ColumnBar[];
  readonly format: (value: number) => string;
}

const height = 150;
const margin = { top: 10, right: 4, bottom: 22, left: 56 };
const mostLabels = 6;

/** One column per step. */
export function ColumnChart({ title, summary, table, bars, format }: Properties) {
  const styles = useChartStyles();
  const every = Math.ceil(bars.length / mostLabels);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={table}
      height={height}
      draw={(width) => {
        const x = scaleBand(
          bars.map((_, i) => i),
          [margin.left, width - margin.right],
        ).padding(0.2);
        const y = scaleLinear([0, max(bars, ({ value }) => value) || 1], [height - margin.bottom, margin.top]).nice(3);
        return (
          <>
            {y.ticks(3).map((tick) => (
              <g key={tick} transform={`translate(0 ${y(tick)})`}>
                <line className={styles.grid} x1={margin.left} x2={width - margin.right} />
                <text x={margin.left - 6} y={4} textAnchor="end">
                  {format(tick)}
                </text>
              </g>
            ))}
            {bars.map(({ name, value }, i) => {
              const top = y(Math.max(0, value));
              return (
                <g key={i} transform={`translate(${x(i) ?? 0} 0)`}>
                  <rect
                    className={styles.area}
                    y={top}
                    width={Math.max(1, x.bandwidth())}
                    height={Math.max(0, height - margin.bottom - top)}
                  />
                  <line className={styles.line} x1={0} x2={Math.max(1, x.bandwidth())} y1={top} y2={top} />
                  {i % every === 0 && (
                    <text x={x.bandwidth() / 2} y={height - 6} textAnchor="middle">
                      {name}
                    </text>
                  )}
                </g>
              );
            })}
          </>
        );
      }}
    />
  );
}
