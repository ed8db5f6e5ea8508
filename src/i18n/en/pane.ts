/** What the task pane says. */
export const pane = {
  title: "CVM",
  promise: "Select your transactions, then let CVM find out who your valuable customers are.",
  bringsTitle: "What you get",
  brings: [
    "every customer's RFM scores, value tier, class, segment and next action",
    "value classes and the rules that tell them apart",
    "a summary for management that opens without this add-in",
  ],
  analyze: "Analyze selection",
  labels: "Also write segment, tier and class beside my rows",
  cancel: "Cancel",
  working: "Working",
  cancelled: "Cancelled. Nothing in your workbook was changed.",
  doneTitle: "Done",
  done: (customers: string, rows: string) =>
    `${customers} customers from ${rows} rows. The results are on the sheets whose names begin with CVM.`,
  leftOut: (rows: string) => `${rows} rows were left out; CVM Notes says which and why.`,
  again: "Analyze again",
  remove: "Remove CVM output",
  removed: "All CVM sheets and label columns were removed.",
  errorTitle: "That did not work",
  details: "Details",
  localOnly: "Your data stay on this computer.",
  outsideTitle: "Open me in Excel",
  outside:
    "This page is the task pane of an Excel add-in. Add it to Excel, open a workbook with transactions, and choose Analyze on the Home tab.",
};
