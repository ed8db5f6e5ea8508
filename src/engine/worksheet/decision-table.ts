import type { TreeColumn } from "../../core/tree/column";
import type { PathCondition } from "../../core/tree/path-conditions";
import { buildPaths } from "../../core/tree/path-conditions";
import { mergeSiblings } from "../../core/tree/prune";
import type { Tree } from "../../core/tree/tree";

/** A leaf of a tree as a line of a table: a condition per column, "" where the column does not matter. */
export interface DecisionRule {
  readonly conditions: readonly string[];
  /** Index into the classes of the tree. */
  readonly label: number;
  readonly customers: number;
  /** Share of the customers of the leaf who are of its class. */
  readonly purityShare: number;
}

/**
 * A tree as a decision table, the largest leaf first.
 *
 * Conditions are text that a person reads and {@link applyDecisionTable} can read back exactly: `>47.5`, `<=90`, `>47.5 and <=90`, each
 * perhaps followed by ` or blank`; `is "North","South"`; `not "East"`, which a blank or a value never met fulfils too.
 *
 * @param names columns of the table; those that the tree does not know stay empty
 */
export function formatDecisionTable(tree: Tree, names: readonly string[]): DecisionRule[] {
  const merged = mergeSiblings(tree);
  return buildPaths(merged)
    .map(({ leaf, conditions }) => ({
      conditions: names.map((name) => {
        const condition = conditions.find(({ feature }) => merged.features[feature].name === name);
        return condition === undefined ? "" : formatCondition(merged, condition);
      }),
      label: leaf.label,
      customers: leaf.customers,
      purityShare: leaf.counts[leaf.label] / leaf.customers,
    }))
    .sort((a, b) => b.customers - a.customers);
}

/**
 * The first line of a decision table that each row fulfils.
 *
 * @param conditions per line one text per column, as {@link formatDecisionTable} gives them
 * @param columns    in the order of the conditions; null where the column is missing, which counts as blank
 * @param rows       number of rows
 * @returns -1 where no line fits; null when a condition cannot be read
 */
export function applyDecisionTable(
  conditions: readonly (readonly string[])[],
  columns: readonly (TreeColumn | null)[],
  rows: number,
): Int32Array | null {
  const tests = conditions.map((line) => line.map((text, i) => parseCondition(text, columns[i])));
  if (tests.some((line) => line.includes(null))) return null;
  const needed = tests.map((line) => (line as RowTest[]).filter((test) => test !== always));
  return Int32Array.from({ length: rows }, (_, row) => needed.findIndex((line) => line.every((test) => test(row))));
}

type RowTest = (row: number) => boolean;
const always: RowTest = () => true;

function formatCondition(tree: Tree, condition: PathCondition): string {
  if (condition.kind === "number") {
    const { above, upTo, others } = condition;
    const limits = [above === null ? "" : `>${above.value}`, upTo === null ? "" : `<=${upTo.value}`];
    return limits.filter((limit) => limit !== "").join(" and ") + (others ? " or blank" : "");
  }
  const feature = tree.features[condition.feature];
  const labels = feature.kind === "category" ? feature.labels : [];
  const included = new Set(condition.codes);
  const listed = labels.filter((_, code) => included.has(code) !== condition.others);
  const list = listed.map((label) => `"${label.replaceAll('"', '""')}"`).join(",");
  if (condition.others) return list === "" ? "" : `not ${list}`;
  return `is ${list}`;
}

const numberPattern = /^(?:>\s*(\S+))?(?:\s+and\s+)?(?:<=\s*(\S+))?(\s+or blank)?$/;
const setPattern = /^(is|not)\s+("(?:[^"]|"")*"(?:\s*,\s*"(?:[^"]|"")*")*)$/;

/** What a row must fulfil; null when the text is no condition. */
function parseCondition(text: string, column: TreeColumn | null): RowTest | null {
  const condition = text.trim();
  if (condition === "") return always;
  const set = setPattern.exec(condition);
  if (set !== null) {
    const listed = new Set(set[2].match(/"(?:[^"]|"")*"/g)!.map((part) => part.slice(1, -1).replaceAll('""', '"')));
    return testLabels(listed, set[1] === "is", column);
  }
  const limits = numberPattern.exec(condition);
  if (limits === null) return null;
  const above = limits[1] === undefined ? -Infinity : Number(limits[1]);
  const upTo = limits[2] === undefined ? Infinity : Number(limits[2]);
  const takesBlanks = limits[3] !== undefined;
  if (Number.isNaN(above) || Number.isNaN(upTo) || (limits[1] ?? limits[2]) === undefined) return null;
  if (column?.kind !== "number") return () => takesBlanks;
  const { numbers } = column;
  return (row) => (numbers[row] === numbers[row] ? numbers[row] > above && numbers[row] <= upTo : takesBlanks);
}

function testLabels(listed: ReadonlySet<string>, mustBeListed: boolean, column: TreeColumn | null): RowTest {
  if (column === null) return () => !mustBeListed;
  if (column.kind === "number") return (row) => listed.has(String(column.numbers[row])) === mustBeListed;
  const { codes, labels } = column;
  const isListed = labels.map((label) => listed.has(label));
  return (row) => (codes[row] >= 0 && isListed[codes[row]]) === mustBeListed;
}
