/** The jobs in the menu of the ribbon, in its order: their ids by the names under which the manifest calls them. */
export const jobCommands = {
  runScorecard: "scorecard",
  runWallet: "wallet",
  runMovement: "movement",
  runKpi: "kpi",
  runCampaign: "campaign",
  runCards: "cards",
  runPlan: "plan",
  runCrossSell: "cross-sell",
  runLookAlike: "look-alike",
} as const;
