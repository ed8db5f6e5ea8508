import { computeMedian } from "../../../core/math/quantile";
import type { Analysis, TreeResult } from "../../../core/report/analysis";
import type { TreeColumn } from "../../../core/tree/column";
import { buildTreeFormula } from "../../../core/tree/formula";
import { predictClasses } from "../../../core/tree/predict";
import type { CellStyle, CellValue } from "../../../workbook/port";
import { buildRange, formatCell, formatFixedCell, formatFormulaText } from "../address";
import { findFeatureColumn, pickFeatureFormat } from "../feature-columns";
import { findColumnName, findGroupName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { dateFormat, mutedStyle, textStyle, writeSubheading } from "../page";
import { formatValues } from "../rule-words";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import type { TreeFrame } from "./tree-frame";
import { listUsedFeatures } from "./tree-frame";

const inputStyle: CellStyle = {
  ...textStyle,
  fill: palette.inputFill,
  fontColor: palette.inputFont,
  bold: true,
  horizontalAlign: "right",
  border: { sides: ["bottom", "left", "right", "top"], color: palette.inputBorder },
};

/** The value that a typical customer has: median of numbers, as whole as the numbers are; most frequent label. */
export function pickTypicalValue(column: TreeColumn): CellValue {
  if (column.kind === "number") {
    const median = computeMedian(column.numbers);
    if (!Number.isFinite(median)) return null;
    const isWhole = column.numbers.every((value) => value !== value || Number.isInteger(value));
    return isWhole ? Math.round(median) : Number(median.toPrecision(4));
  }
  const counts = new Int32Array(column.labels.length);
  for (const code of column.codes) if (code >= 0) counts[code]++;
  return counts.length === 0 ? null : column.labels[counts.indexOf(Math.max(...counts))];
}

/** A column with a single customer, for the tree to predict. */
function buildSingle(column: TreeColumn, value: CellValue): TreeColumn {
  const { name } = column;
  if (column.kind === "number")
    return { name, kind: "number", numbers: Float64Array.of(typeof value === "number" ? value : NaN) };
  return value === null
    ? { name, kind: "category", codes: Int32Array.of(-1), labels: [] }
    : { name, kind: "category", codes: Int32Array.of(0), labels: [String(value)] };
}

/** A row to type values into, and the group that a live formula gives them. */
export function writeWhatIf(
  sheet: SheetBuilder,
  result: TreeResult,
  analysis: Analysis,
  frame: TreeFrame,
  { words, moneyFormat }: LayoutContext,
): void {
  const { tree, target } = result;
  const text = words.sheets.tree;
  const columns = listUsedFeatures(result).flatMap((name) => findFeatureColumn(analysis, name) ?? []);
  if (columns.length === 0) return;
  writeSubheading(sheet, ++sheet.row, frame.column, text.whatIf);
  sheet.putText(++sheet.row, frame.column, frame.columns, text.whatIfHint, mutedStyle);
  const headerRow = ++sheet.row;
  const inputRow = headerRow + 1;
  const labels = tree.classes.map((id) => findGroupName(words, target, id));
  const references = Object.fromEntries(
    columns.map(({ name }, i) => [name, formatCell(inputRow, frame.numberColumn + i)]),
  );
  const built = buildTreeFormula(tree, { references, labels: labels.map((label) => ({ text: label })) });
  if (!built.ok) {
    sheet.putText(headerRow, frame.column, frame.columns, text.tooLong, textStyle);
    sheet.row = inputRow;
    return;
  }

  const values = columns.map(pickTypicalValue);
  columns.forEach((column, i) => {
    const place = frame.numberColumn + i;
    sheet.put(headerRow, place, findColumnName(words, column.name), {
      ...mutedStyle,
      bold: true,
      wrap: true,
      horizontalAlign: "right",
      verticalAlign: "bottom",
    });
    if (column.kind === "number" && column.isDay) {
      sheet.addBlock({ row: inputRow, column: place, columns: [[values[i]]], dates: [0] });
      sheet.addStyle(buildRange(inputRow, place, 1, 1), { ...inputStyle, numberFormat: dateFormat });
    } else {
      const numberFormat = column.kind === "number" ? pickFeatureFormat(column.name, moneyFormat) : "@";
      sheet.put(inputRow, place, values[i], { ...inputStyle, numberFormat });
    }
    const hint =
      column.kind === "number" ? text.typical : text.oneOf(words.phrases.list(formatValues(column.labels, words)));
    sheet.put(inputRow + 1, place, hint, {
      ...mutedStyle,
      fontSize: 8,
      wrap: true,
      horizontalAlign: "right",
      verticalAlign: "top",
    });
  });

  const [predicted] = predictClasses(
    tree,
    columns.map((column, i) => buildSingle(column, values[i])),
  );
  const resultRange = buildRange(inputRow, frame.column, 1, frame.indents + 1);
  sheet.put(headerRow, frame.column, text.result, { ...mutedStyle, bold: true, verticalAlign: "bottom" });
  sheet.putFormula(inputRow, frame.column, built.formula, labels[predicted]);
  sheet.addStyle(resultRange, {
    fontSize: 14,
    bold: true,
    fontColor: palette.ink,
    verticalAlign: "center",
    indent: 1,
    border: { sides: ["bottom", "top"], color: palette.inputBorder },
  });
  sheet.setHeight(inputRow, 26);
  tree.classes.forEach((id, index) => {
    const { fill, fontColor } = getGroupColor(target, id, index, tree.classes.length);
    sheet.addConditionalFormat({
      range: resultRange,
      kind: "formula",
      formula: `=${formatFixedCell(inputRow, frame.column)}=${formatFormulaText(labels[index])}`,
      fill,
      fontColor,
    });
  });
  sheet.row = inputRow + 2;
}
