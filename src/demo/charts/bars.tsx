import type { ChartView } from "../protocol";
import { CategoryAxis, ValueAxis } from "./axes";
import type { Plot } from "./frame";
import { getPointColor } from "./frame";
import { buildScale } from "./scale";

interface Props {
  readonly chart: ChartView;
  readonly plot: Plot;
  readonly format: (value: number) => string;
}

/** Columns, stacked columns and bars. */
export function Bars({ chart, plot, format }: Props) {
  const { categories, series } = chart;
  const { kind, dataLabels } = chart.content;
  const isStacked = kind === "stackedColumn";
  const isVertical = kind !== "bar";
  const sums = categories.map((_, point) =>
    series.reduce((sum, { values }) => sum + Math.max(0, values[point] ?? 0), 0),
  );
  const values = isStacked ? sums : series.flatMap((one) => one.values.filter((value) => value !== null));
  const length = isVertical ? plot.height : plot.width;
  const scale = buildScale(values, true, Math.max(2, Math.round(length / (isVertical ? 36 : 70))));
  const zero = scale.place(0);
  const count = Math.max(1, categories.length);
  const step = (isVertical ? plot.width : plot.height) / count;
  const group = step * 0.68;
  const thickness = isStacked ? group : group / Math.max(1, series.length);
  const bottoms = new Float64Array(count);
  const bars = series.flatMap((one, index) =>
    one.values.slice(0, count).map((value, point) => {
      if (value === null) return null;
      const from = isStacked ? scale.place(bottoms[point]) : zero;
      const to = isStacked ? scale.place((bottoms[point] += Math.max(0, value))) : scale.place(value);
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const across = point * step + (step - group) / 2 + (isStacked ? 0 : index * thickness);
      const box = isVertical
        ? { x: plot.left + across, y: plot.top + length * (1 - high), width: thickness, height: length * (high - low) }
        : { x: plot.left + length * low, y: plot.top + across, width: length * (high - low), height: thickness };
      const labelFits = dataLabels && !isStacked && (isVertical ? thickness > 22 : thickness > 9);
      return (
        <g key={`${index} ${point}`}>
          <rect {...box} fill={getPointColor(chart, index, point)} />
          {labelFits && (
            <text
              x={isVertical ? box.x + box.width / 2 : box.x + box.width + 4}
              y={isVertical ? box.y - 4 : box.y + box.height / 2 + 3.5}
              textAnchor={isVertical ? "middle" : "start"}
            >
              {format(value)}
            </text>
          )}
        </g>
      );
    }),
  );
  return (
    <>
      <ValueAxis scale={scale} plot={plot} isVertical={isVertical} format={format} />
      {bars}
      <CategoryAxis categories={categories} plot={plot} isVertical={isVertical} />
    </>
  );
}
