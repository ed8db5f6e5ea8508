/** Row issues: what was found, what was done by default, and what the reader can do. */
export const issues = {
  R01: {
    name: "Total row",
    done: "Left out: totals and subtotals are not customers.",
    todo: "Nothing, unless a customer really has this name.",
  },
  R02: {
    name: "Error in a cell",
    done: "Left out: customer, date or amount is an error value.",
    todo: "Repair the formula in these rows.",
  },
  R03: {
    name: "No customer",
    done: "Left out: nobody to count the purchase for.",
    todo: "Fill in the customer, or count such rows as one customer in the settings.",
  },
  R04: { name: "No date", done: "Left out: the day of the purchase is blank.", todo: "Fill in the date." },
  R05: {
    name: "Unreadable date",
    done: "Left out: the text is not a date, or the day does not exist.",
    todo: "Correct the date.",
  },
  R06: {
    name: "Date in the future",
    done: "Left out: the day lies after today.",
    todo: "Correct the date, or keep such rows in the settings.",
  },
  R07: {
    name: "Date before 1980",
    done: "Left out: most likely a wrong or empty date.",
    todo: "Correct the date, or keep such rows in the settings.",
  },
  R08: {
    name: "No amount",
    done: "Left out: the amount is blank.",
    todo: "Fill in the amount, or count blank amounts as 0 in the settings.",
  },
  R09: {
    name: "Amount as text",
    done: "Read as a number where possible, else left out.",
    todo: "Store amounts as numbers to be sure.",
  },
  R10: {
    name: "Amount of 0",
    done: "Kept as a purchase of 0.",
    todo: "Drop such rows in the settings if they are gifts or samples.",
  },
  R11: {
    name: "Refund",
    done: "Taken off the customer's revenue; it counts neither as an order nor as a purchase day.",
    todo: "Choose in the settings whether refunds are taken off, dropped or treated as ordinary lines.",
  },
  R12: {
    name: "Cancelled order",
    done: "Treated as a refund; left out where the amount is positive.",
    todo: "Check the prefix of cancelled orders in the settings.",
  },
  R13: {
    name: "Duplicate line",
    done: "Kept and counted.",
    todo: "Drop duplicates in the settings if your system exports lines twice.",
  },
  R14: {
    name: "Day or month first?",
    done: "Decided by the other dates of the column, else by the workbook's language.",
    todo: "Fix the order of day and month in the settings.",
  },
  R15: {
    name: "Similar customer ids",
    done: "Kept apart: the ids differ only in letter case or leading zeros.",
    todo: "Merge such ids in the settings if they mean the same customer.",
  },
  R16: {
    name: "Order with several customers",
    done: "Counted as one order per customer.",
    todo: "Check that the order column is the right one.",
  },
  R17: {
    name: "Very large amount",
    done: "Kept: it is more than 1,000 times the median.",
    todo: "Check for a slipped decimal point.",
  },
  R18: {
    name: "On or after the as-of date",
    done: "Left out: the run looks at the days before.",
    todo: "Choose a later as-of date to include them.",
  },
  R19: {
    name: "Refunds without purchases",
    done: "The customer is not in the summary.",
    todo: "Load an earlier period if the purchases lie before the data.",
  },
  R20: {
    name: "Hidden row",
    done: "Kept, although hidden or filtered out.",
    todo: "Analyze visible rows only, in the settings.",
  },
  R21: {
    name: "Several currencies",
    done: "The run stops: amounts of different currencies cannot be added.",
    todo: "Keep one currency; amounts are never converted.",
  },
  R22: {
    name: "Long number as id",
    done: "Kept: Excel holds 15 digits only, so the last digits may be lost.",
    todo: "Store ids as text in the source.",
  },
  R23: {
    name: "Header used twice",
    done: "The leftmost column was taken.",
    todo: "Rename one of the columns.",
  },
};

/** What was done with the rows of an issue. */
export const treatments = {
  excluded: "Left out.",
  refundOnly: "Not in the summary.",
  flagged: "Kept, counted here.",
  converted: "Read as a number.",
  zeroed: "Read as 0.",
  refund: "Treated as a refund.",
  merged: "Merged into one customer.",
  unknown: "Counted as one unknown customer.",
  dayFirst: "Read with the day first.",
  monthFirst: "Read with the month first.",
  leftmost: "The leftmost column was taken.",
};

/** Names of issues that share the code of another. */
export const issueVariants = {
  beforeFrom: {
    name: "Before the first day asked for",
    done: "Left out: the settings ask for later days only.",
    todo: "Choose an earlier first day to include them.",
  },
  notCompared: {
    name: "Repeated lines not looked for",
    done: "Used: above 5 million lines, lines that repeat others are not looked for.",
    todo: "Remove repeated lines before, where the source may hold some.",
  },
};
