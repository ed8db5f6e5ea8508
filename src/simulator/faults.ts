import type { ActionInfo } from "./wire";

/**
 * Where a fault strikes: in the n-th request from now (1 is the next), at its start or after some of its actions; or at an action of a name,
 * such as `CopyFrom`.
 */
export type FaultPlace =
  | { readonly request: number; readonly afterActions?: number }
  | { readonly action: string; readonly occurrence?: number };

/** A fault that strikes a request. */
export interface RequestFault {
  readonly code: string;
  readonly asPayload: boolean;
  readonly afterActions: number;
}

interface Fault {
  readonly place: FaultPlace;
  readonly code: string;
  readonly asPayload: boolean;
  left: number;
  times: number;
}

/** Faults that are still to come. */
export class FaultPlan {
  private readonly faults: Fault[] = [];

  /** @param times how often the fault strikes once its place is reached */
  add(place: FaultPlace, code: string, times = 1): void {
    const left = "request" in place ? place.request : (place.occurrence ?? 1);
    this.faults.push({ place, code, asPayload: code.endsWith("PayloadSizeLimitExceeded"), left, times });
  }

  clear(): void {
    this.faults.length = 0;
  }

  /** Called for each request; how it fails, or null. */
  strikeRequest(): RequestFault | null {
    let struck: RequestFault | null = null;
    for (const fault of this.faults) {
      if (!("request" in fault.place) || fault.times === 0) continue;
      if (fault.left > 0) fault.left -= 1;
      if (fault.left > 0 || struck) continue;
      fault.times -= 1;
      struck = { code: fault.code, asPayload: fault.asPayload, afterActions: fault.place.afterActions ?? 0 };
    }
    return struck;
  }

  /** Called for each action or object path; the code with which it fails, or null. */
  strikeAction(name: string): string | null {
    for (const fault of this.faults) {
      if ("request" in fault.place || fault.times === 0 || fault.place.action !== name) continue;
      if (fault.left > 0) fault.left -= 1;
      if (fault.left > 0) continue;
      fault.times -= 1;
      return fault.code;
    }
    return null;
  }
}

/** What tests and budgets need to know of a request. */
export interface RequestRecord {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly flags: number;
  readonly actions: readonly ActionInfo[];
  /** The code of the error that ended the request, or null. */
  readonly error: string | null;
}
