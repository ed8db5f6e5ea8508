import { count } from "./phrases";

/** What the pane says about the jobs beside the main one. */
export const decide = {
  open: "Decide",
  title: "Decide",
  intro: "From groups to decisions. Each of these writes a sheet of its own.",
  next: "What next?",
  openJob: "Open",
  run: "Run",
  rows: "Choose rows…",
  noRows: "none",
  nothingToChoose: "This workbook has no sheet or table with rows yet.",
  automatic: "automatic",
  chosen: (columns: number) => (columns === 0 ? "none chosen" : `${count(columns)} chosen`),
  filter: "Search",
  clear: "Choose none",
  notFound: "No column is called so.",
  columnsHint: "Names or letters of columns, separated by commas; once customers are analyzed, a list to choose from.",
  needsAnalysis: "Looks at the customers in your selection, or at those of the last analysis.",
  mayUseAnalysis: "Analyze your transactions first to see results by group too.",
  rowsMissing: "Choose the rows above first.",
  readAs: (reading: string) => `Read as ${reading}.`,
  showSheet: "Show the sheet",
};
