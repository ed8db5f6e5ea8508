import { roundSum } from "../../core/customers/sums";
import { formatIsoDay } from "../../core/days";
import type { CohortTable, DayRange, Retention } from "../../core/decisions/retention";
import type { Movement } from "../../core/report/movement";
import type { Mover } from "./list-movers";
import { listMovers } from "./list-movers";
import type { MovementReport } from "./movement-report";

const formatRange = ({ fromDay, toDay }: DayRange) => ({
  from: formatIsoDay(fromDay),
  to: formatIsoDay(toDay - 1),
});

/** Retention in codes and numbers; days are the first and the last of each period. */
export function reportRetention(retention: Retention) {
  const { first, second, activeFirst, activeSecond, activeBoth, retentionShare, churnShare } = retention;
  return {
    first: formatRange(first),
    second: formatRange(second),
    activeFirst,
    activeSecond,
    activeBoth,
    retention: retentionShare,
    churn: churnShare,
  };
}

/** The cohort table in codes and numbers. */
export function reportCohorts({ cohorts, shares }: CohortTable) {
  return {
    months: cohorts.map(({ month, customers, active }) => ({ month, customers, active })),
    shares,
  };
}

function reportMatrix({ groups, matrix }: Movement, hasValue: boolean) {
  const { counts, shares, valueChanges, up, down, stayed, arrived, gone, netFlow, stabilityShare } = matrix;
  return {
    groups,
    counts,
    shares,
    valueChanges: hasValue && valueChanges !== null ? valueChanges.map((row) => row.map(roundSum)) : null,
    up,
    down,
    stayed,
    new: arrived,
    gone,
    netFlow,
    stability: stabilityShare,
  };
}

function reportMover({ id, alerts, from, to, before, after, change }: Mover) {
  return { customer: id, alerts, from, to, valueBefore: before, valueAfter: after, valueChange: roundSum(change) };
}

/**
 * Movement in codes and numbers. Rows and columns of a matrix are its groups in order; the last row is new customers, the last column those
 * who are gone.
 *
 * @param limit how many customers are listed of those who lost, and of those who gained
 */
export function reportMovement(report: MovementReport, limit: number) {
  const { choice, source, basis, first, second, movement, otherWay, rise, retention, cohorts } = report;
  const hasValue = basis !== "none";
  const { losses, gains } = listMovers(movement);
  return {
    lens: choice.lens,
    compare: choice.compare,
    models: choice.models,
    source,
    valueBasis: hasValue ? basis : null,
    first: { ...first },
    second: { ...second },
    ...reportMatrix(movement, hasValue),
    otherWay: otherWay && {
      models: choice.models === "first" ? "each" : "first",
      ...reportMatrix(otherWay, hasValue),
    },
    alerts: movement.alerts.counts.map(({ kind, customers, valueChange }) => ({
      kind,
      customers,
      valueChange: hasValue ? roundSum(valueChange) : null,
    })),
    losses: losses.slice(0, limit).map(reportMover),
    gains: gains.slice(0, limit).map(reportMover),
    movedUp: rise && {
      customers: rise.customers,
      risen: rise.risen,
      rules: rise.rules.map(({ conditions, customers, risen, riseShare }) => ({
        when: conditions,
        customers,
        risen,
        share: riseShare,
      })),
    },
    retention: retention && reportRetention(retention),
    cohorts: cohorts && reportCohorts(cohorts),
  };
}
