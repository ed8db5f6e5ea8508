import type { Words } from "../en";
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

export const jobs: Words["jobs"] = {
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
    name: "移除 CVM 输出",
    help: "移除工作簿中的全部 CVM 工作表、标签列和设置。",
    tables: {},
    fields: {},
  },
};
