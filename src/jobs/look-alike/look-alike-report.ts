import type { LookAlikeResult } from "../../core/decisions/look-alike";
import type { ProspectQuadrants } from "../../core/decisions/prospect-quadrants";
import type { ScoreMethod } from "../../core/decisions/scorer";
import type { TreeColumn } from "../../core/tree/column";

/** What was chosen for the job. */
export interface LookAlikeChoice {
  readonly idColumn: string | null;
  readonly topShare: number;
  readonly method: ScoreMethod;
  readonly neighbours: number;
  readonly ridge: number | null;
  readonly seed: number;
}

/** What top customers are chosen by. */
export type TopBasis = "lastYear" | "revenue" | "orders";

/** All that the job found. */
export interface LookAlikeReport {
  readonly choice: LookAlikeChoice;
  /** Where the prospects stand. */
  readonly source: string;
  readonly basis: TopBasis;
  readonly customers: number;
  readonly top: number;
  /** Smallest amount, or number of orders, of a top customer. */
  readonly least: number;
  /** Ids of the prospects scored, in standard order. */
  readonly prospectIds: readonly string[];
  /** Shared attributes of the customers and, in the same order, of the prospects scored. */
  readonly columns: readonly TreeColumn[];
  readonly prospectColumns: readonly TreeColumn[];
  /** Prospects left out because they are customers already, and rows of the list that cannot be used. */
  readonly alreadyCustomers: number;
  readonly excludedRows: number;
  readonly result: LookAlikeResult;
  /** Columns of the list that tell demand. */
  readonly demandColumns: readonly string[];
  readonly quadrants: ProspectQuadrants;
}
