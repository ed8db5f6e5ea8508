import { customers, number, plural, share } from "./phrases";

/** The words of the job in lists of jobs. */
export const lookAlikeJob = {
  name: "Look-alike prospects",
  help: "What the top customers share, and which prospects of a second list are most like them: better, good or poor.",
  tables: {
    prospects: "People or companies who have not bought yet, one per row, with attributes that the customers have too",
  },
  fields: {
    idColumn: {
      name: "Prospect",
      meaning: "The column that names the prospect; when left out it is found by header, else the first column.",
    },
    topShare: { name: "Share of top customers", meaning: "The customers with the largest purchases of the last year." },
    method: {
      name: "Method",
      meaning: "How likeness is learnt.",
      choices: { logistic: "Logistic regression", tree: "Decision tree", nearest: "Nearest neighbours" },
    },
    neighbours: { name: "Neighbours", meaning: "How many of the most similar customers count." },
    ridge: {
      name: "Ridge",
      meaning: "How strongly weights are held back; when left out, a millionth of the number of customers.",
    },
    seed: { name: "Seed", meaning: "Of the chance by which customers are held out." },
  },
};

/** CVM Prospects: what top customers share, and the prospects who are like them. */
export const lookAlike = {
  title: "Look-alike prospects",
  subtitle: (prospects: number, source: string, method: string) =>
    `${plural(prospects, "prospect", "prospects")} of ${source}, scored by: ${method}`,
  headlines: "Whom to approach",
  top: (top: number, basis: string, least: string) =>
    `${customers(top)} count as top: the largest ${basis}, from ${least} on.`,
  bases: {
    lastYear: "purchases of the last year",
    revenue: "revenue",
    orders: "number of orders",
  } as Record<string, string>,
  shares: (texts: string) => `More frequent among them than among the rest: ${texts}.`,
  trait: (name: string, top: number, rest: number) => `${name} (${share(top)} against ${share(rest)})`,
  better: (prospects: number) => `${plural(prospects, "prospect is", "prospects are")} better: approach them first.`,
  lift: (lift: number) =>
    `Judged on customers it had not seen, the best fifth holds ${number(lift, 1)} times as many top customers as the average.`,
  weak: "The shared attributes hardly tell top customers from others; the ranking is little more than a draw.",
  alreadyCustomers: (prospects: number) =>
    `${plural(prospects, "prospect was", "prospects were")} left out: they are customers already.`,
  excluded: (rows: number) =>
    `${plural(rows, "row", "rows")} of the list could not be used (no name, a total, or a name that came before).`,
  cards: {
    prospects: "Prospects",
    better: "Better",
    shared: "Shared attributes",
    auc: "AUC, held-out customers",
    lift: "Lift of the best fifth",
    top: "Top customers",
  },
  groups: {
    better: { name: "Better", action: "Approach personally and first." },
    good: { name: "Good", action: "Approach by mail or phone after the better ones." },
    poor: { name: "Poor", action: "Leave to cheap channels." },
  } as Record<string, { name: string; action: string }>,

  traits: "What top customers share",
  traitsNote:
    "Share of customers with the text, or mean of the numbers. Index: top by rest, 100 is equal; above 120 the trait stands out.",
  column: "Attribute",
  value: "Value",
  mean: "(mean)",
  topFigure: "Top",
  restFigure: "Rest",
  index: "Index",
  topCustomers: "Top customers",
  restCustomers: "Other customers",
  groupHeader: "Group",
  action: "What to do",
  groupsNote:
    "The groups applied to customers held out: better is the fifth with the highest score, good the next 30%.",
  list: "All prospects, the most alike first",
  listNote: (columns: string) => `Shared attributes: ${columns}.`,
  rank: "Rank",
  prospect: "Prospect",
  score: "Score",
};
