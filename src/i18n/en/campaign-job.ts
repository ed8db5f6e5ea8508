import type { JobWords } from "../job-words";
import { lenses } from "./lenses";

/** The job that judges a campaign. */
export const campaignJob = {
  name: "Campaign",
  help: "Judges a campaign against a control group: response, lift, whether the difference is more than chance, extra profit and return, as a whole and by group, and how many people the next test needs.",
  tables: { campaign: "The campaign list: a row per customer with group, response, revenue and cost" },
  fields: {
    customerColumn: {
      name: "Customer",
      meaning: "The column with the customer, where it was not found by its header.",
    },
    armColumn: { name: "Group", meaning: "The column that says who was in which group of the campaign." },
    respondedColumn: { name: "Response", meaning: "The column that says who responded: yes or no, 1 or 0." },
    pastRevenueColumn: {
      name: "Revenue before",
      meaning: "What customers brought before the campaign: groups that differ in it cannot be compared.",
    },
    costColumn: { name: "Cost", meaning: "What reaching each customer cost." },
    revenueColumn: { name: "Revenue", meaning: "What each customer brought since the campaign." },
    control: {
      name: "Control group",
      meaning: "The name of the group that was left alone. Found by its name when left empty; else the first one.",
    },
    lens: {
      name: "By groups of",
      meaning: "The groups of customers by which the campaign is judged too, where transactions are analysed.",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
    marginShare: {
      name: "Margin",
      meaning:
        "Profit as a share of revenue; left out, that of the transactions where their profit is known. With 100% revenue itself is judged.",
    },
    confidence: { name: "Confidence", meaning: "Of the intervals; what is missing to 100% is the level of the tests." },
    start: {
      name: "First day",
      meaning: "The day the campaign began: the transactions before it say what customers brought before.",
    },
  },
} satisfies JobWords;
