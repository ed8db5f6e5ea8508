import type { JobWords } from "../job-words";
import { crossSellJob } from "./cross-sell";
import { formulaJobs } from "./formulas";
import { lookAlikeJob } from "./look-alike";
import { campaignJob } from "./campaign-job";
import { cardsJob } from "./cards";
import { kpiJob } from "./kpi";
import { movementJob } from "./movement-job";
import { planJob } from "./plan";
import { scorecardJob } from "./scorecard-job";
import { walletJob } from "./wallet-job";

/** What can be asked for besides the main job, by the job's id. */
export const jobs = {
  scorecard: scorecardJob,
  wallet: walletJob,
  movement: movementJob,
  kpi: kpiJob,
  campaign: campaignJob,
  cards: cardsJob,
  plan: planJob,
  "cross-sell": crossSellJob,
  "look-alike": lookAlikeJob,
  ...formulaJobs,
  "remove-output": {
    name: "Remove CVM output",
    help: "Takes all CVM sheets, label columns and settings out of the workbook.",
    tables: {},
    fields: {},
  },
} satisfies Readonly<Record<string, JobWords>>;
