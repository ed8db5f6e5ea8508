import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { TableData } from "../parts/data-table";
import { ChartFrame } from "./chart-frame";
import { useChartStyles } from "./chart-styles";

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

interface Properties {
  readonly title: string;
  readonly summary: string;
  readonly table: TableData;
  readonly points: readonly CurvePoint[];
  /** What the axes cover; from the points where left out. */
  readonly domain?: { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] };
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** A straight line to compare with, from the first corner to the last. */
  readonly hasDiagonal?: boolean;
  readonly isFilled?: boolean;
  readonly hasDots?: boolean;
  /** The point that stands out. */
  readonly marked?: CurvePoint;
  readonly ticksX?: readonly number[];
}

const height = 180;
const margin = { top: 10, right: 14, bottom: 24, left: 44 };

/** A curve over two axes. */
export function CurveChart(properties: Properties) {
  const { title, summary, table } = properties;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={table}
      height={height}
      draw={(width) => <Curve {...properties} width={width} />}
    />
  );
}

function findDomain(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  return low === high ? [low - 1, high + 1] : [low, high];
}

function Curve({ points, domain, formatX, formatY, width, ticksX, ...look }: Properties & { readonly width: number }) {
  const styles = useChartStyles();
  const x = scaleLinear(domain?.x ?? findDomain(points.map((point) => point.x)), [margin.left, width - margin.right]);
  const y = scaleLinear(domain?.y ?? findDomain(points.map((point) => point.y)), [height - margin.bottom, margin.top]);
  if (domain?.y === undefined) y.nice(4);
  const [bottom, top] = y.range();
  const path = line<CurvePoint>(
    (point) => x(point.x),
    (point) => y(point.y),
  );
  const under = area<CurvePoint>(
    (point) => x(point.x),
    () => bottom,
    (point) => y(point.y),
  );
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line className={styles.grid} x1={margin.left} x2={width - margin.right} />
          <text x={margin.left - 6} y={4} textAnchor="end">
            {formatY(tick)}
          </text>
        </g>
      ))}
      {(ticksX ?? x.ticks(4)).map((tick) => (
        <text key={tick} x={x(tick)} y={height - 6} textAnchor="middle">
          {formatX(tick)}
        </text>
      ))}
      <line className={styles.axis} x1={margin.left} x2={width - margin.right} y1={bottom} y2={bottom} />
      {look.isFilled === true && <path className={styles.area} d={under(points) ?? undefined} />}
      {look.hasDiagonal === true && (
        <line className={styles.reference} x1={x.range()[0]} y1={bottom} x2={x.range()[1]} y2={top} />
      )}
      <path className={styles.line} d={path(points) ?? undefined} />
      {look.hasDots === true &&
        points.map((point) => <circle key={point.x} className={styles.line} cx={x(point.x)} cy={y(point.y)} r={2.5} />)}
      {look.marked !== undefined && (
        <circle className={styles.axis} cx={x(look.marked.x)} cy={y(look.marked.y)} r={6} fill="none" strokeWidth={2} />
      )}
    </>
  );
}
