import type { WorkbookErrorCode } from "../port";
import { WorkbookError } from "../port";

const codes: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: "editMode",
  AccessDenied: "accessDenied",
  RequestPayloadSizeLimitExceeded: "payloadTooLarge",
  ResponsePayloadSizeLimitExceeded: "payloadTooLarge",
  RangeExceedsLimit: "tooLarge",
  OperationCellsExceedLimit: "tooLarge",
  MemoryLimitReached: "outOfMemory",
  ActivityLimitReached: "outOfMemory",
  InvalidSelection: "invalidSelection",
  InvalidReference: "invalidSelection",
  InactiveWorkbook: "inactiveWorkbook",
  FilteredRangeConflict: "filteredRange",
  MergedRangeConflict: "mergedRange",
  PivotTableRangeConflict: "mergedRange",
  InsertDeleteConflict: "noRoom",
  NonBlankCellOffSheet: "noRoom",
  ItemAlreadyExists: "itemExists",
  ItemNotFound: "itemNotFound",
  InvalidBinding: "itemNotFound",
  UnsupportedSheet: "unsupportedSheet",
  ApiNotFound: "notSupported",
  ApiNotAvailable: "notSupported",
  NotImplemented: "notSupported",
  UnsupportedOperation: "notSupported",
  UnsupportedFeature: "notSupported",
  HostRestartNeeded: "restartNeeded",
  Conflict: "noAnswer",
  RequestAborted: "noAnswer",
  Timeout: "noAnswer",
  ConnectionFailure: "noAnswer",
  ServiceNotAvailable: "noAnswer",
  InvalidOrTimedOutSession: "noAnswer",
  WriteNotSupportedWhenModalDialogOpen: "dialogOpen",
  InvalidOperation: "refused",
  GeneralException: "refused",
};

interface ExcelError {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Whether something thrown comes from Excel or Office.js. */
export function isExcelError(error: unknown): error is ExcelError {
  if (typeof error !== "object" || error === null) return false;
  const { name, code } = error as { name?: unknown; code?: unknown };
  return name === "RichApi.Error" && typeof code === "string";
}

/** What was thrown, in our words where it came from Excel; anything else unchanged. The detail holds no cell values. */
export function toWorkbookError(error: unknown): unknown {
  if (!isExcelError(error)) return error;
  const location = error.debugInfo?.errorLocation ?? "";
  return new WorkbookError(
    codes[error.code] ?? "internal",
    location ? `${error.code} at ${location}` : error.code,
    {},
    error,
  );
}

export function isPayloadError(error: unknown): boolean {
  return isExcelError(error) && codes[error.code] === "payloadTooLarge";
}

/** Whether the same call may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  const code = isExcelError(error) ? codes[error.code] : undefined;
  return code === "noAnswer" || code === "refused" || isUndoError(error);
}

export function isUndoError(error: unknown): boolean {
  return isExcelError(error) && error.code === "UndoNotSupported";
}
