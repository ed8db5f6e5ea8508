import type { Words } from "../i18n/en";
import { findJobWords } from "../jobs/find-job-words";
import { findNearest } from "../jobs/find-nearest";
import { InputError } from "../jobs/input-error";
import type { Job } from "../jobs/job";
import { WorkbookError } from "../workbook/port";
import { nameOption } from "./job-options";
import { UsageError } from "./usage-error";
import { WriteError } from "./write-file";

const WRONG_USAGE = new Set(["badSetting", "unknownSetting", "unknownLens", "unknownRole", "doubleColumn"]);

type SettingNames = Readonly<Record<string, { readonly name: string } | undefined>>;

/** A setting as a person calls it, and as it is written: as an option of the job, or as a key in a file of settings. */
function nameSetting(path: string, words: Words, job: Pick<Job, "id"> | null): string {
  const field = job === null ? undefined : findJobWords(words, job.id).fields[path];
  if (field !== undefined) return `${field.name}${words.phrases.inBrackets(nameOption(path))}`;
  const names: SettingNames = words.settings;
  const setting = names[path.split(".")[0]];
  return setting === undefined ? path : `${setting.name}${words.phrases.inBrackets(path)}`;
}

/** The key of a setting that may have been meant, by the key or by the name that was written. */
function findMeantSetting(written: string, words: Words): string | null {
  const keys = new Map(Object.entries(words.settings).flatMap(([key, { name }]) => [[key, key] as const, [name, key]]));
  const nearest = findNearest(written, [...keys.keys()]);
  return nearest === null ? null : (keys.get(nearest) ?? null);
}

function explainInput({ code, parameters }: InputError, words: Words, job: Pick<Job, "id"> | null): string {
  const { setting } = parameters;
  if (code === "badSetting") {
    const names = setting.split(", ").map((path) => nameSetting(path, words, job));
    return words.inputErrors.badSetting({ ...parameters, setting: names.join(", ") });
  }
  if (code === "unknownSetting") {
    const meant = findMeantSetting(setting, words);
    return words.inputErrors.unknownSetting({ setting, ...(meant !== null && { nearest: meant }) });
  }
  return words.inputErrors[code](parameters);
}

/**
 * What is said of an error on one line, and the exit status that goes with it: 1 for an input that cannot be analysed, 2 for a wrong call.
 *
 * @param job whose options stand beside those of the main command; null for the main command
 */
export function explainError(
  error: unknown,
  words: Words,
  command: string,
  job: Pick<Job, "id"> | null = null,
): { readonly line: string; readonly status: 1 | 2 } {
  if (error instanceof UsageError) return { line: words.cli.wrongUsage(error.message, command), status: 2 };
  if (error instanceof WriteError) return { line: words.cli.cannotWrite(error.file, error.reason), status: 1 };
  if (error instanceof InputError) {
    return { line: explainInput(error, words, job), status: WRONG_USAGE.has(error.code) ? 2 : 1 };
  }
  if (error instanceof WorkbookError && error.code !== "internal")
    return { line: words.workbookErrors[error.code](error.parameters), status: 1 };
  const detail = error instanceof Error ? error.message : String(error);
  return { line: words.cli.internal(detail.replace(/\s+/g, " ")), status: 1 };
}
