const messages: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode: "Excel is in cell-editing mode. Please exit the edit mode and try again.",
  InvalidObjectPath: "The object path isn't working for what you're trying to do.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidSelection: "The current selection is invalid for this operation.",
  InactiveWorkbook: "The operation failed because multiple workbooks are open and this one is not active.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict: "A table can't overlap with another table, a PivotTable or merged cells.",
  FilteredRangeConflict: "The attempted operation causes a conflict with a filtered range.",
  NotImplemented: "The requested feature isn't implemented.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
};

const statuses: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  GeneralException: 500,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  NotImplemented: 501,
  RequestPayloadSizeLimitExceeded: 413,
};

/** A refusal of the host: ends the request at the action that caused it. */
export class HostError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message = messages[code] ?? code) {
    super(message);
    this.name = "HostError";
    this.code = code;
    this.status = statuses[code] ?? 400;
  }
}

export function readStatus(code: string): number {
  return statuses[code] ?? 400;
}

export function readMessage(code: string): string {
  return messages[code] ?? code;
}
