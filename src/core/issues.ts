/** Codes of everything that can be wrong or odd with a row or a column of the input. */
export type IssueCode =
  | "R01"
  | "R02"
  | "R03"
  | "R04"
  | "R05"
  | "R06"
  | "R07"
  | "R08"
  | "R09"
  | "R10"
  | "R11"
  | "R12"
  | "R13"
  | "R14"
  | "R15"
  | "R16"
  | "R17"
  | "R18"
  | "R19"
  | "R20"
  | "R21"
  | "R22"
  | "R23";

/**
 * What was done with the rows of an issue.
 *
 * `excluded` rows take no part; `refundOnly` rows belong to customers who never bought; all other treatments leave the row in use:
 * `flagged` only counts it, `converted` read its text as a number, `zeroed` read a blank amount as 0, `refund` made it a refund line,
 * `merged` joined two spellings of an id, `unknown` put it on the one unknown customer, `dayFirst` and `monthFirst` say how a date was
 * read, `leftmost` says which of two columns with one header counts.
 */
export type Treatment =
  | "excluded"
  | "refundOnly"
  | "flagged"
  | "converted"
  | "zeroed"
  | "refund"
  | "merged"
  | "unknown"
  | "dayFirst"
  | "monthFirst"
  | "leftmost";

/** One kind of issue: its name and what happens to its rows unless a switch says otherwise. */
export interface IssueKind {
  readonly code: IssueCode;
  readonly name: string;
  readonly effect: Treatment;
}

/** All issues in the order of their codes; a row gets the first excluding one that applies. */
export const issueKinds: readonly IssueKind[] = [
  { code: "R01", name: "totalRow", effect: "excluded" },
  { code: "R02", name: "errorCell", effect: "excluded" },
  { code: "R03", name: "missingCustomer", effect: "excluded" },
  { code: "R04", name: "missingDate", effect: "excluded" },
  { code: "R05", name: "badDate", effect: "excluded" },
  { code: "R06", name: "futureDate", effect: "excluded" },
  { code: "R07", name: "oldDate", effect: "excluded" },
  { code: "R08", name: "missingAmount", effect: "excluded" },
  { code: "R09", name: "textAmount", effect: "converted" },
  { code: "R10", name: "zeroAmount", effect: "flagged" },
  { code: "R11", name: "refund", effect: "refund" },
  { code: "R12", name: "cancelled", effect: "refund" },
  { code: "R13", name: "duplicateLine", effect: "flagged" },
  { code: "R14", name: "ambiguousDate", effect: "dayFirst" },
  { code: "R15", name: "idVariants", effect: "flagged" },
  { code: "R16", name: "orderShared", effect: "flagged" },
  { code: "R17", name: "outlier", effect: "flagged" },
  { code: "R18", name: "afterAsOf", effect: "excluded" },
  { code: "R19", name: "refundOnly", effect: "refundOnly" },
  { code: "R20", name: "hiddenRow", effect: "flagged" },
  { code: "R21", name: "mixedCurrency", effect: "excluded" },
  { code: "R22", name: "longNumberId", effect: "flagged" },
  { code: "R23", name: "duplicateHeader", effect: "leftmost" },
];

/** Name of the rows that R18 leaves out because they lie before the first day asked for. */
export const BEFORE_FROM = "beforeFrom";

/** Name of R13 where the rows are too many to be compared: it counts them all, and names none. */
export const NOT_COMPARED = "notCompared";

/** How many rows an issue names. */
export const ISSUE_ROW_LIMIT = 100;

/** Rows of one issue that were treated in one way. */
export interface Issue {
  readonly code: IssueCode;
  readonly name: string;
  /** Number of rows; of columns for R23. */
  readonly count: number;
  readonly treatment: Treatment;
  /** Positions in the source, from 0, of the first {@link ISSUE_ROW_LIMIT} rows, ascending; of the columns for R23. */
  readonly rows: readonly number[];
}

interface Entry {
  readonly code: IssueCode;
  readonly name: string;
  readonly treatment: Treatment;
  count: number;
  readonly rows: number[];
}

/** Counts issues and keeps their first rows. Positions must be added in ascending order per issue. */
export class IssueLog {
  private readonly entries: Entry[] = [];
  private last: Entry | null = null;

  /**
   * Adds one row.
   *
   * @param code      the issue
   * @param treatment what was done with the row
   * @param row       position in the source, from 0
   * @param name      another name than the issue's own
   */
  add(code: IssueCode, treatment: Treatment, row: number, name = nameIssue(code)): void {
    let entry = this.last;
    if (entry === null || entry.code !== code || entry.treatment !== treatment || entry.name !== name) {
      entry =
        this.entries.find((other) => other.code === code && other.treatment === treatment && other.name === name) ??
        null;
      if (entry === null) this.entries.push((entry = { code, name, treatment, count: 0, rows: [] }));
      this.last = entry;
    }
    entry.count++;
    if (entry.rows.length < ISSUE_ROW_LIMIT) entry.rows.push(row);
  }

  /**
   * Adds an issue whose rows were counted elsewhere, and which has no rows yet.
   *
   * @param count number of rows
   * @param rows  the first {@link ISSUE_ROW_LIMIT} of them
   */
  addCounted(code: IssueCode, treatment: Treatment, count: number, rows: readonly number[]): void {
    this.entries.push({ code, name: nameIssue(code), treatment, count, rows: rows.slice(0, ISSUE_ROW_LIMIT) });
  }

  /** Number of rows with an issue, however they were treated. */
  count(code: IssueCode): number {
    return this.entries.reduce((sum, entry) => (entry.code === code ? sum + entry.count : sum), 0);
  }

  /**
   * The issues by code, then in the order they first occurred.
   *
   * @param others issues found elsewhere, to be listed with these
   */
  list(others: readonly Issue[] = []): Issue[] {
    const own = this.entries.map((entry) => ({ ...entry, rows: [...entry.rows] }));
    return [...others, ...own].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  }
}

/** Language-free name of an issue, such as `badDate` for R05. */
export function nameIssue(code: IssueCode): string {
  return issueKinds[Number(code.slice(1)) - 1].name;
}

/** Why an input cannot be analysed at all. */
export type InputErrorCode = "missingColumn" | "mixedCurrency" | "noUsableRows" | "noCustomers";

/** The input cannot be analysed; `details` holds what the sentence about it needs, such as the currencies found. */
export class InputError extends Error {
  /**
   * @param code    the reason
   * @param details role names, currencies or the like
   * @param issues  what was found in the rows up to here
   */
  constructor(
    readonly code: InputErrorCode,
    readonly details: readonly string[] = [],
    readonly issues: readonly Issue[] = [],
  ) {
    super(details.length > 0 ? `${code}: ${details.join(", ")}` : code);
    this.name = "InputError";
  }
}
