type Parameters = Readonly<Record<string, string>>;

/** What the worksheet functions say beside #VALUE! and #N/A. Names of arguments are those that the formula bar shows. */
export const functions = {
  errors: {
    notOneLine: ({ parameter }: Parameters) => `${parameter} must be one column or one row.`,
    unequalLengths: ({ lengths }: Parameters) =>
      `customers, dates and amounts must have the same number of cells; they have ${lengths}.`,
    unequalShapes: () =>
      "The arguments must be ranges of the same size, or single cells, rows or columns that fit together.",
    badWhole: ({ parameter, from, to }: Parameters) => `${parameter} must be a whole number from ${from} to ${to}.`,
    badNumber: ({ parameter, from, to }: Parameters) => `${parameter} must be a number from ${from} to ${to}.`,
    badChoice: ({ parameter, choices }: Parameters) => `${parameter} must be one of: ${choices}.`,
    badSwitch: ({ parameter }: Parameters) => `${parameter} must be TRUE or FALSE.`,
    badHeaders: () => "headers must be 1 (the first row is a header), 0 (it is data), or left out.",
    badDate: ({ parameter }: Parameters) => `${parameter} must be a date, such as DATE(2024,1,31) or "2024-01-31".`,
    badScore: ({ bins }: Parameters) => `A score must be a whole number from 1 to ${bins}.`,
    badShares: () =>
      "shares must be 2 to 10 shares of customers from the top tier down that add up to 1, such as {0.2,0.3,0.5}.",
    badCuts: () => "cut_a and cut_b must be shares of the value with 0 < cut_a < cut_b < 1, such as 0.7 and 0.9.",
    badThresholds: () =>
      'thresholds must be "mean", "median" or three numbers: for days (or the R score), orders and amount.',
    noPositiveValue: () => "There is no value above 0.",
    badParameters: ({ parameter }: Parameters) =>
      `${parameter} must be the table that CVM.BGNBD or CVM.GAMMAGAMMA spills, or its parameters in their order, all above 0.`,
    badHistory: () =>
      "This is no purchase history: repeat purchases must be a whole number from 0, and the age at the last purchase must be above 0 where there are any, 0 where there are none, and not above the age.",
    badHistoryRow: ({ row }: Parameters) =>
      `Row ${row} is no purchase history: repeat purchases must be a whole number from 0, and the age at the last purchase must be above 0 where there are any, 0 where there are none, and not above the age.`,
    noRepeatPurchases: () =>
      "Too few customers have bought again to fit a model. Give parameters, or the columns of more customers.",
    constantColumns: () => "No column varies: every customer has the same values.",
    tooFewDifferent: ({ different }: Parameters) =>
      `There are only ${different} different customers to group. Choose a smaller k or more rows.`,
    badClasses: ({ count }: Parameters) => `The labels must be 2 to 20 different ones; there are ${count}.`,
    badTree: () => "tree must be the table of rules that CVM.TREE spills, with its header row.",
    otherColumns: ({ count }: Parameters) =>
      `The data must have the ${count} columns of the tree, in the same order, or a header row with their names.`,
    missingColumn: ({ column }: Parameters) => `The tree asks for the column ${column}, which the data do not have.`,
    tooManyColumns: ({ limit }: Parameters) => `A formula takes at most ${limit} columns.`,
    tooManyGroups: ({ limit }: Parameters) => `There are more than ${limit} groups.`,
    unequalRows: ({ parameter, rows, count }: Parameters) =>
      `${parameter} must have ${rows} cells, one per row; it has ${count}.`,
    badDayOrder: () => "The days must be in order: first purchase, last purchase, then as_of.",
    needsAlive: () => "This rule needs alive: the probability to be alive, such as CVM.PALIVE gives it.",
    badWeights: ({ count }: Parameters) => `weights must be ${count} numbers, none negative and not all 0.`,
    badFlags: ({ count }: Parameters) => `lower_better must be ${count} cells with TRUE or FALSE.`,
    badMatrix: () =>
      "matrix must be square, 2 to 10 criteria, with positive judgements; one half may be blank, the other half holds the reciprocals.",
    badRatings: ({ grades }: Parameters) =>
      `ratings must have a row per weight and ${grades} columns, one per grade; no negative numbers, and no row or weights that are all 0.`,
    badGrades: () =>
      "grades must be the points of 2 or more grades, in one row or column, with names before them if you like.",
    badOrder: ({ label }: Parameters) => `order must hold every group once. Missing or repeated: ${label}`,
    tooManyResponses: () => "There cannot be more responses than customers.",
    mixedCurrency: ({ currencies }: Parameters) =>
      `The amounts are in several currencies (${currencies}). Keep one currency; amounts are never converted.`,
    noValues: () => "There is no number to compute with.",
    noPurchases: () =>
      "No row can be used: each needs a customer, a date and an amount that can be read, and one must be a purchase.",
    noPurchasesBefore: ({ date }: Parameters) => `There is no purchase before ${date}. Choose a later as_of.`,
    tooSlow: () => "This took too long. Use the task pane: Home > Analyze, or fewer rows.",
    tooManyRows: ({ limit }: Parameters) => `A formula takes at most ${limit} rows. Use the task pane: Home > Analyze.`,
    tooManyCells: ({ limit }: Parameters) =>
      `A formula takes at most ${limit} cells. Use the task pane: Home > Analyze.`,
    resultTooLarge: ({ limit }: Parameters) =>
      `The result has more than ${limit} cells. Use the task pane: Home > Analyze.`,
  },
  walletStages: { acquainted: "Acquainted", familiar: "Familiar and approved", necessary: "Necessary choice" },
  grades: { excellent: "Excellent", good: "Good", fair: "Fair", poor: "Poor" },
  gradeNumber: (number: number) => `Grade ${number}`,
};
