import type { Normalisation } from "../../core/decisions/weighted-score";
import type { Words } from "../../i18n/en";
import type { CustomerNumbers } from "../customer-numbers";
import { findCustomerNumbers } from "../customer-numbers";
import { InputError } from "../input-error";
import { findColumnName } from "../layout/group-words";
import type { IndicatorPreset, ScorecardChoices } from "./scorecard-fields";

/** Families of indicators, in the order of the sheet. */
export const INDICATOR_FAMILIES = [
  "financial",
  "satisfaction",
  "loyalty",
  "relationship",
  "people",
  "money",
  "things",
  "strategy",
  "chosen",
] as const;

/** See {@link INDICATOR_FAMILIES}. */
export type IndicatorFamily = (typeof INDICATOR_FAMILIES)[number];

/** An indicator of the score. */
export interface PickedIndicator {
  readonly id: string;
  readonly family: IndicatorFamily;
  readonly lowerIsBetter: boolean;
  readonly method: Normalisation;
  /** As of the date customers are judged on. */
  readonly values: Float64Array;
}

/** Figures by id and columns by role, per family; those that the customers lack are left out. */
const presets: Readonly<Record<IndicatorPreset, readonly (readonly [IndicatorFamily, readonly string[]])[]>> = {
  families: [
    ["financial", ["value", "clv"]],
    ["satisfaction", ["satisfaction", "complaints"]],
    ["loyalty", ["frequency", "referral"]],
    ["relationship", ["breadth", "tenureDays"]],
  ],
  peopleMoneyThings: [
    ["people", ["frequency", "satisfaction", "referral"]],
    ["money", ["value", "annualSpend", "overdue"]],
    ["things", ["units", "breadth"]],
  ],
};

/** Days of silence, trouble and costs: small is good. */
const lowerIsBetter = new Set([
  "recencyDays",
  "idleRatio",
  "gapMedianDays",
  "gapUsedDays",
  "cost",
  "serviceCost",
  "acquisitionCost",
  "totalCost",
  "averageDiscount",
  "refundAmount",
  "discount",
  "complaints",
  "overdue",
]);

const isSame = (first: number, second: number) => first === second || (first !== first && second !== second);

/** A column that is the same for everyone tells nobody apart. */
function doesVary({ values }: CustomerNumbers): boolean {
  const present = values.filter((value) => value === value);
  return present.some((value) => value !== present[0]);
}

function pickPreset(preset: IndicatorPreset, columns: readonly CustomerNumbers[]) {
  const picked: { family: IndicatorFamily; column: CustomerNumbers }[] = [];
  for (const [family, names] of presets[preset]) {
    for (const name of names) {
      const column = columns.find(({ role }) => role === name) ?? columns.find(({ id }) => id === name);
      const isKnown = column === undefined || picked.some((other) => isSameColumn(other.column, column));
      if (!isKnown && doesVary(column)) picked.push({ family, column });
    }
  }
  return picked;
}

/** Profit equals revenue where no cost is known; such a twin would count twice. */
function isSameColumn(first: CustomerNumbers, second: CustomerNumbers): boolean {
  return first.id === second.id || first.values.every((value, i) => isSame(value, second.values[i]));
}

/**
 * The indicators that were chosen, else those of the preset that the customers have.
 *
 * @throws InputError `unknownColumn`; `noIndicator` when the customers have none of the preset's columns
 */
export function pickIndicators(
  columns: readonly CustomerNumbers[],
  choices: ScorecardChoices,
  words: Words,
): PickedIndicator[] {
  const find = (text: string) => findCustomerNumbers(columns, text, words);
  const picked =
    choices.indicators.length > 0
      ? choices.indicators.map((text) => ({ family: "chosen" as IndicatorFamily, column: find(text) }))
      : pickPreset(choices.preset, columns);
  if (choices.strategyColumn !== null) picked.push({ family: "strategy", column: find(choices.strategyColumn) });
  const unique = picked.filter(({ column }, i) => picked.findIndex((other) => other.column.id === column.id) === i);
  if (unique.length === 0) {
    const usable = columns.filter(doesVary).map(({ id }) => findColumnName(words, id));
    throw new InputError("noIndicator", { known: usable.join(", ") });
  }
  const turned = new Set(choices.lowerIsBetter.map((text) => find(text).id));
  const methods = new Map(Object.entries(choices.normalisations).map(([text, method]) => [find(text).id, method]));
  return unique.map(({ family, column: { id, role, values } }) => ({
    id,
    family,
    lowerIsBetter: lowerIsBetter.has(id) || (role !== undefined && lowerIsBetter.has(role)) || turned.has(id),
    method: methods.get(id) ?? choices.normalisation,
    values,
  }));
}

/** Equal weight for every family and within it, in points of 100. */
export function spreadWeights(indicators: readonly Pick<PickedIndicator, "family">[]): number[] {
  const families = new Set(indicators.map(({ family }) => family)).size;
  return indicators.map(({ family }) => {
    const members = indicators.filter((other) => other.family === family).length;
    return Math.round(1000 / families / members) / 10;
  });
}
