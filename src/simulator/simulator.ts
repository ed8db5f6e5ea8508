import { formatAreas } from "../workbook/address";
import type { MemorySheet } from "../workbook/memory-sheet";
import type { MemoryWorkbook } from "../workbook/memory-workbook";
import type { GridRange } from "../workbook/port";
import { runRequest } from "./executor";
import type { FaultPlace, RequestRecord } from "./faults";
import { FaultPlan } from "./faults";
import { calculateWorkbook, settleCalculation } from "./formula/calculate";
import type { CustomFunctions } from "./formula/custom-functions";
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
const activated = 11;
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
  /** What Excel knows besides the workbook. */
  readonly host: Host;
  private readonly faults = new FaultPlan();
  private selectedSheet: MemorySheet;
  private isAnswering = false;
  private readonly announcements: (() => void)[] = [];
  private editing: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(workbook: MemoryWorkbook) {
    this.workbook = workbook;
    this.host = new Host(workbook, objectClasses);
    this.selectedSheet = workbook.selection.sheet;
    workbook.selectionListeners.add(() => this.noteSelection());
  }

  /** The add-in's worksheet functions, which formulas may call. */
  set functions(functions: CustomFunctions | null) {
    this.host.calculation.functions = functions;
  }

  /** Resolves when no formula waits for a function of the add-in any more. */
  settle(): Promise<void> {
    return settleCalculation(this.host);
  }

  /** Answers a request as Excel would. `flags` are those of the request's message. */
  async execute(body: RequestBody, flags = 0): Promise<ResponseMessage> {
    const requestBytes = countBytes(JSON.stringify(body));
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (this.editing && (flags & DELAY_FOR_CELL_EDIT) !== 0) await this.editing.ended;
    const response = this.answerOnce(body, requestBytes);
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
    // The add-in gets the answer first.
    if (this.announcements.length > 0) setTimeout(() => this.announce());
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

  /** Selects cells as a person does. */
  select(sheet: MemorySheet, areas: readonly GridRange[]): void {
    this.workbook.select(sheet, [...areas]);
  }

  /** Listeners hear of a selection at once, or once the request that makes it is answered. */
  private noteSelection(): void {
    const { areas, sheet } = this.workbook.selection;
    const wasActive = this.selectedSheet;
    this.selectedSheet = sheet;
    const tell = () => this.onSelection();
    const address = formatAreas(areas);
    const events = this.host.enableEvents
      ? [
          ...(wasActive === sheet ? [] : this.buildEvents(sheet, activated, "_RegisterActivatedEvent", {})),
          ...this.buildEvents(sheet, selectionChanged, "_RegisterSelectionChangedEvent", { address }),
        ]
      : [];
    const announcements = [tell, ...events.map((event) => () => this.onEvent(event))];
    if (this.isAnswering) this.announcements.push(...announcements);
    else for (const announce of announcements) announce();
  }

  private buildEvents(sheet: MemorySheet, messageType: number, registration: string, args: object): EventMessage[] {
    const message = JSON.stringify({ ...args, worksheetId: sheet.id });
    const targets = [
      [sheet.id, `Worksheet ${sheet.id}`],
      ["Workbook", "WorksheetCollection "],
    ];
    return targets.flatMap(([targetId, owner]) =>
      this.host.registrations.has(`${owner} ${registration}`)
        ? [{ entries: [{ messageCategory: eventCategory, messageType, targetId, message }] }]
        : [],
    );
  }

  private answerOnce(body: RequestBody, requestBytes: number): ResponseMessage {
    this.isAnswering = true;
    try {
      return this.answer(body, requestBytes);
    } finally {
      this.isAnswering = false;
    }
  }

  private announce(): void {
    for (const announce of this.announcements.splice(0)) announce();
  }

  private answer(body: RequestBody, requestBytes: number): ResponseMessage {
    const fault = this.faults.strikeRequest();
    if (fault?.asPayload) return failRequest(fault.code);
    if (fault?.afterActions === 0) return failFirstAction(body, fault.code);
    if (requestBytes > this.limit) return failRequest("RequestPayloadSizeLimitExceeded");
    if (this.editing) return failFirstAction(body, "InvalidOperationInCellEditMode");
    const answer = runRequest(body, this.host, (action, index) => {
      const code =
        (fault?.afterActions === index ? fault.code : null) ??
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
