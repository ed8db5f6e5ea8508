import { abcClasses, assignAbcClasses } from "../engine/worksheet/assign-value-tiers";
import { assignRfmTypes } from "../engine/worksheet/assign-rfm-types";
import { buildValueCurve, computeGiniCoefficient } from "../engine/worksheet/concentration";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { isOmitted, passErrors, readCell, readRows } from "./cells";
import { buildElementCells, readElements } from "./elements";
import { buildUnavailableError, buildValueError } from "./function-error";
import { checkOutput } from "./limits";
import { readNumber, readSwitch } from "./options";
import { readValueList, spillBeside } from "./value-list";
import { resultNames } from "./words";

/** CVM.ABC: A, B or C beside every value. */
export function abcCells(values: unknown, cutA: unknown, cutB: unknown): unknown[][] {
  const limits = { least: 0, most: 1, zeroIsBlank: true };
  const cuts = [
    readNumber("cut_a", cutA, { ...limits, otherwise: 0.7 }),
    readNumber("cut_b", cutB, { ...limits, otherwise: 0.9 }),
  ] as const;
  if (!(cuts[0] < cuts[1] && cuts[1] < 1)) throw buildValueError("badCuts");
  const list = readValueList("values", values);
  const classes = assignAbcClasses(list.values, cuts);
  return spillBeside(list, (i) => (classes[i] < 0 ? "" : abcClasses[classes[i]]));
}

/** CVM.PARETO: a header row, then the values from the largest down with what they cumulate to. */
export function paretoCells(values: unknown): unknown[][] {
  const list = readValueList("values", values);
  passErrors(list.cells);
  const curve = buildValueCurve(list.values);
  if (curve === null) throw buildUnavailableError("noPositiveValue");
  checkOutput(curve.values.length + 1, 4);
  const rows = Array.from(curve.values, (value, i) => [i + 1, value, curve.customerShare[i], curve.valueShare[i]]);
  return [["rank", "value", "customer_share", "value_share"], ...rows];
}

/** CVM.GINI: a single number. */
export function giniCells(values: unknown): unknown[][] {
  const list = readValueList("values", values);
  passErrors(list.cells);
  const gini = computeGiniCoefficient(list.values);
  if (gini === null) throw buildUnavailableError("noPositiveValue");
  return [[gini]];
}

/** CVM.RFMTYPE: the name of the type for every customer. */
export function rfmTypeCells(r: unknown, f: unknown, m: unknown, thresholds: unknown, scores: unknown): unknown[][] {
  const limits = readThresholds(thresholds);
  const areScores = readSwitch("scores", scores);
  const elements = readElements({ r: { range: r }, f: { range: f }, m: { range: m } });
  const { columns } = elements;
  const measures = { recencyDays: columns.r.values, orders: columns.f.values, monetary: columns.m.values };
  const types = assignRfmTypes(measures, areScores, limits);
  const names = resultNames.groups["rfm-types"];
  if (types === null) {
    if (Object.values(columns).some(({ failures }) => failures.size > 0)) return buildElementCells(elements, () => "");
    throw buildUnavailableError("noValues");
  }
  return buildElementCells(elements, (i) => {
    const type = types[i];
    return type === null ? "" : names[type].name;
  });
}

function readThresholds(argument: unknown): "mean" | "median" | readonly [number, number, number] {
  if (isOmitted(argument)) return "mean";
  const cells = readRows(argument)
    .flatMap((row) => row.map(readCell))
    .filter((cell) => cell !== null);
  passErrors(cells);
  const { values } = readNumbers(cells);
  const word = String(cells[0]).trim().toLowerCase();
  if (cells.length === 1 && cells[0] === 0) return "mean";
  if (cells.length === 1 && (word === "mean" || word === "median")) return word;
  if (values.length !== 3 || values.some(Number.isNaN)) throw buildValueError("badThresholds");
  return [values[0], values[1], values[2]];
}
