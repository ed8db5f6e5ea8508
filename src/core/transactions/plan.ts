import type { Issue } from "../issues";
import type { DateOrder } from "./date-column";
import type { RoleColumns } from "./roles";

/** How rows are judged; every switch has a default. */
export interface RowSwitches {
  /** Rows without customer: left out, or counted in the totals as one unknown customer. */
  readonly unknown: "exclude" | "oneCustomer";
  /** Days after today. */
  readonly future: "exclude" | "keep";
  /** Days before 1980. */
  readonly old: "exclude" | "keep";
  /** Rows with an empty amount: left out, or read as 0. */
  readonly missing: "exclude" | "zero";
  /** Rows with the amount 0. */
  readonly zero: "keep" | "drop";
  /** Rows that repeat an earlier row in every column that has a role or is an attribute. */
  readonly duplicates: "keep" | "drop";
  /** Whether ids that differ only in case or leading zeros are one customer. */
  readonly mergeIds: boolean;
  /** Hidden and filtered rows. */
  readonly rows: "all" | "visible";
  /** What stands before the digits of a cancelled order's id; none switches the rule off. */
  readonly cancelledPrefixes: readonly string[];
  /** The one currency to keep where the amounts name several; null stops there. */
  readonly currency: string | null;
  readonly dateOrder: DateOrder;
  /** The user's custom where no cell of a column tells whether the day comes first. */
  readonly localeDayFirst: boolean;
  /** The user's custom where no cell of a column tells which sign is the decimal one. */
  readonly localeDecimalComma: boolean;
  /** Whether the cost column holds the cost of the line or of one unit. */
  readonly costBasis: "line" | "unit";
  /** Margin as share of the amount where no column tells costs; null where it is not known. */
  readonly margin: number | null;
}

/** The switches nobody changed. */
export const defaultSwitches: RowSwitches = {
  unknown: "exclude",
  future: "exclude",
  old: "exclude",
  missing: "exclude",
  zero: "keep",
  duplicates: "keep",
  mergeIds: false,
  rows: "all",
  cancelledPrefixes: ["C"],
  currency: null,
  dateOrder: "auto",
  localeDayFirst: false,
  localeDecimalComma: false,
  costBasis: "line",
  margin: null,
};

/** What a reader of rows has to know. */
export interface ReadPlan {
  readonly headers: readonly string[];
  /** Position of the column of each role. */
  readonly columns: RoleColumns;
  /** Positions of the columns that are attributes. */
  readonly attributes: readonly number[];
  /** Today as days since 1970-01-01: later days are in the future. */
  readonly today: number;
  readonly switches?: Partial<RowSwitches>;
  /** What was found about the columns, to be listed with the rows' issues. */
  readonly issues?: readonly Issue[];
}
