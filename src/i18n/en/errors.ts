import { count } from "./phrases";

type Parameters = Readonly<Record<string, string>>;

const limitUnits: Readonly<Record<string, string>> = {
  parts: "parts",
  cells: "cells",
  rows: "rows",
  columns: "columns",
  strings: "texts",
  elements: "elements in one part",
  depth: "levels in one part",
  characters: "characters in one row (is a quotation mark missing?)",
};

function describeLimit(limit: number, unit: string): string {
  return unit === "bytes" ? `${count(Math.floor(limit / 2 ** 20))} MB` : `${count(limit)} ${limitUnits[unit] ?? unit}`;
}

/** What the user is told when the workbook refuses, by error code. */
export const workbookErrors = {
  editMode: () => "Finish editing the cell (Enter), then try again.",
  accessDenied: () => "The sheet or workbook is protected, or Excel blocked the action. Unprotect it and try again.",
  payloadTooLarge: () => "Too much data for one step in Excel on the web. Select fewer rows.",
  tooLarge: ({ limit, unit, file }: Parameters) => {
    if (limit === undefined) return "The selection is too large. Select fewer rows.";
    if (unit === undefined) return `The selection is too large; the limit is ${limit} cells. Select fewer rows.`;
    const subject = file === undefined ? "The file" : `"${file}"`;
    return `${subject} is too large to be read, or damaged: the limit is ${describeLimit(Number(limit), unit)}. Save fewer rows or sheets in a new file and try again.`;
  },
  outOfMemory: () => "Excel is short of memory or busy. Close other files or select fewer rows.",
  invalidSelection: ({ address }: Parameters) =>
    address === undefined
      ? "Select the cells of your table and try again."
      : `"${address}" is not a range of cells such as A1:H500.`,
  unevenAreas: () => "The selected areas have different rows. Select columns of the same rows and try again.",
  inactiveWorkbook: () => "Click into this workbook and try again.",
  filteredRange: () => "The target is filtered. Clear the filter or use a new sheet.",
  mergedRange: () => "The target overlaps merged cells, another table or a PivotTable.",
  noRoom: () => "There is no room for the result. Use a new sheet.",
  itemExists: ({ name }: Parameters) =>
    name === undefined ? "A sheet or table of that name exists already." : `"${name}" exists already in this workbook.`,
  itemNotFound: ({ name }: Parameters) =>
    name === undefined
      ? "The sheet or table is gone. Choose the data again."
      : `"${name}" is not in this workbook. Choose the data again.`,
  rowsChanged: () =>
    "The rows were moved, sorted or edited while they were analyzed, so nothing was written. Analyze again.",
  unsupportedSheet: () => "This is a chart or macro sheet. Choose a worksheet.",
  notSupported: ({ feature }: Parameters) =>
    feature === undefined ? "This Excel version cannot do this." : `This Excel version cannot do this: ${feature}.`,
  restartNeeded: () => "Restart Excel and try again.",
  noAnswer: () => "Excel did not answer. Check the connection and try again.",
  dialogOpen: () => "Close the open Excel dialog and try again.",
  refused: () => "Excel refused the action. Nothing in your data was changed.",
  lookIncomplete: () =>
    "The results are in the workbook, but Excel refused part of their look (charts, widths or formats). Run again to complete it.",
  emptySource: ({ file, name, sheet }: Parameters) => {
    const place = sheet ?? name ?? file;
    return place === undefined
      ? "There are no rows to analyze: the sheet or range is empty, or holds a header only."
      : `There are no rows to analyze in "${place}": it is empty, or holds a header only.`;
  },
  fileNotFound: ({ file }: Parameters) =>
    file === undefined ? "The file does not exist." : `The file "${file}" does not exist or cannot be read.`,
  notAWorkbook: ({ file, format, saveAs }: Parameters) => {
    const subject = file === undefined ? "The file" : `"${file}"`;
    return format === undefined || saveAs === undefined
      ? `${subject} is neither an Excel workbook nor a text file, or it is damaged. Open it in Excel and save it as .xlsx.`
      : `${subject} has the format ${format}, which cannot be read. Open it in Excel and save it as ${saveAs}.`;
  },
  passwordProtected: ({ file }: Parameters) =>
    file === undefined
      ? "The workbook is protected by a password. Save a copy without password and try again."
      : `"${file}" is protected by a password. Save a copy without password and try again.`,
  internal: () => "Internal error. Nothing in your data was changed; please report the details.",
};

/** What the user is told when the input cannot be analysed, by error code. */
export const inputErrors = {
  badSetting: ({ setting, expected }: Parameters) => `The setting "${setting}" is not valid; it takes ${expected}.`,
  unknownSetting: ({ setting, nearest }: Parameters) =>
    `There is no setting "${setting}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
  unknownLens: ({ lens, known }: Parameters) => `There is no lens "${lens}". Known lenses: ${known}.`,
  unknownColumn: ({ column, known }: Parameters) => `There is no column "${column}". Columns found: ${known}.`,
  noCustomerColumn: ({ known }: Parameters) =>
    `No column with customers was found among: ${known}. Say which column holds the customer.`,
  noDateColumn: ({ known }: Parameters) =>
    `No column with dates was found among: ${known}. Say which column holds the date of purchase.`,
  noUsableRows: ({ issues }: Parameters) =>
    `No row can be used; rows left out: ${issues}. Check these rows, or say which column holds what.`,
  mixedCurrency: ({ currencies }: Parameters) =>
    `The amounts are in several currencies (${currencies}) and are never converted. Name the one to keep in the setting "currency".`,
  asOfTooEarly: ({ asOf, issues }: Parameters) =>
    `There is no purchase before the as-of date ${asOf}; rows left out: ${issues}. Choose a later date.`,
  noNumericFeature: ({ feature }: Parameters) => `The column "${feature}" holds no numbers to cluster by.`,
  calibrationOutside: ({ calibrationEnd, first, last }: Parameters) =>
    `The calibration end ${calibrationEnd} must lie between the first purchase (${first}) and the day before the last day (${last}).`,
  nothingToJudge: ({ known }: Parameters) =>
    `There is nothing to judge customers by: no dates, orders or amounts were found among: ${known}. Say which column holds what.`,
  unknownRole: ({ role, known }: Parameters) => `There is no role "${role}". Known roles: ${known}.`,
  missingTable: ({ table }: Parameters) =>
    `The job needs rows that were not given: ${table}. Choose the sheet, table or file that holds them.`,
  doubleColumn: ({ column, roles }: Parameters) =>
    `The column "${column}" was given to two roles: ${roles}. Choose one of them.`,
  missingColumn: () =>
    "A column is missing: the customer and the date of purchase are needed. Say which columns hold them.",
  linesNotKept: () =>
    "This needs every single row, but the file has more rows than a worksheet holds, so they were added up by customer while they were read. Use a file with fewer rows: a shorter period, or fewer customers.",
  rowsChanged: () => "The file changed while it was read. Try again when no other program writes to it.",
  noDatesToCompare: () =>
    "Two dates can be compared only where the rows have dates of purchase. Without them, the run that the workbook kept can be compared: leave the date out.",
  sameDate: ({ asOf }: Parameters) =>
    `Both dates are ${asOf}. Choose a date to compare with that differs from the as-of date.`,
  noEarlierRun: () =>
    'The workbook keeps no run with an earlier as-of date. Name a date in "Compare with" (compareAsOf; on the command line --compare-as-of), or analyze with an earlier as-of date first.',
  lensCannotMove: ({ lens, asOf }: Parameters) =>
    `The groups of "${lens}" are not known on both dates${asOf === "" ? "" : ` (see ${asOf})`}. Choose another lens or date.`,
  campaignColumns: ({ known }: Parameters) =>
    `The campaign list needs columns for the customer, the group, and the response or the revenue; found: ${known}. Say which column holds what.`,
  campaignArms: ({ known }: Parameters) =>
    `A campaign needs at least two groups to compare; the column of groups holds: ${known === "" ? "nothing" : known}. Choose another column.`,
  campaignControl: ({ control, known }: Parameters) =>
    `No group is called "${control}". Groups found: ${known}. Choose one of them as control group.`,
  lensNotRun: ({ lens, known }: Parameters) =>
    `The groups of "${lens}" are not part of this analysis, or the data lack their columns. Groups there are: ${known}.`,
  noResults: () => "This workbook holds no CVM results yet. Select your transactions and choose Analyze first.",
  noIndicator: ({ known }: Parameters) =>
    `The data hold none of the columns that the ready-made indicators need, or the columns are the same for every customer. ${known === "" ? "No other number differs between the customers either." : `Choose indicators of your own; usable are: ${known}.`}`,
  tooFewToScore: ({ customers }: Parameters) =>
    `A scorecard compares customers with each other and needs at least 2; the data hold ${customers}.`,
  noWeight: () => "All weights are 0. Give at least one indicator a weight.",
  noRatings: () =>
    "The weights were to come from the experts, but they have not rated every indicator yet. Fill a round on CVM Scorecard, or choose other weights.",
  badCell: ({ place, value, expected }: Parameters) =>
    `The cell "${place}" holds "${value}", which cannot be used there. Expected: ${expected}. Correct it and run again.`,
  walletMissing: () =>
    "Nothing says what customers spend in all. Give a table with a row per customer and their total spend, or name a column of the customers.",
  walletColumns: ({ known }: Parameters) =>
    `The table needs a column with the customer, and one with the total spend or columns with the spend at competitors. It has: ${known}. Say which is which.`,
  walletNoSpend: () =>
    "What customers spend with us is not known: the transactions hold no amounts. Name a column of the table that holds it.",
  walletEmpty: () =>
    "For no customer both the spend with us and a total above 0 are known. Check that the ids of the table are those of the transactions.",
  noCustomers: () =>
    "The rows hold no purchase by a customer: all are blank, refunds or cancelled orders. Check the columns of customer and amount.",
  noProductColumn: ({ known }: Parameters) =>
    `No column with products or categories was found among: ${known}. Say which column holds the product.`,
  unknownProduct: ({ product, known }: Parameters) => `Nobody bought "${product}". Bought most: ${known}.`,
  noSharedAttributes: ({ customers, prospects }: Parameters) =>
    `Customers and prospects share no attribute. Customers have: ${customers}; prospects have: ${prospects}. Give columns that mean the same the same header.`,
  tooFewTop: ({ top, rest, least }: Parameters) =>
    `Only ${top} top customers and ${rest} others are known; ${least} of each are needed. Choose a larger share of top customers or a longer list.`,
};
