import { count, customers, share, verb } from "./phrases";

/** The page for management. Money arrives as text in the user's currency. */
export const summary = {
  title: "Customer value summary",
  period: (first: string, last: string, asOf: string) => `Purchases ${first} to ${last} · judged as of ${asOf}`,
  noPeriod: "Customer table without dates",
  source: (title: string, rowsRead: number, rowsUsed: number) =>
    `Source: ${title} · ${count(rowsRead)} rows read, ${count(rowsUsed)} used`,
  valueName: { profit: "profit", revenue: "revenue", none: "value" },
  valueTitle: { profit: "Profit", revenue: "Revenue", none: "Value" },

  headlines: "What matters",
  concentrated: (customerShare: number, size: number, valueShare: number, value: string) =>
    `The best ${share(customerShare)} of customers (${count(size)}) bring ${share(valueShare)} of ${value}.`,
  bestClass: (name: string, size: number, customerShare: number, money: string, valueShare: number, value: string) =>
    `${name} is ${customers(size)} (${share(customerShare)}) who ${verb(size, "brings", "bring")} ${money}, ${share(valueShare)} of ${value}.`,
  whoTheyAre: (name: string, conditions: string, purityShare: number) =>
    `Who is in ${name}: ${conditions} (${share(purityShare)} sure).`,
  slipping: (size: number, money: string, revenueShare: number) =>
    `${customers(size)} of above-average value ${verb(size, "is", "are")} slipping away: they brought ${money} so far, ${share(revenueShare)} of revenue.`,
  slippingWithoutMoney: (size: number, customerShare: number) =>
    `${customers(size)} (${share(customerShare)}) ${verb(size, "is", "are")} at risk of leaving.`,
  noneSlipping: "No customer of above-average value is slipping away.",
  repeat: (repeatShare: number, onceOnly: number) =>
    `${share(repeatShare)} of customers bought more than once; ${count(onceOnly)} bought only once.`,
  unprofitable: (size: number, customerShare: number, value: string) =>
    `${customers(size)} (${share(customerShare)}) brought no ${value}.`,
  erosion: (peakShare: number, customerShare: number) =>
    `The best ${share(customerShare)} of customers bring ${share(peakShare)} of profit; the others give the rest back.`,
  unprofitableBenchmark: (customerShare: number) =>
    `Customers without profit: ${share(customerShare)}. Benchmark from the literature, not a result: 50% to 60%.`,
  service: (customerShare: number, size: number, serviceShare: number, profitShare: string) =>
    `${customers(size)} (${share(customerShare)}) ${verb(size, "takes", "take")} ${share(serviceShare)} of service cost and ${verb(size, "brings", "bring")} ${profitShare} of profit. Benchmark from the literature, not a result: 60% to 80% of service for less than 20% of profit.`,
  serviceNoProfit: "no share",
  overServed: (size: number, customerShare: number) =>
    `${customers(size)} (${share(customerShare)}) ${verb(size, "takes", "take")} more than twice the share of service that they bring of margin.`,
  noMoney: "The data have no amounts, so value, tiers and lifetime value are blank; recency and frequency are shown.",

  kpis: {
    customers: "Customers",
    orders: "Orders",
    revenue: "Revenue",
    profit: "Profit",
    averageOrder: "Average order",
    repeatRate: "Repeat purchase rate",
    topShare: (customerShare: number) => `Share of the top ${share(customerShare)}`,
    gini: "Gini coefficient",
    ordersPerCustomer: "Orders per customer",
    medianRecency: "Median days since last purchase",
    futureValue: (horizonMonths: number) => `Future value, ${count(horizonMonths)} months`,
  },

  classes: "Value classes: who brings the value, who they are, what to do",
  classesIntro: (k: number, value: string) =>
    `${count(k)} classes found on ${value} alone; a decision tree says what characterises them.`,
  who: "Who",
  policy: "Policy",
  noRule: "no rule singles them out",
  segments: "Segments and what to do next",
  segmentsTitle: "Segments",
  segmentsChart: "Customers and revenue by segment",
  heatMap: "Recency by frequency",
  heatCustomers: "Customers",
  heatRevenue: (value: string) => `Mean ${value}`,
  heatCorner: "R score \\ F score",
  heatNote: "The best R score is on top, the best F score at the right; darker means more.",
  concentration: "Concentration",
  lorenzChart: (value: string) => `Cumulated share of ${value} (Lorenz curve)`,
  lorenzSeries: (value: string) => `Share of ${value}`,
  equality: "Equal shares",
  customersAxis: "Share of customers",
  topTable: "Top customers",
  top: (customerShare: number) => `Top ${share(customerShare)}`,
  quality: (excluded: number, issues: number) =>
    issues === 0
      ? "Data quality: nothing odd was found in the rows."
      : `Data quality: ${count(issues)} ${verb(issues, "kind", "kinds")} of oddity, ${count(excluded)} ${verb(excluded, "row", "rows")} left out.`,
  qualityLink: "See all issues and settings on the notes sheet",
  assumptions: "Assumptions",
  noCost: "No cost is given, so profit = revenue.",
  marginUsed: (margin: number) => `No cost is given; profit = ${share(margin)} of revenue.`,
  refundsNet: (rate: number) => `Refunds are taken off revenue (${share(rate)} of purchases).`,
  refundsDrop: "Refunds are ignored.",
  refundsAsIs: "Refunds count as ordinary lines.",
  simpleLifetimeValue: (years: number, rate: number) =>
    `Simple lifetime value counts ${count(years)} ${verb(years, "year", "years")}, discounted at ${share(rate)} a year.`,
  giniClipped: "Negative values count as 0 in the Gini coefficient and the Lorenz curve.",
  chartData: "Data of the charts",
  customersHeader: "Customers",
  customerShareHeader: "% of customers",
  valueShareHeader: (value: string) => `% of ${value}`,
  meanHeader: (value: string) => `Mean ${value}`,
  revenueShareHeader: "% of revenue",
  profitShareHeader: "% of profit",
  medianRecencyHeader: "Median days since last",
  actionHeader: "Suggested action",
  notes: "Remarks",
};
