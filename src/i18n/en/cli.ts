/** What the command line says. Names of options and settings are the same in every language. */
export const cli = {
  stages: {
    read: "Reading rows",
    summarize: "Summarizing customers",
    clv: "Estimating lifetime value",
    rfm: "Scoring",
    lenses: "Grouping customers",
    clusters: "Clustering",
    tree: "Growing trees",
    report: "Putting results together",
    layout: "Laying out sheets",
    write: "Writing sheets",
    save: "Saving the file",
  } as Readonly<Record<string, string>>,
  customerTable: (title: string) => `Customer attributes from ${title}`,
  columns: "Columns",
  rows: (read: string, blank: string, used: string, excluded: string, refundOnly: string) =>
    `${read} rows: ${used} used, ${excluded} left out, ${blank} blank, ${refundOnly} of customers who only returned goods`,
  folded: "More rows than a worksheet holds: they were read twice and added up by customer, no single row was kept",
  period: (first: string, last: string, asOf: string) => `Purchases from ${first} to ${last}, judged on ${asOf}`,
  totals: (customers: string, orders: string) => `${customers} customers, ${orders} orders`,
  money: (revenue: string, profit: string | null) =>
    profit === null ? `Revenue ${revenue}` : `Revenue ${revenue}, profit ${profit}`,
  noMoney: "No money in the rows: tiers, value classes and lifetime value are left out",
  issues: "Issues",
  groups: "customers",
  valueShare: { profit: "of profit", revenue: "of revenue" },
  treeSure: (fidelity: string, baseline: string) =>
    `The rules are right for ${fidelity} of customers (guessing the largest group: ${baseline})`,
  written: (file: string, seconds: string) => `Wrote ${file} in ${seconds} s`,
  alsoWritten: (file: string) => `Wrote ${file}`,
  removed: (sheets: string) => `Removed ${sheets}`,
  nothingToRemove: "There was no CVM output to remove",
  wrongUsage: (problem: string, command: string) => `${problem}. See ${command} --help.`,
  internal: (detail: string) => `Internal error, nothing was written. Please report: ${detail}`,
  unknownJob: (job: string, known: string) => `There is no job "${job}"; there are: ${known}`,
  jobHelp:
    "All options of npm run analyze hold too: which rows, what columns mean, how customers are judged, --json FILE|-, --lang en|zh, --out\n" +
    "FILE.xlsx (default out/<input>.<id>.xlsx). To keep what you typed on a job's sheet, write the workbook over itself.",
  jobNeedsFile: (job: string) => `${job} needs a workbook: npm run job -- ${job} FILE.xlsx`,
  badJson: (file: string) => `${file} is not JSON`,
  sameFile: (file: string) => `${file} is an input, or is written already; choose another name for the output`,
  cannotWrite: (file: string, reason: string) =>
    `${file} cannot be written (${reason}). Close it if it is open elsewhere, or choose another name or folder.`,
  usage: {
    number: (option: string, text: string) => `${option} takes a number; got "${text}"`,
    margin: (text: string, share: string) => `--margin takes a share or a percentage: write ${text}% or ${share}`,
    role: (text: string) => `--role takes role=COLUMN,...; got "${text}"`,
    oneInput: (inputs: string) => `There is one input at most; got ${inputs}`,
    language: (text: string) => `--lang takes en or zh; got "${text}"`,
    unknownOption: (option: string) => `There is no option ${option}`,
    noValue: (option: string) => `${option} needs a value; write ${option}=VALUE where it begins with a dash`,
    noValueAllowed: (option: string) => `${option} takes no value`,
    needsWorkbook: (option: string) => `${option} is for workbooks into which the result is written, not for this file`,
    sheetOfInput: (option: string) => `${option} takes FILE#SHEET where FILE is the input`,
  },
};
