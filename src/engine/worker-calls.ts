import { InputError } from "../core/issues";
import type { Issue } from "../core/issues";

/** What a worker answers to a call: its value, or why there is none. */
export type CallAnswer =
  | { readonly kind: "answer"; readonly call: number; readonly value: unknown }
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

function rebuildError(failure: CallFailure): Error {
  if (failure.kind === "input") return new InputError(failure.code, failure.details, failure.issues);
  return Object.assign(new Error(failure.message), { name: failure.name });
}

/** Thrown when there is no worker to call: it is not allowed here, or does not load. */
export class NoWorkerError extends Error {}

/** Calls to one worker; the answers come in the order of the calls or not. */
export class WorkerCalls<Request extends object> {
  private readonly waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  private readonly worker: Worker;
  private last = 0;

  /** @throws NoWorkerError where no worker can be made */
  constructor(createWorker: () => Worker) {
    try {
      this.worker = createWorker();
    } catch {
      throw new NoWorkerError();
    }
    this.worker.onmessage = ({ data }: MessageEvent<CallAnswer>) => this.settle(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      for (const { reject } of this.waiting.values()) reject(new NoWorkerError());
      this.waiting.clear();
    };
  }

  /** @throws the worker's own error, or NoWorkerError when it did not load */
  ask<Value>(request: Request): Promise<Value> {
    const call = ++this.last;
    return new Promise<Value>((resolve, reject) => {
      this.waiting.set(call, { resolve: resolve as (value: unknown) => void, reject });
      this.worker.postMessage({ ...request, call });
    });
  }

  /** Says something that needs no answer. */
  tell(request: Request): void {
    this.worker.postMessage(request);
  }

  close(): void {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Error("the worker was ended"));
    this.waiting.clear();
  }

  private settle(answer: CallAnswer): void {
    const waiting = this.waiting.get(answer.call);
    this.waiting.delete(answer.call);
    if (answer.kind === "refusal") waiting?.reject(rebuildError(answer.failure));
    else waiting?.resolve(answer.value);
  }
}
