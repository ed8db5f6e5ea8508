import { formatReference } from "../workbook/address";
import type { MemorySheet } from "../workbook/memory-sheet";
import type { MemoryWorkbook } from "../workbook/memory-workbook";
import type { GridRange } from "../workbook/port";
import { runRequest } from "./executor";
import type { FaultPlace, RequestRecord } from "./faults";
import { FaultPlan } from "./faults";
import { calculateWorkbook } from "./formula/calculate";
import { Host } from "./host";
import { HostError, readMessage, readStatus } from "./host-error";
import { objectClasses } from "./object-classes";
import type { RequestBody, ResponseBody, ResponseMessage } from "./wire";
import { countBytes, DELAY_FOR_CELL_EDIT } from "./wire";

/** The most that Excel on the web takes per request and gives per response. */
const mostBytes = 5 * 1024 * 1024;

/** An event on its way to the add-in, as Office.js takes it. */
export interface EventMessage {
  readonly entries: readonly {
    readonly messageCategory: number;
    readonly messageType: number;
    readonly targetId: string;
    readonly message: string;
  }[];
}

const selectionChanged = 14;
const eventCategory = 65536;

/** Excel's side of Office.js: answers its requests from a workbook in memory. */
export class Simulator {
  readonly workbook: MemoryWorkbook;
  readonly log: RequestRecord[] = [];
  /** How long each request takes, in milliseconds. */
  delay = 0;
  /** The size limit of requests and responses, in bytes. */
  limit = mostBytes;
  /** Whether the log keeps the actions of requests, with the values in them. */
  keepsActions = false;
  /** Takes events; set by whoever connects the simulator with Office.js. */
  onEvent: (message: EventMessage) => void = () => undefined;
  /** Tells that the selection changed, for listeners of the old style. */
  onSelection: () => void = () => undefined;
  private readonly host: Host;
  private readonly faults = new FaultPlan();
  private editing: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(workbook: MemoryWorkbook) {
    this.workbook = workbook;
    this.host = new Host(workbook, objectClasses);
  }

  /** Answers a request as Excel would. `flags` are those of the request's message. */
  async execute(body: RequestBody, flags = 0): Promise<ResponseMessage> {
    const requestBytes = countBytes(JSON.stringify(body));
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (this.editing && (flags & DELAY_FOR_CELL_EDIT) !== 0) await this.editing.ended;
    const response = this.answer(body, requestBytes);
    const responseBytes = response.Body ? countBytes(JSON.stringify(response.Body)) : 0;
    const tooLarge = responseBytes > this.limit;
    const sent = tooLarge ? failRequest("ResponsePayloadSizeLimitExceeded") : response;
    const error = sent.ErrorCode ?? sent.Body?.Error?.Code ?? null;
    this.log.push({
      requestBytes,
      responseBytes,
      flags,
      actions: this.keepsActions ? body.Actions : [],
      error,
    });
    return sent;
  }

  /** Makes a request or an action fail with `code`, `times` times. */
  failAt(place: FaultPlace, code: string, times = 1): void {
    this.faults.add(place, code, times);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Somebody begins to edit a cell: requests fail, or wait where they say that they may. */
  beginCellEdit(): void {
    if (this.editing) return;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.editing = { ended, end };
  }

  endCellEdit(): void {
    this.editing?.end();
    this.editing = null;
  }

  /** Somebody clicks into another workbook, or back into this one. */
  set otherWorkbookActive(active: boolean) {
    this.host.otherWorkbookActive = active;
  }

  /** Whether the add-in has switched events off. */
  get enableEvents(): boolean {
    return this.host.enableEvents;
  }

  /** How many objects the add-in keeps track of. */
  get referenceCount(): number {
    return this.host.referenceCount;
  }

  /** Selects cells as a person does: listeners hear of it. */
  select(sheet: MemorySheet, areas: readonly GridRange[]): void {
    this.workbook.select(sheet, [...areas]);
    this.onSelection();
    if (!this.host.enableEvents) return;
    const address = areas.map((area) => formatReference(sheet.name, area).replace(/^.*!/, "")).join(",");
    for (const targetId of [sheet.id, "Workbook"]) {
      const owner = targetId === "Workbook" ? "WorksheetCollection " : `Worksheet ${targetId}`;
      if (!this.host.registrations.has(`${owner} _RegisterSelectionChangedEvent`)) continue;
      const message = JSON.stringify({ address, worksheetId: sheet.id });
      this.onEvent({
        entries: [{ messageCategory: eventCategory, messageType: selectionChanged, targetId, message }],
      });
    }
  }

  private answer(body: RequestBody, requestBytes: number): ResponseMessage {
    const fault = this.faults.strikeRequest();
    if (fault) return fault.asPayload ? failRequest(fault.code) : failFirstAction(body, fault.code);
    if (requestBytes > this.limit) return failRequest("RequestPayloadSizeLimitExceeded");
    if (this.editing) return failFirstAction(body, "InvalidOperationInCellEditMode");
    const answer = runRequest(body, this.host, (action) => {
      const code =
        this.faults.strikeAction(action.Name) ??
        this.strikePath(body, action.ActionType === 1 ? action.ObjectPathId : 0);
      if (code) throw new HostError(code);
    });
    if (this.host.needsCalculation) {
      this.host.needsCalculation = false;
      calculateWorkbook(this.host);
    }
    return { HttpStatusCode: 200, Headers: {}, Body: answer };
  }

  private strikePath(body: RequestBody, pathId: number): string | null {
    const path = body.ObjectPaths[String(pathId)];
    return path?.Name ? this.faults.strikeAction(path.Name) : null;
  }
}

function failRequest(code: string): ResponseMessage {
  return {
    HttpStatusCode: readStatus(code),
    Headers: {},
    ErrorCode: code,
    ErrorMessage: readMessage(code),
    Body: null,
  };
}

function failFirstAction(body: RequestBody, code: string): ResponseMessage {
  const failure: ResponseBody = {
    Results: [],
    Error: {
      Code: code,
      Message: readMessage(code),
      Location: body.Actions[0]?.Name ?? "",
      ActionIndex: 0,
      HttpStatusCode: readStatus(code),
    },
  };
  return { HttpStatusCode: 200, Headers: {}, Body: failure };
}
