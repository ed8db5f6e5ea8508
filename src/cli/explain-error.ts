import type { Words } from "../i18n/en";
import { InputError } from "../jobs/input-error";
import { WorkbookError } from "../workbook/port";
import { UsageError } from "./usage-error";
import { WriteError } from "./write-file";

const WRONG_USAGE = new Set(["badSetting", "unknownLens", "unknownRole", "doubleColumn"]);

/** What is said of an error on one line, and the exit status that goes with it: 1 for an input that cannot be analysed, 2 for a wrong call. */
export function explainError(
  error: unknown,
  words: Words,
  command: string,
): { readonly line: string; readonly status: 1 | 2 } {
  if (error instanceof UsageError) return { line: words.cli.wrongUsage(error.message, command), status: 2 };
  if (error instanceof WriteError) return { line: words.cli.cannotWrite(error.file, error.reason), status: 1 };
  if (error instanceof InputError) {
    return { line: words.inputErrors[error.code](error.parameters), status: WRONG_USAGE.has(error.code) ? 2 : 1 };
  }
  if (error instanceof WorkbookError && error.code !== "internal")
    return { line: words.workbookErrors[error.code](error.parameters), status: 1 };
  const detail = error instanceof Error ? error.message : String(error);
  return { line: words.cli.internal(detail.replace(/\s+/g, " ")), status: 1 };
}
