import { HostError } from "../simulator/host-error";
import type { Simulator } from "../simulator/simulator";
import type { RequestBody, ResponseMessage } from "../simulator/wire";
import { WorkbookError } from "../workbook/port";
import { loadFunctions, setDisplayLanguage } from "./book/load-functions";
import { WorkbookService } from "./book/workbook-service";
import type { CallFailure } from "./call-port";
import { CallPort } from "./call-port";

/** How long changes are gathered before the page hears of them, in milliseconds. */
const changePause = 40;
const readOnly = 4;

const service = new WorkbookService();
let page: CallPort<object> | null = null;
let addIn: CallPort<object> | null = null;
let simulator: Simulator | null = null;
let isChangeDue = false;

const workbookCodes: Readonly<Record<string, string>> = {
  AccessDenied: "accessDenied",
  FilteredRangeConflict: "filteredRange",
  MergedRangeConflict: "mergedRange",
  PivotTableRangeConflict: "mergedRange",
  InvalidArgument: "invalidEntry",
  FormulaLengthExceedsLimit: "invalidEntry",
};

function describeFailure(error: unknown): CallFailure {
  if (error instanceof WorkbookError) return { code: error.code, detail: error.detail, parameters: error.parameters };
  if (error instanceof HostError)
    return { code: workbookCodes[error.code] ?? "refused", detail: error.code, parameters: {} };
  if (error instanceof RangeError) return { code: "refused", detail: error.message, parameters: {} };
  return { code: "internal", detail: error instanceof Error ? error.message : String(error), parameters: {} };
}

function announceChange(): void {
  if (isChangeDue) return;
  isChangeDue = true;
  setTimeout(() => {
    isChangeDue = false;
    service.forgetViews();
    page?.notify("change");
  }, changePause);
}

/** Answers the add-in; whatever it did, the page draws anew. */
async function execute(body: RequestBody, flags: number): Promise<ResponseMessage> {
  if (!simulator) throw new WorkbookError("fileNotFound", "no workbook is open");
  const response = await simulator.execute(body, flags);
  if ((flags & readOnly) === 0) announceChange();
  return response;
}

service.functions = loadFunctions();
service.onLanguage = setDisplayLanguage;
service.onChange = announceChange;
service.onOpen = (opened) => {
  simulator = opened;
  opened.onEvent = (message) => addIn?.notify("event", message);
  opened.onSelection = () => addIn?.notify("selection");
};

addEventListener("message", (event: MessageEvent<{ kind: "page" | "addIn"; port: MessagePort }>) => {
  const { kind, port } = event.data;
  if (kind === "page") page = new CallPort(port, service, describeFailure);
  else {
    addIn?.close();
    addIn = new CallPort(port, { execute }, describeFailure);
  }
});
