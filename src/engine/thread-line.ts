import type { Part } from "./parts";
import { PartJoiner, splitValue } from "./parts";
import { runInSlices } from "./slices";

/** What goes over a line. Values go ahead of it in parts that carry the same number. */
export type LineMessage<Failure> =
  | { readonly kind: "part"; readonly side: LineSide; readonly number: number; readonly part: Part }
  | { readonly kind: "question"; readonly side: LineSide; readonly number: number; readonly name: string }
  | { readonly kind: "answer"; readonly side: LineSide; readonly number: number }
  | { readonly kind: "refusal"; readonly side: LineSide; readonly number: number; readonly failure: Failure };

/** Who asked. */
type LineSide = "page" | "worker";

/** What a line is made of. */
export interface LineOptions<Failure> {
  /** Which end of the line this is. */
  readonly side: LineSide;
  readonly post: (message: LineMessage<Failure>) => void;
  /** Answers what the other side asks. */
  readonly serve: (name: string, argument: unknown) => Promise<unknown>;
  /** An error in a form that crosses between threads, and back. */
  readonly describe: (error: unknown) => Failure;
  readonly rebuild: (failure: Failure) => Error;
}

/** One end of a line between two threads on which each may ask the other; what crosses is cut, so that neither is kept for long. */
export class ThreadLine<Failure> {
  private readonly waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  private readonly arriving = new Map<string, PartJoiner>();
  private last = 0;
  private isClosed = false;

  constructor(private readonly options: LineOptions<Failure>) {}

  /** @throws the error of the other side */
  async ask<Value>(name: string, argument: unknown): Promise<Value> {
    const { side, post } = this.options;
    const number = ++this.last;
    const answer = new Promise<Value>((resolve, reject) => {
      this.waiting.set(number, { resolve: resolve as (value: unknown) => void, reject });
    });
    // It may fail before it is waited for.
    answer.catch(() => undefined);
    await this.send(side, number, argument);
    post({ kind: "question", side, number, name });
    return answer;
  }

  /** Takes what came from the other side. */
  receive(message: LineMessage<Failure>): void {
    const { side, number } = message;
    switch (message.kind) {
      case "part": {
        const key = `${side} ${number}`;
        const joiner = this.arriving.get(key) ?? new PartJoiner();
        this.arriving.set(key, joiner);
        joiner.add(message.part);
        return;
      }
      case "question":
        void this.answer(message.name, side, number);
        return;
      case "answer":
        this.settle(number)?.resolve(this.take(side, number));
        return;
      case "refusal":
        this.settle(number)?.reject(this.options.rebuild(message.failure));
    }
  }

  /** Everything that was asked and has no answer yet fails. */
  close(error: Error): void {
    this.isClosed = true;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private async answer(name: string, side: LineSide, number: number): Promise<void> {
    const { post, serve, describe } = this.options;
    try {
      await this.send(side, number, await serve(name, this.take(side, number)));
      post({ kind: "answer", side, number });
    } catch (error) {
      post({ kind: "refusal", side, number, failure: describe(error) });
    }
  }

  private send(side: LineSide, number: number, value: unknown): Promise<void> {
    return runInSlices("cross threads", this.postParts(side, number, value));
  }

  private *postParts(side: LineSide, number: number, value: unknown): Generator<undefined, void, void> {
    for (const part of splitValue(value)) {
      if (this.isClosed) return;
      this.options.post({ kind: "part", side, number, part });
      yield;
    }
  }

  private take(side: LineSide, number: number): unknown {
    const key = `${side} ${number}`;
    const joiner = this.arriving.get(key);
    this.arriving.delete(key);
    return joiner?.value;
  }

  private settle(number: number) {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    return waiting;
  }
}
