import type { CohortTable, Retention } from "../../core/decisions/retention";
import type { ValueBasis } from "../../core/customers/customer-value";
import type { Movement } from "../../core/report/movement";
import type { RiseRules } from "../../core/report/rise-rules";

/** Whether all purchases up to a date count, or only those of a period that ends with it. */
export const COMPARISONS = ["window", "cumulated"] as const;
/** Whether both dates are judged by the thresholds of the first, or each by its own. */
export const JUDGES = ["first", "each"] as const;

/** How two dates are compared. */
export interface MovementChoice {
  readonly lens: string;
  readonly compare: (typeof COMPARISONS)[number];
  readonly models: (typeof JUDGES)[number];
  /** Loss of value from which on a customer is reported. */
  readonly dropShare: number;
}

/** One of the two dates. */
export interface MovementDate {
  /** ISO day on whose morning customers are judged; null for customers without dates. */
  readonly asOf: string | null;
  /** First day that counts; null where all do. */
  readonly from: string | null;
  readonly customers: number;
  /** Sum of what customers are judged by; null without money. */
  readonly value: number | null;
}

/** Everything that two dates show. */
export interface MovementReport {
  /** How the dates were compared, which is not always as asked for. */
  readonly choice: MovementChoice;
  /** Whether periods of equal length were asked for and could not be compared. */
  readonly lacksPeriods: boolean;
  /** Whether the first date was computed from the rows, or is the run that the workbook kept. */
  readonly source: "ledger" | "history";
  readonly basis: ValueBasis;
  readonly first: MovementDate;
  readonly second: MovementDate;
  /** Day of the first purchase known, where the first period begins before it and so is cut short. */
  readonly cutAt: string | null;
  readonly movement: Movement;
  /** The same dates judged the other way; null where that cannot be. */
  readonly otherWay: Movement | null;
  /** Whether alerts compare what customers brought in the period before the first date and in the one after it; else their value on the dates. */
  readonly isByPeriods: boolean;
  /** What customers who moved up have in common; null where nothing tells them apart or nothing is known of the first date. */
  readonly rise: RiseRules | null;
  /** Null without dates of purchase. */
  readonly retention: Retention | null;
  readonly cohorts: CohortTable | null;
}
