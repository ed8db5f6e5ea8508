type Parameters = Readonly<Record<string, string>>;

/** What the user is told when the workbook refuses, by error code. */
export const workbookErrors = {
  editMode: () => "Finish editing the cell (Enter), then try again.",
  accessDenied: () => "The sheet or workbook is protected, or Excel blocked the action. Unprotect it and try again.",
  payloadTooLarge: () => "Too much data for one step in Excel on the web. Select fewer rows.",
  tooLarge: ({ limit }: Parameters) =>
    limit === undefined
      ? "The selection is too large. Select fewer rows."
      : `The selection is too large; the limit is ${limit} cells. Select fewer rows.`,
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
  unsupportedSheet: () => "This is a chart or macro sheet. Choose a worksheet.",
  notSupported: ({ feature }: Parameters) =>
    feature === undefined ? "This Excel version cannot do this." : `This Excel version cannot do this: ${feature}.`,
  restartNeeded: () => "Restart Excel and try again.",
  noAnswer: () => "Excel did not answer. Check the connection and try again.",
  dialogOpen: () => "Close the open Excel dialog and try again.",
  refused: () => "Excel refused the action. Nothing in your data was changed.",
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
  noCustomers: () =>
    "The rows hold no purchase by a customer: all are blank, refunds or cancelled orders. Check the columns of customer and amount.",
};
