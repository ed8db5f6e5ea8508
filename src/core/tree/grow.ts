import { createRandom } from "../math/random";
import { countEntries } from "./column";
import type { TreeColumn } from "./column";
import { growNodes, prepareColumn } from "./grow-nodes";
import type { GrowthLimits, PreparedColumn } from "./grow-nodes";
import { predictClasses } from "./predict";
import { computeAlphas, pruneNode } from "./prune";
import type { Tree, TreeFeature, TreeNode } from "./tree";

/** Most different values a category column may have. */
export const mostCategories = 50;

/** Most classes a tree can tell apart. */
export const mostClasses = 20;

const folds = 5;

/** How a tree is grown. */
export interface TreeOptions {
  /** Questions on a path at most, 0..10. Default 4. */
  readonly maxDepth?: number;
  /** Customers in a leaf at least. Default max(5, 0.5 % of the customers). */
  readonly minLeaf?: number;
  /** Cost-complexity pruning: 0 (default) = none; `auto` = by five-fold cross-validation and the one-standard-error rule. */
  readonly alpha?: number | "auto";
  /** Of the folds of cross-validation. Default 1. */
  readonly seed?: number;
}

interface Problem {
  readonly columns: readonly TreeColumn[];
  readonly prepared: readonly PreparedColumn[];
  readonly labels: Uint8Array;
  readonly member: Uint8Array;
  readonly classes: readonly string[];
  readonly limits: GrowthLimits;
}

/**
 * Grows a classification tree (CART, Gini impurity) that tries every split exactly.
 *
 * Numbers are split half way between neighbouring different values, categories into two sets of values. The best gain wins; of equal ones the
 * earlier column, then the smaller threshold. A node stays a leaf when it is pure, at `maxDepth`, smaller than 2 x `minLeaf`, or when no split
 * gains more than 1e-12.
 *
 * @param columns what the classes may be explained by; category columns with more than 50 values are refused and named in the result
 * @param labels  class of each customer, an index into `classes`; -1 = none, the customer is left out
 * @param classes names of the 2..20 classes
 * @param options depth, size of leaves, pruning
 * @throws RangeError when lengths differ, names repeat, no customer has a class, or an option is out of range
 * @see Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees
 */
export function growTree(
  columns: readonly TreeColumn[],
  labels: ArrayLike<number>,
  classes: readonly string[],
  options: TreeOptions = {},
): Tree {
  const { alpha = 0, seed = 1 } = options;
  const { problem, refused } = readProblem(columns, labels, classes, options);
  const full = growNodes(problem.prepared, problem.labels, problem.member, classes.length, problem.limits);
  const chosen = alpha === "auto" ? chooseAlpha(problem, full, seed) : alpha;
  return buildTree(problem, pruneNode(full, chosen), chosen, refused);
}

/**
 * Share of customers whose class is predicted by a tree that was grown without them, in five seeded folds.
 *
 * @param columns as for {@link growTree}
 * @param labels  as for {@link growTree}
 * @param classes as for {@link growTree}
 * @param options as for {@link growTree}; a fixed `alpha`, so that all folds are pruned alike
 * @returns 0..1
 * @throws RangeError as {@link growTree}
 */
export function computeCrossValidatedShare(
  columns: readonly TreeColumn[],
  labels: ArrayLike<number>,
  classes: readonly string[],
  options: TreeOptions & { readonly alpha?: number } = {},
): number {
  const { problem } = readProblem(columns, labels, classes, options);
  const [errors] = countFoldErrors(problem, [options.alpha ?? 0], options.seed ?? 1);
  return 1 - errors / sum(problem.member);
}

function readProblem(
  columns: readonly TreeColumn[],
  labels: ArrayLike<number>,
  classes: readonly string[],
  options: TreeOptions,
): { problem: Problem; refused: string[] } {
  const rows = labels.length;
  if (classes.length < 2 || classes.length > mostClasses) {
    throw new RangeError(`a tree tells 2..${mostClasses} classes apart; got ${classes.length}`);
  }
  const names = new Set<string>();
  for (const column of columns) {
    if (countEntries(column) !== rows) {
      throw new RangeError(
        `columns must be as long as the labels (${rows}); ${column.name} has ${countEntries(column)}`,
      );
    }
    if (names.has(column.name)) throw new RangeError(`column names must differ; ${column.name} comes twice`);
    names.add(column.name);
  }
  const member = new Uint8Array(rows);
  const known = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (labels[row] < 0) continue;
    if (!(labels[row] < classes.length)) throw new RangeError(`label ${labels[row]} of row ${row} has no class`);
    member[row] = 1;
    known[row] = labels[row];
  }
  const customers = sum(member);
  if (customers === 0) throw new RangeError("no customer has a class");
  const { maxDepth = 4, minLeaf = Math.max(5, Math.ceil(0.005 * customers)) } = options;
  if (!Number.isInteger(maxDepth) || maxDepth < 0 || maxDepth > 10)
    throw new RangeError(`maxDepth must be 0..10; got ${maxDepth}`);
  if (!Number.isInteger(minLeaf) || minLeaf < 1) throw new RangeError(`minLeaf must be at least 1; got ${minLeaf}`);
  const usable = columns.filter((column) => column.kind === "number" || countUsedCodes(column.codes) <= mostCategories);
  const refused = columns.filter((column) => !usable.includes(column)).map(({ name }) => name);
  const prepared = usable.map(prepareColumn);
  return {
    problem: { columns: usable, prepared, labels: known, member, classes, limits: { maxDepth, minLeaf } },
    refused,
  };
}

function buildTree(
  { columns, member, classes, limits }: Problem,
  root: TreeNode,
  alpha: number,
  refused: string[],
): Tree {
  const features = columns.map((column): TreeFeature => {
    const hasBlanks = member.some((flag, row) => flag === 1 && isBlank(column, row));
    if (column.kind === "number")
      return { name: column.name, kind: "number", hasBlanks, ...(column.isDay && { isDay: column.isDay }) };
    return { name: column.name, kind: "category", hasBlanks, labels: column.labels };
  });
  return { features, classes, customers: root.customers, ...limits, alpha, refused, root };
}

/** The largest alpha whose cross-validated error is within one standard error of the least. */
function chooseAlpha(problem: Problem, full: TreeNode, seed: number): number {
  const alphas = computeAlphas(full);
  const middles = alphas.map((alpha, i) => (i + 1 < alphas.length ? Math.sqrt(alpha * alphas[i + 1]) : 2 * alpha));
  const candidates = [0, ...middles];
  const customers = sum(problem.member);
  const shares = countFoldErrors(problem, candidates, seed).map((errors) => errors / customers);
  const least = Math.min(...shares);
  const limit = least + Math.sqrt((least * (1 - least)) / customers);
  return candidates.reduce((chosen, alpha, i) => (shares[i] <= limit ? Math.max(chosen, alpha) : chosen), 0);
}

/** Customers that trees grown without them get wrong, one number per alpha (ascending). */
function countFoldErrors(problem: Problem, alphas: readonly number[], seed: number): number[] {
  const { columns, prepared, labels, member, classes, limits } = problem;
  const fold = drawFolds(member, seed);
  const errors = new Array<number>(alphas.length).fill(0);
  for (let held = 0; held < folds; held++) {
    const kept = member.map((flag, row) => (flag === 1 && fold[row] !== held ? 1 : 0));
    if (sum(kept) === 0) continue;
    let root = growNodes(prepared, labels, kept, classes.length, limits);
    alphas.forEach((alpha, i) => {
      root = pruneNode(root, alpha);
      const predicted = predictClasses(buildTree(problem, root, alpha, []), columns);
      for (let row = 0; row < fold.length; row++) if (fold[row] === held && predicted[row] !== labels[row]) errors[i]++;
    });
  }
  return errors;
}

function drawFolds(member: Uint8Array, seed: number): Int8Array {
  const random = createRandom(seed);
  const rows = Array.from(member.keys()).filter((row) => member[row] === 1);
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  const fold = new Int8Array(member.length).fill(-1);
  rows.forEach((row, i) => (fold[row] = i % folds));
  return fold;
}

function countUsedCodes(codes: Int32Array): number {
  const used = new Set<number>();
  for (const code of codes) if (code >= 0) used.add(code);
  return used.size;
}

function isBlank(column: TreeColumn, row: number): boolean {
  return column.kind === "number" ? Number.isNaN(column.numbers[row]) : column.codes[row] < 0;
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
