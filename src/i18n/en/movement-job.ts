import type { JobWords } from "../job-words";
import { lenses } from "./lenses";

/** The job that compares two dates. */
export const movementJob = {
  name: "Customer movement",
  help: "Compares customers on two dates: who moved up or down, who is new, gone or worth much less, what those who moved up have in common, and who keeps buying.",
  tables: {},
  fields: {
    compareAsOf: {
      name: "Compare with",
      meaning: "The other as-of date. Left empty, the date of the run that this workbook kept.",
    },
    lens: {
      name: "Groups",
      meaning: "The groups between which customers move.",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
    compare: {
      name: "What counts",
      meaning:
        "Only purchases of two periods of equal length, one before and one after the first date; or all purchases up to each date, which hardly let anybody move down. Where the rows lack purchases for the periods, all count.",
      choices: { cumulated: "All purchases up to each date", window: "Periods of equal length" },
    },
    models: {
      name: "Judged by",
      meaning:
        "The limits of the first date for both, so that real change shows; or each date's own limits, which compare customers with each other.",
      choices: { first: "The limits of the first date", each: "Each date's own limits" },
    },
    dropShare: {
      name: "Loss that is reported",
      meaning: "From which loss of value on a customer is reported, as a share of the value before.",
    },
    listLimit: {
      name: "Customers listed",
      meaning: "How many customers are listed at most, of those who lost and of those who gained.",
    },
  },
} satisfies JobWords;
