import { WorkbookError } from "../workbook/port";
import type { WorkbookErrorCode } from "../workbook/port";
import type { AnalyzeOutcome, JobProgress } from "./analyze";
import type { InputErrorCode } from "./input-error";
import { InputError } from "./input-error";

/** Ribbon commands that work on the workbook. */
export type CommandName = "refreshResults" | "switchColors" | "removeOutput" | "runJob";

/** A failure as plain data, so that it can be told to a part of the page with code of its own, or to another page. */
export type CommandFailure =
  | { readonly kind: "busy" }
  | {
      readonly kind: "input";
      readonly code: InputErrorCode;
      readonly parameters: Readonly<Record<string, string>>;
      /** The job in whose form the pane has what is to be chosen. */
      readonly job?: string;
    }
  | {
      readonly kind: "workbook";
      readonly code: WorkbookErrorCode;
      readonly detail: string;
      readonly parameters: Readonly<Record<string, string>>;
      /** As above. */
      readonly job?: string;
    }
  | { readonly kind: "internal"; readonly detail: string };

/** What a command brought; `outcome` is the run of a refresh, or the customers that a job looked at. */
export interface CommandResult {
  readonly areColorsShown?: boolean;
  readonly outcome?: AnalyzeOutcome;
  /** What a job said, and the id of the sheet it wrote. */
  readonly job?: { readonly sentences: readonly string[]; readonly sheet: string | null };
}

/** What the pane hears of a command: both live in one page, each with a copy of the code. */
export type CommandNews =
  | { readonly kind: "begin"; readonly name: CommandName }
  | { readonly kind: "progress"; readonly progress: JobProgress }
  | { readonly kind: "done"; readonly name: CommandName; readonly result: CommandResult }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly failure: CommandFailure };

const eventName = "cvm-command";
const cancelName = "cvm-command-cancel";

/** Tells the pane, if it is open; false when it is at work itself and the command must not begin. */
export function announceCommand(news: CommandNews): boolean {
  return window.dispatchEvent(new CustomEvent(eventName, { detail: news, cancelable: news.kind === "begin" }));
}

/**
 * Hears of commands until the function that comes back is called.
 *
 * @param listener answers a command that begins with false when it must not
 */
export function listenToCommands(listener: (news: CommandNews) => boolean): () => void {
  const hear = (event: Event) => {
    if (!listener((event as CustomEvent<CommandNews>).detail)) event.preventDefault();
  };
  window.addEventListener(eventName, hear);
  return () => window.removeEventListener(eventName, hear);
}

/** Asks the command that is at work to give up. */
export function cancelCommand(): void {
  window.dispatchEvent(new Event(cancelName));
}

/** Hears whether the pane wants the command to give up, until the function that comes back is called. */
export function listenToCancel(listener: () => void): () => void {
  window.addEventListener(cancelName, listener);
  return () => window.removeEventListener(cancelName, listener);
}

/** What {@link describeFailure} made of an error, as an error again. */
export function restoreFailure(failure: CommandFailure): unknown {
  if (failure.kind === "input") return new InputError(failure.code, failure.parameters);
  if (failure.kind === "workbook") return new WorkbookError(failure.code, failure.detail, failure.parameters);
  return new Error(failure.kind);
}

/** Whether rows or columns have to be chosen anew before a job can run. */
const choosesRows = (code: WorkbookErrorCode) => code === "itemNotFound" || code === "emptySource";

/** @param job the job that failed, for failures that a choice in its form mends */
export function describeFailure(error: unknown, job?: string): CommandFailure {
  if (error instanceof InputError) {
    const { code, parameters } = error;
    const isMended = job !== undefined && code !== "noResults";
    return { kind: "input", code, parameters, ...(isMended && { job }) };
  }
  if (error instanceof WorkbookError) {
    const { code, detail, parameters } = error;
    const isMended = job !== undefined && choosesRows(code);
    return { kind: "workbook", code, detail, parameters, ...(isMended && { job }) };
  }
  return { kind: "internal", detail: error instanceof Error ? error.name : typeof error };
}
