import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { buildJsonReport } from "../../src/jobs/report-json";
import { runAnalyze } from "../../src/cli/run-analyze";
import { runJobCommand } from "../../src/cli/run-job-command";
import type { Job } from "../../src/jobs/job";
import { jobList } from "../../src/jobs/job-list";

/** What a run of the command brought. */
export interface CommandRun {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** The object that `--json` writes. */
export type JsonReport = ReturnType<typeof buildJsonReport>;

/** A folder of its own for the files of one test, and the command run on them in this process. */
export class CommandFolder {
  readonly path = mkdtempSync(join(tmpdir(), "cvm-"));

  file(name: string): string {
    return join(this.path, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.file(name), content);
    return this.file(name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), "utf8");
  }

  list(): string[] {
    return readdirSync(this.path).sort();
  }

  async run(...args: readonly string[]): Promise<CommandRun> {
    let output = "";
    let errors = "";
    const status = await runAnalyze(args, { write: (text) => (output += text) }, { write: (text) => (errors += text) });
    return { status, output, errors };
  }

  /** Runs one of the other jobs. */
  async runJob(args: readonly string[], jobs: readonly Job[] = jobList): Promise<CommandRun> {
    let output = "";
    let errors = "";
    const [out, error] = [{ write: (text: string) => (output += text) }, { write: (text: string) => (errors += text) }];
    const status = await runJobCommand(args, out, error, jobs);
    return { status, output, errors };
  }

  /** Analyses a file of the folder; the workbook goes to `out.xlsx`, the customers to `customers.csv`. */
  analyze(name: string, ...args: readonly string[]): Promise<CommandRun> {
    const outputs = ["--out", this.file("out.xlsx"), "--customers", this.file("customers.csv")];
    return this.run(this.file(name), ...outputs, ...args);
  }

  /** As {@link analyze}, with the JSON object in place of the summary. @throws Error when the command fails */
  async report(name: string, ...args: readonly string[]): Promise<JsonReport> {
    const { status, output, errors } = await this.analyze(name, "--json", "-", ...args);
    if (status !== 0) throw new Error(`exit status ${status}: ${errors}`);
    return JSON.parse(output) as JsonReport;
  }

  /** The workbook that was written, read by another program. */
  async readBook(name = "out.xlsx"): Promise<ExcelJS.Workbook> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(this.file(name));
    return book;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The bytes of a workbook made by another program. */
export async function buildBook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The bytes of a workbook with one sheet called `Sales`. */
export function buildSheet(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  return buildBook((book) => {
    book.addWorksheet("Sales").addRows(rows.map((row) => [...row]));
  });
}

/** Rows as the text of a CSV file; cells are written as they are. */
export function joinRows(rows: readonly (readonly unknown[])[], delimiter = ","): string {
  return rows.map((row) => `${row.join(delimiter)}\n`).join("");
}

/** Headers of {@link buildLines}. */
export const lineHeaders = ["order", "customer", "date", "amount"];

/** Clean order lines of seven customers over five months: order id, customer, ISO date, amount. */
export function buildLines(count: number): [string, string, string, number][] {
  return Array.from({ length: count }, (_, i) => [
    String(1000 + i),
    `A${i % 7}`,
    `2024-0${1 + (i % 5)}-1${i % 9}`,
    10 + i,
  ]);
}
