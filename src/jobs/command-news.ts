import { WorkbookError } from "../workbook/port";
import type { WorkbookErrorCode } from "../workbook/port";
import type { AnalyzeOutcome, JobProgress } from "./analyze";
import type { InputErrorCode } from "./input-error";
import { InputError } from "./input-error";

/** Ribbon commands that work on the workbook. */
export type CommandName = "refreshResults" | "switchColors" | "removeOutput";

/** A failure as plain data, so that it can be told to a part of the page with code of its own, or to another page. */
export type CommandFailure =
  | { readonly kind: "busy" }
  | { readonly kind: "input"; readonly code: InputErrorCode; readonly parameters: Readonly<Record<string, string>> }
  | {
      readonly kind: "workbook";
      readonly code: WorkbookErrorCode;
      readonly detail: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: "internal"; readonly detail: string };

/** What a command brought; `outcome` is the run of a refresh. */
export interface CommandResult {
  readonly areColorsShown?: boolean;
  readonly outcome?: AnalyzeOutcome;
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

export function describeFailure(error: unknown): CommandFailure {
  if (error instanceof InputError) return { kind: "input", code: error.code, parameters: error.parameters };
  if (error instanceof WorkbookError) {
    const { code, detail, parameters } = error;
    return { kind: "workbook", code, detail, parameters };
  }
  return { kind: "internal", detail: error instanceof Error ? error.name : typeof error };
}
