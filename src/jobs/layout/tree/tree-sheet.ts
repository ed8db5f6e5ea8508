import type { Analysis, TreeResult } from "../../../core/report/analysis";
import { buildRange } from "../address";
import { findColumnName, findGroupName, findLensWords } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  shareFormat,
  textStyle,
  writePageTable,
  writeParagraph,
  writeSubheading,
  writeTitle,
} from "../page";
import { formatRule, pickFidelityNote } from "../rule-words";
import { SheetBuilder } from "../sheet-builder";
import type { LayoutSteps, SheetSteps } from "../sheet-steps";
import { getGroupColor, palette, tabColors } from "../theme";
import { drawTree } from "./draw-tree";
import type { TreeFrame } from "./tree-frame";
import { buildTreeFrame } from "./tree-frame";
import { writeWhatIf } from "./what-if";

/** The trees, drawn and in words, with how far they can be trusted and a row to try values in; a step per part. */
export function* layOutTree(analysis: Analysis, context: LayoutContext): SheetSteps {
  const { words } = context;
  const text = words.sheets.tree;
  const sheet = new SheetBuilder({ id: "tree", name: sheetNames.tree, tabColor: tabColors.tree });
  const frame = buildTreeFrame(analysis.trees);
  sheet.setWidth(0, 2);
  sheet.setWidth(frame.column, frame.indentWidth, frame.indents);
  sheet.setWidth(frame.textColumn, frame.textWidth);
  sheet.setWidth(frame.numberColumn, frame.numberWidth, frame.numberColumns);
  writeTitle(sheet, text.title, [text.subtitle]);
  if (analysis.trees.length === 0) writeParagraph(sheet, text.empty, textStyle, frame.columns);
  for (const tree of analysis.trees) yield* writeTreeSection(sheet, tree, analysis, frame, context);
  sheet.setPrint({
    orientation: "landscape",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, frame.column + frame.columns),
  });
  return yield* sheet.buildInSteps();
}

function* writeTreeSection(
  sheet: SheetBuilder,
  tree: TreeResult,
  analysis: Analysis,
  frame: TreeFrame,
  context: LayoutContext,
): LayoutSteps {
  const { words } = context;
  const text = words.sheets.tree;
  const name = findLensWords(words, tree.target).title;
  sheet.row++;
  sheet.put(sheet.row, frame.column, text.treeOf(name));
  sheet.addStyle(buildRange(sheet.row, frame.column, 1, frame.columns), {
    fontSize: 14,
    bold: true,
    fontColor: palette.accent,
    border: { sides: ["bottom"], color: palette.accent },
  });
  sheet.row++;
  const lens = analysis.lenses.find(({ id }) => id === tree.target);
  const note = pickFidelityNote(tree, lens, words);
  const trust = words.fidelity.good(tree.fidelityShare, tree.baselineShare);
  const weak = tree.fidelityShare < 0.8 ? ` ${words.fidelity.weak}` : "";
  writeParagraphHere(sheet, frame, `${text.size(tree.depth, tree.leaves)} ${trust}${weak}`);
  writeParagraphHere(sheet, frame, tree.rules.length < 2 ? words.fidelity.single : note);
  yield;
  drawTree(sheet, tree, frame, words);
  yield;
  writeRules(sheet, tree, frame, context);
  yield;
  writeTrust(sheet, tree, frame, context);
  yield;
  writeWhatIf(sheet, tree, analysis, frame, context);
  yield;
}

function writeParagraphHere(sheet: SheetBuilder, frame: TreeFrame, text: string): void {
  sheet.putText(sheet.row++, frame.column, frame.columns, text, mutedStyle);
}

/** All rules as sentences, largest first. */
function writeRules(sheet: SheetBuilder, tree: TreeResult, frame: TreeFrame, { words }: LayoutContext): void {
  const text = words.sheets.tree;
  const ids = tree.tree.classes;
  const total = tree.tree.customers;
  writeSubheading(sheet, ++sheet.row, frame.column, text.rules);
  sheet.row++;
  const colors = tree.rules.map(({ group }) => getGroupColor(tree.target, ids[group], group, ids.length));
  const table = writePageTable(sheet, sheet.row, frame.column, [
    {
      header: text.rule,
      values: tree.rules.map((rule) => formatRule(words, tree.target, ids, rule)),
      span: frame.indents + 3,
    },
    {
      header: text.group,
      values: tree.rules.map(({ group }) => findGroupName(words, tree.target, ids[group])),
      colors,
      span: 2,
      style: { indent: 1 },
    },
    { header: text.customers, values: tree.rules.map(({ customers }) => customers), format: countFormat },
    {
      header: text.coverage,
      values: tree.rules.map(({ customers }) => customers / total),
      format: shareFormat,
      bar: palette.bar,
    },
    {
      header: text.purity,
      values: tree.rules.map(({ purityShare }) => purityShare),
      format: shareFormat,
      bar: palette.bar,
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

/** Confusion matrix with recall, fidelity beside the baseline, and importance. */
function writeTrust(sheet: SheetBuilder, tree: TreeResult, frame: TreeFrame, { words }: LayoutContext): void {
  const text = words.sheets.tree;
  const ids = tree.tree.classes;
  const names = ids.map((id) => findGroupName(words, tree.target, id));
  const colors = ids.map((id, index) => getGroupColor(tree.target, id, index, ids.length));
  const label = frame.indents + 1;

  writeSubheading(sheet, ++sheet.row, frame.column, text.fidelity);
  const fidelity = writePageTable(sheet, sheet.row + 1, frame.column, [
    { header: " ", values: [text.fidelityShare, text.baselineShare], span: label },
    { header: "%", values: [tree.fidelityShare, tree.baselineShare], format: shareFormat, bar: palette.bar },
  ]);
  sheet.row = fidelity.firstRow + fidelity.rowCount;

  writeSubheading(sheet, ++sheet.row, frame.column, text.confusion);
  const confusion = writePageTable(sheet, sheet.row + 1, frame.column, [
    { header: text.group, values: names, colors, span: label, style: { indent: 1 } },
    ...names.map((header, column): PageColumn => ({
      header,
      values: tree.confusion.map((row) => row[column]),
      format: countFormat,
    })),
    { header: text.recall, values: tree.recallShares, format: shareFormat },
  ]);
  sheet.addConditionalFormat({
    range: buildRange(confusion.firstRow, frame.numberColumn, ids.length, ids.length),
    kind: "colorScale",
    colors: [palette.scaleLow, palette.bar],
  });
  sheet.row = confusion.firstRow + confusion.rowCount;
  if (tree.importance.length === 0) return;

  writeSubheading(sheet, ++sheet.row, frame.column, text.importance);
  const importance = writePageTable(sheet, sheet.row + 1, frame.column, [
    {
      header: text.column,
      values: tree.importance.map(({ feature }) => findColumnName(words, feature)),
      span: label,
    },
    { header: "%", values: tree.importance.map(({ share }) => share), format: shareFormat, bar: palette.bar },
  ]);
  sheet.row = importance.firstRow + importance.rowCount;
}
