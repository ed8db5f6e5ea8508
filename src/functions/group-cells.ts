import type { ClusterTask } from "../engine/worksheet/cluster-task";
import { applyDecisionTable } from "../engine/worksheet/decision-table";
import { sortLabels } from "../engine/worksheet/sort-labels";
import type { DataTable } from "./data-table";
import { encodeLabels, readDataTable, readNumberColumns, readTreeColumns, showLabel } from "./data-table";
import { isOmitted, passErrors, readCell, readLine, readRows } from "./cells";
import { buildUnavailableError, buildValueError } from "./function-error";
import { runHeavyTask } from "./heavy-task";
import { checkOutput } from "./limits";
import { readChoice, readHeaders, readNumber } from "./options";
import { readNumbers } from "../engine/worksheet/read-numbers";

const mostColumns = 20;
const clusterTransforms = ["auto", "always", "never", "winsorise"] as const satisfies ClusterTask["transform"][];

/** Arguments of CVM.CLUSTER as Excel hands them over. */
export interface ClusterArguments {
  readonly data: unknown;
  readonly k: unknown;
  readonly values: unknown;
  readonly transform: unknown;
  readonly seed: unknown;
  readonly headers: unknown;
}

/** CVM.CLUSTER: the number of the cluster beside every row, 1 = the most valuable; "" where a column holds no number. */
export async function clusterCells(given: ClusterArguments): Promise<unknown[][]> {
  const k = readNumber("k", given.k, { least: 2, most: 20, whole: true, otherwise: 0, zeroIsBlank: true });
  const transform = readChoice("transform", given.transform, clusterTransforms);
  const seed = readNumber("seed", given.seed, {
    least: 1,
    most: 2_147_483_647,
    whole: true,
    otherwise: 1,
    zeroIsBlank: true,
  });
  const table = readDataTable(given.data, readHeaders(given.headers));
  checkWidth(table);
  const columns = readNumberColumns(table);
  const values = isOmitted(given.values) ? columns[columns.length - 1] : readBeside("values", given.values, table);
  const found = await runHeavyTask(
    "clusterRows",
    {
      features: columns.map((numbers, i) => ({ name: table.names[i], values: numbers })),
      values,
      k: k === 0 ? null : k,
      transform,
      seed,
    },
    [...columns, values],
    [k, transform, seed],
  );
  if ("failure" in found) {
    throw found.failure === "constantColumns"
      ? buildUnavailableError("constantColumns")
      : buildUnavailableError("tooFewDifferent", { different: String(found.different) });
  }
  const cells = Array.from(found, (cluster) => [cluster < 0 ? "" : cluster + 1]);
  return table.hasHeader ? [["cluster"], ...cells] : cells;
}

/** Arguments of CVM.TREE as Excel hands them over. */
export interface TreeArguments {
  readonly data: unknown;
  readonly labels: unknown;
  readonly depth: unknown;
  readonly minLeaf: unknown;
  readonly headers: unknown;
}

const resultColumns = ["label", "customers", "purity"];

/** CVM.TREE: a header row, then a row per rule: a condition per column of the data, the label, customers and purity. */
export async function treeCells(given: TreeArguments): Promise<unknown[][]> {
  const maxDepth = readNumber("depth", given.depth, {
    least: 1,
    most: 10,
    whole: true,
    otherwise: 4,
    zeroIsBlank: true,
  });
  const minLeaf = readNumber("min_leaf", given.minLeaf, {
    least: 1,
    most: 100_000,
    whole: true,
    otherwise: 0,
    zeroIsBlank: true,
  });
  const table = readDataTable(given.data, readHeaders(given.headers));
  checkWidth(table);
  const cells = readLabels(given.labels, table);
  const { codes, labels } = encodeLabels(cells);
  const classes = sortLabels(labels);
  if (classes.length < 2 || classes.length > 20)
    throw buildUnavailableError("badClasses", { count: String(classes.length) });
  const rank = labels.map((label) => classes.indexOf(label));
  const columns = readTreeColumns(table);
  const owned = Int32Array.from(codes, (code) => (code < 0 ? -1 : rank[code]));
  const rules = await runHeavyTask(
    "growRules",
    { columns, labels: owned, classes, maxDepth, minLeaf: minLeaf === 0 ? null : minLeaf },
    [
      ...columns.map((column) => (column.kind === "number" ? column.numbers : Float64Array.from(column.codes))),
      Float64Array.from(owned),
    ],
    [
      columns.map((column) => (column.kind === "number" ? column.name : [column.name, column.labels])),
      classes,
      maxDepth,
      minLeaf,
    ],
  );
  const areNumbers = cells.every((cell) => cell === null || typeof cell === "number");
  checkOutput(rules.length + 1, table.names.length + resultColumns.length);
  return [
    [...table.names, ...resultColumns],
    ...rules.map(({ conditions, label, customers, purityShare }) => [
      ...conditions,
      areNumbers ? Number(classes[label]) : classes[label],
      customers,
      purityShare,
    ]),
  ];
}

/** CVM.PREDICT: the label of the first rule that each row fulfils. */
export function predictCells(tree: unknown, data: unknown, headers: unknown): unknown[][] {
  const rules = readRows(tree).map((row) => row.map(readCell));
  const width = (rules[0]?.length ?? 0) - resultColumns.length;
  if (rules.length < 2 || width < 1 || !resultColumns.every((name, i) => rules[0][width + i] === name)) {
    throw buildValueError("badTree");
  }
  const names = rules[0].slice(0, width).map(showLabel);
  const table = readDataTable(data, readHeaders(headers) ?? (hasNames(data, names) ? true : null));
  if (!table.hasHeader && table.names.length !== width) throw buildValueError("otherColumns", { count: String(width) });
  const columns = readTreeColumns(table);
  const lines = rules.slice(1);
  const conditions = lines.map((line) => line.slice(0, width).map(showLabel));
  const asked = names.filter((_, i) => conditions.some((line) => line[i] !== ""));
  const missing = table.hasHeader ? asked.find((name) => !table.names.includes(name)) : undefined;
  if (missing !== undefined) throw buildValueError("missingColumn", { column: missing });
  const matched = names.map((name, i) =>
    table.hasHeader ? (columns.find((column) => column.name === name) ?? null) : columns[i],
  );
  const found = applyDecisionTable(conditions, matched, table.rows);
  if (found === null) throw buildValueError("badTree");
  const cells = Array.from(found, (line) => [line < 0 ? "" : (lines[line][width] ?? "")]);
  return table.hasHeader ? [["label"], ...cells] : cells;
}

/** Whether the first row of the data names columns of the tree. */
function hasNames(data: unknown, names: readonly string[]): boolean {
  const first = readRows(data)[0]?.map((cell) => showLabel(readCell(cell))) ?? [];
  return first.length > 0 && first.some((name) => names.includes(name)) && first.every((name) => name !== "");
}

function checkWidth({ columns }: DataTable): void {
  if (columns.length > mostColumns) throw buildValueError("tooManyColumns", { limit: String(mostColumns) });
}

/** Cells beside the rows of a table, its header row included where it has one. */
function readLabels(range: unknown, table: DataTable) {
  const { cells } = readLine("labels", range);
  const rows = table.rows + Number(table.hasHeader);
  const trimmed =
    cells.length > rows && cells.slice(rows).every((cell) => cell === null || cell === 0)
      ? cells.slice(0, rows)
      : cells;
  if (trimmed.length !== rows)
    throw buildValueError("unequalRows", { parameter: "labels", rows: String(rows), count: String(trimmed.length) });
  const labels = table.hasHeader ? trimmed.slice(1) : trimmed;
  passErrors(labels);
  return labels;
}

function readBeside(parameter: string, range: unknown, table: DataTable): Float64Array {
  const { cells } = readLine(parameter, range);
  passErrors(cells);
  const { values } = readNumbers(cells);
  const rows = table.rows + Number(table.hasHeader);
  if (cells.length < rows) {
    throw buildValueError("unequalRows", { parameter, rows: String(rows), count: String(cells.length) });
  }
  return values.slice(Number(table.hasHeader), rows);
}
