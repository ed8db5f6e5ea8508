import type { EventMessage } from "./simulator";
import type { RequestBody, ResponseMessage } from "./wire";

/** What of Office.js is needed to stand in for Excel. */
export interface OfficeExtensionLibrary {
  readonly SessionBase: { new (): object; _overrideSession?: unknown };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: EventMessage): void;
}

/** Answers requests; a Simulator, or something that passes them to one in a worker. */
export interface RequestHandler {
  execute(body: RequestBody, flags: number): Promise<ResponseMessage>;
  onEvent?: (message: EventMessage) => void;
  onSelection?: () => void;
}

type EventHandler = (args: unknown) => void;

const selectionEvent = 2;

/** Makes Office.js send its requests to `handler` from now on. Only what JSON can hold crosses. */
export function connectOffice(library: OfficeExtensionLibrary, handler: RequestHandler): void {
  const handlers: { readonly eventId: number; readonly handler: EventHandler }[] = [];
  class SimulatedSession extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<null> {
      return Promise.resolve(null);
    }
    _createRequestExecutorOrNull(): unknown {
      return {
        executeAsync: async (_custom: unknown, flags: number, message: { Body: unknown }) => {
          const body = JSON.parse(JSON.stringify(message.Body)) as RequestBody;
          return JSON.parse(JSON.stringify(await handler.execute(body, flags))) as ResponseMessage;
        },
      };
    }
    getEventRegistration(): unknown {
      return {
        register: (eventId: number, _targetId: string, listener: EventHandler) => {
          handlers.push({ eventId, handler: listener });
          return Promise.resolve();
        },
        unregister: (eventId: number, _targetId: string, listener: EventHandler) => {
          const index = handlers.findIndex((one) => one.eventId === eventId && one.handler === listener);
          if (index >= 0) handlers.splice(index, 1);
          return Promise.resolve();
        },
      };
    }
  }
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  library.SessionBase._overrideSession = new SimulatedSession();
  handler.onEvent = (message) => library._testTriggerRichApiMessageEvent(message);
  handler.onSelection = () => {
    for (const one of handlers) if (one.eventId === selectionEvent) one.handler({});
  };
}
