import type { RowBlock } from "../core/transactions/cells";
import { cutBlock } from "../engine/read-rows";
import type { LineMessage } from "../engine/thread-line";
import { ThreadLine } from "../engine/thread-line";
import { NoWorkerError } from "../engine/worker-calls";
import type { RowSource } from "../workbook/rows";
import type { JudgedRows } from "./analyze-request";
import type { Job, JobContext, JobResult } from "./job";
import type { JobFailure, PageQuestions, SentCustomers, SentJob, SourceFacts } from "./job-messages";
import { describeJobFailure, rebuildJobError } from "./job-messages";

type Answers = { readonly [Name in keyof PageQuestions]: (argument: PageQuestions[Name]) => unknown };

async function* listParts(
  source: RowSource,
  request: Parameters<RowSource["readBlocks"]>[0],
): AsyncGenerator<RowBlock> {
  for await (const block of source.readBlocks(request)) yield* cutBlock(block);
}

/** Sources of rows that stay on the page; what goes to the worker are their facts. */
class SourceList {
  private readonly sources: RowSource[] = [];
  private readonly readings = new Map<number, AsyncGenerator<RowBlock>>();
  private last = 0;

  describe(source: RowSource): SourceFacts {
    const { title, place, headers, formats, rowCount } = source;
    return { source: this.sources.push(source) - 1, title, place, headers, formats, rowCount };
  }

  readHead({ source, count }: PageQuestions["readHead"]): Promise<RowBlock> {
    return this.sources[source].readHead(count);
  }

  openBlocks({ source, request }: PageQuestions["openBlocks"], signal: AbortSignal | undefined): number {
    this.readings.set(++this.last, listParts(this.sources[source], { ...request, signal }));
    return this.last;
  }

  async readBlock(reading: number): Promise<RowBlock | null> {
    const next = await this.readings.get(reading)!.next();
    return next.done === true ? null : next.value;
  }

  async closeBlocks(reading: number): Promise<null> {
    await this.readings.get(reading)?.return(undefined);
    this.readings.delete(reading);
    return null;
  }
}

function sendCustomers(judged: JudgedRows, sources: SourceList): SentCustomers {
  const { analysis, read, roleColumns, moneyFormat, columns, customerTable, request } = judged;
  const { source, isInWorkbook, columns: choice, settings, language, labels, today, version } = request;
  return {
    analysis,
    read,
    roleColumns,
    moneyFormat,
    columns,
    customerTable: customerTable && sources.describe(customerTable),
    request: {
      source: sources.describe(source),
      isInWorkbook,
      columns: choice,
      settings,
      language,
      labels,
      today,
      version,
    },
  };
}

function describeJob(job: Job, context: JobContext, sources: SourceList): SentJob {
  const { judged, tables, values, language, today, version } = context;
  const given = Object.entries(tables).flatMap(([name, source]) =>
    source === undefined ? [] : [[name, sources.describe(source)] as const],
  );
  return {
    job: job.id,
    judged: judged && sendCustomers(judged, sources),
    tables: Object.fromEntries(given),
    values,
    language,
    today,
    version,
  };
}

/** Answers what a job asks of the workbook. */
function serveJob({ port, signal, onProgress }: JobContext, sources: SourceList): Answers {
  return {
    readCulture: () => port.readCulture(),
    readSetting: (key) => port.readSetting(key),
    readSheet: (id) => port.readSheet(id),
    readHead: (wanted) => sources.readHead(wanted),
    openBlocks: (wanted) => sources.openBlocks(wanted, signal),
    readBlock: (reading) => sources.readBlock(reading),
    closeBlocks: (reading) => sources.closeBlocks(reading),
    report: (progress) => {
      onProgress?.(progress);
      return null;
    },
  };
}

/**
 * Runs a job in a worker of its own; the workbook is asked on this thread.
 *
 * @param createWorker starts `job-worker.ts`
 * @throws NoWorkerError where there can be no worker, the signal's reason when it is aborted; else as the job
 */
export async function runJobAway(createWorker: () => Worker, job: Job, context: JobContext): Promise<JobResult> {
  const { signal } = context;
  signal?.throwIfAborted();
  let worker: Worker;
  try {
    worker = createWorker();
  } catch {
    throw new NoWorkerError();
  }
  const sources = new SourceList();
  const answers = serveJob(context, sources);
  const line = new ThreadLine<JobFailure>({
    side: "page",
    post: (message) => worker.postMessage(message),
    serve: async (name, argument) => (answers[name as keyof Answers] as (given: unknown) => unknown)(argument),
    describe: describeJobFailure,
    rebuild: rebuildJobError,
  });
  const stop = () => line.close(signal!.reason as Error);
  signal?.addEventListener("abort", stop, { once: true });
  worker.onmessage = ({ data }: MessageEvent<LineMessage<JobFailure>>) => line.receive(data);
  worker.onerror = (event) => {
    event.preventDefault();
    line.close(new NoWorkerError());
  };
  try {
    return await line.ask<JobResult>("run", describeJob(job, context, sources));
  } finally {
    signal?.removeEventListener("abort", stop);
    worker.terminate();
  }
}
