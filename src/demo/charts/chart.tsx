import { format as formatNumber } from "numfmt";
import { memo, useId } from "react";
import type { ChartView } from "../protocol";
import type { CellBox } from "../grid/cell";
import { Bars } from "./bars";
import type { Plot } from "./frame";
import { estimateLabel, getPointColor, getSeriesColor } from "./frame";
import { Lines } from "./lines";
import { Slices } from "./slices";

interface Props {
  readonly chart: ChartView;
  readonly box: CellBox;
}

interface LegendEntry {
  readonly text: string;
  readonly color: string;
}

const legendRow = 16;

function listLegend(chart: ChartView): LegendEntry[] {
  const isRound = chart.content.kind === "pie" || chart.content.kind === "doughnut";
  if (chart.content.legend === "none") return [];
  return isRound
    ? chart.categories.map((text, point) => ({ text, color: getPointColor(chart, 0, point) }))
    : chart.series.map(({ name }, index) => ({ text: name, color: getSeriesColor(chart, index) }));
}

function placeLegend(entries: readonly LegendEntry[], width: number): { x: number; row: number }[] {
  let [x, row] = [0, 0];
  return entries.map(({ text }) => {
    const need = estimateLabel(text) + 24;
    if (x > 0 && x + need > width) [x, row] = [0, row + 1];
    const place = { x, row };
    x += need;
    return place;
  });
}

function buildFormat({ content, series }: ChartView): (value: number) => string {
  const pattern = content.valueNumberFormat;
  if (pattern) return (value) => formatNumber(pattern, value, { throws: false, invalid: String(value) });
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))), 0);
  const maximumFractionDigits = most >= 20 ? 0 : most >= 2 ? 1 : 2;
  return (value) => value.toLocaleString("en-US", { maximumFractionDigits });
}

/** What the chart shows, for those who do not see it. */
function describeChart(chart: ChartView, format: (value: number) => string): string {
  const lines = chart.series.map(({ name, values }) => {
    const points = chart.categories.slice(0, 20).map((text, index) => `${text} ${format(values[index] ?? 0)}`);
    return `${name}: ${points.join(", ")}${chart.categories.length > 20 ? ", …" : ""}`;
  });
  return lines.join("; ");
}

/** A chart above the cells that it covers. */
export const ChartFrame = memo(function ChartFrame({ chart, box }: Props) {
  const titleId = useId();
  const descriptionId = useId();
  const { content } = chart;
  const { width, height } = box;
  const format = buildFormat(chart);
  const legend = listLegend(chart);
  const isSide = content.legend === "right";
  const places = placeLegend(legend, width - 32);
  const legendHeight = legend.length === 0 || isSide ? 0 : (places[places.length - 1].row + 1) * legendRow + 4;
  const legendWidth = isSide
    ? Math.min(width * 0.35, Math.max(...legend.map(({ text }) => estimateLabel(text))) + 30)
    : 0;
  const isRound = content.kind === "pie" || content.kind === "doughnut";
  const plot = findPlot(chart, box, format, isRound ? 0 : 1, legendHeight, legendWidth);
  return (
    <div className="chart" style={box}>
      <svg width={width} height={height} role="img" aria-labelledby={titleId} aria-describedby={descriptionId}>
        <title id={titleId}>{content.title}</title>
        <desc id={descriptionId}>{describeChart(chart, format)}</desc>
        <text x={16} y={24} className="chart-title">
          {content.title}
        </text>
        {isRound ? (
          <Slices chart={chart} plot={plot} />
        ) : content.kind === "column" || content.kind === "stackedColumn" || content.kind === "bar" ? (
          <Bars chart={chart} plot={plot} format={format} />
        ) : (
          <Lines chart={chart} plot={plot} format={format} />
        )}
        <AxisTitles chart={chart} plot={plot} />
        {legend.map(({ text, color }, index) => {
          const x = isSide ? width - legendWidth + 6 : 16 + places[index].x;
          const y = isSide ? 48 + index * legendRow : height - legendHeight + places[index].row * legendRow;
          return (
            <g key={index} transform={`translate(${x} ${y})`}>
              <rect width={9} height={9} fill={color} />
              <text x={14} y={8.5}>
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
});

function findPlot(
  chart: ChartView,
  { width, height }: CellBox,
  format: (value: number) => string,
  axes: 0 | 1,
  legendHeight: number,
  legendWidth: number,
): Plot {
  const { kind, categoryAxisTitle, valueAxisTitle } = chart.content;
  const isBar = kind === "bar";
  const longest = isBar
    ? Math.min(width * 0.35, Math.max(0, ...chart.categories.map(estimateLabel)))
    : Math.max(...chart.series.flatMap(({ values }) => values.map((value) => estimateLabel(format(value ?? 0)))), 12);
  const [below, beside] = isBar ? [valueAxisTitle, categoryAxisTitle] : [categoryAxisTitle, valueAxisTitle];
  const left = axes * (longest + 10 + (beside ? 18 : 0)) + 14;
  const top = 40;
  return {
    left,
    top,
    width: Math.max(10, width - left - 22 - legendWidth),
    height: Math.max(10, height - top - legendHeight - 12 - axes * (18 + (below ? 16 : 0))),
  };
}

function AxisTitles({ chart, plot }: { readonly chart: ChartView; readonly plot: Plot }) {
  const { kind, categoryAxisTitle, valueAxisTitle } = chart.content;
  if (kind === "pie" || kind === "doughnut") return null;
  const [below, beside] = kind === "bar" ? [valueAxisTitle, categoryAxisTitle] : [categoryAxisTitle, valueAxisTitle];
  const middle = plot.top + plot.height / 2;
  return (
    <>
      {below && (
        <text
          x={plot.left + plot.width / 2}
          y={plot.top + plot.height + 31}
          textAnchor="middle"
          className="chart-axis-title"
        >
          {below}
        </text>
      )}
      {beside && (
        <text x={18} y={middle} textAnchor="middle" transform={`rotate(-90 18 ${middle})`} className="chart-axis-title">
          {beside}
        </text>
      )}
    </>
  );
}
