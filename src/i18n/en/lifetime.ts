import type { LifetimeRemarkCode } from "../../core/clv/lifetime-value-result";
import type { FitFlag } from "../../core/clv/parameter-report";
import { count, customers, number, plural, share, verb } from "./phrases";

type Parameters = Readonly<Record<string, number | string>>;

const months = (value: number) => plural(value, "month", "months");
const days = (value: number) => plural(value, "day", "days");
const purchases = (value: number) => plural(Math.round(value), "purchase", "purchases");

/** CVM CLV: what customers will be worth, and how far that can be trusted. Money arrives as text in the user's currency. */
export const lifetime = {
  /** Sentences of one paragraph. */
  join: (sentences: readonly string[]) => sentences.join(" "),
  title: "Customer lifetime value",
  subtitle: (horizonMonths: number, from: string) =>
    `What customers are expected to bring in the ${months(horizonMonths)} after ${from}, and how far that can be trusted`,
  unavailableTitle: "No lifetime value can be estimated from these data",
  noDays: "Repeat-purchase models need dates of purchase, and the data have none.",
  whatHelps:
    "What helps: a longer history, or more customers. Until then the simple lifetime value on CVM Customers is the best guide.",

  models: { "bg-nbd": "BG/NBD", "mbg-nbd": "MBG/NBD", "pareto-nbd": "Pareto/NBD", "gamma-gamma": "Gamma-Gamma" },
  naive: {
    ownRate: "Simple rule: everyone keeps their own rate",
    pooledRate: "Simple rule: everyone buys at the mean rate",
    sameCount: "Simple rule: as many as in the days before",
    zero: "Simple rule: nobody returns",
  },
  units: { day: "days", week: "weeks", month: "months", year: "years" },
  unitName: { day: "day", week: "week", month: "month", year: "year" },
  lights: { green: "Green: fine", amber: "Amber: with care", red: "Red: do not rely on it", info: "Note" },

  worth: "What the future is worth",
  total: (horizonMonths: number, money: string, value: string) =>
    `In the next ${months(horizonMonths)} the customers of today are expected to bring ${money} of ${value}, in money of today.`,
  totalInterval: (low: string, high: string) => `The 95% interval is ${low} to ${high}.`,
  purchases: (expected: number) => `${purchases(expected)} ${verb(Math.round(expected), "is", "are")} expected.`,
  purchasesInterval: (low: number, high: number) => `The 95% interval is ${count(low)} to ${count(high)}.`,
  alive: (meanAlive: number) => `The mean probability that a customer is still active is ${share(meanAlive)}.`,
  topFuture: (customerShare: number, size: number, valueShare: number) =>
    `The best ${share(customerShare)} of customers (${count(size)}) hold ${share(valueShare)} of that future value.`,
  modelChosen: (model: string) => `${model} was set; the data did not choose it.`,
  modelBest: (model: string) => `${model} was taken because it forecast the test period best of the models.`,
  modelAsGood: (model: string) =>
    `${model} was taken: its forecast of the test period is within 1% of the best, and among equals it is the most common.`,
  modelReplaced: (model: string) =>
    `${model} was taken because the model that forecast best did not settle on all days.`,
  modelDefault: (model: string) => `${model} was taken because there was no test period to compare models in.`,
  forecast: (holdoutDays: number, expected: number, actual: number, bias: string) =>
    `Test: of the last ${days(holdoutDays)}, which it had not seen, it expected ${purchases(expected)}; there ${verb(actual, "was", "were")} ${count(actual)} (${bias}).`,
  better: (own: number, rule: string, other: number) =>
    `Its error per customer (RMSE ${number(own, 3)}) is smaller than that of the best forecast without a model (${rule}: ${number(other, 3)}).`,
  notBetter: (own: number, rule: string, other: number) =>
    `Its error per customer (RMSE ${number(own, 3)}) is not smaller than that of a forecast without a model (${rule}: ${number(other, 3)}): trust totals more than single customers.`,
  untested: "There was no test period, so how well it forecasts is not known.",

  cards: {
    clv: (horizonMonths: number) => `Future value, ${months(horizonMonths)}`,
    perCustomer: "Future value per customer",
    expectedPurchases: "Expected purchases",
    meanAlive: "Mean P(alive)",
  },

  careful: "What to be careful about",
  light: "Light",
  remark: "What to know",
  nothingCareful: "The data are enough, the models settled, and nothing speaks against them.",
  remarks: {
    noRepeaters: ({ found, fewest }) =>
      `${customers(Number(found))} bought again; a repeat-purchase model needs at least ${count(Number(fewest))}.`,
    windowTooShort: ({ found, fewest }) =>
      `${days(Number(found))} were observed; a repeat-purchase model needs at least ${count(Number(fewest))}.`,
    fewRepeaters: ({ found, advised }) =>
      `Only ${customers(Number(found))} bought again; with fewer than ${count(Number(advised))} all figures are rough.`,
    windowShort: ({ found, advised }) =>
      `Only ${days(Number(found))} were observed; with fewer than ${count(Number(advised))} all figures are rough.`,
    noHoldout: () =>
      "The days do not suffice for a test period, so nothing shows how well the model forecasts these customers.",
    calibrationSmall: ({ days: seen, repeaters, advisedDays, advisedRepeaters }) =>
      `In the test the models saw ${days(Number(seen))} and ${customers(Number(repeaters))} who bought again; advised are ${count(Number(advisedDays))} and ${count(Number(advisedRepeaters))}. Its errors are rough.`,
    modelReplaced: ({ model }) => `The model that forecast best did not settle on all days; ${model} took its place.`,
    fitFlag: ({ text }) => String(text),
    aliveByConstruction: ({ customers: size }) =>
      `P(alive) is 100% for ${customers(Number(size))} who bought once: BG/NBD lets customers leave only after a repeat purchase. It does not mean that they will return; choose MBG/NBD to tell them apart.`,
    aliveFromOtherModel: ({ model }) =>
      `P(alive) comes from ${model}, because BG/NBD gives 100% to everyone who bought only once.`,
    monthsConverted: ({ unit, units, unitsPerMonth }) =>
      `The models count in ${units}. A month is converted to ${number(Number(unitsPerMonth), 3)} ${units}, so no figure per ${unit} is read as one per month.`,
    noMoney: () => "The data have no amounts: purchases are forecast, money is not.",
    noSpendModel: ({ found, mean }) =>
      `${customers(Number(found))} bought again with an amount, too few to learn spend per customer: everyone gets the mean of ${mean} per purchase.`,
    noPopulationMean: ({ mean }) =>
      `The spend model has no mean (q is not above 1): everyone gets the observed mean of ${mean} per purchase.`,
    spendLeftOut: ({ customers: size }) =>
      `${customers(Number(size))} bought again, but their repeat purchases add up to no amount above 0; the spend model does not learn from them.`,
    spendDependsOnFrequency: ({ correlation }) =>
      `Spend per purchase is correlated with frequency (${number(Number(correlation))}), which the spend model rules out: values of frequent buyers are off.`,
    laterCustomers: ({ customers: size }) =>
      `${customers(Number(size))} first bought after the days the models know of; their columns are blank.`,
  } as Readonly<Record<LifetimeRemarkCode, (parameters: Parameters) => string>>,
  fitFlags: {
    startsDisagree: (model) => `${model}: the best two searches for the parameters ended at different places.`,
    atBound: (model, parameter) => `${model}: parameter ${parameter} ran to the end of what is allowed.`,
    notConverged: (model) => `${model}: the search for the parameters did not settle.`,
    noStandardErrors: (model) => `${model}: there are no standard errors, and therefore no intervals.`,
    noDropout: (model) =>
      `${model}: the data show no dropout, so P(alive) is close to 100% for everyone. Judge activity by the idle ratio (days since the last purchase by the usual gap).`,
    noPopulationMean: (model) => `${model}: q is not above 1, so the mean spend is not defined.`,
  } as Readonly<Record<FitFlag["code"], (model: string, parameter: string) => string>>,

  holdout: "How well it forecasts: a test on days the models had not seen",
  split: (from: string, seen: number, end: string, held: number, last: string) =>
    `The models saw ${from} to ${end} (${days(seen)}) and forecast the ${days(held)} to ${last}.`,
  splitAutomatic: "The split is at two thirds of the days; the setting calibration end moves it.",
  splitChosen: "The split is the one that was set.",
  testSize: (size: number, repeaters: number, later: number) =>
    `${customers(size)} took part, ${count(repeaters)} of whom had bought again by then` +
    (later === 0 ? "." : `; ${count(later)} who first bought later ${verb(later, "is", "are")} left out.`),
  judge: "Judge by RMSE: the mean absolute error rewards the forecast that nobody returns.",
  forecastHeader: "Forecast",
  happened: "What happened",
  sum: "Purchases",
  bias: "Bias",
  meanAbsoluteError: "MAE",
  rootMeanSquareError: "RMSE",
  correlation: "Correlation",
  logLikelihood: "Log-likelihood",
  smallest: "smallest RMSE",
  used: "used",

  counts: "By number of repeat purchases in the days that the models saw",
  countsHeader: "Repeat purchases",
  customersOf: (who: string) => `Customers\n${who}`,
  meanOf: (who: string) => `Mean in test\n${who}`,
  actual: "Actual",
  countsNote:
    "Customers: how many there were, and how many each model expects. Mean in test: purchases per customer in the test period.",
  histogramChart: "Customers by repeat purchases",
  meansChart: "Mean purchases in the test period",

  tracking: "Week by week",
  trackingNote: (model: string, week: number) =>
    `Repeat purchases of the customers of the test. ${model} knows week 1 to ${count(week)}; everything after is forecast.`,
  cumulatedChart: "Repeat purchases, cumulated",
  incrementalChart: "Repeat purchases per week",
  week: "Week",
  weekEnd: "Week ends",
  seen: (model: string) => `${model}, days seen`,
  forecastOf: (model: string) => `${model}, forecast`,

  parameters: "Parameters",
  modelHeader: "Model",
  parameter: "Parameter",
  value: "Value",
  standardError: "Standard error",
  low: "95% from",
  high: "95% to",
  meaning: "Meaning",
  /** By the parameter's name; `unit` is the unit of time in the singular. */
  parameterMeanings: {
    r: () => "Purchase rates: how alike customers are; small = very different.",
    alpha: (unit) => `Purchase rates: r divided by it is the mean number of purchases per ${unit}.`,
    a: () => "Leaving after a purchase: a / (a + b) is the mean probability.",
    b: () => "Leaving after a purchase: the larger, the more stay.",
    s: () => "Leaving over time: how alike customers are; small = very different.",
    beta: (unit) => `Leaving over time: s divided by it is the mean rate per ${unit}.`,
    p: () => "Spend: how steady one customer's purchases are; large = steady.",
    q: () => "Spend: how alike customers are; must be above 1.",
    v: () => "Spend: scale, in money.",
  } as Readonly<Record<string, (unit: string) => string>>,
  noIntervals: "Without convergence the standard errors mean nothing and are left out.",
  convergence: "How the search for the parameters went",
  verdict: "Verdict",
  customers: "Customers",
  histories: "Different histories",
  startsAgree: "Starts that agree",
  ofStarts: (agreed: number, tried: number) => `${count(agreed)} of ${count(tried)}`,
  iterations: "Iterations",
  gradient: "Gradient",
  bootstrap: (resamples: number, failed: number) =>
    `Bootstrap over ${count(resamples)} resamples of the customers (${count(failed)} did not settle), 95% intervals:`,
  bootstrapClv: (low: string, high: string) => `future value ${low} to ${high}`,
  bootstrapPurchases: (low: number, high: number) => `purchases ${count(low)} to ${count(high)}`,

  spend: "Spend per purchase",
  populationMean: "Mean of a customer nothing is known of",
  observedMean: "Mean that was observed",
  spendCustomers: "Customers the spend model learned from",
  spendCorrelation: "Correlation of frequency and spend",
  correlationTexts: {
    green: "Green: spend does not depend on frequency",
    amber: "Amber: spend depends somewhat on frequency",
    red: "Red: spend depends on frequency",
  },

  months: "Month by month",
  month: "Month",
  expectedPurchases: "Expected purchases",
  monthValue: (value: string) => `Expected ${value}`,
  discounted: "In money of today",
  cumulated: "Cumulated",
  monthsChart: "Future value by month, in money of today",

  assumptions: "What was assumed",
  basedOn: (repeaters: number, observed: number) =>
    `Based on ${customers(repeaters)} who bought again within ${days(observed)} observed.`,
  fromDay: (from: string) =>
    `Everything is predicted from ${from} by what was known then. Only the future counts; what was bought before does not. Customers yet to be won are not counted.`,
  discount: (monthlyRate: string, yearlyRate: string) =>
    `Money is discounted at ${monthlyRate} a month, which is ${yearlyRate} a year.`,
  margin: (marginShare: string) => `${marginShare} of spend is profit, as for all customers so far.`,
  noMargin: "No cost is known, so value means revenue.",
  refunds: (rate: string) => `${rate} of spend is taken off for refunds, as so far.`,
  intervals:
    "95% intervals tell how surely the parameters are known (delta method). They do not tell what one customer will do: for that CVM Customers shows the range in which 80% of simulated futures lie.",

  leftOut: "What was merged and left out",
  leftOutCount: "Count",
  leftOutWhat: "What",
  leftOutRows: {
    mergedLines: "Lines of a customer on one day, merged into one purchase",
    excludedRows: "Rows left out (CVM Notes says why)",
    refundOnlyRows: "Refund rows of customers without a purchase",
    later: "Customers who first bought after the days the models know of: no forecast",
    testLater: "Customers who first bought in the test period: left out of the test only",
    spendOnce: "Customers without a repeat purchase: the spend model gives them the mean",
    spendLeftOut: "Customers whose repeat purchases add up to no amount above 0: left out of the spend model",
  },

  headline: (horizonMonths: number, money: string, low: string, high: string) =>
    `In the next ${months(horizonMonths)} today's customers are expected to bring ${money} more (95% interval ${low} to ${high}).`,
  headlineWithoutInterval: (horizonMonths: number, money: string) =>
    `In the next ${months(horizonMonths)} today's customers are expected to bring ${money} more.`,
  headlinePurchases: (horizonMonths: number, expected: number) =>
    `In the next ${months(horizonMonths)} today's customers are expected to buy ${count(expected)} times.`,
  headlineCaution: (light: string) => `${light}; see CVM CLV.`,

  notes: {
    alive: (model: string) => `P(alive) is that of ${model}.`,
    value: (model: string, horizonMonths: number) =>
      `Expected purchases and lifetime value are those of ${model} and Gamma-Gamma over ${months(horizonMonths)}.`,
    references: [
      "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way: the BG/NBD model.",
      "Batislam, Denizel & Filiztekin (2007): the MBG/NBD model.",
      "Schmittlein, Morrison & Colombo (1987), Counting Your Customers: the Pareto/NBD model.",
      "Fader, Hardie & Lee (2005), RFM and CLV; Fader & Hardie (2013): the Gamma-Gamma model of spend.",
    ],
  },
};
