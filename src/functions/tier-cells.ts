import { assignPyramidTiers, assignValueTiers, pyramidTiers } from "../engine/worksheet/assign-value-tiers";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { isOmitted, passErrors, readCell, readRows } from "./cells";
import { buildValueError } from "./function-error";
import { readValueList, spillBeside } from "./value-list";
import { resultNames } from "./words";

const BASIS_POINTS = 10_000;
const tolerance = 1e-9;

/** CVM.TIER: the name of its tier beside every value; "" beside what is no number, errors handed on. */
export function tierCells(values: unknown, shares: unknown): unknown[][] {
  const cuts = isOmitted(shares) ? null : readCuts(shares);
  const list = readValueList("values", values);
  const tiers = cuts === null ? assignPyramidTiers(list.values) : assignValueTiers(list.values, cuts);
  const names =
    cuts === null
      ? pyramidTiers.map((id) => resultNames.groups["value-pyramid"][id].name)
      : [...cuts, BASIS_POINTS].map((_, tier) => resultNames.numberedGroups.tier(tier + 1));
  return spillBeside(list, (i) => (tiers[i] < 0 ? "" : names[tiers[i]]));
}

/**
 * Where tiers end, in basis points of customers, without the last: from the share of each tier, which add up to 1, or from cumulated shares,
 * which rise to 1.
 */
function readCuts(shares: unknown): number[] {
  const cells = readRows(shares)
    .flatMap((row) => row.map(readCell))
    .filter((cell) => cell !== null);
  passErrors(cells);
  const { values } = readNumbers(cells);
  let sum = 0;
  const cumulated = Array.from(values, (share) => (sum += share));
  const ends = Math.abs(sum - 1) < tolerance ? cumulated : Array.from(values);
  const cuts = ends.slice(0, -1).map((end) => Math.round(end * BASIS_POINTS));
  const rises = cuts.every((cut, i) => cut > (i === 0 ? 0 : cuts[i - 1]) && cut < BASIS_POINTS);
  if (values.length < 2 || values.length > 10 || !rises || !(Math.abs(ends[ends.length - 1] - 1) < tolerance))
    throw buildValueError("badShares");
  return cuts;
}
