import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { computeContrast, palette } from "../../jobs/layout/theme";
import { useWords } from "../state/pane-context";
import { ChartFrame } from "./chart-frame";
import { useChartStyles } from "./chart-styles";

interface Properties {
  readonly title: string;
  readonly summary: string;
  /** Rows from the best R score down, columns from the lowest F score up; NaN is blank. */
  readonly cells: readonly (readonly number[])[];
  readonly format: (value: number) => string;
}

const cellHeight = 34;
const headWidth = 34;
const headHeight = 20;

function readChannels(color: string): [number, number, number] {
  const value = parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** From the light end of the scale to the dark one. */
function mixScale(share: number): string {
  const end = readChannels(palette.accent);
  return `#${readChannels(palette.scaleLow)
    .map((channel, i) =>
      Math.round(channel + (end[i] - channel) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Customers, or what they are worth, by R score and F score. */
export function HeatMap({ title, summary, cells, format }: Properties) {
  const styles = useChartStyles();
  const { pane, summary: words } = useWords();
  const bins = cells.length;
  const highest = max(cells.flat().filter(Number.isFinite)) ?? 0;
  // The square root keeps small cells apart where one cell holds most.
  const shade = scaleLinear([0, Math.sqrt(highest) || 1], [0.04, 1]).clamp(true);
  const rowNames = cells.map((_, row) => pane.results.heatRow(bins - row));
  const columnNames = cells.map((_, column) => pane.results.heatColumn(column + 1));
  const show = (value: number) => (Number.isFinite(value) ? format(value) : "");
  return (
    <ChartFrame
      title={title}
      summary={summary}
      height={headHeight + bins * cellHeight}
      table={{
        headers: [words.heatCorner, ...columnNames],
        rows: cells.map((row, i) => [rowNames[i], ...row.map(show)]),
      }}
      draw={(width) => {
        const cellWidth = (width - headWidth) / bins;
        return (
          <>
            {columnNames.map((name, column) => (
              <text key={name} x={headWidth + (column + 0.5) * cellWidth} y={13} textAnchor="middle">
                {name}
              </text>
            ))}
            {cells.map((row, i) => (
              <g key={rowNames[i]} transform={`translate(0 ${headHeight + i * cellHeight})`}>
                <text x={0} y={cellHeight / 2 + 4}>
                  {rowNames[i]}
                </text>
                {row.map((value, column) => {
                  const fill = value > 0 ? mixScale(shade(Math.sqrt(value))) : palette.scaleLow;
                  const ink = computeContrast(fill, palette.white) >= 4.5 ? palette.white : palette.black;
                  return (
                    <g key={column} transform={`translate(${headWidth + column * cellWidth} 0)`}>
                      <rect className={styles.shape} width={cellWidth} height={cellHeight} fill={fill} />
                      <text
                        className={styles.onColor}
                        style={{ fill: ink }}
                        x={cellWidth / 2}
                        y={cellHeight / 2 + 4}
                        textAnchor="middle"
                      >
                        {show(value)}
                      </text>
                    </g>
                  );
                })}
              </g>
            ))}
          </>
        );
      }}
    />
  );
}
