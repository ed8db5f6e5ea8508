type Parameters = Readonly<Record<string, string>>;

/** What the worksheet functions say beside #VALUE! and #N/A. Names of arguments are those that the formula bar shows. */
export const functions = {
  errors: {
    notOneLine: ({ parameter }: Parameters) => `${parameter} must be one column or one row.`,
    unequalLengths: ({ lengths }: Parameters) =>
      `customers, dates and amounts must have the same number of cells; they have ${lengths}.`,
    unequalShapes: () =>
      "The scores must be ranges of the same size, or single cells, rows or columns that fit together.",
    badBins: () => "bins must be a whole number from 2 to 10.",
    badChoice: ({ parameter, choices }: Parameters) => `${parameter} must be one of: ${choices}.`,
    badSwitch: ({ parameter }: Parameters) => `${parameter} must be TRUE or FALSE.`,
    badHeaders: () => "headers must be 1 (the first row is a header), 0 (it is data), or left out.",
    badDate: ({ parameter }: Parameters) => `${parameter} must be a date, such as DATE(2024,1,31) or "2024-01-31".`,
    badScore: ({ bins }: Parameters) => `A score must be a whole number from 1 to ${bins}.`,
    badShares: () =>
      "shares must be 2 to 10 shares of customers from the top tier down that add up to 1, such as {0.2,0.3,0.5}.",
    mixedCurrency: ({ currencies }: Parameters) =>
      `The amounts are in several currencies (${currencies}). Keep one currency; amounts are never converted.`,
    noValues: () => "There is no number to compute with.",
    noPurchases: () =>
      "No row can be used: each needs a customer, a date and an amount that can be read, and one must be a purchase.",
    noPurchasesBefore: ({ date }: Parameters) => `There is no purchase before ${date}. Choose a later as_of.`,
    tooManyRows: ({ limit }: Parameters) => `A formula takes at most ${limit} rows. Use the task pane: Home > Analyze.`,
    tooManyCells: ({ limit }: Parameters) =>
      `A formula takes at most ${limit} cells. Use the task pane: Home > Analyze.`,
    resultTooLarge: ({ limit }: Parameters) =>
      `The result has more than ${limit} cells. Use the task pane: Home > Analyze.`,
  },
};
