import type { AlertKind } from "../../core/decisions/movement-alerts";
import { count, customers, share, verb } from "./phrases";

/** CVM Movement: who moved between groups from one date to another. Money arrives as text in the user's currency. */
export const movement = {
  title: "Customer movement",
  subtitle: (lens: string, first: string, second: string) => `${lens}: from ${first} to ${second}`,
  unknownDate: "the run before",
  today: "this run",
  /** Sentences of one line. */
  join: (sentences: readonly string[]) => sentences.join(" "),
  basis: {
    cumulated: "All purchases up to each date count.",
    window: (firstFrom: string, firstTo: string, secondFrom: string, secondTo: string) =>
      `Only purchases of periods of equal length count: from ${firstFrom} up to ${firstTo}, and from ${secondFrom} up to ${secondTo}.`,
    first: "Both dates are judged by the limits of the first date.",
    each: "Each date is judged by its own limits.",
    history: "The first date is the run that this workbook kept.",
    ledger: "Both dates are computed from the same rows.",
  },
  cutShort: (firstDay: string) =>
    `The rows begin on ${firstDay}, after the first period begins: that period is cut short, so less was bought in it.`,

  headlines: "What happened",
  moved: (both: number, up: number, down: number, stayed: number) =>
    `Of ${customers(both)} on both dates, ${count(up)} moved up, ${count(down)} moved down and ${count(stayed)} (${share(stayed / both)}) kept their group.`,
  addedUp:
    'Purchases added up over time hardly let anybody move down: set "What counts" to "Periods of equal length" to see who buys less.',
  lacksPeriods:
    "Purchases added up over time hardly let anybody move down. Periods of equal length before and after the first date were not compared: the rows lack the purchases for them.",
  nobodyOnBoth: "Nobody was in a group on both dates.",
  arrived: (arrived: number) => `${customers(arrived)} ${verb(arrived, "is", "are")} new since the first date.`,
  gone: (gone: number) =>
    `${customers(gone)} who bought in the period before the first date ${verb(gone, "has", "have")} not bought since.`,
  worth: {
    cumulated: (before: string, after: string, change: string) =>
      `All together they were worth ${before} on the first date and ${after} on the second (${change}).`,
    window: (before: string, after: string, change: string) =>
      `All together they brought ${before} in the first period and ${after} in the second (${change}).`,
  },
  kept: (retention: number, active: number, kept: number) =>
    `Of ${customers(active)} who bought in the period before the first date, ${count(kept)} bought again in the period after it: ${share(retention)} were kept.`,
  otherWay: {
    first: (up: number, down: number, stayed: number) =>
      `By the limits of the first date it would be: ${count(up)} up, ${count(down)} down, ${count(stayed)} unchanged.`,
    each: (up: number, down: number, stayed: number) =>
      `By the limits of each date, which compare customers with each other, it would be: ${count(up)} up, ${count(down)} down, ${count(stayed)} unchanged.`,
  },

  cards: {
    first: (date: string) => `Customers, ${date}`,
    second: (date: string) => `Customers, ${date}`,
    up: "Moved up",
    down: "Moved down",
    stability: "Kept their group",
    arrived: "New customers",
    gone: "Stopped buying",
    value: "Change of value",
  },

  matrix: "Migration matrix",
  matrixNote:
    "Rows: the group on the first date; columns: the group on the second. Blue cells moved up, orange ones moved down, grey ones stayed.",
  counts: "Customers",
  shares: "Share of the customers of the row",
  valueChanges: "Change of value",
  fromTo: "From (row) to (column)",
  arrivedRow: { cumulated: "New", window: "New or back" },
  goneColumn: { cumulated: "Gone", window: "Stopped buying" },
  total: "Total",

  alerts: "Customers to look at",
  periodsNote: (from: string, middle: string, to: string) =>
    `Before and after: what a customer brought from ${from} up to ${middle}, and from then up to ${to}.`,
  alertsNote: (drop: number) =>
    `A loss of value is reported from ${share(drop)} on, where it is at least 0.1% of the value of all customers.`,
  alert: "Alert",
  action: "What to do",
  kinds: {
    down: {
      name: "In a lower group",
      action: "Ask what changed, make an offer while the customer still buys",
    },
    valueDrop: {
      name: "Worth much less",
      action: "Look at orders and returns: price, service or a competitor",
    },
    gone: { name: "Stopped buying", action: "Win back the valuable ones, find out why they left" },
    new: { name: "New", action: "Welcome, and offer a second purchase soon" },
    up: { name: "In a higher group", action: "Thank them, show what the higher group gets" },
  } as Readonly<Record<AlertKind, { readonly name: string; readonly action: string }>>,
  losses: "Largest losses",
  gains: "Largest gains",
  noLosses: "Nobody lost.",
  noGains: "Nobody gained.",
  listed: (shown: number, all: number) =>
    shown < all ? `The ${count(shown)} largest of ${count(all)}.` : `All ${count(all)}.`,
  customer: "Customer",
  from: "From",
  to: "To",
  before: "Before",
  after: "After",
  change: "Change",
  changeShare: "Change %",
  listAlerts: (names: readonly string[]) => names.join(", "),

  rise: "What customers who moved up have in common",
  riseNote: (below: number, risen: number) =>
    `Of ${customers(below)} who could move up, ${count(risen)} (${share(risen / below)}) did. A tree splits them by what was known on the first date; the groups with the largest share come first.`,
  riseShare: "Moved up",
  riseCount: "of them",
  riseRule: "Customers for whom, on the first date",
  noRise: "Nothing known of the first date tells customers who moved up from the others.",

  retention: "Who keeps buying",
  retentionNote: (from: string, middle: string, to: string) =>
    `Kept: bought from ${from} up to ${middle}, and again up to ${to}.`,
  retentionCards: {
    before: "Bought before",
    after: "Bought after",
    both: "In both periods",
    rate: "Retention",
    churn: "Churn",
  },
};

/** The cohort table, on every sheet that shows it. */
export const cohorts = {
  title: "Customers kept, by month of the first purchase",
  note: "Share of the customers of each month who bought again so many months later. A month counts once it is over; who bought before the rows begin is in the first row.",
  month: "First purchase",
  customers: "Customers",
  all: "All",
  age: (months: number) => (months === 0 ? "Month 0" : `+${count(months)}`),
  older: (shown: number, all: number) => `The latest ${count(shown)} of ${count(all)} months with new customers.`,
};
