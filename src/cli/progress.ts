import type { JobProgress } from "../jobs/analyze";

/** Where a command prints: a stream, a terminal. */
export interface Printer {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows the stage a job is in on one line of a terminal; does nothing where the output is no terminal. */
export class ProgressLine {
  private text = "";

  constructor(
    private readonly stages: Readonly<Record<string, string>>,
    private readonly printer: Printer,
  ) {}

  show({ stage, share }: JobProgress): void {
    if (this.printer.isTTY !== true) return;
    const percent = share === null ? "" : ` ${Math.round(share * 100)} %`;
    const text = `${this.stages[stage] ?? stage}${percent} ...`;
    if (text === this.text) return;
    this.clear();
    this.printer.write(text);
    this.text = text;
  }

  clear(): void {
    if (this.text === "") return;
    this.printer.write("\r\u001b[2K");
    this.text = "";
  }
}
