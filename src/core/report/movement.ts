import type { AlertColumns, AlertLimits, MovementAlerts } from "../decisions/movement-alerts";
import { flagAlerts } from "../decisions/movement-alerts";
import type { MigrationMatrix } from "../decisions/migration-matrix";
import { buildMigrationMatrix } from "../decisions/migration-matrix";
import { sortIds } from "../math/order";

/** Customers with what each of them brought. */
export interface CustomerValues {
  readonly ids: readonly string[];
  /** NaN = unknown. */
  readonly values: ArrayLike<number>;
}

/** The customers of one date with the group each is in and the value each has. */
export interface MovementSide extends CustomerValues {
  /** Index into the groups, -1 for none. */
  readonly codes: ArrayLike<number>;
}

/** Two periods of equal length before and after the first date, by which losses are found. */
export interface MovementPeriods {
  readonly before: CustomerValues;
  readonly after: CustomerValues;
  /** Who became a customer after the first date. */
  readonly newIds: ReadonlySet<string>;
}

/** The customers of either date, one entry each in standard order. */
export interface MovingCustomers {
  readonly ids: readonly string[];
  /** Position among the customers of the first date, -1 where somebody was none. */
  readonly positions: Int32Array;
  /** Groups, and what alerts are found by. */
  readonly columns: AlertColumns;
}

/** How customers moved between the groups of a lens from one date to another. */
export interface Movement {
  /** Ids of the groups, best first. */
  readonly groups: readonly string[];
  readonly customers: MovingCustomers;
  readonly matrix: MigrationMatrix;
  readonly alerts: MovementAlerts;
}

/** Positions of everybody of `ids` in another list, -1 where somebody is not in it. */
function findPositions(ids: readonly string[], other: readonly string[]): Int32Array {
  const found = new Map(other.map((id, position) => [id, position]));
  return Int32Array.from(ids, (id) => found.get(id) ?? -1);
}

const flagPresent = (positions: Int32Array) => Uint8Array.from(positions, (position) => (position < 0 ? 0 : 1));

function pick(positions: Int32Array, column: ArrayLike<number>, missing: number): Float64Array {
  return Float64Array.from(positions, (position) => (position < 0 ? missing : column[position]));
}

/**
 * Compares two dates customer by customer.
 *
 * @param groups  ids of the groups that the codes of both sides point into, best first
 * @param first   the earlier date
 * @param second  the later date
 * @param periods by which losses are found; where they are not known, the values on the two dates are compared
 */
export function compareSides(
  groups: readonly string[],
  first: MovementSide,
  second: MovementSide,
  periods: MovementPeriods | null = null,
  limits: AlertLimits = {},
): Movement {
  const lists = [first, second, ...(periods === null ? [] : [periods.before, periods.after])];
  const all = [...new Set(lists.flatMap(({ ids }) => ids))];
  const ids = Array.from(sortIds(all), (position) => all[position]);
  const positions = findPositions(ids, first.ids);
  const later = findPositions(ids, second.ids);
  const before = pick(positions, first.codes, -1);
  const after = pick(later, second.codes, -1);
  const earlierActive = periods === null ? positions : findPositions(ids, periods.before.ids);
  const laterActive = periods === null ? later : findPositions(ids, periods.after.ids);
  const columns: AlertColumns = {
    before,
    after,
    wasActive: flagPresent(earlierActive),
    isActive: flagPresent(laterActive),
    isNew:
      periods === null
        ? positions.map((position, i) => (position < 0 && later[i] >= 0 ? 1 : 0))
        : Uint8Array.from(ids, (id) => (periods.newIds.has(id) ? 1 : 0)),
    valuesBefore: pick(earlierActive, periods?.before.values ?? first.values, NaN),
    valuesAfter: pick(laterActive, periods?.after.values ?? second.values, NaN),
  };
  return {
    groups,
    customers: { ids, positions, columns },
    matrix: buildMigrationMatrix(before, after, groups.length, [
      pick(positions, first.values, NaN),
      pick(later, second.values, NaN),
    ]),
    alerts: flagAlerts(columns, limits),
  };
}
