import { assignPyramidTiers, assignValueTiers, pyramidTiers } from "../engine/worksheet/assign-value-tiers";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { getWords } from "../i18n/words";
import { buildSpill, isOmitted, readCell, readLine, readRows, trimValues } from "./cells";
import { buildUnavailableError, buildValueError, passError } from "./function-error";
import { checkInput } from "./limits";

const BASIS_POINTS = 10_000;
const tolerance = 1e-9;

/** CVM.TIER: the name of its tier beside every value; "" beside what is no number, errors handed on. */
export function tierCells(values: unknown, shares: unknown): unknown[][] {
  const { cells: all, upright } = readLine("values", values);
  const cells = trimValues(all);
  const cuts = isOmitted(shares) ? null : readCuts(shares);
  checkInput(cells.length, cells.length);
  const numbers = readNumbers(cells);
  if (numbers.values.every(Number.isNaN)) throw buildUnavailableError("noValues");
  const tiers = cuts === null ? assignPyramidTiers(numbers.values) : assignValueTiers(numbers.values, cuts);
  const words = getWords("en");
  const names =
    cuts === null
      ? pyramidTiers.map((id) => words.groups["value-pyramid"][id].name)
      : [...cuts, BASIS_POINTS].map((_, tier) => words.numberedGroups.tier(tier + 1));
  const results = cells.map((cell, i) => {
    if (numbers.errors[i] === 1) return passError(String(cell));
    return tiers[i] < 0 ? "" : names[tiers[i]];
  });
  return buildSpill(results, upright);
}

/**
 * Where tiers end, in basis points of customers, without the last: from the share of each tier, which add up to 1, or from cumulated shares,
 * which rise to 1.
 */
function readCuts(shares: unknown): number[] {
  const cells = readRows(shares)
    .flatMap((row) => row.map(readCell))
    .filter((cell) => cell !== null);
  const { values, errors } = readNumbers(cells);
  const failure = errors.indexOf(1);
  if (failure >= 0) throw passError(String(cells[failure]));
  let sum = 0;
  const cumulated = Array.from(values, (share) => (sum += share));
  const ends = Math.abs(sum - 1) < tolerance ? cumulated : Array.from(values);
  const cuts = ends.slice(0, -1).map((end) => Math.round(end * BASIS_POINTS));
  const rises = cuts.every((cut, i) => cut > (i === 0 ? 0 : cuts[i - 1]) && cut < BASIS_POINTS);
  if (values.length < 2 || values.length > 10 || !rises || !(Math.abs(ends[ends.length - 1] - 1) < tolerance))
    throw buildValueError("badShares");
  return cuts;
}
