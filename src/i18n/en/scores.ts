import { count, customers, number, share } from "./phrases";

/** What is said of a score that was learnt from customers, wherever one is shown. */
export const scores = {
  methods: {
    logistic: "Logistic regression",
    tree: "Decision tree",
    nearest: "Nearest neighbours",
  } as Record<string, string>,

  trust: "How far to trust the score",
  judged: (trained: number, held: number) =>
    `Learnt from ${customers(trained)} and judged on ${customers(held)} whom it did not see, drawn by chance.`,
  auc: (auc: number) =>
    auc >= 0.8
      ? `It tells them apart well: in ${share(auc)} of all pairs the one who did has the higher score (50% would be chance).`
      : auc >= 0.65
        ? `It tells them apart fairly: in ${share(auc)} of all pairs the one who did has the higher score (50% would be chance).`
        : `It hardly tells them apart: in ${share(auc)} of all pairs the one who did has the higher score (50% would be chance). Do not rely on it.`,
  noAuc: "Too few customers to judge the score on.",
  treeAuc: (auc: number) => `A decision tree on the same customers reaches ${share(auc)}.`,
  decile: "Tenth by score",
  group: "Group",
  heldCustomers: "Customers held out",
  positives: "Of whom did",
  rate: "Share who did",
  lift: "Lift",
  captured: "Found so far",
  decileNumber: (position: number) => String(position),
  liftChart: "Lift by tenth: 1 is chance",

  weights: "What speaks for it",
  weightsNote:
    "Learnt from all customers. An odds ratio above 1 speaks for it; per usual difference means one standard deviation more, so that columns can be compared. A very wide interval: hardly anybody with the text did, or hardly anybody did not. Columns with a few very large numbers are taken as ln(1 + number).",
  bases: (texts: string) => `Texts are compared with: ${texts}. Rare texts count as these.`,
  leftOut: (columns: string) => `Left out, because they do not vary or hold too many texts: ${columns}.`,
  raised: (ridge: number) =>
    `Some columns tell the classes apart without fail or say the same, so the weights were held back more than asked for (ridge ${number(ridge, 4)}). Read single weights with care.`,
  fit: (ridge: number, logLikelihood: number, nullLogLikelihood: number) =>
    `Ridge ${number(ridge, 4)} on standardised columns; log-likelihood ${number(logLikelihood, 2)}, without columns ${number(nullLogLikelihood, 2)}.`,
  notConverged: "The search for the weights did not end within 50 rounds.",
  term: "Column",
  intercept: "(constant)",
  coefficient: "Weight",
  standardError: "Std. error",
  low: "95% from",
  high: "95% to",
  oddsRatio: "Odds ratio",
  usualOddsRatio: "Per usual difference",
  tryIt: "Try values",
  logged: (column: string) => `${column} (log)`,
  hasText: (column: string, text: string) => `${column}: ${text}`,
  owns: (product: string) => `Has bought "${product}"`,
  whatIf: "What if",
  whatIfHint:
    "Type values into the coloured cells of the table above (1 or 0 where a text is named): the probability beneath is a live formula.",
  probability: "Probability",
  rules: "Rules of the tree",
  rule: "Rule",
  ruleCustomers: "Customers",
  ruleRate: "Share who did",
  neighbours: (neighbours: number) =>
    `The score is the share of top customers among the ${count(neighbours)} most similar customers. Similarity counts every shared column alike.`,
};
