import type { JobWords } from "../job-words";
import { lenses } from "./lenses";
import { count, customers, number, share } from "./phrases";

/** The job that lays out a card per group. */
export const cardsJob = {
  name: "Segment cards",
  help: "A card per group of customers: what sets it apart, what it buys and through which channel, what it earns and what it costs to serve, with room for your own words; and where growth comes from.",
  tables: {},
  fields: {
    lens: {
      name: "Groups",
      meaning:
        "The groups of customers that get a card each; left out: the value classes, else the next groups that were found.",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
  },
} satisfies JobWords;

/** What the sheet of cards says. */
export const cards = {
  title: "Segment cards",
  subtitle: (lens: string) =>
    `${lens}: who they are, what they need, what they bring. Words in coloured cells are yours: change them, and they stay when the job runs again.`,
  headline: (group: string, valueShare: number, customerShare: number) =>
    `"${group}" are ${share(customerShare)} of the customers and bring ${share(valueShare)} of the value.`,
  serviceHeadline: (group: string, serviceShare: number) =>
    `"${group}" cost most to serve: ${share(serviceShare)} of their revenue.`,
  growthHeadline: (cell: string, revenueShare: number) =>
    `Most of the last year's revenue came from one field of the growth matrix: ${cell} (${share(revenueShare)}).`,

  figures: "Figures",
  segment: "Group",
  customers: "Customers",
  customerShare: "Share",
  revenue: "Revenue",
  profit: "Profit",
  margin: "Margin",
  meanValue: "Value per customer",
  orders: "Orders per customer",
  orderValue: "Order value",
  recency: "Days since last order",
  serviceCost: "Service cost",
  serviceShare: "Service by revenue",

  size: (number: number, customerShare: number) => `${customers(number)}, ${share(customerShare)}`,
  profile: "Profile",
  style: "What sets them apart",
  motive: "Motive",
  product: "Product need",
  what: "What they buy",
  whyBuy: "Why",
  service: "Service need",
  which: "Which service, through which channel",
  whyServe: "Why",
  trait: (column: string, label: string, times: number) =>
    `${column} is ${label} ${number(times, 1)} times as often as among all others`,
  bought: (label: string, part: number) => `${label} ${share(part)}`,

  growth: "Growth matrix",
  growthHint:
    "Revenue of the last 365 days by customers and products, existing or new (first purchase or first sale within these days), and the change to the 365 days before.",
  growthCells: {
    penetration: "Market penetration",
    productDevelopment: "Product development",
    marketDevelopment: "Market development",
    diversification: "Diversification",
  },
  existingProducts: "Existing products",
  newProducts: "New products",
  existingCustomers: "Existing customers",
  newCustomers: "New customers",
  growthCustomers: (number: number) => `${count(number)} customers bought`,
  change: (text: string) => `${text} to the year before`,
  allChange: (text: string) => `All revenue: ${text} to the year before.`,
  onlyAllChange: (days: number) =>
    `The four fields have no such change: to know who and what was new the year before, it takes ${days} days of lines before that year. The total needs no such knowledge.`,
  noChange: "too few earlier lines to tell the change",

  channels: "Channels and cost to serve",
  channel: "Channel",
  channelRevenue: "Revenue by channel",
  cost: "Cost of goods",
};
