import type { Cell } from "../core/transactions/cells";
import { readDay } from "../engine/worksheet/read-day";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { parseSerial } from "../workbook/serial-date";
import { isOmitted, passErrors, readCell, readRows } from "./cells";
import { buildValueError } from "./function-error";

/** The single cell of an option, null where it is omitted or blank. @throws FunctionError an error value handed on */
function readOption(argument: unknown): Cell {
  if (isOmitted(argument)) return null;
  const cell = readCell(readRows(argument)[0]?.[0]);
  passErrors([cell]);
  return cell;
}

/** The number in an option, NaN where it holds none. */
function readNumberOption(cell: Cell): number {
  return typeof cell === "boolean" ? Number(cell) : readNumbers([cell]).values[0];
}

/**
 * The number of scores; 5 where it is omitted, or a blank cell, which desktop Excel hands over as 0.
 *
 * @throws FunctionError #VALUE! when it is not a whole number 2..10
 */
export function readBins(argument: unknown): number {
  return readNumber("bins", argument, { least: 2, most: 10, whole: true, otherwise: 5, zeroIsBlank: true });
}

/** What a number may be. */
export interface NumberLimits {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
  /** Taken where the argument is left out; without it the argument must be there. */
  readonly otherwise?: number;
  /** Whether 0 counts as left out, because desktop Excel hands over a blank cell as 0. */
  readonly zeroIsBlank?: boolean;
}

/**
 * A single number.
 *
 * @throws FunctionError #VALUE! that names the limits
 */
export function readNumber(parameter: string, argument: unknown, limits: NumberLimits): number {
  const { least, most, whole = false, otherwise, zeroIsBlank = false } = limits;
  const cell = readOption(argument);
  if (otherwise !== undefined && (cell === null || (zeroIsBlank && cell === 0))) return otherwise;
  const number = cell === null ? NaN : readNumberOption(cell);
  if (number >= least && number <= most && typeof cell !== "boolean" && (!whole || Number.isInteger(number)))
    return number;
  throw buildValueError(whole ? "badWhole" : "badNumber", { parameter, from: showNumber(least), to: showNumber(most) });
}

const showNumber = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 6 });

/**
 * One of several words, whatever its case; the first where it is omitted, or a blank cell.
 *
 * @throws FunctionError #VALUE! that names the choices
 */
export function readChoice<Choice extends string>(
  parameter: string,
  argument: unknown,
  choices: readonly Choice[],
): Choice {
  const cell = readOption(argument);
  if (cell === null || cell === 0) return choices[0];
  const word = String(cell).trim().toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === word);
  if (found === undefined) throw buildValueError("badChoice", { parameter, choices: choices.join(", ") });
  return found;
}

/**
 * A switch: FALSE where it is omitted.
 *
 * @throws FunctionError #VALUE! when it is neither TRUE nor FALSE nor a number
 */
export function readSwitch(parameter: string, argument: unknown): boolean {
  const cell = readOption(argument);
  if (cell === null || typeof cell === "boolean") return cell ?? false;
  const word = String(cell).trim().toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  const number = readNumberOption(cell);
  if (Number.isNaN(number)) throw buildValueError("badSwitch", { parameter });
  return number !== 0;
}

/**
 * Whether the first row is a header: 1 or TRUE, 0 or FALSE, null where the data shall tell.
 *
 * @throws FunctionError #VALUE! for anything else
 */
export function readHeaders(argument: unknown): boolean | null {
  const cell = readOption(argument);
  if (cell === null) return null;
  const number = readNumberOption(cell);
  if (number !== 0 && number !== 1) throw buildValueError("badHeaders");
  return number === 1;
}

/**
 * A day as days since 1970-01-01; null where it is omitted, or a blank cell.
 *
 * @throws FunctionError #VALUE! when it is no date
 */
export function readDayOption(parameter: string, argument: unknown): number | null {
  const cell = readOption(argument);
  if (cell === null || cell === 0) return null;
  const day = readDay(typeof cell === "number" ? Math.floor(parseSerial(cell)) : cell);
  if (day === null) throw buildValueError("badDate", { parameter });
  return day;
}
