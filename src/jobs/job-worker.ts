import type { LineMessage } from "../engine/thread-line";
import { ThreadLine } from "../engine/thread-line";
import { getWords, loadWords } from "../i18n/words";
import type { RowBlock } from "../core/transactions/cells";
import type { WorkbookPort } from "../workbook/port";
import type { RowRequest, RowSource } from "../workbook/rows";
import type { JobContext } from "./job";
import { jobList } from "./job-list";
import type { JobFailure, PageQuestions, SentCustomers, SentJob, SourceFacts } from "./job-messages";
import { describeJobFailure, rebuildJobError } from "./job-messages";

const line = new ThreadLine<JobFailure>({
  side: "worker",
  post: (message) => postMessage(message),
  serve: (_, sent) => run(sent as SentJob),
  describe: describeJobFailure,
  rebuild: rebuildJobError,
});

function ask<Name extends keyof PageQuestions>(name: Name, argument: PageQuestions[Name]): Promise<unknown> {
  return line.ask(name, argument);
}

async function* readBlocks(source: number, { columns, dateColumns }: RowRequest = {}): AsyncGenerator<RowBlock> {
  const reading = (await ask("openBlocks", { source, request: { columns, dateColumns } })) as number;
  try {
    for (;;) {
      const block = (await ask("readBlock", reading)) as RowBlock | null;
      if (block === null) return;
      yield block;
    }
  } finally {
    await ask("closeBlocks", reading);
  }
}

/** A source whose rows the page reads. */
function openSource({ source, ...facts }: SourceFacts): RowSource {
  return {
    ...facts,
    readHead: (count) => ask("readHead", { source, count }) as Promise<RowBlock>,
    readBlocks: (request) => readBlocks(source, request),
    rowNumber: () => {
      throw new RangeError("rows have no numbers in a worker");
    },
  };
}

/** What a job may ask of the workbook; the rest is the page's to do. */
const port = {
  readCulture: () => ask("readCulture", null),
  readSetting: (key: string) => ask("readSetting", key),
  readSheet: (id: string) => ask("readSheet", id),
} as Partial<WorkbookPort> as WorkbookPort;

function receiveCustomers(sent: SentCustomers): JobContext["judged"] {
  const customerTable = sent.customerTable && openSource(sent.customerTable);
  return {
    ...sent,
    customerTable,
    request: { ...sent.request, source: openSource(sent.request.source), customerTable },
  };
}

async function run({ job: id, judged, tables, language, ...rest }: SentJob): Promise<unknown> {
  await loadWords(language);
  const job = jobList.find((other) => other.id === id)!;
  return job.run({
    ...rest,
    port,
    judged: judged && receiveCustomers(judged),
    tables: Object.fromEntries(Object.entries(tables).map(([name, facts]) => [name, openSource(facts)])),
    words: getWords(language),
    language,
    onProgress: (progress) => void ask("report", progress),
  });
}

onmessage = ({ data }: MessageEvent<LineMessage<JobFailure>>) => line.receive(data);
