import type { Words } from "../i18n/en";
import { InputError } from "../jobs/input-error";
import { WorkbookError } from "../workbook/port";

/** What the user is told of a failure; `details` is technical and holds no cell values. */
export interface Failure {
  readonly message: string;
  readonly details: string | null;
}

export function explainFailure(error: unknown, words: Words): Failure {
  if (error instanceof InputError) return { message: words.inputErrors[error.code](error.parameters), details: null };
  if (error instanceof WorkbookError)
    return { message: words.workbookErrors[error.code](error.parameters), details: `${error.code}: ${error.detail}` };
  return { message: words.workbookErrors.internal(), details: error instanceof Error ? error.name : typeof error };
}
