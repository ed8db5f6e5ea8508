import type { CallFailure } from "../engine/worker-calls";
import { describeFailure, rebuildError } from "../engine/worker-calls";
import type { Language } from "../i18n/words";
import { WorkbookError } from "../workbook/port";
import type { WorkbookErrorCode } from "../workbook/port";
import type { RowRequest, RowSource } from "../workbook/rows";
import type { AnalyzeRequest, JudgedRows } from "./analyze-request";
import type { InputErrorCode } from "./input-error";
import { InputError } from "./input-error";
import type { JobValue } from "./job";

/** A source of rows without the rows: these are asked for by the source's place in the list of sources. */
export type SourceFacts = Pick<RowSource, "title" | "place" | "headers" | "formats" | "rowCount"> & {
  readonly source: number;
};

/** Customers as they go to another thread: sources of rows stay behind. */
export interface SentCustomers extends Omit<JudgedRows, "request" | "customerTable"> {
  readonly request: Pick<
    AnalyzeRequest,
    "isInWorkbook" | "columns" | "settings" | "language" | "labels" | "today" | "version"
  > & { readonly source: SourceFacts };
  readonly customerTable: SourceFacts | null;
}

/** A job as it goes to another thread. */
export interface SentJob {
  readonly job: string;
  readonly judged: SentCustomers | null;
  readonly tables: Readonly<Record<string, SourceFacts>>;
  readonly values: Readonly<Record<string, JobValue>>;
  readonly language: Language;
  readonly today: number;
  readonly version: string;
}

/** What a job in a worker asks of the page, with its argument. */
export interface PageQuestions {
  readonly readCulture: null;
  readonly readSetting: string;
  readonly readSheet: string;
  readonly readHead: { readonly source: number; readonly count: number };
  /** The number of a reading comes back. */
  readonly openBlocks: { readonly source: number; readonly request: Pick<RowRequest, "columns" | "dateColumns"> };
  /** The next block of a reading, null at its end. */
  readonly readBlock: number;
  readonly closeBlocks: number;
  readonly report: { readonly stage: string; readonly share: number | null };
}

/** An error of a job as it crosses between threads. */
export type JobFailure =
  | CallFailure
  | { readonly kind: "job"; readonly code: InputErrorCode; readonly parameters: Readonly<Record<string, string>> }
  | {
      readonly kind: "workbook";
      readonly code: WorkbookErrorCode;
      readonly detail: string;
      readonly parameters: Readonly<Record<string, string>>;
    };

/** An error in the form in which it crosses. */
export function describeJobFailure(error: unknown): JobFailure {
  if (error instanceof InputError) return { kind: "job", code: error.code, parameters: error.parameters };
  if (error instanceof WorkbookError)
    return { kind: "workbook", code: error.code, detail: error.detail, parameters: error.parameters };
  return describeFailure(error);
}

/** The error again, of its class. */
export function rebuildJobError(failure: JobFailure): Error {
  if (failure.kind === "job") return new InputError(failure.code, failure.parameters);
  if (failure.kind === "workbook") return new WorkbookError(failure.code, failure.detail, failure.parameters);
  return rebuildError(failure);
}
