import { InputError } from "../core/issues";
import type { Issue } from "../core/issues";
import type { Part } from "./parts";
import { PartJoiner } from "./parts";
import { runSlice } from "./slices";

/** What a worker answers to a call: news while it works, then its value, of which parts may go ahead, or why there is none. */
export type CallAnswer =
  | { readonly kind: "news"; readonly call: number; readonly news: string }
  | { readonly kind: "part"; readonly call: number; readonly part: Part }
  | { readonly kind: "answer"; readonly call: number }
  | { readonly kind: "refusal"; readonly call: number; readonly failure: CallFailure };

/** An error as it crosses between threads. */
export type CallFailure =
  | {
      readonly kind: "input";
      readonly code: InputError["code"];
      readonly details: readonly string[];
      readonly issues: readonly Issue[];
    }
  | { readonly kind: "other"; readonly name: string; readonly message: string };

/** An error in the form in which it crosses. */
export function describeFailure(error: unknown): CallFailure {
  if (error instanceof InputError)
    return { kind: "input", code: error.code, details: error.details, issues: error.issues };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: "other", name, message };
}

/** The error again; one of core and those that tell of wrong arguments are of their class. */
export function rebuildError(failure: CallFailure): Error {
  if (failure.kind === "input") return new InputError(failure.code, failure.details, failure.issues);
  const { name, message } = failure;
  if (name === "RangeError") return new RangeError(message);
  if (name === "TypeError") return new TypeError(message);
  return Object.assign(new Error(message), { name });
}

/** Thrown when there is no worker to call: it is not allowed here, or does not load. */
export class NoWorkerError extends Error {}

interface Waiting {
  readonly joiner: PartJoiner;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onNews?: (news: string) => void;
}

/** Calls to one worker; the answers come in the order of the calls or not. */
export class WorkerCalls<Request extends object> {
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: Worker;
  private last = 0;
  private ended: Error | null = null;

  /** @throws NoWorkerError where no worker can be made */
  constructor(createWorker: () => Worker) {
    try {
      this.worker = createWorker();
    } catch {
      throw new NoWorkerError();
    }
    // What arrives is unpacked here, in the first look at it.
    this.worker.onmessage = (event: MessageEvent<CallAnswer>) => runSlice("receive", () => this.settle(event.data));
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end(new NoWorkerError());
    };
  }

  /** @throws the worker's own error, or NoWorkerError when it did not load */
  ask<Value>(request: Request, onNews?: (news: string) => void): Promise<Value> {
    if (this.ended !== null) return Promise.reject(this.ended);
    const call = ++this.last;
    return new Promise<Value>((resolve, reject) => {
      const joiner = new PartJoiner();
      this.waiting.set(call, { joiner, resolve: resolve as (value: unknown) => void, reject, onNews });
      this.worker.postMessage({ ...request, call });
    });
  }

  /** Says something that needs no answer. */
  tell(request: Request): void {
    this.worker.postMessage(request);
  }

  close(): void {
    this.worker.terminate();
    this.end(new Error("the worker was ended"));
  }

  /** Whether there is a worker that answers. */
  get isOpen(): boolean {
    return this.ended === null;
  }

  private end(error: Error): void {
    this.ended = error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private settle(answer: CallAnswer): void {
    const waiting = this.waiting.get(answer.call);
    if (answer.kind === "news") waiting?.onNews?.(answer.news);
    else if (answer.kind === "part") waiting?.joiner.add(answer.part);
    else {
      this.waiting.delete(answer.call);
      if (answer.kind === "refusal") waiting?.reject(rebuildError(answer.failure));
      else waiting?.resolve(waiting.joiner.value);
    }
  }
}
