/** A failure that crosses threads: its code and what the words for it need. */
export interface CallFailure {
  readonly code: string;
  readonly detail: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Thrown to the caller of a call that failed on the other side. */
export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
    super(`${failure.code}: ${failure.detail}`);
    this.name = "CallError";
    this.failure = failure;
  }
}

type Call = { readonly call: number; readonly name: string; readonly args: readonly unknown[] };
type Answer =
  { readonly answer: number; readonly value: unknown } | { readonly answer: number; readonly failure: CallFailure };
type Notice = { readonly notice: string; readonly value: unknown };
type Message = Call | Answer | Notice;

/** Calls between threads and pages; `Calls` names the functions of the other side, `handlers` are the functions of this side. */
export class CallPort<Calls> {
  private readonly waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  private readonly listeners = new Map<string, (value: never) => void>();
  private lastCall = 0;

  constructor(
    private readonly port: MessagePort,
    private readonly handlers: object = {},
    private readonly describeFailure: (error: unknown) => CallFailure = describeUnknown,
  ) {
    port.onmessage = (event: MessageEvent<Message>) => void this.receive(event.data);
  }

  call<Name extends keyof Calls & string>(
    name: Name,
    ...args: Calls[Name] extends (...args: infer Arguments) => unknown ? Arguments : never
  ): Promise<Calls[Name] extends (...args: never[]) => infer Result ? Awaited<Result> : never> {
    const call = ++this.lastCall;
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve: resolve as (value: unknown) => void, reject });
      this.port.postMessage({ call, name, args } satisfies Call);
    });
  }

  notify(notice: string, value: unknown = null): void {
    this.port.postMessage({ notice, value } satisfies Notice);
  }

  listen<Value>(notice: string, listener: (value: Value) => void): void {
    this.listeners.set(notice, listener as (value: never) => void);
  }

  close(): void {
    this.port.close();
  }

  private async receive(message: Message): Promise<void> {
    if ("notice" in message) {
      this.listeners.get(message.notice)?.(message.value as never);
    } else if ("answer" in message) {
      const waiting = this.waiting.get(message.answer);
      this.waiting.delete(message.answer);
      if ("failure" in message) waiting?.reject(new CallError(message.failure));
      else waiting?.resolve(message.value);
    } else {
      this.port.postMessage(await this.answer(message));
    }
  }

  private async answer({ call, name, args }: Call): Promise<Answer> {
    try {
      const handler: unknown = Reflect.get(this.handlers, name);
      if (typeof handler !== "function") throw new RangeError(`no call ${name}`);
      return { answer: call, value: await Reflect.apply(handler, this.handlers, args) };
    } catch (error) {
      return { answer: call, failure: this.describeFailure(error) };
    }
  }
}

function describeUnknown(error: unknown): CallFailure {
  return { code: "internal", detail: error instanceof Error ? error.message : String(error), parameters: {} };
}
