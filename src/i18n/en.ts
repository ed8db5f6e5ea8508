import { campaign } from "./en/campaign";
import { cards } from "./en/cards";
import { cli } from "./en/cli";
import { columns } from "./en/columns";
import { commands } from "./en/commands";
import { crossSell } from "./en/cross-sell";
import { decide } from "./en/decide";
import { demo } from "./en/demo";
import { inputErrors, workbookErrors } from "./en/errors";
import { excel } from "./en/excel";
import { formulas } from "./en/formulas";
import { functions } from "./en/functions";
import { groups, nextActions, numberedGroups, policies } from "./en/groups";
import { issueVariants, issues, treatments } from "./en/issues";
import { jobs } from "./en/jobs";
import { kpi } from "./en/kpi";
import { lenses } from "./en/lenses";
import { lifetime } from "./en/lifetime";
import { cohorts, movement } from "./en/movement";
import { options } from "./en/options";
import { lookAlike } from "./en/look-alike";
import { pane } from "./en/pane";
import { phrases } from "./en/phrases";
import { plan } from "./en/plan";
import { clusterWarnings, fidelity, kChoice, remarks, scoreWarnings } from "./en/remarks";
import { roles } from "./en/roles";
import { rules } from "./en/rules";
import { scorecard } from "./en/scorecard";
import { scores } from "./en/scores";
import { settingValues, settings } from "./en/settings";
import { sheets } from "./en/sheets";
import { simpleLifetime } from "./en/simple-lifetime";
import { summary } from "./en/summary";
import { views } from "./en/views";
import { wallet } from "./en/wallet";

/** English, and the shape of every language. */
export const en = {
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

/** All words of one language. */
export type Words = typeof en;
