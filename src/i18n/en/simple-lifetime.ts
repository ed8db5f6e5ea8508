import { count, customers, number, plural, share } from "./phrases";

const periods = (value: number) => plural(value, "period", "periods");

/** Lifetime value without a model of purchases, on CVM CLV. Money arrives as text in the user's currency. */
export const simpleLifetime = {
  acquisition: "Does winning customers pay?",
  acquisitionBasis: (size: number, years: number) =>
    `${customers(size)} of known acquisition cost; lifetime value is the simple one over ${number(years, 2)} years.`,
  meanCost: "Mean acquisition cost",
  meanClv: "Mean lifetime value",
  ratio: "Lifetime value : acquisition cost",
  payback: "Months until the cost is earned back",
  verdicts: {
    green: "Green: lifetime value is at least 3 times the cost.",
    amber: "Amber: lifetime value covers the cost, but less than 3 times.",
    red: "Red: lifetime value is below the cost.",
  },
  noPayback: "The cost is never earned back: customers bring no profit.",
  lights: (green: number, amber: number, red: number) =>
    `One by one: ${count(green)} green, ${count(amber)} amber, ${count(red)} red.`,

  contract: "Customers with a contract",
  terms: (money: string, rate: number, counted: number | null) =>
    `${money} per customer and period, discounted at ${share(rate)} per period, ${counted === null ? "without end" : `over ${periods(counted)}`}.`,
  payments: { start: "Money comes at the start of each period.", end: "Money comes at the end of each period." },
  figure: "Figure",
  value: "Lifetime value",
  byRetention: (retention: number) => `By retention rate ${share(retention)}`,
  byTable: (payments: number) => `By the survivors, ${plural(payments, "payment", "payments")} of the table`,
  byModel: "By the survivors, projected (shifted beta-geometric)",
  endless: "A retention rate above 1 + discount rate has no finite value without end; set the number of periods.",
  notFitted: "The survivors cannot be projected: the table is too short, nobody left, or the search did not settle.",
  parameters: (alpha: number, beta: number, logLikelihood: number) =>
    `Shifted beta-geometric model, Fader & Hardie (2007): alpha ${number(alpha, 3)}, beta ${number(beta, 3)}, log-likelihood ${number(logLikelihood, 3)}.`,
  period: "Period",
  survivors: "Survivors",
  survivorShare: "Share still there",
  modelShare: "By the model",
  survivalChart: "Share of the cohort still there",

  intervalReasons: {
    modelNotConverged: "Money has no interval: the search for the purchase model did not settle.",
    spendNotConverged: "Money has no interval: the search for the spend model did not settle on so few customers.",
    noStandardErrors: "Money has no interval: the models have no standard errors on these data.",
    tooWide: "Money has no interval: it would span more than a factor of fifty, so the data say next to nothing.",
  },
};
