import type { Words } from "./en";
import { cli } from "./zh/cli";
import { columns } from "./zh/columns";
import { demo } from "./zh/demo";
import { inputErrors, workbookErrors } from "./zh/errors";
import { functions } from "./zh/functions";
import { groups, nextActions, numberedGroups, policies } from "./zh/groups";
import { issueVariants, issues, treatments } from "./zh/issues";
import { jobs } from "./zh/jobs";
import { lenses } from "./zh/lenses";
import { lifetime } from "./zh/lifetime";
import { pane } from "./zh/pane";
import { phrases } from "./zh/phrases";
import { clusterWarnings, fidelity, kChoice, remarks, scoreWarnings } from "./zh/remarks";
import { roles } from "./zh/roles";
import { rules } from "./zh/rules";
import { settingValues, settings } from "./zh/settings";
import { sheets } from "./zh/sheets";
import { summary } from "./zh/summary";

/** Simplified Chinese. */
export const zh: Words = {
  cli,
  pane,
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
  sheets,
  functions,
  demo,
};
