import type { CellView } from "../protocol";

/** The size of cells without one, in points, and how wide its digits are: column widths are multiples of that. */
const usualSize = 11;
const digitWidth = 7;
const paddingWidth = 5;
const measuredSize = 100;

let context: CanvasRenderingContext2D | null = null;
let scale = 0;

function openContext(): CanvasRenderingContext2D {
  context ??= document.createElement("canvas").getContext("2d")!;
  return context;
}

/** Pixels per point, chosen so that digits of this browser's font are as wide as the columns expect. */
export function findFontScale(): number {
  if (scale > 0) return scale;
  const canvas = openContext();
  canvas.font = `${measuredSize}px ${getComputedStyle(document.body).fontFamily}`;
  const share = canvas.measureText("0").width / measuredSize;
  scale = Math.min(1.3, Math.max(1, digitWidth / share / usualSize));
  return scale;
}

export function findFontSize(points = usualSize): number {
  return Math.round(points * findFontScale() * 10) / 10;
}

function measureText(text: string, size: number, isBold: boolean): number {
  const canvas = openContext();
  const font = `${isBold ? "600 " : ""}${measuredSize}px ${getComputedStyle(document.body).fontFamily}`;
  if (canvas.font !== font) canvas.font = font;
  return (canvas.measureText(text).width / measuredSize) * size;
}

/**
 * A number as it fits into its cell: one without format of its own is rounded, any other that is too wide becomes `#####`. Text is left
 * as it is.
 */
export function fitText(cell: CellView, width: number): string {
  if (cell.kind !== "number" || cell.look.wrap) return cell.text;
  const size = findFontSize(cell.look.size);
  const isBold = cell.look.bold === true;
  const room = width - paddingWidth;
  // Few digits fit into any column of usual width.
  if (cell.text.length * size * 0.75 <= room || measureText(cell.text, size, isBold) <= room) return cell.text;
  if (cell.general !== undefined) {
    for (let digits = 10; digits >= 1 && Math.abs(cell.general) < 10 ** digits; digits--) {
      const rounded = String(Number(cell.general.toPrecision(digits)));
      if (!rounded.includes("e") && measureText(rounded, size, isBold) <= room) return rounded;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(room / measureText("#", size, isBold))));
}
