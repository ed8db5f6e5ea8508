import type { RepeatModelId } from "../core/clv/repeat-model";
import { repeatModelIds, repeatParameterNames, spendParameterNames } from "../engine/worksheet/model-names";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { isOmitted, passErrors, readCell, readRows } from "./cells";
import { buildValueError } from "./function-error";

/** Parameters of a model as a worksheet holds them. */
export interface GivenParameters {
  readonly model: RepeatModelId | null;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * Parameters of repeat purchases: the table that CVM.BGNBD spills, or its numbers in their order. Null where they are left out.
 *
 * @param model whose parameters plain numbers are
 * @throws FunctionError #VALUE! when something is missing or not above 0
 */
export function readRepeatParameters(range: unknown, model: RepeatModelId): GivenParameters | null {
  return readParameters("parameters", range, model, (id) => repeatParameterNames[id]);
}

/**
 * Parameters of spend per purchase: the table that CVM.GAMMAGAMMA spills, or p, q and v. Null where they are left out.
 *
 * @throws FunctionError #VALUE! when something is missing or not above 0
 */
export function readSpendParameters(range: unknown): Readonly<Record<string, number>> | null {
  return readParameters("spend_parameters", range, "bg-nbd", () => spendParameterNames)?.parameters ?? null;
}

function readParameters(
  parameter: string,
  range: unknown,
  model: RepeatModelId,
  listNames: (model: RepeatModelId) => readonly string[],
): GivenParameters | null {
  if (isOmitted(range)) return null;
  const rows = readRows(range).map((row) => row.map(readCell));
  const cells = rows.flat();
  passErrors(cells);
  const isTable = rows.length > 1 && rows[0].length > 1 && rows.some(([name]) => typeof name === "string");
  const read = isTable ? readTable(rows, listNames, model) : readList(cells, listNames(model), model);
  if (!Object.values(read.parameters).every((value) => value > 0))
    throw buildValueError("badParameters", { parameter });
  return read;
}

type Cells = ReturnType<typeof readCell>[];

function readTable(
  rows: readonly Cells[],
  listNames: (model: RepeatModelId) => readonly string[],
  otherwise: RepeatModelId,
): GivenParameters {
  const entries = new Map(rows.map(([name, value]) => [String(name).trim().toLowerCase(), value]));
  const named = String(entries.get("model") ?? "").toLowerCase();
  const model = repeatModelIds.find((id) => id === named) ?? null;
  const names = listNames(model ?? otherwise);
  const { values } = readNumbers(names.map((name) => entries.get(name) ?? null));
  return { model, parameters: Object.fromEntries(names.map((name, i) => [name, values[i]])) };
}

function readList(cells: Cells, names: readonly string[], model: RepeatModelId): GivenParameters {
  const { values } = readNumbers(cells.filter((cell) => cell !== null));
  const parameters = names.map((name, i) => [name, values.length === names.length ? values[i] : NaN]);
  return { model, parameters: Object.fromEntries(parameters) as Record<string, number> };
}
