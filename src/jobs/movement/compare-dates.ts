import type { CustomerTable } from "../../core/customers/customer-table";
import { parseIsoDay } from "../../core/days";
import { computeRetention } from "../../core/decisions/retention";
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
import type { Ledger } from "./date-sides";
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

interface TwoDates {
  readonly lens: AnyLens;
  readonly ledger: Ledger;
  readonly days: readonly [first: number, second: number];
}

function openDates(
  judged: JudgedRows,
  table: CustomerTable | null,
  compareAsOf: string,
  choice: MovementChoice,
): TwoDates {
  const { asOfDay } = judged.analysis.summary.report.period;
  const otherDay = parseIsoDay(compareAsOf)!;
  if (asOfDay === null || judged.read.kind === "customers") throw new InputError("noDatesToCompare");
  if (asOfDay === otherDay) throw new InputError("sameDate", { asOf: compareAsOf });
  const days = [Math.min(asOfDay, otherDay), Math.max(asOfDay, otherDay)] as const;
  return {
    lens: movingLenses.find(({ id }) => id === choice.lens)!,
    ledger: openLedger(judged, table, days[1]),
    days,
  };
}

/** Customers on the two dates by all purchases, or by those from the start of a period on. */
function judgeDates(
  { ledger, days }: TwoDates,
  starts: readonly [number | null, number | null],
  { summary, settings, lifetime }: Analysis,
): readonly [JudgedDate, JudgedDate] {
  const [first, second] = days.map((day, i) => {
    const own = ledger.summarize(day, starts[i]);
    return buildJudgedDate(own, settings, own === summary ? selectLifetimeColumns(lifetime) : undefined);
  });
  return [first, second];
}

function buildReport(
  { lens, ledger, days }: TwoDates,
  dates: readonly [JudgedDate, JudgedDate],
  analysis: Analysis,
  choice: MovementChoice,
): Omit<MovementReport, "lacksPeriods"> {
  const { periods, ...purchases } = describePurchases(ledger, ...days);
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
    rise: findRiseRules(movement, dates[0].tables, analysis.settings),
    isByPeriods: periods !== null,
    ...purchases,
  };
}

function compareOpened(dates: TwoDates, analysis: Analysis, choice: MovementChoice): MovementReport | null {
  const [before, after] = findPeriods(...dates.days);
  const { purchaseDays } = dates.ledger.whole;
  if (purchaseDays === null) return null;
  const { activeFirst, activeSecond } = computeRetention(purchaseDays, before, after);
  if (activeFirst === 0 || activeSecond === 0) return null;
  const judgedDates = judgeDates(dates, [before.fromDay, after.fromDay], analysis);
  if (judgedDates.some((date) => findMissing(dates.lens, date, analysis.settings) !== null)) return null;
  return { ...buildReport(dates, judgedDates, analysis, { ...choice, compare: "window" }), lacksPeriods: false };
}

/**
 * Compares what customers bought in the period from one date to the other with what they bought in the period of equal length before it.
 *
 * @param compareAsOf as {@link compareDates}
 * @returns null where nobody bought in one of the periods, or the lens cannot run on both
 * @throws InputError when the rows have no dates, or the two dates are one
 */
export function comparePeriods(
  judged: JudgedRows,
  table: CustomerTable | null,
  compareAsOf: string,
  choice: MovementChoice,
): MovementReport | null {
  return compareOpened(openDates(judged, table, compareAsOf, choice), judged.analysis, choice);
}

/**
 * Compares two as-of dates in the rows of an analysis: its own, and another. Where periods cannot be compared, all purchases up to each
 * date are.
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
  const { analysis } = judged;
  const opened = openDates(judged, table, compareAsOf, choice);
  const byPeriods = choice.compare === "window" ? compareOpened(opened, analysis, choice) : null;
  if (byPeriods !== null) return byPeriods;
  const dates = judgeDates(opened, [null, null], analysis);
  const blind = dates.find((date) => findMissing(opened.lens, date, analysis.settings) !== null);
  if (blind !== undefined)
    throw new InputError("lensCannotMove", { lens: choice.lens, asOf: describeDate(blind).asOf ?? "" });
  return {
    ...buildReport(opened, dates, analysis, { ...choice, compare: "cumulated" }),
    lacksPeriods: choice.compare === "window",
  };
}
