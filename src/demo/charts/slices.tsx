import type { ChartView } from "../protocol";
import type { Plot } from "./frame";
import { getPointColor } from "./frame";

interface Props {
  readonly chart: ChartView;
  readonly plot: Plot;
}

/** Pie and doughnut, of the first series. */
export function Slices({ chart, plot }: Props) {
  const values = (chart.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const radius = Math.max(4, Math.min(plot.width, plot.height) / 2 - 4);
  const inner = chart.content.kind === "doughnut" ? radius * 0.58 : 0;
  const center = { x: plot.left + plot.width / 2, y: plot.top + plot.height / 2 };
  const at = (share: number, distance: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${(center.x + Math.cos(angle) * distance).toFixed(2)} ${(center.y + Math.sin(angle) * distance).toFixed(2)}`;
  };
  let sum = 0;
  return values.map((value, point) => {
    const from = sum / total;
    sum += value;
    // A full circle has no two ends, which an arc needs.
    const to = Math.min(sum / total, from + 0.99999);
    if (value === 0) return null;
    const large = to - from > 0.5 ? 1 : 0;
    const outer = `M${at(from, radius)}A${radius} ${radius} 0 ${large} 1 ${at(to, radius)}`;
    const back =
      inner > 0 ? `L${at(to, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}Z` : `L${center.x} ${center.y}Z`;
    const middle = (from + to) / 2;
    const [x, y] = at(middle, (radius + inner) / 2 + (inner > 0 ? 0 : radius * 0.15))
      .split(" ")
      .map(Number);
    const share = value / total;
    return (
      <g key={point}>
        <path d={outer + back} fill={getPointColor(chart, 0, point)} stroke="#ffffff" strokeWidth={1.5} />
        {chart.content.dataLabels && share > 0.06 && (
          <text x={x} y={y + 4} textAnchor="middle" className="chart-slice-label">
            {Math.round(share * 100)}%
          </text>
        )}
      </g>
    );
  });
}
