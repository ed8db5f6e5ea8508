import type { Analysis } from "../core/report/analysis";
import type { AnalysisSettings } from "../core/report/settings";
import type { Role } from "../core/transactions/roles";
import type { RunAnalysis } from "../engine/run-analysis";
import type { StageTiming } from "../engine/run-steps";
import type { Language } from "../i18n/words";
import type { RowSource } from "../workbook/rows";
import type { ColumnChoice } from "./detect-columns";
import type { SheetId } from "./layout/layout-context";
import type { ReadLines } from "./read-summary";

/** Settings of a run are kept in the workbook under this key. */
export const SETTINGS_KEY = "cvm.analyze";

/** What the analysis is asked for. */
export interface AnalyzeRequest {
  readonly source: RowSource;
  /** Whether the rows lie in the workbook that is written to: then rows can be linked and labelled. */
  readonly isInWorkbook: boolean;
  /** A list with a row per customer; `find` looks for one in the workbook; null for none. */
  readonly customerTable: RowSource | "find" | null;
  readonly columns: ColumnChoice;
  readonly settings: AnalysisSettings;
  readonly language: Language;
  readonly labels: boolean;
  /** More document settings to keep with the result. */
  readonly keep?: Readonly<Record<string, string>>;
  readonly sheets?: readonly SheetId[];
  /** Whether customers are judged by the models of the last run in the workbook, where these still fit. */
  readonly keepsModels?: boolean;
  /** Above this many rows they are added up while they are read, and none is kept; no limit when left out. */
  readonly mostRowsKept?: number;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  /** Where the analysis is done; on this thread when left out. */
  readonly runAnalysis?: RunAnalysis;
  readonly version: string;
}

/** Progress of a job: the stage it is in, and how much of it is done where that is known (0..1). */
export interface JobProgress {
  readonly stage: string;
  readonly share: number | null;
}

/** How a job reports and is stopped. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JobProgress) => void;
}

/** What was found out about rows, with the rows themselves: enough to write it, to write it once more, or to look into it. */
export interface JudgedRows {
  readonly analysis: Analysis;
  readonly request: AnalyzeRequest;
  readonly read: ReadLines;
  readonly roleColumns: Partial<Record<Role, number>>;
  /** Number format of money, in en-US notation. */
  readonly moneyFormat: string;
  /** Header of the column per role. */
  readonly columns: Readonly<Record<string, string>>;
  readonly customerTable: RowSource | null;
}

/** What an analysis brought, and how long each stage took. */
export interface AnalyzeOutcome extends JudgedRows {
  readonly timings: readonly StageTiming[];
}
