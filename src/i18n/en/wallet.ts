import { customers, plural, verb } from "./phrases";

/** CVM Wallet. Money and shares in sentences arrive as text. */
export const wallet = {
  title: "Share of wallet",
  subtitle: "What part of their spend customers give us, and whether they think of us as well as they buy",
  headlines: {
    share: (size: number, share: string, gap: string) =>
      `${customers(size)} whose total spend is known ${verb(size, "gives", "give")} us ${share} of it; ${gap} ${verb(size, "goes", "go")} elsewhere.`,
    stages: (necessary: number, acquainted: number) =>
      `We are the necessary choice of ${customers(necessary)} and only an acquaintance of ${customers(acquainted)}.`,
    rival: (name: string, share: string, spend: string) =>
      `${name} takes most of what goes elsewhere: ${share} of all wallets (${spend}).`,
    flagged: (size: number, points: number) =>
      `${customers(size)} ${verb(size, "thinks", "think")} of us more than ${plural(points, "point", "points")} better than they buy: ask why.`,
    aboveTotal: (size: number) =>
      `${customers(size)} ${verb(size, "spends", "spend")} more with us than in all: check the total.`,
    totalFromRivals: "No column holds the total spend; it is taken as ours plus that with the competitors.",
    notInTransactions: (size: number) =>
      `${customers(size)} of the table ${verb(size, "is", "are")} not in the transactions and ${verb(size, "counts", "count")} as spending nothing with us.`,
    repeated: (rows: number) =>
      `${plural(rows, "row", "rows")} of customers who stood above already ${verb(rows, "was", "were")} left out.`,
  },
  cards: {
    share: "Share of wallet",
    gap: "Money spent elsewhere",
    flagged: "Think better than they buy",
    customers: "Customers with a known total",
  },
  stages: "Stages of the relationship",
  stagesHint: (familiar: string, necessary: string) =>
    `By share of wallet: familiar and approved from ${familiar} on, necessary choice from ${necessary} on.`,
  stage: "Stage",
  stageNames: { acquainted: "Acquainted", familiar: "Familiar and approved", necessary: "Necessary choice" },
  customers: "Customers",
  ours: "Spend with us",
  total: "Total spend",
  share: "Share of wallet",
  moneyGap: "Spent elsewhere",
  meanPerceived: "Mean perceived",
  flagged: "Flagged",
  position: "Perceived relationship and actual share",
  positionHint: "Who stands far right but low thinks well of us and buys elsewhere.",
  perceivedAxis: "Perceived relationship (0 to 100)",
  shareAxis: "Actual share of wallet",
  rivals: "Where the money goes",
  supplier: "Supplier",
  us: "We",
  elsewhere: "Others",
  spend: "Spend",
  splitChart: "Share of all wallets",
  drivers: "What goes with it",
  driversHint:
    "Rank correlations of each supplier's share of wallet with figures of the customers; bold ones are beyond chance. They show what goes together, not what causes what.",
  figure: "Figure",
  flaggedTitle: "They think well of us and buy elsewhere",
  gapTitle: "Most money spent elsewhere",
  noteHint: "The last column is yours: notes are kept when the job runs again.",
  perceived: "Perceived",
  perceptionGap: "Gap (points)",
  note: "Your note",
  list: "All customers of the survey",
  remark: "Remark",
  remarks: { aboveTotal: "more than 100%", flagged: "gap" },
};
