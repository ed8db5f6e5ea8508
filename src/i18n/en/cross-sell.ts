import { count, customers, number, plural, share, verb } from "./phrases";

/** The words of the job in lists of jobs. */
export const crossSellJob = {
  name: "Cross-sell",
  help: "Which products are bought together, and who is likely to buy a product next: a score learnt from customers, with a live formula.",
  tables: {},
  fields: {
    product: {
      name: "Product",
      meaning:
        "The product or category to sell; when left out, the companion of the best rule that enough customers bought.",
    },
    level: {
      name: "What is sold",
      meaning: "Products or categories of the order lines.",
      choices: { product: "Products", category: "Categories" },
    },
    basket: {
      name: "Bought together",
      meaning: "In one order, or ever by one customer.",
      choices: { order: "In one order", customer: "By one customer" },
    },
    windowDays: {
      name: "Days of the later window",
      meaning:
        "The score is learnt from who bought the product in the last so many days, by what was known before; when left out, 90, 180 or 365, whichever first has enough buyers.",
    },
    leastSupport: { name: "Least support", meaning: "Pairs in a smaller share of baskets are left out." },
    leastBaskets: { name: "Least baskets", meaning: "Pairs in fewer baskets are left out." },
    ridge: {
      name: "Ridge",
      meaning: "How strongly weights are held back; when left out, a millionth of the number of customers.",
    },
    listLimit: { name: "Customers listed", meaning: "How many of the most likely buyers the sheet lists." },
    seed: { name: "Seed", meaning: "Of the chance by which customers are held out." },
  },
};

/** CVM Cross-sell: what is bought together, and who is likely to buy a product next. */
export const crossSell = {
  title: "Cross-sell",
  subtitle: (baskets: number, basket: string, asOf: string) =>
    `${count(baskets)} ${basket === "order" ? "orders" : "customers"} up to ${asOf}`,
  headlines: "What to sell to whom",
  bestRule: (product: string, companion: string, confidence: number, lift: number) =>
    `Of those who buy "${product}", ${share(confidence)} also buy "${companion}": ${number(lift, 1)} times as often as usual.`,
  noRule: "No two products are bought together often enough.",
  who: (product: string, top: number, expected: number, all: number) =>
    `Of ${customers(all)} who do not have "${product}", the ${count(top)} most likely should bring about ${number(expected, 1)} buyers in a window as long as the last one.`,
  topLift: (lift: number) =>
    `Among customers it had not seen, the tenth with the highest score bought ${number(lift, 1)} times as often as the average.`,
  weak: "The score hardly tells buyers from others; take it as a hint, not as a list to work through.",
  cards: {
    baskets: { order: "Orders looked at", customer: "Customers looked at" } as Record<string, string>,
    rules: "Pairs kept",
    owners: "Have the product",
    buyers: "New buyers in the window",
    auc: "AUC, held-out customers",
    topLift: "Lift of the best tenth",
  },

  affinity: "What is bought together",
  affinityNote: (support: number, baskets: number) =>
    `Pairs in at least ${share(support)} and at least ${count(baskets)} of the baskets. Support: share of baskets with both. Confidence: of the baskets with the first, the share with the second. Lift: how many times as often as if they were independent. p-value: of the chi-square test of independence.`,
  shown: (shown: number, all: number) =>
    `The ${count(shown)} of ${plural(all, "rule", "rules")} with the largest lift are shown.`,
  product: "Who buys",
  companion: "also buys",
  baskets: "Baskets",
  support: "Support",
  confidence: "Confidence",
  lift: "Lift",
  pValue: "p-value",

  score: (product: string) => `Who buys "${product}" next`,
  learnt: (all: number, positives: number, product: string, cut: string, windowDays: number) =>
    `Learnt from ${customers(all)} who did not have "${product}" on ${cut}: ${count(positives)} bought it in the ${count(windowDays)} days since. Only what was known on that day is used.`,
  noScore: {
    noProduct: () =>
      "Nobody bought anything for the first time in the later window, so there is nothing to learn from.",
    tooFew: (product: string, positives: number, others: number, least: number) =>
      `A score for "${product}" cannot be learnt: ${count(positives)} bought it for the first time in the later window and ${count(others)} did not; ${count(least)} of each are needed. Choose a longer window, another product, or categories instead of products.`,
  },
  prospects: "Most likely buyers",
  prospectsNote: (shown: number, all: number) =>
    `The first ${count(shown)} of ${count(all)} customers without the product; the probability is for a window as long as the last one.`,
  rank: "Rank",
  probability: "Probability",
  opportunity: "Opportunity",

  opportunities: "Opportunities of all customers",
  opportunitiesNote: "Each customer has the first of these that fits.",
  meaning: "Who",
  customersHeader: "Customers",
  revenue: "Revenue",
  kinds: {
    retention: {
      name: "Win back",
      meaning: "Silent for more than three usual gaps, revenue above the median.",
    },
    new: { name: "New", meaning: "First purchase in the recent window (90 days unless set): welcome, second order." },
    crossSell: { name: "Cross-sell", meaning: "Does not have the product, among the most likely fifth." },
    upSell: { name: "Up-sell", meaning: "Has the product, spends less per order than the median owner." },
    none: { name: "None", meaning: "Nothing of the above." },
  } as Record<string, { name: string; meaning: string }>,
  waiting: (retention: number, upSell: number) =>
    `${customers(retention)} ${verb(retention, "is", "are")} to be won back first, and ${customers(upSell)} ${verb(upSell, "has", "have")} room to buy better.`,
};
