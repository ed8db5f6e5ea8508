import { format as formatNumber } from "numfmt";
import type { ChartView, SeriesView } from "../protocol";
import { CategoryAxis, ValueAxis } from "./axes";
import type { Plot } from "./frame";
import { getSeriesColor } from "./frame";
import { buildScale } from "./scale";

interface Props {
  readonly chart: ChartView;
  readonly plot: Plot;
  readonly format: (value: number) => string;
}

/** Above so many points they are not marked. */
const mostMarks = 60;

const isNumber = (value: number | null): value is number => value !== null;
const write = (value: number) => value.toFixed(1);

/** Lines, areas and scatter. */
export function Lines({ chart, plot, format }: Props) {
  const { categories, series, content } = chart;
  const isScatter = content.kind === "scatter" || content.kind === "scatterLines";
  const isArea = content.kind === "area";
  const ticks = Math.max(2, Math.round(plot.height / 36));
  const all = series.flatMap(({ values }) => values.filter(isNumber));
  const least = all.reduce((low, value) => Math.min(low, value), Infinity);
  const most = all.reduce((high, value) => Math.max(high, value), -Infinity);
  const y = buildScale(all, isArea || (least >= 0 && least < most * 0.8), ticks);
  const positions = series.flatMap((one) => one.positions.filter(isNumber));
  const x = buildScale(
    positions,
    positions.every((value) => value >= 0 && value <= 1),
    Math.round(plot.width / 60),
  );
  const last = Math.max(1, categories.length - 1);

  const findPoints = ({ values, positions: own }: SeriesView) =>
    values.flatMap((value, index) => {
      const across = isScatter ? own[index] : index / last;
      if (value === null || across === null || across === undefined) return [];
      return [
        {
          x: plot.left + plot.width * (isScatter ? x.place(across) : across),
          y: plot.top + plot.height * (1 - y.place(value)),
        },
      ];
    });

  const floor = plot.top + plot.height * (1 - y.place(Math.max(0, y.least)));
  return (
    <>
      <ValueAxis scale={y} plot={plot} isVertical format={format} />
      {isScatter ? (
        <ValueAxis scale={x} plot={plot} isVertical={false} format={buildPositionFormat(chart, x.most)} />
      ) : (
        <CategoryAxis categories={categories} plot={plot} isVertical isEdged />
      )}
      {series.map((one, index) => {
        const points = findPoints(one);
        if (points.length === 0) return null;
        const color = getSeriesColor(chart, index);
        const path = points.map((point, at) => `${at === 0 ? "M" : "L"}${write(point.x)} ${write(point.y)}`).join("");
        const closed = `${path}L${write(points[points.length - 1].x)} ${write(floor)}L${write(points[0].x)} ${write(floor)}Z`;
        const hasMarks = content.kind === "scatter" || (!isArea && points.length <= mostMarks);
        return (
          <g key={index}>
            {isArea && <path d={closed} fill={color} fillOpacity={0.35} />}
            {content.kind !== "scatter" && (
              <path d={path} fill="none" stroke={color} strokeWidth={2} strokeLinejoin="round" />
            )}
            {hasMarks &&
              points.map((point, at) => (
                <circle key={at} cx={point.x} cy={point.y} r={3} fill={one.pointColors?.[at] ?? color} />
              ))}
          </g>
        );
      })}
    </>
  );
}

function buildPositionFormat({ categoryFormat }: ChartView, most: number): (value: number) => string {
  if (categoryFormat !== "General")
    return (value) => formatNumber(categoryFormat, value, { throws: false, invalid: String(value) });
  const maximumFractionDigits = most <= 10 ? 1 : 0;
  return (value) => value.toLocaleString("en-US", { maximumFractionDigits });
}
