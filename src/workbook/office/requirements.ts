/** What Excel must offer; the manifest declares the same, so that the add-in is not shown where something is missing. */
export const requirementSets = [
  { name: "ExcelApi", version: "1.13" },
  { name: "SharedRuntime", version: "1.1" },
  { name: "CustomFunctionsRuntime", version: "1.3" },
  { name: "DialogApi", version: "1.1" },
] as const;
