import type { CustomerTable } from "../../core/customers/customer-table";
import type { Summary } from "../../core/customers/summary";
import { sumRounded } from "../../core/customers/sums";
import { formatIsoDay, parseIsoDay } from "../../core/days";
import type { Analysis } from "../../core/report/analysis";
import { assignDate, buildJudgedDate, mergeGroups } from "../../core/report/judge-date";
import { selectLifetimeColumns } from "../../core/report/lifetime";
import { compareSides } from "../../core/report/movement";
import { findRiseRules } from "../../core/report/rise-rules";
import type { JudgedRows } from "../analyze";
import { InputError } from "../input-error";
import type { HistoryRun } from "../layout/history-run";
import type { PurchaseFacts } from "./date-sides";
import { buildSide, describeDate, describePurchases, movingLenses, openLedger } from "./date-sides";
import { readStoredModels } from "../stored-models";
import type { MovementChoice, MovementReport } from "./movement-report";

function readStoredLens(run: HistoryRun, id: string) {
  const stored = readStoredModels(run);
  const lens = stored?.lenses.find((other) => other.id === id);
  const codes = run.lenses.find((other) => other.id === id)?.codes;
  if (stored === null || lens === undefined || codes === undefined) return null;
  const { model, groups } = lens;
  return {
    groups,
    codes: Int32Array.from(codes, (code) => (code === null ? -1 : groups.indexOf(code))),
    judgement: { model, scores: stored.scores },
  };
}

/** The ISO day an analysis judged; null without dates. */
export function readAsOf({ summary }: Analysis): string | null {
  const { asOfDay } = summary.report.period;
  return asOfDay === null ? null : formatIsoDay(asOfDay);
}

/** The run to compare with: the latest that judged an earlier day, or, where there are no dates, the latest. */
export function findEarlierRun(runs: readonly HistoryRun[], asOf: string | null): HistoryRun | undefined {
  return runs.find((run) => (asOf === null || run.asOf === null ? run.asOf === asOf : run.asOf < asOf));
}

interface Since extends PurchaseFacts {
  /** Customers on the day of the run by today's rows; null where these are not the customers that the run knew. */
  readonly then: Summary | null;
}

/** Who bought before and after the run was made; nothing where there are no dates. */
function describeSince(run: HistoryRun, judged: JudgedRows, table: CustomerTable | null): Since {
  const { firstDay, asOfDay } = judged.analysis.summary.report.period;
  const runDay = run.asOf === null ? null : parseIsoDay(run.asOf);
  if (firstDay === null || asOfDay === null || runDay === null || judged.read.kind === "customers")
    return { periods: null, retention: null, cohorts: null, cutAt: null, then: null };
  const ledger = openLedger(judged, table, asOfDay);
  const then = firstDay < runDay ? ledger.summarize(runDay, null) : null;
  const isSame =
    then?.customers.ids.length === run.ids.length && then.customers.ids.every((id, i) => id === run.ids[i]);
  return { ...describePurchases(ledger, runDay, asOfDay), then: isSame ? then : null };
}

/** Whether today's rows know the customers that the run knew, so that its date can be computed from them. */
export function isRunInRows(run: HistoryRun, judged: JudgedRows, table: CustomerTable | null): boolean {
  return describeSince(run, judged, table).then !== null;
}

/**
 * Compares the run that the workbook kept with today's analysis.
 *
 * @throws InputError when the run or the analysis does not know the lens, or the run knew another kind of value
 */
export function compareWithRun(
  run: HistoryRun,
  judged: JudgedRows,
  table: CustomerTable | null,
  choice: MovementChoice,
): MovementReport {
  const { settings, summary, value, lenses, lifetime } = judged.analysis;
  const lens = movingLenses.find(({ id }) => id === choice.lens)!;
  const stored = readStoredLens(run, choice.lens);
  const own = lenses.find(({ id }) => id === choice.lens);
  if (stored === null || own === undefined || run.basis !== value.basis)
    throw new InputError("lensCannotMove", { lens: choice.lens, asOf: run.asOf ?? "" });
  const date = buildJudgedDate(summary, settings, selectLifetimeColumns(lifetime));
  const first = { ids: run.ids, codes: stored.codes, values: run.values };
  const ownIds = own.groups.map(({ id }) => id);
  const merged = mergeGroups(stored.groups, ownIds, own.codes);
  const byFirst = assignDate(lens, stored.judgement, date);
  const { periods, then, ...purchases } = describeSince(run, judged, table);
  const ways = {
    first: compareSides(stored.groups, first, buildSide(date, byFirst), periods, choice),
    each: compareSides(merged.groups, first, buildSide(date, merged.codes), periods, choice),
  };
  const movement = ways[choice.models];
  return {
    choice: { ...choice, compare: "cumulated" },
    lacksPeriods: choice.compare === "window",
    source: "history",
    basis: value.basis,
    first: {
      asOf: run.asOf,
      from: null,
      customers: run.ids.length,
      value: run.basis === "none" ? null : sumRounded(run.values),
    },
    second: describeDate(date),
    movement,
    otherWay: ways[choice.models === "first" ? "each" : "first"],
    rise: then === null ? null : findRiseRules(movement, buildJudgedDate(then, settings).tables, settings),
    isByPeriods: periods !== null,
    ...purchases,
  };
}
