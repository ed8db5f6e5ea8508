import type { KeyFigure } from "../../core/report/key-figures";
import type { JobWords } from "../job-words";
import { count, number, share } from "./phrases";

/** CVM KPIs: key figures with targets. */
export const kpi = {
  title: "Key figures",
  subtitle: (asOf: string) => `Judged on ${asOf}`,
  note: "Type your targets and benchmarks into the coloured cells: they are kept when the sheet is renewed, and the status follows at once.",
  previous: (asOf: string) => `Before\n${asOf}`,
  noPrevious: "Before",
  noPreviousNote:
    "This workbook keeps no figures of another as-of date yet; those of this run are kept, and a run with another date is compared with them.",
  noDatesNote: "Without dates of purchase there is no as-of date, so no run before to compare with.",
  headline: (known: number, withTarget: number, reached: number) =>
    withTarget === 0
      ? `${count(known)} key figures are known; no targets are set yet.`
      : `${count(reached)} of ${count(withTarget)} targets are reached.`,
  kept: (retention: number, days: number) =>
    `${share(retention)} of the customers who bought in the ${count(days)} days before bought again in the last ${count(days)} days.`,
  columns: {
    figure: "Key figure",
    now: "Now",
    change: "Change",
    target: "Target",
    status: "Status",
    benchmark: "Benchmark",
    meaning: "What it says",
  },
  better: { higher: "more is better", lower: "less is better" },
  status: { reached: "reached", close: "close", missed: "missed" },
  /** Percentage points, in short. */
  points: "pts",
  statusNote:
    "Reached: at the target or better. Close: within a tenth of it. Missed: further away. A share above 150% is read as per cent: 80 means 80%.",
  readAsShare: (figure: string, typed: number) => `${figure}: ${number(typed)} was read as ${share(typed / 100)}.`,
  benchmarkNote:
    "Benchmarks are figures of others, never results: what stands there at first is a claim from the literature. Replace it with one from your own trade.",
  cohorts: "Customers kept",
  figures: {
    customers: { name: "Customers", meaning: () => "Customers with a purchase" },
    revenue: { name: "Revenue", meaning: () => "Less refunds" },
    profit: { name: "Profit", meaning: () => "Revenue less known costs" },
    repeatShare: { name: "Repeat purchase rate", meaning: () => "Share of customers with two orders or more" },
    retentionShare: {
      name: "Retention rate",
      meaning: (days: number) =>
        `Of those who bought in the ${count(days)} days before, share who bought again in the last ${count(days)} days`,
    },
    churnShare: {
      name: "Churn rate",
      meaning: (days: number) => `The rest of them: bought before, but not in the last ${count(days)} days`,
    },
    topShare: { name: "Share of the top 20%", meaning: () => "Value that the most valuable fifth of customers brings" },
    gini: {
      name: "Gini coefficient",
      meaning: () => "0: all customers are worth the same; near 1: one is worth everything",
    },
    unprofitableShare: { name: "Unprofitable customers", meaning: () => "Share of customers without profit" },
    meanLifetimeValue: { name: "Mean lifetime value", meaning: () => "What a customer is expected to bring" },
    satisfaction: { name: "Satisfaction", meaning: () => "Mean of the answers, on their own scale" },
    promoterScore: { name: "Net promoter score", meaning: () => "% of answers 9 and 10 less % of answers 0 to 6" },
  } as Readonly<Record<KeyFigure, { readonly name: string; readonly meaning: (days: number) => string }>>,
};

/** The job that writes them. */
export const kpiJob = {
  name: "Key figures",
  help: "Key figures of the customer base with your targets, benchmarks and the values of the run before, and the customers kept by month of first purchase.",
  tables: {},
  fields: {},
} satisfies JobWords;
