import type { Draws } from "./random-draws";

export const businessTypes = ["Household", "Office", "Café", "Restaurant", "Hotel"] as const;
export const regions = [
  "London",
  "South East",
  "South West",
  "Midlands",
  "North West",
  "Yorkshire",
  "Wales",
  "Scotland",
] as const;
export const channels = ["Web", "App", "Phone", "Showroom", "Sales Rep"] as const;

export const dayMs = 86_400_000;
/** First day of the shop and first day after the file, as UTC milliseconds. */
export const openingDay = Date.UTC(2024, 0, 1);
export const closingDay = Date.UTC(2026, 0, 1);

export type PlantedGroup =
  "keyAccount" | "smallKitchen" | "officeWithCard" | "officeWithoutCard" | "household" | "youngHousehold";

export interface Customer {
  id: string;
  businessType: (typeof businessTypes)[number];
  /** Employees; `null` for a household. */
  companySize: number | null;
  /** Age of the person who orders. */
  age: number;
  region: string;
  loyaltyCard: boolean;
  satisfaction: number | null;
  joinDay: number;
}

/** How a planted group buys: gamma rates, beta dropout after each repeat order, gamma-gamma spend per order. */
export interface BuyingHabit {
  ordersPerMonth: number;
  rateShape: number;
  dropoutA: number;
  dropoutB: number;
  spendPerOrder: number;
  orderShape: number;
  customerShape: number;
  linesPerOrder: number;
  voucherShare: number;
  categoryWeights: number[];
  channelWeights: number[];
  /** Closed at weekends, and takes the larger packs. */
  business: boolean;
}

const wholesaleCategories = [7, 0.5, 3, 0.2, 0.8, 8, 6];
const kitchenCategories = [6, 1.6, 3, 0.8, 2.2, 5, 4];
const householdCategories = [5, 5, 4, 2, 2.2, 1.6, 0.3];
const officeCategories = [3, 7, 5, 0.4, 1, 2.4, 1.6];

export const buyingHabits: Record<PlantedGroup, BuyingHabit> = {
  keyAccount: {
    ordersPerMonth: 1.4,
    rateShape: 2.4,
    dropoutA: 0.7,
    dropoutB: 16,
    spendPerOrder: 520,
    orderShape: 6,
    customerShape: 9,
    linesPerOrder: 4,
    voucherShare: 0.02,
    categoryWeights: wholesaleCategories,
    channelWeights: [4, 0.3, 2, 0.2, 5],
    business: true,
  },
  smallKitchen: {
    ordersPerMonth: 0.68,
    rateShape: 1.5,
    dropoutA: 0.8,
    dropoutB: 9,
    spendPerOrder: 150,
    orderShape: 5,
    customerShape: 8,
    linesPerOrder: 3.2,
    voucherShare: 0.3,
    categoryWeights: kitchenCategories,
    channelWeights: [6, 1, 2.5, 1, 1],
    business: true,
  },
  officeWithCard: {
    ordersPerMonth: 0.68,
    rateShape: 1.5,
    dropoutA: 0.8,
    dropoutB: 9,
    spendPerOrder: 84,
    orderShape: 5,
    customerShape: 8,
    linesPerOrder: 2.7,
    voucherShare: 0.28,
    categoryWeights: officeCategories,
    channelWeights: [7, 0.6, 1.5, 0.4, 0.6],
    business: true,
  },
  officeWithoutCard: {
    ordersPerMonth: 0.22,
    rateShape: 0.75,
    dropoutA: 0.8,
    dropoutB: 5,
    spendPerOrder: 50,
    orderShape: 4,
    customerShape: 7,
    linesPerOrder: 2.2,
    voucherShare: 0.3,
    categoryWeights: officeCategories,
    channelWeights: [7, 0.6, 1.5, 0.6, 0.2],
    business: true,
  },
  household: {
    ordersPerMonth: 0.25,
    rateShape: 0.58,
    dropoutA: 0.8,
    dropoutB: 5,
    spendPerOrder: 36,
    orderShape: 4,
    customerShape: 7,
    linesPerOrder: 2.1,
    voucherShare: 0.36,
    categoryWeights: householdCategories,
    channelWeights: [6, 3, 0.4, 1.6, 0],
    business: false,
  },
  youngHousehold: {
    ordersPerMonth: 0.17,
    rateShape: 0.5,
    dropoutA: 0.8,
    dropoutB: 3.6,
    spendPerOrder: 16,
    orderShape: 4,
    customerShape: 7,
    linesPerOrder: 1.5,
    voucherShare: 0.5,
    categoryWeights: householdCategories,
    channelWeights: [4, 6, 0.1, 0.8, 0],
    business: false,
  },
};

/** The truth that a tree over the attributes is meant to find. */
export function classifyPlantedGroup(
  customer: Pick<Customer, "businessType" | "companySize" | "age" | "loyaltyCard">,
): PlantedGroup {
  if (customer.businessType === "Household") return customer.age < 30 ? "youngHousehold" : "household";
  if (customer.businessType === "Office") return customer.loyaltyCard ? "officeWithCard" : "officeWithoutCard";
  return (customer.companySize ?? 0) > 25 ? "keyAccount" : "smallKitchen";
}

function drawJoinDay(draws: Draws): number {
  const span = closingDay - openingDay;
  for (;;) {
    const share = draws.uniform();
    const month = new Date(openingDay + share * span).getUTCMonth();
    const launch = share < 0.12 ? 1.5 : 1;
    const autumn = month >= 9 && month <= 10 ? 1.2 : 1;
    if (draws.uniform() * 2 < launch * autumn * (1.1 - 0.35 * share))
      return openingDay + Math.floor((share * span) / dayMs) * dayMs;
  }
}

function drawAge(draws: Draws, household: boolean): number {
  if (household && draws.chance(0.3)) return draws.integer(18, 29);
  return Math.min(
    79,
    Math.max(household ? 30 : 22, Math.round(draws.normal(household ? 47 : 43, household ? 13 : 10))),
  );
}

function drawCompanySize(draws: Draws, type: Customer["businessType"]): number | null {
  const typical = { Household: 0, Office: 30, Café: 12, Restaurant: 24, Hotel: 38 }[type];
  return typical === 0 ? null : Math.min(400, Math.max(2, Math.round(typical * Math.exp(draws.normal(0, 0.8)))));
}

/** Customers in order of joining, with ids in the same order. */
export function drawCustomers(draws: Draws, count: number): Customer[] {
  const joinDays = Array.from({ length: count }, () => drawJoinDay(draws)).sort((a, b) => a - b);
  return joinDays.map((joinDay, index) => {
    const businessType = businessTypes[draws.pickWeighted([56, 18, 12, 9, 5])]!;
    const cardShare = { Household: 0.35, Office: 0.5, Café: 0.45, Restaurant: 0.4, Hotel: 0.45 }[businessType];
    const loyaltyCard = draws.chance(cardShare);
    const score = Math.round(draws.normal(loyaltyCard ? 7.9 : 7.1, 1.7));
    return {
      id: `C-${10001 + index}`,
      businessType,
      companySize: drawCompanySize(draws, businessType),
      age: drawAge(draws, businessType === "Household"),
      region: regions[draws.pickWeighted([24, 17, 10, 14, 12, 9, 5, 9])]!,
      loyaltyCard,
      satisfaction: draws.chance(0.28) ? null : Math.min(10, Math.max(1, score)),
      joinDay,
    };
  });
}
