import type { GroupColor } from "../../jobs/layout/theme";
import type { TreeBox } from "../../jobs/tree-boxes";
import type { TableData } from "../parts/data-table";
import { ChartFrame } from "./chart-frame";
import { useChartStyles } from "./chart-styles";

/** The letter of a rule: A, B .. Z, AA .. */
export function formatLetter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : formatLetter(Math.floor(position / 26) - 1) + last;
}

/** Pixels that a text takes at 12 px, roughly: wide for Chinese, else a little above the mean. */
function estimateWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 12 : 6.6), 0);
}

interface Properties {
  readonly title: string;
  readonly summary: string;
  readonly boxes: readonly TreeBox[];
  readonly colors: readonly GroupColor[];
  readonly featureNames: readonly string[];
  readonly table: TableData;
}

const rowHeight = 30;

/** A tree as stacked boxes: each row asks a question of the customers above it; coloured boxes with a letter are the leaves. */
export function TreeChart({ title, summary, boxes, colors, featureNames, table }: Properties) {
  const styles = useChartStyles();
  const levels = 1 + Math.max(...boxes.map(({ level }) => level));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={table}
      height={levels * rowHeight}
      draw={(width) =>
        boxes.map(({ id, level, start, share, label, feature, rule }) => {
          const isLeaf = feature === null;
          const boxWidth = share * width;
          const text = feature !== null ? featureNames[feature] : rule === null ? "" : formatLetter(rule);
          const fits = boxWidth >= 6 + estimateWidth(text);
          return (
            <g key={id} transform={`translate(${start * width} ${level * rowHeight})`}>
              <rect
                className={styles.shape}
                width={Math.max(1, boxWidth - 1)}
                height={(isLeaf ? levels - level : 1) * rowHeight - 2}
                fill={isLeaf ? colors[label].fill : "transparent"}
              />
              {fits && (
                <text
                  className={isLeaf ? styles.onColor : undefined}
                  style={isLeaf ? { fill: colors[label].fontColor } : undefined}
                  x={boxWidth / 2}
                  y={19}
                  textAnchor="middle"
                >
                  {text}
                </text>
              )}
            </g>
          );
        })
      }
    />
  );
}
