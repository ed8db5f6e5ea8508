import type { CSSProperties } from "react";
import { memo } from "react";
import { formatCell } from "../../workbook/address";
import type { CellLook, CellView } from "../protocol";
import { findFontSize, fitText } from "./fit-text";

/** Where a cell is drawn. */
export interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const alignments = { left: "flex-start", center: "center", right: "flex-end" } as const;
const verticals = { top: "flex-start", center: "center", bottom: "flex-end" } as const;
const usualAlign = { text: "left", blank: "left", number: "right", other: "center" } as const;

function buildBoxStyle(look: CellLook, box: CellBox, align: "left" | "center" | "right"): CSSProperties {
  // A fill covers the grid lines on all four sides.
  const grow = look.fill ? 1 : 0;
  const indent = look.indent ? look.indent * 9 : 0;
  const side = 3 + grow;
  return {
    left: box.left - grow,
    top: box.top - grow,
    width: box.width - 1 + grow * 2,
    height: box.height - 1 + grow * 2,
    justifyContent: alignments[align],
    alignItems: verticals[look.vertical ?? "bottom"],
    padding: `${grow}px ${side + (align === "right" ? indent : 0)}px ${grow}px ${side + (align === "left" ? indent : 0)}px`,
    ...(look.fill ? { backgroundColor: look.fill } : {}),
    ...(look.color ? { color: look.color } : {}),
    ...(look.bold ? { fontWeight: 600 } : {}),
    ...(look.italic ? { fontStyle: "italic" } : {}),
    ...(look.size ? { fontSize: findFontSize(look.size) } : {}),
  };
}

function CellLinesView({ look, box }: { readonly look: CellLook; readonly box: CellBox }) {
  if (!look.lines) return null;
  const { top, bottom, left, right } = look.lines;
  const line = (color: string | undefined) => (color ? `1px solid ${color}` : undefined);
  return (
    <div
      className="cell-lines"
      style={{
        left: box.left - 1,
        top: box.top - 1,
        width: box.width + 1,
        height: box.height + 1,
        borderTop: line(top),
        borderBottom: line(bottom),
        borderLeft: line(left),
        borderRight: line(right),
      }}
    />
  );
}

interface Props {
  readonly row: number;
  readonly cell: CellView;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Room for text that is wider than its cell. */
  readonly room: number;
  readonly isActive: boolean;
}

/** A cell that shows something. */
export const CellBoxView = memo(function CellBoxView({ row, cell, isActive, room, ...box }: Props) {
  const { look } = cell;
  const align = look.align ?? usualAlign[cell.kind];
  const text = fitText(cell, box.width);
  const spills = cell.kind === "text" && align === "left" && !look.wrap;
  const address = isActive ? formatCell(row, cell.column) : "";
  return (
    <>
      <div
        role="gridcell"
        className="cell"
        aria-colindex={cell.column + 1}
        aria-selected={isActive}
        {...(isActive ? { id: "active-cell", "aria-label": `${address} ${cell.text}` } : {})}
        style={buildBoxStyle(look, box, align)}
      >
        {cell.bar && (
          <span
            className="cell-bar"
            style={{ backgroundColor: cell.bar.color, width: `${(cell.bar.share * 100).toFixed(1)}%` }}
          />
        )}
        {text !== "" && (
          <span
            className={look.wrap ? "cell-text cell-wrapped" : "cell-text"}
            style={{ maxWidth: spills ? room - 4 : undefined, textAlign: look.wrap ? align : undefined }}
            {...(cell.link === undefined ? {} : { "data-link": "" })}
          >
            {text}
          </span>
        )}
      </div>
      <CellLinesView look={look} box={box} />
    </>
  );
});
