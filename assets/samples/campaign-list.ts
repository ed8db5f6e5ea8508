import { createDraws } from "./random-draws";
import { classifyPlantedGroup } from "./retail-customers";
import type { Customer, PlantedGroup } from "./retail-customers";

const seed = 20_260_112;

/** What the two mailings of January 2026 did: response rates by planted group without mail, with a letter, and with a voucher. */
const responseRates: Readonly<Record<PlantedGroup, readonly [control: number, letter: number, voucher: number]>> = {
  keyAccount: [0.3, 0.42, 0.36],
  smallKitchen: [0.16, 0.28, 0.27],
  officeWithCard: [0.1, 0.13, 0.2],
  officeWithoutCard: [0.05, 0.06, 0.11],
  household: [0.04, 0.04, 0.07],
  youngHousehold: [0.03, 0.03, 0.05],
};

const meanSpend: Readonly<Record<PlantedGroup, number>> = {
  keyAccount: 210,
  smallKitchen: 90,
  officeWithCard: 48,
  officeWithoutCard: 36,
  household: 24,
  youngHousehold: 16,
};

const arms = [
  { name: "control", cost: 0 },
  { name: "letter", cost: 0.9 },
  { name: "voucher", cost: 1.6 },
] as const;

export const campaignHeader = "Customer ID,Group,Responded,Revenue,Contact Cost";

/** A row per customer of a mailing, as comma-separated text: who was in which group by chance, who ordered and for how much. */
export function buildCampaignRows(customers: readonly Customer[]): string[] {
  const draws = createDraws(seed);
  return customers.map((customer) => {
    const arm = draws.pickWeighted([40, 30, 30]);
    const group = classifyPlantedGroup(customer);
    const responds = draws.chance(responseRates[group][arm]);
    const spend = responds ? draws.gamma(2, 2 / meanSpend[group]) + 4 : 0;
    const { name, cost } = arms[arm];
    return [customer.id, name, responds ? "yes" : "no", spend.toFixed(2), cost.toFixed(2)].join(",");
  });
}
