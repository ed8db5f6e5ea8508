import type { WorkbookErrorCode } from "../../src/workbook/port";

/** What happens to a run whose request is answered with an error once. */
export interface ExcelErrorCase {
  readonly code: string;
  /** What the user is told; null where the run goes on by itself. */
  readonly told: WorkbookErrorCode | null;
}

/** Codes after which the same request is tried again. */
export const passingCodes = [
  "Conflict",
  "RequestAborted",
  "Timeout",
  "ConnectionFailure",
  "ServiceNotAvailable",
  "InvalidOrTimedOutSession",
  "InvalidOperation",
  "GeneralException",
];

/** Codes that say that a request or its answer is too large. */
export const payloadCodes = ["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"];

const refusals: Readonly<Record<WorkbookErrorCode, readonly string[] | undefined>> = {
  editMode: ["InvalidOperationInCellEditMode"],
  accessDenied: ["AccessDenied"],
  tooLarge: ["RangeExceedsLimit", "OperationCellsExceedLimit"],
  outOfMemory: ["MemoryLimitReached", "ActivityLimitReached"],
  invalidSelection: ["InvalidSelection", "InvalidReference"],
  inactiveWorkbook: ["InactiveWorkbook"],
  filteredRange: ["FilteredRangeConflict"],
  mergedRange: ["MergedRangeConflict", "PivotTableRangeConflict"],
  noRoom: ["InsertDeleteConflict", "NonBlankCellOffSheet"],
  itemExists: ["ItemAlreadyExists"],
  itemNotFound: ["ItemNotFound", "InvalidBinding"],
  unsupportedSheet: ["UnsupportedSheet"],
  notSupported: ["ApiNotFound", "ApiNotAvailable", "NotImplemented", "UnsupportedOperation", "UnsupportedFeature"],
  restartNeeded: ["HostRestartNeeded"],
  dialogOpen: ["WriteNotSupportedWhenModalDialogOpen"],
  internal: [
    "FormulaLengthExceedsLimit",
    "EmptyChartSeries",
    "PropertyNotLoaded",
    "ValueNotLoaded",
    "InvalidObjectPath",
    "InvalidRequestContext",
    "InvalidArgument",
    "RunMustReturnPromise",
    "CannotRegisterEvent",
    "CannotUpdateReadOnlyProperty",
    "DirtySupportingFormula",
    "OpenWorkbookLinksBlocked",
    "RefreshWorkbookLinksBlocked",
    "PowerQueryRefreshResourceChallenge",
    "RangeImageExceedsLimit",
    "UnsupportedFillType",
    "BadPassword",
    "ContentLengthRequired",
    "InvalidRequest",
    "InvalidRibbonDefinition",
    "Unauthenticated",
    "SomethingNew",
  ],
  rowsChanged: undefined,
  noAnswer: undefined,
  refused: undefined,
  lookIncomplete: undefined,
  payloadTooLarge: undefined,
  unevenAreas: undefined,
  emptySource: undefined,
  fileNotFound: undefined,
  notAWorkbook: undefined,
  passwordProtected: undefined,
};

/** Every code that Excel is known to answer with, but those of size: see {@link payloadCodes}. */
export const excelErrors: readonly ExcelErrorCase[] = [
  ...Object.entries(refusals).flatMap(([told, codes = []]) =>
    codes.map((code): ExcelErrorCase => ({ code, told: told as WorkbookErrorCode })),
  ),
  ...passingCodes.map((code): ExcelErrorCase => ({ code, told: null })),
  { code: "UndoNotSupported", told: null },
];

/** Whether every case is to be run (`npm run test:nightly`), or a sample of them. */
export const isNightly = process.env.CVM_NIGHTLY === "1";

/** Retries wait for nothing; called in `beforeAll`. A spy would keep every callback, and with it every workbook. */
export function skipPauses(): void {
  const real = globalThis.setTimeout;
  globalThis.setTimeout = ((run: () => void) => real(run, 0)) as unknown as typeof setTimeout;
}
