import type { Words } from "./en";
import { campaign } from "./zh/campaign";
import { cards } from "./zh/cards";
import { cli } from "./zh/cli";
import { columns } from "./zh/columns";
import { commands } from "./zh/commands";
import { crossSell } from "./zh/cross-sell";
import { decide } from "./zh/decide";
import { demo } from "./zh/demo";
import { inputErrors, workbookErrors } from "./zh/errors";
import { excel } from "./zh/excel";
import { formulas } from "./zh/formulas";
import { functions } from "./zh/functions";
import { groups, nextActions, numberedGroups, policies } from "./zh/groups";
import { issueVariants, issues, treatments } from "./zh/issues";
import { jobs } from "./zh/jobs";
import { kpi } from "./zh/kpi";
import { lenses } from "./zh/lenses";
import { lifetime } from "./zh/lifetime";
import { cohorts, movement } from "./zh/movement";
import { options } from "./zh/options";
import { lookAlike } from "./zh/look-alike";
import { pane } from "./zh/pane";
import { phrases } from "./zh/phrases";
import { plan } from "./zh/plan";
import { clusterWarnings, fidelity, kChoice, remarks, scoreWarnings } from "./zh/remarks";
import { roles } from "./zh/roles";
import { rules } from "./zh/rules";
import { scorecard } from "./zh/scorecard";
import { scores } from "./zh/scores";
import { settingValues, settings } from "./zh/settings";
import { sheets } from "./zh/sheets";
import { simpleLifetime } from "./zh/simple-lifetime";
import { summary } from "./zh/summary";
import { views } from "./zh/views";
import { wallet } from "./zh/wallet";

/** Simplified Chinese. */
export const zh: Words = {
  campaign,
  cards,
  plan,
  cli,
  commands,
  excel,
  pane,
  decide,
  options,
  phrases,
  columns,
  jobs,
  lenses,
  groups,
  numberedGroups,
  policies,
  nextActions,
  roles,
  rules,
  scorecard,
  wallet,
  remarks,
  scoreWarnings,
  clusterWarnings,
  kChoice,
  fidelity,
  issues,
  issueVariants,
  treatments,
  settings,
  settingValues,
  workbookErrors,
  inputErrors,
  summary,
  lifetime,
  simpleLifetime,
  movement,
  cohorts,
  kpi,
  sheets,
  views,
  scores,
  crossSell,
  lookAlike,
  formulas,
  functions,
  demo,
};
