/** Customers of a cell, a row, a column or all, and their sums; what is not known is NaN. */
export interface CrossTotal {
  readonly customers: number;
  readonly revenue: number;
  readonly profit: number;
  readonly orders: number;
  /** Pieces bought. */
  readonly units: number;
  readonly cost: number;
}

/** One cell of a cross-table; shares and indices are NaN where they would divide by 0. */
export interface CrossCell extends CrossTotal {
  /** Share of the row's customers. */
  readonly rowShare: number;
  /** 100 = as many customers as expected if rows and columns had nothing to do with one another. */
  readonly index: number;
}

/** Customers by two divisions at once. Only customers who are in a group of both count. */
export interface CrossTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly CrossCell[])[];
  readonly rowTotals: readonly CrossTotal[];
  readonly columnTotals: readonly CrossTotal[];
  readonly total: CrossTotal;
}

/** What rows and columns of a cross-table are: ids of lenses or names of columns. */
export type CrossPair = readonly [rows: string, columns: string];

/** One cross-table that was asked for. */
export interface CrossResult {
  readonly rows: string;
  readonly columns: string;
  /** Null where the run has no such lens or column; `unknown` then names it. */
  readonly table: CrossTable | null;
  readonly unknown: readonly string[];
}
