import type { Cell } from "../core/transactions/cells";
import {
  assignChurnGroups,
  assignStages,
  computeLoyalty,
  loyaltyWeights,
  stageSetIds,
} from "../engine/worksheet/judge-relation";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { isOmitted, passErrors, readCell, readRows } from "./cells";
import type { Elements } from "./elements";
import { buildElementCells, readElements } from "./elements";
import { buildValueError } from "./function-error";
import { readChoice, readNumber } from "./options";
import { resultNames } from "./words";

/** Arguments of CVM.STAGE as Excel hands them over. */
export interface StageArguments {
  readonly first: unknown;
  readonly last: unknown;
  readonly asOf: unknown;
  readonly gap: unknown;
  readonly orders: unknown;
  readonly recentAmount: unknown;
  readonly previousAmount: unknown;
  readonly window: unknown;
  readonly stages: unknown;
}

/** Shortest gap that silence is judged by, as everywhere. */
const shortestGap = 7;
/** Orders of someone who came back, where their number is not given. */
const ordersOfRegular = 3;

/** CVM.STAGE: the name of the stage for every customer. */
export function stageCells(given: StageArguments): unknown[][] {
  const windowDays = readNumber("window", given.window, { least: 1, most: 3650, otherwise: 90, zeroIsBlank: true });
  const set = readChoice("stages", given.stages, stageSetIds);
  const elements = readElements({
    first: { range: given.first, kind: "day" },
    last: { range: given.last, kind: "day" },
    asOf: { range: given.asOf, kind: "day" },
    gap: { range: given.gap },
    orders: { range: given.orders },
    recentAmount: { range: given.recentAmount },
    previousAmount: { range: given.previousAmount },
  });
  const { first, last, asOf, gap, orders, recentAmount, previousAmount } = elements.columns;
  const stages = assignStages(
    {
      idleRatio: computeIdleRatios(elements),
      orders: elements.has("orders")
        ? orders.values
        : last.values.map((day, i) => (day === first.values[i] ? 1 : ordersOfRegular)),
      tenureDays: asOf.values.map((day, i) => day - first.values[i]),
      recentAmount: recentAmount.values,
      previousAmount: previousAmount.values,
    },
    windowDays,
    set,
  );
  const names: Readonly<Record<string, { readonly name: string }>> = resultNames.groups.lifecycle;
  return buildElementCells(elements, (i) => {
    const isLate = last.values[i] >= asOf.values[i] || first.values[i] > last.values[i];
    if (isLate) return buildValueError("badDayOrder");
    const stage = stages[i];
    const isProspect = elements.has("orders") && orders.values[i] === 0;
    const isKnown = isProspect || !(Number.isNaN(first.values[i]) || Number.isNaN(gap.values[i]));
    return stage === null || !isKnown ? "" : names[stage].name;
  });
}

/** Arguments of CVM.CHURN as Excel hands them over. */
export interface ChurnArguments {
  readonly last: unknown;
  readonly asOf: unknown;
  readonly gap: unknown;
  readonly alive: unknown;
  readonly rule: unknown;
}

const churnRules = ["gap", "pAlive", "both"] as const;

/** CVM.CHURN: Active, At risk or Churned for every customer. */
export function churnCells(given: ChurnArguments): unknown[][] {
  const rule = readChoice("rule", given.rule, churnRules);
  const elements = readElements({
    last: { range: given.last, kind: "day" },
    asOf: { range: given.asOf, kind: "day" },
    gap: { range: given.gap },
    alive: { range: given.alive },
  });
  const { last, asOf, alive } = elements.columns;
  if (rule !== "gap" && !elements.has("alive")) throw buildValueError("needsAlive");
  const groups = assignChurnGroups(computeIdleRatios(elements), alive.values, rule);
  const names = resultNames.groups.churn;
  return buildElementCells(elements, (i) => {
    if (last.values[i] >= asOf.values[i]) return buildValueError("badDayOrder");
    const group = groups[i];
    return group === null ? "" : names[group].name;
  });
}

/** Arguments of CVM.LOYALTY as Excel hands them over. */
export interface LoyaltyArguments {
  readonly alive: unknown;
  readonly purchaseDays: unknown;
  readonly satisfaction: unknown;
  readonly recommend: unknown;
  readonly walletShare: unknown;
  readonly weights: unknown;
  readonly scale: unknown;
}

/** CVM.LOYALTY: an index from 0 to 100 for every customer. */
export function loyaltyCells(given: LoyaltyArguments): unknown[][] {
  const scale = readNumber("scale", given.scale, { least: 1, most: 1000, otherwise: 0, zeroIsBlank: true });
  const weights = readWeights(given.weights);
  const elements = readElements({
    alive: { range: given.alive },
    purchaseDays: { range: given.purchaseDays },
    satisfaction: { range: given.satisfaction },
    recommend: { range: given.recommend },
    walletShare: { range: given.walletShare },
  });
  const { columns } = elements;
  const index = computeLoyalty(
    {
      alive: columns.alive.values,
      purchaseDays: columns.purchaseDays.values,
      satisfaction: columns.satisfaction.values,
      recommend: columns.recommend.values,
      walletShare: columns.walletShare.values,
    },
    weights,
    scale === 0 ? null : scale,
  );
  return buildElementCells(elements, (i) => index[i]);
}

/** Days since the last purchase by the gap; the gap is at least a week. */
function computeIdleRatios({ columns }: Elements<"last" | "asOf" | "gap">): Float64Array {
  const { last, asOf, gap } = columns;
  return last.values.map(
    (day, i) => (asOf.values[i] - day) / (gap.values[i] > 0 ? Math.max(shortestGap, gap.values[i]) : NaN),
  );
}

function readWeights(argument: unknown): number[] | null {
  if (isOmitted(argument)) return null;
  const cells: Cell[] = readRows(argument).flatMap((row) => row.map(readCell));
  passErrors(cells);
  const { values } = readNumbers(cells);
  if (
    values.length !== loyaltyWeights.length ||
    !values.every((weight) => weight >= 0) ||
    values.every((weight) => weight === 0)
  ) {
    throw buildValueError("badWeights", { count: String(loyaltyWeights.length) });
  }
  return Array.from(values);
}
