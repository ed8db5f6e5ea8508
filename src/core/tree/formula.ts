import { toCalendarDate } from "../days";
import { buildPaths } from "./path-conditions";
import type { PathBound, PathCondition } from "./path-conditions";
import { cutTree, mergeSiblings } from "./prune";
import { computeDepth, isBranch } from "./tree";
import type { Tree, TreeBranch, TreeFeature, TreeNode } from "./tree";

/** Excel's limits for one formula. */
export const formulaLimits = { characters: 8192, levels: 64, arguments: 255, textCharacters: 255 } as const;

/** What a formula shows for a class: a text, or the cell that holds it. */
export type FormulaLabel = { readonly text: string } | { readonly cell: string };

/** How the formula of a tree is written. */
export interface FormulaOptions {
  /** Cell reference per feature name, as it is to stand in the formula: `B2`, `[@R]`. */
  readonly references: Readonly<Record<string, string>>;
  /** One per class of the tree. */
  readonly labels: readonly FormulaLabel[];
  /** `nested` (default): IF within IF; `ifs`: one IFS with a pair per rule. */
  readonly style?: "nested" | "ifs";
  /** Cells that hold thresholds, by id of the branch; the others are written as numbers. */
  readonly thresholdCells?: Readonly<Record<number, string>>;
}

/** The formula, or why there is none and the depth at which the tree must be cut to have one. */
export type TreeFormula =
  | { readonly ok: true; readonly formula: string; readonly levels: number }
  | {
      readonly ok: false;
      readonly reason: "tooLong" | "tooDeep" | "tooManyArguments";
      readonly fittingDepth: number | null;
    };

/**
 * An Excel formula that gives every row the class that the tree gives it.
 *
 * Sibling leaves of the same class are merged first. Texts are compared without regard to case, as Excel does, unless two labels differ in
 * nothing else. Blank cells follow the larger side where the column had blanks when the tree was grown. Cells of days hold dates.
 *
 * @throws RangeError when a reference or a label is missing
 */
export function buildTreeFormula(tree: Tree, options: FormulaOptions): TreeFormula {
  if (options.labels.length !== tree.classes.length) {
    throw new RangeError(`the formula needs ${tree.classes.length} labels; got ${options.labels.length}`);
  }
  const merged = mergeSiblings(tree);
  const formula = writeFormula(merged, options);
  const reason = findExcess(formula);
  if (reason === null) return { ok: true, formula: formula.text, levels: formula.levels };
  for (let depth = computeDepth(merged.root) - 1; depth >= 0; depth--) {
    if (findExcess(writeFormula(mergeSiblings(cutTree(tree, depth)), options)) === null) {
      return { ok: false, reason, fittingDepth: depth };
    }
  }
  return { ok: false, reason, fittingDepth: null };
}

/** Text with its nesting and the largest number of arguments of a function in it. */
interface Term {
  readonly text: string;
  readonly levels: number;
  readonly arguments: number;
}

function findExcess({ text, levels, arguments: count }: Term): "tooLong" | "tooDeep" | "tooManyArguments" | null {
  if (levels > formulaLimits.levels) return "tooDeep";
  if (count > formulaLimits.arguments) return "tooManyArguments";
  return text.length > formulaLimits.characters ? "tooLong" : null;
}

function writeFormula(tree: Tree, options: FormulaOptions): Term {
  const body = options.style === "ifs" ? writeIfs(tree, options) : writeNested(tree, tree.root, options);
  return { ...body, text: `=${body.text}` };
}

function writeNested(tree: Tree, node: TreeNode, options: FormulaOptions): Term {
  if (!isBranch(node)) return writeLabel(options.labels[node.label]);
  const { test, whenTrue, whenFalse } = writeQuestion(tree, node, options);
  return call("IF", [test, writeNested(tree, whenTrue, options), writeNested(tree, whenFalse, options)]);
}

/** Asks for the smaller side where blanks or unknown values must follow the larger one. */
function writeQuestion(
  tree: Tree,
  { id, split, left, right }: TreeBranch,
  options: FormulaOptions,
): { test: Term; whenTrue: TreeNode; whenFalse: TreeNode } {
  const feature = tree.features[split.feature];
  const asksRight = split.othersLeft && (split.kind === "category" || feature.hasBlanks);
  const sides = asksRight ? { whenTrue: right, whenFalse: left } : { whenTrue: left, whenFalse: right };
  if (split.kind === "category") {
    return { test: any(writeSet(feature, asksRight ? split.right : split.left, true, options)), ...sides };
  }
  const bound = { value: split.threshold, node: id };
  const comparison = compare(feature, asksRight ? ">" : "<=", bound, options);
  return { test: feature.hasBlanks ? all([isFilled(feature, options), comparison]) : comparison, ...sides };
}

function writeIfs(tree: Tree, options: FormulaOptions): Term {
  const paths = buildPaths(tree);
  if (paths.length === 1) return writeLabel(options.labels[paths[0].leaf.label]);
  return call(
    "IFS",
    paths.flatMap(({ leaf, conditions }, i) => {
      const label = writeLabel(options.labels[leaf.label]);
      // The leaves cover everything, so that the last one needs no question.
      if (i === paths.length - 1) return [term("TRUE"), label];
      return [all(conditions.flatMap((condition) => writeCondition(tree, condition, options))), label];
    }),
  );
}

function writeCondition(tree: Tree, condition: PathCondition, options: FormulaOptions): Term[] {
  const feature = tree.features[condition.feature];
  if (condition.kind === "category") {
    if (!condition.others) return [any(writeSet(feature, condition.codes, true, options))];
    const inside = new Set(condition.codes);
    const count = feature.kind === "category" ? feature.labels.length : 0;
    const outside = Array.from({ length: count }, (_, code) => code).filter((code) => !inside.has(code));
    return writeSet(feature, outside, false, options);
  }
  const range: Term[] = [];
  if (condition.above !== null) range.push(compare(feature, ">", condition.above, options));
  if (condition.upTo !== null) range.push(compare(feature, "<=", condition.upTo, options));
  if (!feature.hasBlanks) return range;
  const reference = readReference(feature, options);
  return condition.others ? [any([term(`${reference}=""`), all(range)])] : [isFilled(feature, options), ...range];
}

function writeSet(feature: TreeFeature, codes: readonly number[], inside: boolean, options: FormulaOptions): Term[] {
  const labels = feature.kind === "category" ? feature.labels : [];
  const reference = readReference(feature, options);
  const folded = new Set(labels.map((label) => label.toLowerCase()));
  const caseMatters = folded.size < labels.length;
  return codes.map((code) => {
    const text = quote(labels[code]);
    if (caseMatters) return term(`EXACT(${reference},${text})${inside ? "" : "=FALSE"}`, 1);
    return term(`${reference}${inside ? "=" : "<>"}${text}`);
  });
}

function compare(feature: TreeFeature, operator: string, { value, node }: PathBound, options: FormulaOptions): Term {
  const isDay = feature.kind === "number" && feature.isDay === true;
  const threshold = options.thresholdCells?.[node] ?? (isDay ? writeDay(value) : formatNumber(value));
  return term(`${readReference(feature, options)}${operator}${threshold}`, isDay ? 1 : 0);
}

/** The last day that is not later, as every date system of Excel counts it. */
function writeDay(value: number): string {
  const { year, month, day } = toCalendarDate(Math.floor(value));
  return `DATE(${year},${month},${day})`;
}

function isFilled(feature: TreeFeature, options: FormulaOptions): Term {
  return term(`${readReference(feature, options)}<>""`);
}

function writeLabel(label: FormulaLabel): Term {
  return term("cell" in label ? label.cell : quote(label.text));
}

function readReference({ name }: TreeFeature, { references }: FormulaOptions): string {
  const reference = Object.hasOwn(references, name) ? references[name] : undefined;
  if (reference === undefined) throw new RangeError(`the formula needs a cell reference for ${name}`);
  return reference;
}

function term(text: string, levels = 0): Term {
  return { text, levels, arguments: 0 };
}

function all(terms: readonly Term[]): Term {
  return terms.length === 1 ? terms[0] : call("AND", terms);
}

function any(terms: readonly Term[]): Term {
  return terms.length === 1 ? terms[0] : call("OR", terms);
}

function call(name: string, terms: readonly Term[]): Term {
  return {
    text: `${name}(${terms.map(({ text }) => text).join(",")})`,
    levels: 1 + Math.max(...terms.map(({ levels }) => levels)),
    arguments: Math.max(terms.length, ...terms.map(({ arguments: count }) => count)),
  };
}

/** The shortest digits that give the same number again; at most 17. */
function formatNumber(value: number): string {
  return String(value).toUpperCase();
}

/** Excel takes no text of more than 255 characters in a formula, but it takes their concatenation. */
function quote(text: string): string {
  const parts: string[] = [""];
  for (const character of text) {
    if (parts[parts.length - 1].length + character.length > formulaLimits.textCharacters) parts.push("");
    parts[parts.length - 1] += character;
  }
  const quoted = parts.map((part) => `"${part.replaceAll('"', '""')}"`).join("&");
  return parts.length === 1 ? quoted : `(${quoted})`;
}
