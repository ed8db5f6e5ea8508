import type { Words } from "../i18n/en";
import type { Language } from "../i18n/words";
import type { SheetContent, WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { JobOptions, JudgedRows } from "./analyze";

/** A value as plain JSON. */
export type JobJson =
  string | number | boolean | null | readonly JobJson[] | { readonly [key: string]: JobJson | undefined };

/** What a field takes: dates are `YYYY-MM-DD`, shares 0..1, columns are headers, letters or positions, null where nothing is chosen. */
export type JobValue = JobJson;

interface FieldFrame {
  /** Camel case; the option on the command line is its kebab case. */
  readonly key: string;
  /** What holds when nothing is said. */
  readonly default: JobValue;
}

/** Something that may be chosen before a job runs: an option on the command line, a field of the form in the pane. */
export type JobField = FieldFrame &
  (
    | {
        readonly kind: "number" | "share";
        readonly minimum?: number;
        readonly maximum?: number;
        readonly isWhole?: true;
      }
    | { readonly kind: "text" | "date" | "flag" }
    | { readonly kind: "choice"; readonly choices: readonly string[] }
    /** One column or several: of the job's table named, else measures and attributes of the customers. */
    | { readonly kind: "column" | "columns"; readonly table?: string }
    /** Anything; the job checks it. On the command line JSON text. */
    | { readonly kind: "json" }
  );

/** Rows that a job reads besides the transactions: option `--<id> FILE[#SHEET]`, in the pane a list of sheets and tables. */
export interface JobTable {
  readonly id: string;
  readonly isRequired: boolean;
}

/** What a job works with. */
export interface JobContext extends JobOptions {
  readonly port: WorkbookPort;
  /** The customers; null only where the job can do without. */
  readonly judged: JudgedRows | null;
  /** By id of {@link JobTable}; those not given are missing. */
  readonly tables: Readonly<Record<string, RowSource | undefined>>;
  /** By key of {@link JobField}, all of them. */
  readonly values: Readonly<Record<string, JobValue>>;
  readonly words: Words;
  readonly language: Language;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  readonly version: string;
}

/** What a job brought. */
export interface JobResult {
  /** Sheets to write, the one to show first; none where the job has changed the workbook itself, or nothing. */
  readonly sheets: readonly SheetContent[];
  /** Codes and numbers for other programs, the same in every language. */
  readonly report: { readonly [key: string]: JobJson | undefined };
  /** What the user is told, the most important first. */
  readonly sentences: readonly string[];
  /** Document settings to keep besides the chosen values. */
  readonly settings?: Readonly<Record<string, string>>;
  /** False where the workbook is as it was. */
  readonly hasChanged?: boolean;
}

/** One thing a user can ask for besides the main job, drawn by pane and command line from the list of jobs. */
export interface Job {
  readonly id: string;
  /** Whether the job looks at customers, and so at the transactions. */
  readonly customers: "needed" | "optional" | "none";
  readonly tables: readonly JobTable[];
  readonly fields: readonly JobField[];
  /** True for a job that works on a workbook as it is: the command line writes the file that it read. */
  readonly editsWorkbook?: true;
  /**
   * Does the work and lays out its sheets; writing them is the caller's.
   *
   * @throws InputError for values and rows that do not fit, WorkbookError when the workbook refuses
   */
  run(context: JobContext): Promise<JobResult>;
}
