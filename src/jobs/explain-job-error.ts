import type { Words } from "../i18n/en";
import { findJobWords } from "./find-job-words";
import { InputError } from "./input-error";
import type { Job } from "./job";

/** Names in the place of keys in a list; what has no name stays. */
function nameKeys(keys: string, names: Readonly<Record<string, { readonly name: string } | undefined>>): string {
  return keys
    .split(", ")
    .map((key) => names[key]?.name ?? key)
    .join(", ");
}

/**
 * An error of a job with the names that a person sees in the place of keys and ids, which only the command line shows. Any other error as it is.
 */
export function explainJobError(error: unknown, job: Pick<Job, "id">, words: Words): unknown {
  if (!(error instanceof InputError)) return error;
  const { code, parameters } = error;
  const { fields, tables } = findJobWords(words, job.id);
  switch (code) {
    case "badSetting": {
      const expected = parameters.expected.replace(/[A-Za-z]+/g, (key) => fields[key]?.name ?? key);
      return new InputError(code, { ...parameters, setting: nameKeys(parameters.setting, fields), expected });
    }
    case "missingTable":
      return new InputError(code, { ...parameters, table: tables[parameters.table] ?? parameters.table });
    case "lensNotRun":
    case "lensCannotMove": {
      const { known } = parameters;
      return new InputError(code, {
        ...parameters,
        ...(known && { known: nameKeys(known, words.lenses) }),
        lens: nameKeys(parameters.lens, words.lenses),
      });
    }
    default:
      return error;
  }
}
