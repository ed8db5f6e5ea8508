import type { JobWords } from "../job-words";
import { lenses } from "./lenses";
import { plural, verb } from "./phrases";

/** The job that lays out a care plan. */
export const planJob = {
  name: "Care plan",
  help: "A plan of actions for a set of groups: what to do, through which channel, how often, who and when, with a figure before and after. Suggested, and yours to change: what you change stays.",
  tables: {},
  fields: {
    lens: {
      name: "Groups",
      meaning:
        "The groups of customers that get an action each; left out: the value classes, else the next groups that were found.",
      choices: Object.fromEntries(Object.entries(lenses).map(([id, { name }]) => [id, name])),
    },
  },
} satisfies JobWords;

/** What the sheet of the plan says. */
export const plan = {
  title: "Care plan",
  subtitle: (lens: string) =>
    `${lens}: change what you like in the coloured cells; it stays when the job runs again. A row you delete stays away, and blank rows at the end are for actions of your own. "Before" is the figure of the first run, "After" that of the last one; "After" stays empty until the start of the action lies before the as-of date of the analysis.`,
  headline: (actions: number, own: number) =>
    own === 0
      ? `${plural(actions, "action", "actions")} planned.`
      : `${plural(actions, "action", "actions")} planned, ${own} of them your own.`,
  noOwner: (actions: number) => `${plural(actions, "action has", "actions have")} no owner yet.`,
  begun: (actions: number) =>
    `${plural(actions, "action", "actions")} ${verb(actions, "has", "have")} begun: compare before and after.`,
  columns: {
    segment: "Group",
    customers: "Customers",
    action: "Action",
    channel: "Channel",
    frequency: "Frequency",
    owner: "Owner",
    start: "Start",
    end: "End",
    indicator: "KPI",
    before: "Before",
    target: "Target",
    after: "After",
    status: "Status",
  },
  channels: { phone: "Phone", visit: "Visit", mail: "E-mail", sms: "SMS", wechat: "WeChat" },
  frequencies: {
    once: "Once",
    weekly: "Weekly",
    monthly: "Monthly",
    quarterly: "Quarterly",
    yearly: "Yearly",
  },
  indicators: {
    satisfaction: "Satisfaction",
    churnShare: "Churn rate",
    lifetimeValue: "Lifetime value",
    repeatShare: "Repeat rate",
  },
  statuses: { planned: "Planned", running: "Running", done: "Done", dropped: "Dropped" },
};
