import { cli } from "./en/cli";
import { columns } from "./en/columns";
import { demo } from "./en/demo";
import { inputErrors, workbookErrors } from "./en/errors";
import { functions } from "./en/functions";
import { groups, nextActions, numberedGroups, policies } from "./en/groups";
import { issueVariants, issues, treatments } from "./en/issues";
import { jobs } from "./en/jobs";
import { lenses } from "./en/lenses";
import { lifetime } from "./en/lifetime";
import { pane } from "./en/pane";
import { phrases } from "./en/phrases";
import { clusterWarnings, fidelity, kChoice, remarks, scoreWarnings } from "./en/remarks";
import { roles } from "./en/roles";
import { rules } from "./en/rules";
import { settingValues, settings } from "./en/settings";
import { sheets } from "./en/sheets";
import { summary } from "./en/summary";

/** English, and the shape of every language. */
export const en = {
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

/** All words of one language. */
export type Words = typeof en;
