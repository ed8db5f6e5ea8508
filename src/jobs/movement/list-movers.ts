import type { AlertKind } from "../../core/decisions/movement-alerts";
import { ALERT_KINDS, LOSS_KINDS, hasAlert } from "../../core/decisions/movement-alerts";
import type { Movement } from "../../core/report/movement";

/** A customer with an alert. */
export interface Mover {
  readonly id: string;
  readonly alerts: readonly AlertKind[];
  /** Ids of the groups; null for none. */
  readonly from: string | null;
  readonly to: string | null;
  /** What the customer brought in the period before the first date, and in the period after it; null where nothing, or unknown. */
  readonly before: number | null;
  readonly after: number | null;
  /** 0 where no value is known. */
  readonly change: number;
}

/** The customers with alerts: those who lost, largest loss first, and all others, largest gain first. */
export interface Movers {
  readonly losses: readonly Mover[];
  readonly gains: readonly Mover[];
}

const known = (value: number) => (Number.isFinite(value) ? value : null);

/** Customers with alerts in the order in which somebody should look at them; equal ones in standard order. */
export function listMovers({ groups, customers, alerts }: Movement): Movers {
  const { ids, columns } = customers;
  const { before, after, valuesBefore, valuesAfter } = columns;
  const movers = ids.flatMap((id, i): Mover[] => {
    const own = ALERT_KINDS.filter((kind) => hasAlert(alerts.flags[i], kind));
    if (own.length === 0) return [];
    const [worth, later] = [known(valuesBefore[i]), known(valuesAfter[i])];
    return [
      {
        id,
        alerts: own,
        from: groups[before[i]] ?? null,
        to: groups[after[i]] ?? null,
        before: worth,
        after: later,
        change: (later ?? 0) - (worth ?? 0),
      },
    ];
  });
  const isLoss = ({ alerts: own }: Mover) => own.some((kind) => LOSS_KINDS.includes(kind));
  return {
    losses: movers.filter(isLoss).sort((a, b) => a.change - b.change),
    gains: movers.filter((mover) => !isLoss(mover)).sort((a, b) => b.change - a.change),
  };
}
