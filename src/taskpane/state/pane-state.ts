import type { DataReport } from "../../core/customers/summary";
import type { Analysis } from "../../core/report/analysis";
import type { AnalysisSettings } from "../../core/report/settings";
import type { Language } from "../../i18n/words";
import type { AnalyzeOutcome, JobProgress } from "../../jobs/analyze";
import type { RememberedChoice } from "../../jobs/open-selection";
import type { SelectionPreview } from "../../jobs/preview-selection";
import type { Preferences } from "../../jobs/stored-settings";
import type { WhatIf } from "../../jobs/what-if";

export type ViewName = "start" | "columns" | "options" | "results" | "customer" | "decide" | "job";

export type TaskName = "analyze" | "write" | "remove" | "sample" | "preview" | "job" | "refresh" | "colors" | "card";

/** The one piece of work under way. */
export interface Task {
  readonly name: TaskName;
  readonly progress: JobProgress | null;
  /** As `performance.now()`. */
  readonly startedAt: number;
}

/** What the user is told at the top of the pane; errors are put into words where they are shown, so that a change of language reaches them. */
export type Notice =
  | { readonly kind: "cancelled" | "removed" | "sample" | "written" }
  | { readonly kind: "refreshed" | "colorsShown" | "colorsHidden" | "noCustomer" }
  /** `sheet` is the id of the sheet that a job wrote. */
  | { readonly kind: "job"; readonly sentences: readonly string[]; readonly sheet: string | null }
  | { readonly kind: "analyzed"; readonly report: DataReport }
  | { readonly kind: "failed"; readonly error: unknown };

/** What the form of a job takes for a field: text as it is typed or chosen, empty for the default; or columns that are ticked. */
export type FormValue = string | readonly string[];

/** What was chosen in the form of a job so far. */
export interface JobDraft {
  /** Choices of rows by the job's tables. */
  readonly rows: Readonly<Record<string, string>>;
  /** By key of the job's fields. */
  readonly values: Readonly<Record<string, FormValue>>;
}

/** What the run of an analysis left in memory. */
export interface PaneResult {
  readonly outcome: AnalyzeOutcome;
  /** The analysis of the run, or what was tried out on it. */
  readonly shown: Analysis;
  readonly whatIf: WhatIf;
}

/** The user's choices before a run. Settings and preferences are null until the workbook's own are read. */
export interface Choices {
  readonly settings: AnalysisSettings | null;
  readonly defaults: AnalysisSettings | null;
  readonly preferences: Preferences | null;
  readonly columns: RememberedChoice;
}

/** Nothing is said about columns. */
export const anyColumns: RememberedChoice = { choice: { roles: {}, attributes: null }, headers: null };

/** Everything the pane shows. */
export interface PaneState extends Choices {
  readonly language: Language;
  readonly view: ViewName;
  readonly task: Task | null;
  readonly notice: Notice | null;
  readonly preview: SelectionPreview | null;
  readonly report: DataReport | null;
  readonly result: PaneResult | null;
  /** Index into the customers of the analysis. */
  readonly customer: number | null;
  /** Id of the job whose form is shown. */
  readonly job: string | null;
  /** By id of the jobs whose forms were opened. */
  readonly drafts: Readonly<Record<string, JobDraft | undefined>>;
}

/** Changes and reads the state of the pane. */
export interface StateAccess {
  readonly set: (change: Partial<PaneState>) => void;
  readonly get: () => PaneState;
}
