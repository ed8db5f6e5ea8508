import { campaignJob } from "./campaign/campaign-job";
import { cardsJob } from "./cards/cards-job";
import { crossSellJob } from "./cross-sell/cross-sell-job";
import { freezeFormulasJob, restoreFormulasJob } from "./formula-jobs";
import type { Job } from "./job";
import { lookAlikeJob } from "./look-alike/look-alike-job";
import { kpiJob } from "./kpi/kpi-job";
import { movementJob } from "./movement/movement-job";
import { planJob } from "./plan/plan-job";
import { removeOutputJob } from "./remove-output-job";
import { scorecardJob } from "./scorecard/scorecard-job";
import { walletJob } from "./wallet/wallet-job";

/** Everything a user can ask for besides the main job, in the order it is offered. */
export const jobList: readonly Job[] = [
  scorecardJob,
  walletJob,
  movementJob,
  kpiJob,
  campaignJob,
  cardsJob,
  planJob,
  crossSellJob,
  lookAlikeJob,
  freezeFormulasJob,
  restoreFormulasJob,
  removeOutputJob,
];
