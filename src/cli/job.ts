import { parseArgs } from "node:util";
import { getWords } from "../i18n/words";
import type { Words } from "../i18n/en";
import type { Language } from "../i18n/words";
import { saveWorkbook } from "../workbook/xlsx";
import { explainError } from "./explain-error";
import { openFile } from "./load-input";
import { UsageError } from "./usage-error";
import { writeWholeFiles } from "./write-file";

const COMMAND = "npm run job --";

interface JobCall {
  readonly words: Words;
  readonly input: string | undefined;
  readonly out: string | undefined;
}

type RunJob = (call: JobCall) => Promise<string[]>;

const runRemoveOutput: RunJob = async ({ words, input, out }) => {
  if (input === undefined) throw new UsageError(words.cli.jobNeedsFile("remove-output"));
  const opened = await openFile(input);
  if (opened.kind === "csv") throw new UsageError(words.cli.jobNeedsFile("remove-output"));
  const { xlsx, port } = opened;
  const removed = await port.removeOutput();
  if (removed.length === 0) return [words.cli.nothingToRemove];
  const file = out ?? input;
  await writeWholeFiles([{ path: file, content: await saveWorkbook(xlsx) }]);
  return [words.cli.removed(removed.join(", ")), words.cli.alsoWritten(file)];
};

/** Jobs by id; the main job has a command of its own. */
const jobs: Readonly<Record<string, RunJob>> = { "remove-output": runRemoveOutput };

const help = `npm run job -- <id> FILE.xlsx [--out FILE.xlsx] [--lang en|zh]

  remove-output   takes all CVM sheets, label columns and settings out of a workbook

Without --out the file itself is written. Exit status: 0 done, 1 the input cannot be used, 2 wrong usage.
`;

async function run(args: readonly string[], words: Words): Promise<void> {
  const { values, positionals } = parseCall(args);
  if (values.help || positionals.length === 0) {
    process.stdout.write(help);
    return;
  }
  const [id, input] = positionals;
  if (!Object.hasOwn(jobs, id)) throw new UsageError(words.cli.unknownJob(id, Object.keys(jobs).join(", ")));
  const lines = await jobs[id]({ words, input, out: values.out });
  process.stdout.write(`${lines.join("\n")}\n`);
}

function parseCall(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { out: { type: "string" }, lang: { type: "string" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The command line of the other jobs; sets the exit status. */
async function main(args: readonly string[]): Promise<void> {
  const language: Language = args.includes("--lang=zh") || args[args.indexOf("--lang") + 1] === "zh" ? "zh" : "en";
  const words = getWords(language);
  try {
    await run(args, words);
  } catch (error) {
    const { line, status } = explainError(error, words, COMMAND);
    process.stderr.write(`${line}\n`);
    process.exitCode = status;
  }
}

void main(process.argv.slice(2));
