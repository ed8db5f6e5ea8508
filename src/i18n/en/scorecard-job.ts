import type { JobWords } from "../job-words";

/** The job as it is offered. */
export const scorecardJob = {
  name: "Scorecard",
  help: "Scores customers from 0 to 100 on indicators of your choice, with weights by hand, by comparisons in pairs or by experts, and tests the score on days it did not know.",
  tables: {},
  fields: {
    preset: {
      name: "Indicators",
      meaning: "Which families of indicators make up the score; those the data do not have are left out.",
      choices: {
        families: "Financial, satisfaction, loyalty, relationship",
        peopleMoneyThings: "People, money, things",
      },
    },
    indicators: {
      name: "Indicators of your own",
      meaning: "Measures and columns that take the place of the families.",
    },
    strategyColumn: {
      name: "Fit with our strategy",
      meaning: "A column that says how well the customer fits your own strategy, as one more indicator.",
    },
    lowerIsBetter: {
      name: "Small is good",
      meaning: "Indicators of which small values are good. Days of silence, complaints and costs are known to be so.",
    },
    normalisation: {
      name: "Scale",
      meaning: "How indicators are brought to 0 to 100 points.",
      choices: {
        percentile: "By rank",
        minMax: "Between least and most",
        z: "By standard deviations",
        quintile: "By fifths",
      },
    },
    normalisations: { name: "Scale of single indicators", meaning: 'For example {"revenue": "minMax"}.' },
    weighting: {
      name: "Weights",
      meaning: "Which weights the score uses. All of them stand on the sheet, side by side.",
      choices: {
        hand: "The column of weights on the sheet",
        ahp: "Comparisons in pairs (AHP)",
        delphi: "Rounds of experts (Delphi)",
      },
    },
    weights: {
      name: "Weights by hand",
      meaning: 'Over those on the sheet, for example {"revenue": 30, "orders": 70}.',
    },
    highShare: { name: "High tier", meaning: "Share of customers with the highest scores." },
    middleShare: { name: "Middle tier", meaning: "Share of customers who come next." },
    holdoutFrom: {
      name: "Test from",
      meaning: "First day that the test holds out; left out, the last third of the days.",
    },
    fuzzyOperator: {
      name: "Evaluation by grades",
      meaning: "How weights and shares of ratings are put together.",
      choices: { mean: "Weighted mean", maxMin: "Largest of the smaller ones (max-min)" },
    },
  },
} satisfies JobWords;
