import type { JobWords } from "../job-words";

/** The job as it is offered. */
export const walletJob = {
  name: "Share of wallet",
  help: "What part of their spend customers give us, where the rest goes, and who thinks better of us than they buy.",
  tables: {
    wallet:
      "A row per customer: total spend, and where known the perceived relationship and the spend with competitors",
  },
  fields: {
    customerColumn: { name: "Customer", meaning: "Column of the table that names the customer." },
    totalColumn: { name: "Total spend", meaning: "What the customer spends with everyone, in the time of our data." },
    perceivedColumn: { name: "Perceived relationship", meaning: "How good the customer, or our people, say it is." },
    rivalColumns: { name: "Competitors", meaning: "One column of spend per competitor." },
    spendColumn: { name: "Spend with us", meaning: "Only where it is not to be taken from the transactions." },
    totalAttribute: {
      name: "Total spend of customers",
      meaning: "A column of the customers, where there is no table.",
    },
    perceivedAttribute: { name: "Perceived relationship of customers", meaning: "The same for the relationship." },
    rivalAttributes: { name: "Competitors of customers", meaning: "The same for competitors." },
    spend: {
      name: "Our spend",
      meaning: "What the total is compared with: it must cover the same time.",
      choices: { revenue: "Revenue of all rows", annualSpend: "Spend per year" },
    },
    perceivedScale: {
      name: "Top of the scale",
      meaning: "Best mark of the perceived relationship; found from the marks when left out (1, 5, 10 or 100).",
    },
    familiarShare: { name: "Familiar from", meaning: "Share of wallet from which a customer is familiar with us." },
    necessaryShare: { name: "Necessary from", meaning: "Share of wallet from which we are the necessary choice." },
    gapPoints: {
      name: "Gap flagged above",
      meaning: "Points by which the perceived relationship may exceed the share of wallet.",
    },
  },
} satisfies JobWords;
