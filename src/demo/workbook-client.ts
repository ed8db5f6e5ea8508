import type { GridRange } from "../workbook/port";
import type { CallFailure } from "./call-port";
import { CallError, CallPort } from "./call-port";
import type { BookCalls, BookView, FilePart } from "./protocol";

/** What the page shows; `revision` grows whenever cells may have changed, `book` numbers the workbooks opened. */
export interface ClientState {
  readonly view: BookView | null;
  readonly revision: number;
  readonly book: number;
  readonly isBusy: boolean;
  readonly failure: CallFailure | null;
}

/** Cells selected; the active cell is the one that is typed into. */
export interface Selection {
  readonly areas: readonly GridRange[];
  readonly active: { readonly row: number; readonly column: number };
}

function describeFailure(error: unknown): CallFailure {
  if (error instanceof CallError) return error.failure;
  return { code: "internal", detail: error instanceof Error ? error.message : String(error), parameters: {} };
}

/** The page's side of the workbook in its worker. */
export class WorkbookClient {
  readonly calls: CallPort<BookCalls>;
  private readonly listeners = new Set<() => void>();
  private state: ClientState = { view: null, revision: 0, book: 0, isBusy: false, failure: null };
  private isReading = false;
  private mustReadAgain = false;

  constructor(private readonly worker: Worker) {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ kind: "page", port: port2 }, [port2]);
    this.calls = new CallPort<BookCalls>(port1);
    this.calls.listen("change", () => void this.refresh());
    worker.onerror = (event) => this.fail(new Error(event.message));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): ClientState => this.state;

  /** Opens a file in place of the one that is open; the old one stays when that fails. */
  async open(readFile: () => Promise<FilePart>): Promise<void> {
    this.update({ isBusy: true, failure: null });
    try {
      const view = await this.calls.call("open", await readFile());
      this.update({ view, revision: this.state.revision + 1, book: this.state.book + 1 });
    } catch (error) {
      this.fail(error);
    } finally {
      this.update({ isBusy: false });
    }
  }

  /** Does something that may fail; a failure is told to the user. */
  async attempt<T>(action: (calls: CallPort<BookCalls>) => Promise<T>): Promise<T | undefined> {
    try {
      return await action(this.calls);
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  dismissFailure(): void {
    this.update({ failure: null });
  }

  fail(error: unknown): void {
    this.update({ failure: describeFailure(error) });
  }

  /** Gives an add-in its way to the workbook. */
  connectAddIn(port: MessagePort): void {
    this.worker.postMessage({ kind: "addIn", port }, [port]);
  }

  /** Reads what surrounds the cells anew; while one read is under way at most one more waits. */
  private async refresh(): Promise<void> {
    if (this.isReading) {
      this.mustReadAgain = true;
      return;
    }
    this.isReading = true;
    do {
      this.mustReadAgain = false;
      const { book } = this.state;
      const view = await this.attempt((calls) => calls.call("readView"));
      if (view && book === this.state.book) this.update({ view, revision: this.state.revision + 1 });
    } while (this.mustReadAgain);
    this.isReading = false;
  }

  private update(change: Partial<ClientState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
