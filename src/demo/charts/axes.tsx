import type { Plot } from "./frame";
import { cutLabel, estimateLabel } from "./frame";
import type { Scale } from "./scale";

interface ValueProps {
  readonly scale: Scale;
  readonly plot: Plot;
  readonly isVertical: boolean;
  readonly format: (value: number) => string;
}

/** Grid lines and labels of a value axis. */
export function ValueAxis({ scale, plot, isVertical, format }: ValueProps) {
  return scale.ticks.map((tick) => {
    const share = scale.place(tick);
    const y = plot.top + plot.height * (1 - share);
    const x = plot.left + plot.width * share;
    return (
      <g key={tick}>
        {isVertical ? (
          <line x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} className="chart-grid" />
        ) : (
          <line x1={x} x2={x} y1={plot.top} y2={plot.top + plot.height} className="chart-grid" />
        )}
        {isVertical ? (
          <text x={plot.left - 6} y={y + 3.5} textAnchor="end">
            {format(tick)}
          </text>
        ) : (
          <text x={x} y={plot.top + plot.height + 14} textAnchor="middle">
            {format(tick)}
          </text>
        )}
      </g>
    );
  });
}

interface CategoryProps {
  readonly categories: readonly string[];
  readonly plot: Plot;
  readonly isVertical: boolean;
  /** Points stand at the ends of the axis, as in lines and areas, or amid their share of it. */
  readonly isEdged?: boolean;
}

/** Labels along the other axis; where there is no room for all, some are left out. */
export function CategoryAxis({ categories, plot, isVertical, isEdged = false }: CategoryProps) {
  const count = Math.max(1, categories.length);
  const step = (isVertical ? plot.width : plot.height) / (isEdged ? Math.max(1, count - 1) : count);
  const widest = categories.reduce((most, text) => Math.max(most, estimateLabel(text)), 0);
  const need = isVertical ? Math.min(widest + 8, 76) : 14;
  const every = Math.max(1, Math.ceil(need / step));
  const room = isVertical ? step * every - 4 : plot.left - 12;
  return (
    <>
      <line
        x1={plot.left}
        x2={isVertical ? plot.left + plot.width : plot.left}
        y1={isVertical ? plot.top + plot.height : plot.top}
        y2={plot.top + plot.height}
        className="chart-axis"
      />
      {categories.map((text, index) => {
        if (index % every !== 0) return null;
        const at = isEdged ? index * step : (index + 0.5) * step;
        return isVertical ? (
          <text key={index} x={plot.left + at} y={plot.top + plot.height + 14} textAnchor="middle">
            {cutLabel(text, room)}
          </text>
        ) : (
          <text key={index} x={plot.left - 6} y={plot.top + at + 3.5} textAnchor="end">
            {cutLabel(text, room)}
          </text>
        );
      })}
    </>
  );
}
