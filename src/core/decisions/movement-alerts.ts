/** What can happen to a customer between two dates that somebody should look at; losses first. */
export const ALERT_KINDS = ["down", "valueDrop", "gone", "new", "up"] as const;

/** See {@link ALERT_KINDS}. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Kinds that are losses. */
export const LOSS_KINDS: readonly AlertKind[] = ["down", "valueDrop", "gone"];

/** The same customers before and after a date, one entry per customer. */
export interface AlertColumns {
  /** Group on the first date, 0 = best; -1 = in none. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** 1 where somebody bought in the period before the first date, and in the period after it. */
  readonly wasActive: ArrayLike<number>;
  readonly isActive: ArrayLike<number>;
  /** 1 where somebody became a customer after the first date. */
  readonly isNew: ArrayLike<number>;
  /** What the customer brought in each of the periods; NaN = unknown. */
  readonly valuesBefore: ArrayLike<number>;
  readonly valuesAfter: ArrayLike<number>;
}

/** From which loss on a change of value is worth a look. */
export interface AlertLimits {
  /** Loss by the value before; 0.3 when not given. */
  readonly dropShare?: number;
  /** Change by what all customers brought in the first period, so that small change is not reported; 0.001 when not given. */
  readonly leastShare?: number;
}

/** Alerts of one kind. */
export interface AlertCount {
  readonly kind: AlertKind;
  readonly customers: number;
  /** Sum of the changes of their value. */
  readonly valueChange: number;
}

/** All alerts. */
export interface MovementAlerts {
  /** One entry per kind, in the order of {@link ALERT_KINDS}; a customer can have several. */
  readonly counts: readonly AlertCount[];
  /** Per customer: bit `k` is set for the kind at position `k` of {@link ALERT_KINDS}. */
  readonly flags: Uint8Array;
}

const orZero = (value: number) => (value === value ? value : 0);

/** Whether the flags of a customer hold a kind. */
export function hasAlert(flags: number, kind: AlertKind): boolean {
  return (flags & (1 << ALERT_KINDS.indexOf(kind))) !== 0;
}

/**
 * Flags customers who lost or gained between two dates: in a lower or higher group, worth much less in the later of two periods, gone since,
 * new.
 *
 * Someone who is gone is not counted as worth less besides, and someone who is gone or worth much less not as risen: a loss comes first.
 *
 * @param customers columns of equal length
 */
export function flagAlerts(customers: AlertColumns, limits: AlertLimits = {}): MovementAlerts {
  const { before, after, wasActive, isActive, isNew, valuesBefore, valuesAfter } = customers;
  const { dropShare = 0.3, leastShare = 0.001 } = limits;
  let total = 0;
  for (let i = 0; i < valuesBefore.length; i++) total += orZero(valuesBefore[i]);
  const least = Math.max(0, total) * leastShare;
  const flags = new Uint8Array(before.length);
  const counts = ALERT_KINDS.map((kind) => ({ kind, customers: 0, valueChange: 0 }));
  for (let i = 0; i < flags.length; i++) {
    const change = orZero(valuesAfter[i]) - orZero(valuesBefore[i]);
    const isActiveInBoth = wasActive[i] === 1 && isActive[i] === 1;
    const hasGroups = before[i] >= 0 && after[i] >= 0;
    const valueDrop =
      isActiveInBoth && valuesBefore[i] > 0 && change / valuesBefore[i] <= -dropShare && -change >= least;
    const gone = wasActive[i] === 1 && isActive[i] !== 1;
    const isKind: Readonly<Record<AlertKind, boolean>> = {
      down: hasGroups && after[i] > before[i],
      valueDrop,
      gone,
      new: isNew[i] === 1,
      up: hasGroups && after[i] < before[i] && !valueDrop && !gone,
    };
    ALERT_KINDS.forEach((kind, position) => {
      if (!isKind[kind]) return;
      flags[i] |= 1 << position;
      counts[position].customers++;
      counts[position].valueChange += change;
    });
  }
  return { counts, flags };
}
