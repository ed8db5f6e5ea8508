import type { Analysis, LensResult } from "../../core/report/analysis";
import type { Words } from "../../i18n/en";
import { findGroupName } from "../../jobs/layout/group-words";
import { formatMoney } from "../../jobs/layout/money-format";
import { getGroupColor } from "../../jobs/layout/theme";
import type { GroupBar } from "../charts/group-bars";
import type { PaneResult } from "../state/pane-state";

/** What the sections of the results are made of. */
export interface ResultContext {
  readonly analysis: Analysis;
  readonly words: Words;
  readonly moneyFormat: string;
}

/** Money in the user's currency; empty where unknown. */
export function showMoney({ moneyFormat, words }: ResultContext, value: number): string {
  return Number.isFinite(value) ? formatMoney(value, moneyFormat, words.phrases.locale) : "";
}

/** Money in few characters, for axes and small cells. */
export function showShortMoney({ words }: ResultContext, value: number): string {
  if (!Number.isFinite(value)) return "";
  return new Intl.NumberFormat(words.phrases.locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** The groups of a lens as bars; a group of nobody is left out. */
export function listGroupBars(context: ResultContext, lens: LensResult): GroupBar[] {
  const { analysis, words } = context;
  return lens.groups.flatMap((group, index) =>
    group.customers === 0
      ? []
      : [
          {
            id: group.id,
            name: findGroupName(words, lens.id, group.id),
            color: getGroupColor(lens.id, group.id, index, lens.groups.length),
            customers: group.customers,
            customerShare: group.customerShare,
            valueShare: group.valueShare,
            money: showMoney(context, analysis.value.basis === "profit" ? group.profit : group.revenue),
          },
        ],
  );
}

/** Whether the customers' table in the workbook has the groups that are shown: not while something is tried out. */
export function canShowGroups({ outcome, shown }: PaneResult): boolean {
  const { sheets } = outcome.request;
  return shown === outcome.analysis && (sheets === undefined || sheets.includes("customers"));
}

export function findLens(analysis: Analysis, id: string): LensResult | undefined {
  return analysis.lenses.find((lens) => lens.id === id);
}
