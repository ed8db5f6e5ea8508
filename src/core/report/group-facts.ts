import type { CategoryAttribute } from "../transactions/columns";
import { HOURS } from "../customers/line-tables";
import { toCalendarDate, toWeekday } from "../days";
import { flagMembers } from "../lenses/members";
import type { LensTables } from "../lenses/lens";
import { countGroups } from "../math/groups";
import type { GroupFacts, GroupFactsResult, LensResult } from "./analysis";

const MOST_LABELS = 5;
const MONTHS = 12;
const WEEKDAYS = 7;
const MOST_ATTRIBUTES = 6;
const MOST_VALUES = 2;

function averageMembers(column: Float64Array, flags: Uint8Array, wanted: 0 | 1): number {
  let sum = 0;
  let count = 0;
  flags.forEach((flag, i) => {
    if (flag !== wanted || column[i] !== column[i]) return;
    sum += column[i];
    count++;
  });
  return count === 0 ? NaN : sum / count;
}

function rankLabels(
  column: CategoryAttribute | null,
  flags: Uint8Array,
  most = MOST_LABELS,
): { readonly label: string; readonly customers: number }[] {
  if (column === null) return [];
  const codes = column.codes.map((code, i) => (flags[i] === 1 ? code : -1));
  return Array.from(countGroups(codes, column.labels.length), (customers, label) => ({ customers, label }))
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.customers - a.customers || a.label - b.label)
    .slice(0, most)
    .map(({ customers, label }) => ({ label: column.labels[label], customers }));
}

/** Month and weekday of every purchase day. */
function readCalendar({ summary }: LensTables): { months: Uint8Array; weekdays: Uint8Array } | null {
  if (summary.purchaseDays === null) return null;
  const { day } = summary.purchaseDays;
  return {
    months: Uint8Array.from(day, (date) => toCalendarDate(date).month - 1),
    weekdays: Uint8Array.from(day, toWeekday),
  };
}

function countPurchases(
  calendar: { months: Uint8Array; weekdays: Uint8Array } | null,
  flags: Uint8Array,
  { summary }: LensTables,
): GroupFacts["purchases"] {
  if (calendar === null || summary.purchaseDays === null) return null;
  const { offsets } = summary.purchaseDays;
  const byMonth = new Array<number>(MONTHS).fill(0);
  const byWeekday = new Array<number>(WEEKDAYS).fill(0);
  for (let customer = 0; customer < flags.length; customer++) {
    if (flags[customer] === 0) continue;
    for (let i = offsets[customer]; i < offsets[customer + 1]; i++) {
      byMonth[calendar.months[i]]++;
      byWeekday[calendar.weekdays[i]]++;
    }
  }
  return { byMonth, byWeekday, byHour: countHours(flags, summary.lineTables?.hours ?? null) };
}

function countHours(flags: Uint8Array, hours: Int32Array | null): readonly number[] | null {
  if (hours === null) return null;
  const byHour = new Array<number>(HOURS).fill(0);
  flags.forEach((flag, customer) => {
    if (flag === 1) for (let hour = 0; hour < HOURS; hour++) byHour[hour] += hours[customer * HOURS + hour];
  });
  return byHour;
}

/** The products that most customers of a group hold. */
function rankProducts(flags: Uint8Array, { summary }: LensTables): { product: string; customers: number }[] {
  const held = summary.lineTables?.products ?? null;
  if (held === null) return [];
  const counts = new Int32Array(held.labels.length);
  for (let customer = 0; customer < flags.length; customer++) {
    if (flags[customer] === 0) continue;
    for (let i = held.offsets[customer]; i < held.offsets[customer + 1]; i++) counts[held.codes[i]]++;
  }
  return [...counts.keys()]
    .filter((code) => counts[code] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, MOST_LABELS)
    .map((code) => ({ product: held.labels[code], customers: counts[code] }));
}

function countShared(first: Uint8Array, second: Uint8Array): number {
  let shared = 0;
  for (let i = 0; i < first.length; i++) shared += first[i] & second[i];
  return shared;
}

/**
 * What the customers of each group of a lens have in common: what they bring beyond others, where they are, what they buy and when, how loyal
 * they are, and which groups share customers.
 *
 * @param id     the lens
 * @param lenses results of the run; the loyalty index is taken from the one that has it
 * @returns null when the lens did not run
 */
export function describeGroups(id: string, lenses: readonly LensResult[], tables: LensTables): GroupFactsResult | null {
  const lens = lenses.find((other) => other.id === id);
  if (lens === undefined) return null;
  const { customers } = tables.summary;
  const members = lens.members ?? flagMembers(lens.codes, lens.groups.length);
  const loyalty = lenses.flatMap(({ columns }) => columns ?? []).find((column) => column.id === "loyaltyIndex");
  const calendar = readCalendar(tables);
  const texts = customers.attributes
    .filter((attribute) => attribute.kind === "category" && attribute.labels.length > 0)
    .slice(0, MOST_ATTRIBUTES) as readonly CategoryAttribute[];
  const compare = (column: Float64Array, flags: Uint8Array) =>
    averageMembers(column, flags, 1) - averageMembers(column, flags, 0);
  return {
    lens: id,
    groups: members.map((flags, group) => ({
      id: lens.groups[group].id,
      revenueEffect: compare(customers.revenue, flags),
      valueEffect: compare(tables.value.values, flags),
      meanLoyalty: loyalty === undefined ? NaN : averageMembers(loyalty.values, flags, 1),
      meanBreadth: averageMembers(customers.breadth, flags, 1),
      regions: rankLabels(customers.mainRegion, flags).map(({ label, customers: count }) => ({
        region: label,
        customers: count,
      })),
      categories: rankLabels(customers.mainCategory, flags).map(({ label, customers: count }) => ({
        category: label,
        customers: count,
      })),
      products: rankProducts(flags, tables),
      attributes: texts.map((column) => ({ name: column.name, top: rankLabels(column, flags, MOST_VALUES) })),
      purchases: countPurchases(calendar, flags, tables),
    })),
    overlaps: members.map((first) => members.map((second) => countShared(first, second))),
  };
}
