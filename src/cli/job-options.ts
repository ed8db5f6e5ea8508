import type { Words } from "../i18n/en";
import type { Job } from "../jobs/job";
import { describeReading, parseValueText } from "../jobs/job-values";
import type { AnalyzeOptions } from "./analyze-options";
import { parseAnalyzeOptions, parseFileReference } from "./analyze-options";
import { UsageError } from "./usage-error";

/** What the command line of a job says: its own tables and fields, and everything that the main command takes. */
export interface JobCall {
  readonly tables: Readonly<Record<string, { readonly file: string; readonly sheet: string | null }>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly analyze: AnalyzeOptions;
  /** How values were understood that could mean two things, a sentence each. */
  readonly readings: readonly string[];
}

/** The option of a field: `orderBasis` is `--order-basis`. */
export function nameOption(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Takes `--option VALUE` and `--option=VALUE` out of a command line. */
function takeOption(args: string[], option: string, isFlag: boolean, words: Words): string | undefined {
  const place = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  if (place < 0) return undefined;
  const [arg] = args.splice(place, 1);
  if (arg !== option) return arg.slice(option.length + 1);
  if (isFlag) return "true";
  if (place >= args.length || args[place].startsWith("--")) throw new UsageError(words.cli.usage.noValue(option));
  return args.splice(place, 1)[0];
}

/**
 * Reads the command line of a job. Where an option of the job has the name of one of the main command, it is the job's.
 *
 * @throws UsageError for an unknown option, a missing value or one of the wrong kind; InputError for text that is not JSON where it should be
 */
export function parseJobCall(job: Job, args: readonly string[], words: Words): JobCall {
  const rest = [...args];
  const tables: Record<string, ReturnType<typeof parseFileReference>> = {};
  const values: Record<string, unknown> = {};
  const readings: string[] = [];
  for (const { id } of job.tables) {
    const text = takeOption(rest, nameOption(id), false, words);
    if (text !== undefined) tables[id] = parseFileReference(text);
  }
  for (const field of job.fields) {
    const option = nameOption(field.key);
    const text = takeOption(rest, option, field.kind === "flag", words);
    if (text === undefined) continue;
    values[field.key] = parseValueText(field, text);
    const reading = describeReading(field, text);
    if (reading !== null) readings.push(words.cli.readAs(option, text, reading));
  }
  return { tables, values, readings, analyze: parseAnalyzeOptions(rest, words) };
}
