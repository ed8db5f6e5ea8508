interface WorkerScope {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage: (message: unknown, options?: { readonly transfer?: ArrayBuffer[] }) => void;
}

const scope = globalThis as unknown as WorkerScope;

/** The script of a worker on this thread, with modules of its own; messages cross as copies, moved buffers are gone where they were. */
export class ScriptWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  isTerminated = false;
  /** What the page has sent. */
  readonly received: unknown[] = [];
  private readonly receive: (event: { data: unknown }) => void;

  /** @param load runs the script anew: `() => jest.requireActual(path)` */
  constructor(load: () => unknown) {
    scope.onmessage = null;
    jest.isolateModules(load);
    this.receive = scope.onmessage!;
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    this.received.push(data);
    void Promise.resolve().then(() => {
      if (this.isTerminated) return;
      scope.postMessage = (answer, options) => this.onmessage?.({ data: structuredClone(answer, options) });
      this.receive({ data });
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** A worker whose script does not load. */
export class LostWorker {
  onerror: ((event: { preventDefault(): void }) => void) | null = null;

  postMessage(): void {
    this.onerror?.({ preventDefault: () => undefined });
  }

  terminate(): void {}
}
