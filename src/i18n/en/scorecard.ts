import { customers, number, plural } from "./phrases";
import { scorecardJob } from "./scorecard-job";

/** CVM Scorecard. Money arrives as text in the user's currency. */
export const scorecard = {
  title: "Customer scorecard",
  subtitle: (size: number, indicators: number) =>
    `${customers(size)} scored from 0 to 100 on ${plural(indicators, "indicator", "indicators")}`,
  inputHint:
    "Cells with a yellow background are yours. What you type there is kept and used when the job runs again; the formulas beside them follow at once.",

  families: {
    financial: "Financial",
    satisfaction: "Satisfaction",
    loyalty: "Loyalty",
    relationship: "Relationship",
    people: "People",
    money: "Money",
    things: "Things",
    strategy: "Fit with our strategy",
    chosen: "Chosen",
  },
  weightings: scorecardJob.fields.weighting.choices,
  scales: { ...scorecardJob.fields.normalisation.choices, none: "As it is" },
  grades: { excellent: "Excellent", good: "Good", fair: "Fair", poor: "Poor" },

  headlines: {
    tiers: (high: number, shareOfValue: string) =>
      `${customers(high)} ${high === 1 ? "is" : "are"} in the high tier${shareOfValue === "" ? "" : ` and ${high === 1 ? "brings" : "bring"} ${shareOfValue} of value`}.`,
    test: (from: string, capture: string, lift: string) =>
      `Tested on the days from ${from} on: the tenth of customers with the highest scores brought ${capture} of the revenue, ${lift} times their share.`,
    rank: (spearman: string, verdict: string) =>
      `The rank correlation of score and later revenue is ${spearman}: ${verdict}`,
    strong: "the score tells apart well who will buy.",
    fair: "the score helps, but much is left to other causes.",
    weak: "the score says little about who will buy.",
    suggestion: (from: string, to: string) =>
      `Other weights would have raised it from ${from} to ${to}; they stand beside yours and are not applied.`,
    noSuggestion: "No other mix of weights would have done clearly better.",
    inconsistent: (pairs: string) =>
      `Some comparisons in pairs contradict each other; look again at the judgement furthest off: ${pairs}.`,
    blank: (size: number) =>
      `${customers(size)} ${size === 1 ? "lacks" : "lack"} some indicator; the others took over its weight.`,
    noTest: {
      noDates: "There is no test: the data have no dates of purchase.",
      noMoney: "There is no test: the data have no amounts.",
      tooFewCustomers: "There is no test: too few customers bought before the days held out.",
      noIndicators: "There is no test: none of the indicators was known on the earlier day.",
    },
  },

  weights: "Indicators and weights",
  weightsHint: (source: string) => `The score uses: ${source}. Weights count in proportion; 0 leaves an indicator out.`,
  indicator: "Indicator",
  family: "Family",
  goodWhen: "Good when",
  high: "high",
  low: "low",
  scale: "Scale",
  weight: "Weight",
  inUse: "In use",
  ahp: "AHP",
  delphi: "Delphi",
  suggested: "Suggested",
  suggestedHint:
    "The suggested weights were found on the days of the test themselves; on new days they will do somewhat less well.",

  tiers: "Tiers of the score",
  tier: "Tier",
  tierNames: { HIGH: "High", MID: "Middle", LOW: "Low" },
  customers: "Customers",
  customerShare: "Share",
  meanScore: "Mean score",
  lowestScore: "From score",
  value: "Value",
  valueShare: "Share of value",
  evaluation: "Grade",
  evaluationScore: "Points of grade",
  tiersHint:
    "The grade is a fuzzy evaluation: indicators count as excellent from 75 points on, good from 50, fair from 25, poor below.",
  meanPoints: "Mean points per indicator",

  test: "Does the score foretell revenue?",
  testHint: (from: string, until: string) =>
    `Customers were scored as of ${from}, on what was known before, and compared with what they brought from then until ${until}.`,
  laterRevenue: "Later revenue",
  laterShare: "Share of later revenue",
  laterMean: "Later revenue per customer",
  activeShare: "Bought later",
  cards: {
    spearman: "Rank correlation",
    capture: "Top tenth's share of revenue",
    lift: "Lift of the top tenth",
    customers: "Customers tested",
  },
  chart: "Later revenue per customer",
  singly: "Indicators on their own and left out",
  alone: "Alone",
  without: "Score without it",
  effect: "Effect",
  singlyHint:
    "Rank correlations with later revenue. An effect below 0 means that the score would be better without the indicator.",
  leftOut: (names: string) => `Not known on the earlier day, so not tested: ${names}.`,

  pairs: "Weights by comparisons in pairs (AHP)",
  pairsHint:
    "How many times more important is the row than the column? 1 = equal, 3 = somewhat, 5 = clearly, 7 = much, 9 = overwhelmingly; below 1 (such as =1/3) where the column is more important.",
  pairsOf: (name: string) => `Within ${name}`,
  pairsOfFamilies: "Families among one another",
  ratio: "Consistency ratio",
  eigenvalue: "Largest eigenvalue",
  consistent: "consistent",
  inconsistent: "contradictory: check the marked cell",
  notRated: "two criteria cannot contradict each other",
  workings: "Workings of the formulas",

  rounds: "Weights by rounds of experts (Delphi)",
  roundsHint:
    "Each expert rates the importance of each indicator, for example from 1 to 9. Run the job again after a round; a further round is laid out until the experts agree (variation below 0.25 everywhere).",
  round: (round: number) => `Round ${round}`,
  expert: (expert: number) => `Expert ${expert}`,
  mean: "Mean",
  median: "Median",
  variation: "Variation",
  spread: "Quartile distance",
  roundWeight: "Weight",
  stop: "Agreement",
  settled: "reached: no further round is needed",
  another: "not yet: a further round is needed",
  concordance: (coefficient: number, pValue: string) =>
    `Kendall's W of this round: ${number(coefficient, 3)} (0 = no agreement, 1 = all rank alike; p = ${pValue}).`,

  ratings: "Evaluation by raters",
  ratingsHint:
    "How many raters give the customers each grade on each indicator? Weights are those in use; indicators without ratings are left out.",
  points: "Points of the grade",
  membership: "Membership",
  result: "Result",

  list: "Score of every customer",
  score: "Score",
  blank: "Blank indicators",
};
