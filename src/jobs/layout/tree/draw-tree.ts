import type { TreeResult } from "../../../core/report/analysis";
import { mergeSiblings } from "../../../core/tree/prune";
import type { Tree, TreeBranch, TreeNode } from "../../../core/tree/tree";
import { isBranch } from "../../../core/tree/tree";
import type { Words } from "../../../i18n/en";
import { buildRange } from "../address";
import { findColumnName, findGroupName } from "../group-words";
import { countFormat, mutedStyle, shareFormat, textStyle, writeSubheading } from "../page";
import { formatCut, formatValues } from "../rule-words";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import type { TreeFrame } from "./tree-frame";

/** What a customer must be like to go to one side of a branch. */
function formatSide(tree: Tree, { split }: TreeBranch, side: "left" | "right", words: Words): string {
  const feature = tree.features[split.feature];
  const name = findColumnName(words, feature.name);
  if (split.kind === "number") {
    const cut = formatCut(split.threshold, feature.kind === "number" && feature.isDay);
    return side === "left" ? words.rules.upTo(name, cut) : words.rules.above(name, cut);
  }
  const labels = feature.kind === "category" ? feature.labels : [];
  return words.rules.oneOf(
    name,
    formatValues(
      split[side].map((code) => labels[code]),
      words,
    ),
  );
}

/** Draws the tree line by line: deeper nodes stand further right, lines lead from each node to its two children. */
export function drawTree(sheet: SheetBuilder, { tree, target }: TreeResult, frame: TreeFrame, words: Words): void {
  const text = words.sheets.tree;
  const merged = mergeSiblings(tree);
  writeSubheading(sheet, ++sheet.row, frame.column, text.drawn);
  sheet.row++;
  const headerStyle = { ...mutedStyle, bold: true, verticalAlign: "bottom" } as const;
  sheet.put(sheet.row, frame.column, text.condition, headerStyle);
  sheet.putRow(sheet.row, frame.numberColumn, [text.customers, text.coverage, text.purity], {
    ...headerStyle,
    horizontalAlign: "right",
  });
  sheet.put(sheet.row, frame.numberColumn + 3, text.majority, { ...headerStyle, indent: 1 });
  sheet.addStyle(buildRange(sheet.row, frame.column, 1, frame.columns), {
    border: { sides: ["bottom"], color: palette.muted },
  });
  const first = ++sheet.row;
  drawNode(sheet, merged, merged.root, 0, text.allCustomers, target, frame, words);
  sheet.addConditionalFormat({
    range: buildRange(first, frame.numberColumn + 2, sheet.row - first, 1),
    kind: "dataBar",
    color: palette.bar,
  });
}

/** One line for the node, then its children; their lines are joined by a border at the node's indentation. */
function drawNode(
  sheet: SheetBuilder,
  tree: Tree,
  node: TreeNode,
  depth: number,
  condition: string,
  target: string,
  frame: TreeFrame,
  words: Words,
): void {
  const row = sheet.row++;
  const column = frame.column + depth;
  const label = tree.classes[node.label];
  const color = getGroupColor(target, label, node.label, tree.classes.length);
  const isLeaf = !isBranch(node);
  sheet.putText(row, column, frame.numberColumn - column, condition, { ...textStyle, bold: isLeaf });
  sheet.putRow(
    row,
    frame.numberColumn,
    [node.customers, node.customers / tree.customers, node.counts[node.label] / node.customers],
    [
      { ...textStyle, numberFormat: countFormat },
      { ...textStyle, numberFormat: shareFormat },
      { ...textStyle, numberFormat: shareFormat },
    ],
  );
  sheet.put(row, frame.numberColumn + 3, findGroupName(words, target, label), {
    ...textStyle,
    bold: isLeaf,
    indent: 1,
    fontColor: isLeaf ? color.fontColor : palette.muted,
  });
  if (isLeaf) sheet.addStyle(buildRange(row, frame.numberColumn + 3, 1, 2), { fill: color.fill });
  sheet.addStyle(buildRange(row, column, 1, frame.numberColumn + 5 - column), {
    border: { sides: ["bottom"], color: palette.hairline },
  });
  if (!isBranch(node)) return;
  drawNode(sheet, tree, node.left, depth + 1, formatSide(tree, node, "left", words), target, frame, words);
  const lastChild = sheet.row;
  drawNode(sheet, tree, node.right, depth + 1, formatSide(tree, node, "right", words), target, frame, words);
  sheet.addStyle(buildRange(row + 1, column, lastChild - row, 1), {
    border: { sides: ["left"], color: palette.muted },
  });
  for (const child of [row + 1, lastChild]) {
    sheet.addStyle(buildRange(child, column, 1, 1), { border: { sides: ["bottom"], color: palette.muted } });
  }
}
