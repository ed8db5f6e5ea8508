import { buildRange } from "../grid-range";
import type { CellBorder, CellStyle, ConditionalFormat, FormulaCell, GridRange, SheetContent } from "../port";
import { getCells } from "./cell-range";
import { isMisreadable } from "./guard-text";
import { formatChoices } from "../list-choices";
import type { WriteStep } from "./write-steps";
import { buildStep } from "./write-steps";
import { findText } from "./write-values";

type OpenSheet = (context: Excel.RequestContext) => Excel.Worksheet;

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;
const vertical = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const edges = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;

/** A digit of the default font is 7 pixels wide, a cell has 5 pixels of padding, and a pixel is 3/4 point. */
function toPoints(characters: number): number {
  return ((characters * 7 + 5) * 3) / 4;
}

export function applyStyle(sheet: Excel.Worksheet, range: GridRange, style: CellStyle): void {
  const cells = getCells(sheet, range);
  if (style.numberFormat !== undefined) cells.numberFormat = [[style.numberFormat]];
  const { format } = cells;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontalAlign !== undefined) format.horizontalAlignment = horizontal[style.horizontalAlign];
  if (style.verticalAlign !== undefined) format.verticalAlignment = vertical[style.verticalAlign];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.border !== undefined) drawBorder(format, range, style.border);
}

/** Every cell of the range gets the sides: those between two cells are lines inside the range. */
function drawBorder(format: Excel.RangeFormat, range: GridRange, border: CellBorder): void {
  const { sides } = border;
  const lines: Excel.BorderIndex[] = sides.map((side) => edges[side] as Excel.BorderIndex);
  const has = (side: CellBorder["sides"][number]) => sides.includes(side);
  if (range.rowCount > 1 && (has("top") || has("bottom"))) lines.push("InsideHorizontal" as Excel.BorderIndex);
  if (range.columnCount > 1 && (has("left") || has("right"))) lines.push("InsideVertical" as Excel.BorderIndex);
  for (const index of lines) {
    const line = format.borders.getItem(index);
    line.style = "Continuous";
    line.color = border.color;
  }
}

export function listStyleSteps(content: SheetContent, open: OpenSheet): WriteStep[] {
  return content.styles.map(({ range, style }) =>
    buildStep((context) => applyStyle(open(context), range, style), 2 + Object.keys(style).length),
  );
}

/** Formulas one below the other go together. */
export function listFormulaSteps(formulas: readonly FormulaCell[], open: OpenSheet): WriteStep[] {
  const sorted = [...formulas].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: FormulaCell[][] = [];
  for (const cell of sorted) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last && last.column === cell.column && last.row + 1 === cell.row) run.push(cell);
    else runs.push([cell]);
  }
  return runs.map((run) =>
    buildStep(
      (context) => {
        const cells = getCells(open(context), buildRange(run[0].row, run[0].column, run.length, 1));
        cells.formulas = run.map((cell) => [cell.formula]);
      },
      1 + Math.ceil(run.length / 1000),
      run.reduce((sum, cell) => sum + 3 * cell.formula.length, 0),
    ),
  );
}

export function listLinkSteps(content: SheetContent, open: OpenSheet): WriteStep[] {
  return content.links.map(({ row, column, target }) => {
    const found = findText(content.values, row, column);
    // Excel reads the text of a link like one that is typed; a text that it would misread stands in the cell already.
    const text = found === undefined || isMisreadable(found) ? undefined : found;
    return buildStep(
      (context) => {
        const link: Excel.RangeHyperlink = { documentReference: target };
        if (text !== undefined) link.textToDisplay = text;
        getCells(open(context), buildRange(row, column, 1, 1)).hyperlink = link;
      },
      1,
      3 * (target.length + (text?.length ?? 0)),
    );
  });
}

export function listMergeSteps(content: SheetContent, open: OpenSheet): WriteStep[] {
  return content.merges.map((range) => buildStep((context) => getCells(open(context), range).merge(false)));
}

function addConditionalFormat(sheet: Excel.Worksheet, format: ConditionalFormat): void {
  const formats = getCells(sheet, format.range).conditionalFormats;
  switch (format.kind) {
    case "formula": {
      const { custom } = formats.add("Custom");
      custom.rule.formula = format.formula;
      if (format.fill !== undefined) custom.format.fill.color = format.fill;
      if (format.fontColor !== undefined) custom.format.font.color = format.fontColor;
      if (format.bold !== undefined) custom.format.font.bold = format.bold;
      return;
    }
    case "colorScale": {
      const { colors } = format;
      const low = { type: "LowestValue" as const, color: colors[0] };
      const high = { type: "HighestValue" as const, color: colors[colors.length - 1] };
      const middle = { type: "Percentile" as const, formula: "50", color: colors[1] };
      formats.add("ColorScale").colorScale.criteria =
        colors.length === 3 ? { minimum: low, midpoint: middle, maximum: high } : { minimum: low, maximum: high };
      return;
    }
    case "dataBar": {
      const { positiveFormat } = formats.add("DataBar").dataBar;
      positiveFormat.fillColor = format.color;
      positiveFormat.gradientFill = false;
    }
  }
}

/** The first format goes before the others: Excel puts each one that is added on top, so the last is added first. */
export function listConditionalSteps(formats: readonly ConditionalFormat[], open: OpenSheet): WriteStep[] {
  return [...formats].reverse().map((format) => buildStep((context) => addConditionalFormat(open(context), format), 6));
}

/** Lists to choose from; what is not on a list can be typed all the same. */
export function listValidationSteps({ validations = [] }: SheetContent, open: OpenSheet): WriteStep[] {
  return validations.map(({ range, choices }) => {
    const source = formatChoices(choices);
    return buildStep(
      (context) => {
        const { dataValidation } = getCells(open(context), range);
        dataValidation.rule = { list: { inCellDropDown: true, source } };
        dataValidation.errorAlert = { showAlert: false, message: "", title: "", style: "Information" };
      },
      3,
      3 * source.length,
    );
  });
}

/** Steps for widths, heights and print set-up. */
export function listSizeSteps(content: SheetContent, open: OpenSheet): WriteStep[] {
  const widths = content.columnWidths.map(({ column, count, width }) =>
    buildStep((context) => {
      getCells(open(context), buildRange(0, column, 1, count)).format.columnWidth = toPoints(width);
    }, 2),
  );
  const heights = content.rowHeights.map(({ row, count, height }) =>
    buildStep((context) => {
      getCells(open(context), buildRange(row, 0, count, 1)).format.rowHeight = height;
    }, 2),
  );
  return [
    ...widths,
    ...heights,
    buildStep((context) => applyPrint(open(context), content), 7 + (content.print?.breaks?.length ?? 0)),
  ];
}

/** Queues colour, gridlines and panes, which belong to the view of a sheet: it should be seen by then. */
export function applyLook(sheet: Excel.Worksheet, content: SheetContent): void {
  sheet.tabColor = content.tabColor ?? "";
  sheet.showGridlines = content.showGridlines;
  const { rows, columns } = { rows: 0, columns: 0, ...content.freeze };
  sheet.freezePanes.unfreeze();
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(getCells(sheet, buildRange(0, 0, rows, columns)));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function applyPrint(sheet: Excel.Worksheet, { print }: SheetContent): void {
  if (!print) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.zoom =
    print.pagesTall === undefined
      ? { horizontalFitToPages: print.pagesWide }
      : { horizontalFitToPages: print.pagesWide, verticalFitToPages: print.pagesTall };
  if (print.repeatRows !== undefined) pageLayout.setPrintTitleRows(`$1:$${print.repeatRows}`);
  if (print.area !== undefined) pageLayout.setPrintArea(getCells(sheet, print.area));
  if (print.paper !== undefined) pageLayout.paperSize = print.paper === "A4" ? "A4" : "Letter";
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of print.breaks ?? []) sheet.horizontalPageBreaks.add(getCells(sheet, buildRange(row, 0, 1, 1)));
}
