/** What the pane says about the jobs beside the main one. */
export const decide = {
  open: "Decide",
  title: "Decide",
  intro: "From groups to decisions. Each of these writes a sheet of its own.",
  run: "Run",
  rows: "Choose rows…",
  noRows: "none",
  automatic: "automatic",
  columnsHint: "Names or letters of columns, separated by commas.",
  needsAnalysis: "Looks at the customers in your selection, or at those of the last analysis.",
  mayUseAnalysis: "Analyze your transactions first to see results by group too.",
  again: "Run again",
  done: "Done",
};
