import { number, plural, share } from "./phrases";

const points = (value: number) => `${number(100 * value, 1)} points`;

const nameMoney = (isProfit: boolean) => (isProfit ? "profit" : "revenue");
const addDoubt = (p: string | null) => (p === null ? "" : `, but this can be chance (${p})`);

/** What the sheet and the sentences about a campaign say. */
export const campaign = {
  title: "Campaign",
  subtitle: (people: number, source: string, control: string) =>
    `${plural(people, "person", "people")} of ${source}; every group is compared with "${control}".`,
  margin: (margin: number, isMeasured: boolean) =>
    `Profit is taken as ${share(margin)} of revenue${isMeasured ? ", the margin of the transactions" : ""}.`,
  noMargin: "The margin is 100%: revenue is judged as it is; name a margin to judge profit.",
  leftOut: (rows: number) =>
    `${plural(rows, "row was", "rows were")} left out: without customer or group, or of a customer listed above already.`,
  pValue: (p: number) => (p < 0.0001 ? "p < 0.0001" : `p = ${number(p, 4)}`),

  real: (arm: string, rate: number, controlRate: number, difference: number, p: string) =>
    `${arm}: ${share(rate)} responded, ${share(controlRate)} of the control group. The difference of ${points(difference)} is more than chance (${p}).`,
  chance: (arm: string, rate: number, controlRate: number, p: string) =>
    `${arm}: ${share(rate)} responded, ${share(controlRate)} of the control group. Such a difference can be chance (${p}).`,
  /** `p` where the difference in revenue per head can be chance, else null. */
  gained: (arm: string, gain: string, cost: string, isProfit: boolean, p: string | null) =>
    `${arm} brought ${gain} more ${nameMoney(isProfit)} than the control group explains, after a cost of ${cost}${addDoubt(p)}.`,
  lost: (arm: string, loss: string, cost: string, isProfit: boolean, p: string | null) =>
    `${arm} lost ${loss}, as the extra ${nameMoney(isProfit)} did not cover the cost of ${cost}${addDoubt(p)}.`,
  bestSegment: (segment: string, arm: string, gain: string, isProfit: boolean, p: string) =>
    `By group, ${arm} earned most in "${segment}": ${gain} of extra ${nameMoney(isProfit)} (${p}, all groups allowed for).`,

  warnings: {
    fewPeople: (arm: string, people: number) =>
      `"${arm}" has only ${plural(people, "person", "people")}; below 100 little can be said.`,
    pastDiffers: (arm: string, p: string) =>
      `"${arm}" and the control group differed before the campaign in what they brought (${p}): the groups were not drawn by chance, so the comparison may mislead.`,
    controlCosts: (arm: string, cost: string) =>
      `The control group "${arm}" has a cost of ${cost}; the cost of the other groups is taken in full all the same.`,
  },
  pastIncluded:
    "Revenue before is that of all transactions; name the first day of the campaign if they reach beyond it.",

  responses: "Responses",
  responsesHint: (confidence: number) =>
    `Difference to the control group with its ${share(confidence)} interval. Test: z with the pooled rate, Fisher's exact where fewer than 5 are expected; "p adjusted" allows for several groups (Holm).`,
  arm: "Group",
  people: "People",
  answered: "Responses",
  rate: "Response rate",
  controlRate: "Control rate",
  lift: "Lift",
  difference: "Difference",
  from: "From",
  to: "To",
  test: "Test",
  tests: { z: "z", fisher: "Fisher" },
  p: "p",
  adjusted: "p adjusted",
  control: "control group",

  money: "Money",
  moneyHint: (isProfit: boolean) =>
    `Revenue per head is compared by Welch's test. Extra ${nameMoney(isProfit)} = people x difference of ${nameMoney(isProfit)} per head - cost; return = extra ${nameMoney(isProfit)} by cost.`,
  perHead: "Revenue per head",
  cost: "Cost",
  costPerResponse: "Cost per response",
  extraResponses: "Extra responses",
  extraMoney: (isProfit: boolean) => `Extra ${nameMoney(isProfit)}`,
  returnOnCost: "Return",

  ratesChart: "Response rate",
  intervalChart: "Difference to the control group with its interval",
  intervalAxis: "Group, in the order of the table",

  targets: "Target and actual",
  targetsHint: "Type your targets into the coloured cells; they stay when the job runs again.",
  kpi: "KPI",
  target: "Target",
  actual: "Actual",
  reached: "Reached",
  met: "Met",
  metYes: "yes",
  metNo: "no",

  segments: (lens: string) => `By groups of customers: ${lens}`,
  segmentsHint:
    'Each group of customers on its own, against the people of the control group in the same group; "p adjusted" allows for several groups of the campaign, not of customers.',
  notKnown: (people: number) =>
    `${plural(people, "person is", "people are")} not among the customers analysed and only counted above.`,
  segmentRates: "Response rate by group",
  segmentMoney: (isProfit: boolean) => `Extra ${nameMoney(isProfit)} by group`,

  size: "How many people does the next test need?",
  sizeHint: "Change the coloured cells. Significance and power are chosen from lists.",
  expectedControl: "Response rate of the control group",
  expectedRate: "Response rate to be detected",
  significance: "Significance level (two-sided)",
  power: "Power",
  perArm: "People in each group",
  together: "People in all groups",
  choose: "choose from the list",
  equalRates: "the rates must differ",
  workings: "Workings of the formula",
};
