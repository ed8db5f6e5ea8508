import type { CampaignOptions, CampaignPeople, CampaignResult } from "../../core/decisions/campaign";
import { judgeCampaign } from "../../core/decisions/campaign";
import type { Analysis, LensResult } from "../../core/report/analysis";
import { foldId } from "../../core/transactions/flag-lines";
import type { CampaignList } from "./read-campaign";

/** A campaign over everybody, and over the people of each group of a lens. */
export interface JudgedCampaign {
  readonly total: CampaignResult;
  /** Null without customers to look people up among. */
  readonly segments: {
    readonly lens: LensResult;
    /** Per group of the lens; null where nobody of the campaign is in it. */
    readonly results: readonly (CampaignResult | null)[];
    /** People of the campaign who are not among the customers. */
    readonly unknown: number;
  } | null;
}

/** The customer of each person on the list, -1 where there is none; ids also meet when they differ in case or leading zeros. */
function findCustomers(list: CampaignList, { summary }: Analysis): Int32Array {
  const { ids } = summary.customers;
  const exact = new Map(ids.map((id, index) => [id, index]));
  const folded = new Map(ids.map((id, index) => [foldId(id), index]));
  return Int32Array.from(list.customers, (id) => exact.get(id) ?? folded.get(foldId(id)) ?? -1);
}

/**
 * Judges a list as a whole and by the groups of a lens, where customers are known.
 *
 * @param startDay first day of the campaign, before which purchases are past; null takes all of them
 */
export function judgeList(
  list: CampaignList,
  options: CampaignOptions,
  analysis: Analysis | null,
  lens: LensResult | null,
  startDay: number | null,
): JudgedCampaign {
  const customers = analysis === null ? null : findCustomers(list, analysis);
  const people: CampaignPeople = {
    ...list,
    pastRevenue: list.pastRevenue ?? pickPast(customers, analysis, startDay),
  };
  const total = judgeCampaign(people, options);
  if (customers === null || lens === null) return { total, segments: null };
  const results = lens.groups.map((_, group) => {
    const isMember = (customer: number) =>
      customer >= 0 &&
      (lens.members === undefined ? lens.codes[customer] === group : lens.members[group][customer] === 1);
    const within = Uint8Array.from(customers, (customer) => Number(isMember(customer)));
    return within.includes(1) ? judgeCampaign(people, options, within) : null;
  });
  return { total, segments: { lens, results, unknown: customers.filter((customer) => customer < 0).length } };
}

/** What people brought before, where no column of the list says so. */
function pickPast(
  customers: Int32Array | null,
  analysis: Analysis | null,
  startDay: number | null,
): Float64Array | null {
  if (customers === null || analysis === null || analysis.value.basis === "none") return null;
  const { customers: table, purchaseDays } = analysis.summary;
  if (startDay === null || purchaseDays === null)
    return Float64Array.from(customers, (customer) => (customer < 0 ? NaN : table.revenue[customer]));
  const { offsets, day, amount } = purchaseDays;
  return Float64Array.from(customers, (customer) => {
    if (customer < 0) return NaN;
    let sum = 0;
    for (let i = offsets[customer]; i < offsets[customer + 1]; i++) if (day[i] < startDay) sum += amount[i] || 0;
    return sum;
  });
}
