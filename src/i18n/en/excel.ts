/** What the pane says where it points into the workbook, or the workbook points into the pane. */
export const excel = {
  showMe: "Show me",
  showIssue: (issue: string) => `Show me: ${issue}`,
  showGroups: "Filter CVM Customers",
  showGroup: (group: string) => `${group}: filter CVM Customers`,
  showAll: "All customers",
  followHint: "Or select a customer's row in CVM Customers or in your transactions: the card follows.",
  needsRun:
    "The card needs the rows of the last analysis. CVM reads them once more and changes nothing in the workbook.",
  readRows: "Show the selected customer",
  noCustomer:
    "The selected row holds no customer of the last analysis. Select one in CVM Customers or in your transactions.",
};
