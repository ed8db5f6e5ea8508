import type { CustomerTable } from "../../core/customers/customer-table";
import { parseIsoDay } from "../../core/days";
import type { AnyLens } from "../../core/lenses/lens-list";
import type { Analysis } from "../../core/report/analysis";
import type { JudgedDate } from "../../core/report/judge-date";
import { assignDate, buildJudgedDate, findMissing, fitDate, mergeGroups } from "../../core/report/judge-date";
import { selectLifetimeColumns } from "../../core/report/lifetime";
import type { Movement, MovementPeriods } from "../../core/report/movement";
import { compareSides } from "../../core/report/movement";
import { findRiseRules } from "../../core/report/rise-rules";
import type { JudgedRows } from "../analyze";
import { InputError } from "../input-error";
import { buildSide, describeDate, describePurchases, findPeriods, movingLenses, openLedger } from "./date-sides";
import type { MovementChoice, MovementReport } from "./movement-report";

/** Groups and codes of a date by its own thresholds; those of the analysis are taken over. */
function fitOwn(lens: AnyLens, date: JudgedDate, { summary, lenses, settings }: Analysis) {
  const known = date.tables.summary === summary ? lenses.find(({ id }) => id === lens.id) : undefined;
  return known === undefined
    ? fitDate(lens, date, settings)
    : { groups: known.groups.map(({ id }) => id), codes: known.codes };
}

/** Both dates by the thresholds of the first, and each by its own. */
function compareBothWays(
  lens: AnyLens,
  [first, second]: readonly [JudgedDate, JudgedDate],
  periods: MovementPeriods | null,
  analysis: Analysis,
  choice: MovementChoice,
): Readonly<Record<MovementChoice["models"], Movement>> {
  const fit = fitDate(lens, first, analysis.settings);
  const [before, after] = [first, second].map((date) => buildSide(date, assignDate(lens, fit.judgement, date)));
  const own = fitOwn(lens, second, analysis);
  const { groups, codes } = mergeGroups(fit.groups, own.groups, own.codes);
  return {
    first: compareSides(fit.groups, before, after, periods, choice),
    each: compareSides(groups, buildSide(first, fit.codes), buildSide(second, codes), periods, choice),
  };
}

/**
 * Compares two as-of dates in the rows of an analysis: its own, and another.
 *
 * @param table       attributes of customers, read again for the other date
 * @param compareAsOf ISO day; the earlier of the two dates comes first, whichever it is
 * @throws InputError when the rows have no dates, the two dates are one, or the lens cannot run on both; core's own error when nobody had
 * bought by the earlier one
 */
export function compareDates(
  judged: JudgedRows,
  table: CustomerTable | null,
  compareAsOf: string,
  choice: MovementChoice,
): MovementReport {
  const { analysis, read } = judged;
  const { settings, summary } = analysis;
  const { asOfDay } = summary.report.period;
  const otherDay = parseIsoDay(compareAsOf)!;
  if (asOfDay === null || read.kind === "customers") throw new InputError("noDatesToCompare");
  if (asOfDay === otherDay) throw new InputError("sameDate", { asOf: compareAsOf });
  const [firstDay, secondDay] = [Math.min(asOfDay, otherDay), Math.max(asOfDay, otherDay)];
  const ledger = openLedger(judged, table, secondDay);
  const starts = choice.compare === "window" ? findPeriods(firstDay, secondDay) : null;
  const judgeDate = (day: number, fromDay: number | null): JudgedDate => {
    const own = ledger.summarize(day, fromDay);
    return buildJudgedDate(own, settings, own === summary ? selectLifetimeColumns(analysis.lifetime) : undefined);
  };
  const dates = [
    judgeDate(firstDay, starts?.[0].fromDay ?? null),
    judgeDate(secondDay, starts?.[1].fromDay ?? null),
  ] as const;
  const lens = movingLenses.find(({ id }) => id === choice.lens)!;
  const blind = dates.find((date) => findMissing(lens, date, settings) !== null);
  if (blind !== undefined)
    throw new InputError("lensCannotMove", { lens: lens.id, asOf: describeDate(blind).asOf ?? "" });
  const { periods, ...purchases } = describePurchases(ledger, firstDay, secondDay);
  const ways = compareBothWays(lens, dates, periods, analysis, choice);
  const movement = ways[choice.models];
  return {
    choice,
    source: "ledger",
    basis: analysis.value.basis,
    first: describeDate(dates[0]),
    second: describeDate(dates[1]),
    movement,
    otherWay: ways[choice.models === "first" ? "each" : "first"],
    rise: findRiseRules(movement, dates[0].tables, settings),
    isByPeriods: periods !== null,
    ...purchases,
  };
}
