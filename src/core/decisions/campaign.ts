import { computeSum } from "../math/statistics";
import type { MeanComparison, ResponseComparison } from "./campaign-test";
import { compareMeans, compareResponses } from "./campaign-test";
import { adjustByHolm } from "./holm";

/** People of a campaign, a row each, by columns of equal length. */
export interface CampaignPeople {
  /** Index into `arms`, -1 for a person who is left out. */
  readonly arm: Int32Array;
  readonly arms: readonly string[];
  /** 1 for a person who responded, else 0. */
  readonly responded: Uint8Array;
  /** What each person bought since, NaN = nothing known and counted as 0; null where the campaign is judged by responses alone. */
  readonly revenue: Float64Array | null;
  /** What reaching each person cost, NaN counts as 0. */
  readonly cost: Float64Array | null;
  /** Revenue of the time before, NaN where unknown. */
  readonly pastRevenue: Float64Array | null;
}

/** How a campaign is judged. */
export interface CampaignOptions {
  /** Index of the arm that the others are compared with. */
  readonly control: number;
  /** Profit as share of revenue; 1 judges revenue itself. */
  readonly marginShare: number;
  /** Of intervals, and 1 - it is the level of tests; default 0.95. */
  readonly confidenceShare?: number;
}

/** An arm against the control group. Money is null where none is known. Plain JSON. */
export interface ArmEffect {
  readonly response: ResponseComparison;
  /** Adjusted for the number of arms by Holm's method. */
  readonly adjustedPValue: number;
  /** Revenue per head; null without revenue, or with fewer than two people in a group. */
  readonly revenue: MeanComparison | null;
  readonly adjustedRevenuePValue: number | null;
  /** Responses that the control group's rate does not explain. */
  readonly incrementalResponses: number;
  /** Profit that the control group's profit per head does not explain, less the cost of the arm. */
  readonly incrementalProfit: number | null;
  /** Incremental profit by cost; null without cost. */
  readonly returnOnCost: number | null;
}

/** People, responses and money of an arm. Plain JSON. */
export interface ArmResult {
  readonly arm: string;
  readonly people: number;
  readonly responses: number;
  readonly rate: number;
  readonly revenue: number | null;
  readonly revenuePerHead: number | null;
  readonly cost: number;
  /** Null for a response by nobody. */
  readonly costPerResponse: number | null;
  /** Null for the control group, and where one of the two groups is empty. */
  readonly effect: ArmEffect | null;
}

/** What is to be known before an arm is believed. */
export type CampaignWarning =
  | { readonly code: "fewPeople"; readonly arm: string; readonly people: number }
  | { readonly code: "pastDiffers"; readonly arm: string; readonly pValue: number }
  | { readonly code: "controlCosts"; readonly arm: string; readonly cost: number };

/** A campaign over some of its people. Plain JSON. */
export interface CampaignResult {
  readonly control: string;
  /** In the order of the arms, those without people left out; the control group first. */
  readonly arms: readonly ArmResult[];
  readonly warnings: readonly CampaignWarning[];
}

/** An arm with fewer people tells little. */
export const LEAST_PEOPLE = 100;

interface Arm {
  readonly name: string;
  readonly people: number;
  readonly responses: number;
  readonly revenue: Float64Array | null;
  readonly pastRevenue: Float64Array | null;
  readonly cost: number;
}

/**
 * What a campaign brought: each arm against the control group.
 *
 * @param people  of the campaign
 * @param options control group, margin and confidence
 * @param within  1 for the people to look at; everybody when left out
 * @throws RangeError when columns differ in length, the control group is none of the arms, or a share is out of range
 */
export function judgeCampaign(
  people: CampaignPeople,
  options: CampaignOptions,
  within?: Uint8Array | null,
): CampaignResult {
  checkPeople(people, options);
  const arms = people.arms.map((_, arm) => collectArm(people, arm, within ?? null));
  const control = arms[options.control];
  const others = arms.filter((arm) => arm !== control && arm.people > 0);
  const effects = compareArms(others, control, options);
  return {
    control: control.name,
    arms: [
      ...(control.people > 0 ? [describeArm(control, null)] : []),
      ...others.map((arm, i) => describeArm(arm, effects[i])),
    ],
    warnings: listWarnings([control, ...others], 1 - (options.confidenceShare ?? 0.95)),
  };
}

function collectArm(people: CampaignPeople, arm: number, within: Uint8Array | null): Arm {
  const members: number[] = [];
  people.arm.forEach((code, person) => {
    if (code === arm && (within === null || within[person] === 1)) members.push(person);
  });
  const pick = (column: Float64Array | null) =>
    column === null ? null : Float64Array.from(members, (person) => column[person]);
  return {
    name: people.arms[arm],
    people: members.length,
    responses: members.reduce((sum, person) => sum + people.responded[person], 0),
    revenue: pick(people.revenue)?.map((amount) => (amount === amount ? amount : 0)) ?? null,
    pastRevenue: pick(people.pastRevenue),
    cost: computeSum(pick(people.cost) ?? []),
  };
}

function compareArms(
  arms: readonly Arm[],
  control: Arm,
  { marginShare, confidenceShare }: CampaignOptions,
): (ArmEffect | null)[] {
  if (control.people === 0) return arms.map(() => null);
  const responses = arms.map((arm) => compareResponses(arm, control, confidenceShare));
  const revenues = arms.map((arm) =>
    arm.revenue === null || control.revenue === null || arm.people < 2 || control.people < 2
      ? null
      : compareMeans(arm.revenue, control.revenue, confidenceShare),
  );
  const adjusted = adjustByHolm(responses.map(({ pValue }) => pValue));
  const adjustedRevenue = adjustByHolm(revenues.map((revenue) => revenue?.pValue ?? NaN));
  return arms.map((arm, i) => {
    const profit =
      arm.revenue === null || control.revenue === null
        ? null
        : arm.people *
            marginShare *
            (computeSum(arm.revenue) / arm.people - computeSum(control.revenue) / control.people) -
          arm.cost;
    return {
      response: responses[i],
      adjustedPValue: adjusted[i],
      revenue: revenues[i],
      adjustedRevenuePValue: revenues[i] === null ? null : adjustedRevenue[i],
      incrementalResponses: arm.people * responses[i].difference,
      incrementalProfit: profit,
      returnOnCost: profit === null || !(arm.cost > 0) ? null : profit / arm.cost,
    };
  });
}

function describeArm({ name, people, responses, revenue, cost }: Arm, effect: ArmEffect | null): ArmResult {
  const total = revenue === null ? null : computeSum(revenue);
  return {
    arm: name,
    people,
    responses,
    rate: responses / people,
    revenue: total,
    revenuePerHead: total === null ? null : total / people,
    cost,
    costPerResponse: responses === 0 ? null : cost / responses,
    effect,
  };
}

function listWarnings(arms: readonly Arm[], level: number): CampaignWarning[] {
  const [control, ...others] = arms;
  const few = arms
    .filter(({ people }) => people < LEAST_PEOPLE)
    .map(({ name, people }): CampaignWarning => ({ code: "fewPeople", arm: name, people }));
  const differing = others.flatMap((arm): CampaignWarning[] => {
    if (!canCompare(arm.pastRevenue) || !canCompare(control.pastRevenue)) return [];
    const { pValue } = compareMeans(arm.pastRevenue, control.pastRevenue);
    return pValue < level ? [{ code: "pastDiffers", arm: arm.name, pValue }] : [];
  });
  const costs: CampaignWarning[] =
    control.cost > 0 ? [{ code: "controlCosts", arm: control.name, cost: control.cost }] : [];
  return [...few, ...differing, ...costs];
}

function canCompare(values: Float64Array | null): values is Float64Array {
  return values !== null && values.reduce((count, value) => count + (value === value ? 1 : 0), 0) >= 2;
}

function checkPeople(people: CampaignPeople, { control, marginShare }: CampaignOptions): void {
  const { arm, arms, responded, revenue, cost, pastRevenue } = people;
  const columns = [responded, revenue, cost, pastRevenue].filter((column) => column !== null);
  if (columns.some((column) => column.length !== arm.length))
    throw new RangeError(`columns must be of equal length; got ${arm.length} and others`);
  if (!(Number.isInteger(control) && control >= 0 && control < arms.length))
    throw new RangeError(`the control group must be one of ${arms.length} arms; got ${control}`);
  if (!(marginShare > 0 && marginShare <= 1))
    throw new RangeError(`marginShare must be above 0 and at most 1; got ${marginShare}`);
}
