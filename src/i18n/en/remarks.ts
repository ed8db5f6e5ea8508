import { count, customers, number, share, verb } from "./phrases";

/** Why a lens could not run, and what to know about its result, by code. Parameters are those of the remark. */
export const remarks: Readonly<Record<string, (parameters: Readonly<Record<string, number | string>>) => string>> = {
  needsMoney: () => "needs amounts, and the data have none",
  needsRecencyAndOrders: () => "needs dates of purchase, and the data have none",
  needsColumns: ({ columns }) => `needs these columns: ${columns}`,
  noCompleteCustomer: () => "needs customers without blanks in its columns, and there are none",
  tooFewCustomers: ({ customers: found }) =>
    `needs at least 3 customers who differ; there ${verb(Number(found), "is", "are")} ${count(Number(found))} in all`,
  constantFeature: ({ column }) => `${column} is the same for everyone and was left out.`,
  needsPurchaseHistory: () => "needs the days of each purchase; a table of ready figures does not hold them",
  needsLifetime: () => "needs a repeat-purchase model, and none could be fitted to these data",
  needsRules: () => "runs once rules are set up",
  needsWeights: () => "needs at least one weight above 0",
  needsAnyColumn: ({ columns }) => `needs at least one of these columns: ${columns}`,
  needsPositiveMargin: () => "needs a positive total of service cost and of margin before service",
  badRule: ({ rule, bins }) => `the rule ${rule} needs a name and score ranges within 1 to ${bins}`,
  stagesWithoutMoney: () =>
    "Without amounts, growth and falling spending cannot be seen; stages rest on silence and age.",
  churnByGapOnly: () => "No repeat-purchase model could be fitted, so only silence was judged.",
  aliveSaysNothing: () =>
    "The repeat-purchase model takes nearly everyone to be still active, so loyalty was judged by silence instead.",
  promoterScore: ({ points }) => `Net promoter score: ${number(Number(points))}.`,
  loyaltyMix: ({ loyal, satisfied, drifting }) =>
    `Measured mix: ${share(Number(loyal))} loyal, ${share(Number(satisfied))} satisfied, ${share(Number(drifting))} drifting. Benchmark, not a result: 31%, 21% and 48% in the Message Factors study.`,
  faultAssumed: ({ customers: assumed }) =>
    `${customers(Number(assumed))} ${verb(Number(assumed), "counts", "count")} as lost by the company's fault because of complaints alone, without a reason that could be read.`,
  reasonsNotRead: ({ texts, example }) =>
    `${count(Number(texts))} ${verb(Number(texts), "reason", "reasons")} could not be read, such as "${example}".`,
  usageMeasure: ({ column }) => `Usage is measured by: ${column}.`,
  scoresUnassigned: ({ cells, all, example }) =>
    `${count(Number(cells))} of ${count(Number(all))} score combinations are in no rule, such as ${example}; their customers are others.`,
  rulesOverlap: ({ first, second, cells }) =>
    `${first} and ${second} overlap in ${count(Number(cells))} score ${verb(Number(cells), "combination", "combinations")}; the one that stands first wins.`,
  moreOverlaps: ({ pairs }) => `${count(Number(pairs))} more ${verb(Number(pairs), "pair", "pairs")} of rules overlap.`,
  ruleUnreachable: ({ rule, position }) =>
    `Rule ${position}, ${rule}, can never win: the rules before it take all of its scores.`,
  ruleSingleCell: ({ rule, position }) => `Rule ${position}, ${rule}, accepts a single score combination.`,
  ruleWithoutCustomers: ({ rule, position }) => `Rule ${position}, ${rule}, has no customers.`,
  ruleColumnsUnknown: ({ rule, columns }) =>
    `${rule} asks about columns the data do not have, so these conditions are met by nobody: ${columns}.`,
  tierTie: ({ tier, customers: tied }) =>
    `${customers(Number(tied))} below the edge of ${tier} ${verb(Number(tied), "has", "have")} the same value as the last one above it.`,
};

/** Warnings about scores. */
export const scoreWarnings = {
  emptyScore: (measure: string, score: number) =>
    `${measure}: nobody has score ${score}, because many customers share one value. The scoring method "rank" gives equal groups.`,
  unevenScore: (measure: string, score: number, size: number) =>
    `${measure}: score ${score} has ${customers(size)}, far from an equal share.`,
  allEqual: (measure: string) => `${measure}: all customers have the same value, so the score says nothing.`,
  fewCustomers: (measure: string, size: number) => `${measure}: only ${customers(size)}; scores of so few are rough.`,
};

/** Warnings about a clustering. */
export const clusterWarnings = {
  smallCluster: (name: string, size: number) =>
    `${name} has only ${customers(size)}: a single outlier can be a cluster. Use the logarithm or trim extremes.`,
  weakStructure: (silhouette: number) =>
    `Silhouette ${number(silhouette)}: the groups run into one another; take them as a convenient division, not as natural kinds.`,
  manyClusters: (k: number, all: number) => `${k} groups are many for ${customers(all)}.`,
};

/** How the number of groups was chosen. */
export const kChoice = {
  chosen: (k: number) => `k = ${k} was set, not searched for.`,
  recommended: (k: number, silhouette: number, from: number, to: number) =>
    `k = ${k} is recommended: the best silhouette (${number(silhouette)}) within ${from} to ${to} groups, the range that people can work with.`,
  onlyPossible: (k: number) => `k = ${k}: the customers do not differ enough for more groups.`,
  agrees: "The knee of the inertia curve and the Calinski-Harabasz index agree.",
  disagrees: (measures: string) => `Other measures disagree: ${measures}.`,
  knee: (k: number) => `the knee of the inertia curve is at ${k}`,
  calinskiHarabasz: (k: number) => `the Calinski-Harabasz index is best at ${k}`,
  bestOverall: (k: number) => `the best silhouette overall is at ${k}`,
};

/** How far a tree can be trusted. */
export const fidelity = {
  good: (fidelityShare: number, baselineShare: number) =>
    `The rules give ${share(fidelityShare)} of all customers their right group; always naming the largest group would give ${share(baselineShare)}.`,
  weak: "The rules only approximate the groups.",
  explainsItself:
    "The groups were computed from these very columns, so the rules describe the groups; they do not explain what causes them.",
  notValue: "Neither the value nor anything it is computed from was used, so the rules tell who the customers are.",
  notSources:
    "None of the columns that the groups are computed from was used, so the rules tell who the customers are.",
  single: "No column separates the groups, so there is a single rule.",
};
