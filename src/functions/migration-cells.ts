import { countMoves } from "../engine/worksheet/decide";
import { sortLabels } from "../engine/worksheet/sort-labels";
import type { Cell } from "../core/transactions/cells";
import { isOmitted, passErrors, readCell, readLine, readRows, trimValues } from "./cells";
import { showLabel } from "./data-table";
import { buildUnavailableError, buildValueError } from "./function-error";
import { checkInput } from "./limits";
import { readChoice } from "./options";
import { resultNames } from "./words";

const outputs = ["counts", "shares", "summary"] as const;
const mostGroups = 50;

/** CVM.MIGRATION: a matrix from groups before (rows) to groups after (columns), or what it comes to. */
export function migrationCells(before: unknown, after: unknown, order: unknown, output: unknown): unknown[][] {
  const choice = readChoice("output", output, outputs);
  const lines = [readLine("before", before), readLine("after", after)];
  const [length, other] = lines.map(({ cells }) => cells.length);
  if (length !== other) {
    throw buildValueError("unequalRows", { parameter: "after", rows: String(length), count: String(other) });
  }
  const [from, to] = lines.map(({ cells }) => readGroups(cells));
  const rows = Math.max(from.length, to.length);
  if (rows === 0) throw buildUnavailableError("noValues");
  checkInput(rows, 2 * rows);
  const groups = orderGroups([...from, ...to], order);
  if (groups.length > mostGroups) throw buildValueError("tooManyGroups", { limit: String(mostGroups) });
  const position = new Map(groups.map((group, i) => [group, i]));
  const encode = (labels: readonly string[]) =>
    Int32Array.from({ length: rows }, (_, i) => position.get(labels[i] ?? "") ?? -1);
  const moves = countMoves(encode(from), encode(to), groups.length);
  if (choice === "summary") {
    return [
      ["figure", "value"],
      ["stayed", moves.stayed],
      ["up", moves.up],
      ["down", moves.down],
      ["net_flow", moves.netFlow],
      ["new", moves.arrived],
      ["gone", moves.gone],
      ["stability", moves.stabilityShare ?? ""],
    ];
  }
  const areNumbers = groups.every((group) => group.trim() !== "" && Number.isFinite(Number(group)));
  const names = groups.map((group) => (areNumbers ? Number(group) : group));
  const cells = choice === "counts" ? moves.counts : moves.shares;
  return [
    ["from_to", ...names, "gone"],
    ...cells.map((row, i) => [
      names[i] ?? "new",
      ...row.map((cell, j) => (i === j && i === names.length ? "" : (cell ?? ""))),
    ]),
  ];
}

/** Labels of a column or row; "" for a customer who is in no group. @throws FunctionError an error value handed on */
function readGroups(all: readonly Cell[]): string[] {
  const cells = trimValues(all);
  passErrors(cells);
  return cells.map((cell: Cell) => (cell === 0 ? "" : showLabel(cell)));
}

/** Groups from best to worst: as told, else the tiers in their own order, else in standard order. */
function orderGroups(labels: readonly string[], order: unknown): string[] {
  const present = [...new Set(labels)].filter((label) => label !== "");
  if (isOmitted(order)) {
    const tiers: string[] = Object.values(resultNames.groups["value-pyramid"]).map(({ name }) => name);
    return present.every((label) => tiers.includes(label))
      ? tiers.filter((tier) => present.includes(tier))
      : sortLabels(present);
  }
  const cells = readRows(order).flatMap((row) => row.map(readCell));
  passErrors(cells);
  const told = cells.map(showLabel).filter((label) => label !== "");
  const unknown = present.find((label) => !told.includes(label));
  if (unknown !== undefined || new Set(told).size !== told.length) {
    throw buildValueError("badOrder", { label: unknown ?? "" });
  }
  return told;
}
