import type { Words } from "../../i18n/en";
import { explainJobError } from "../../jobs/explain-job-error";
import { InputError } from "../../jobs/input-error";
import type { Job, JobField, JobValue } from "../../jobs/job";
import { completeValues, formatShareText, parseValueText } from "../../jobs/job-values";
import type { FormValue } from "../state/pane-state";

/** What stands for a value in the form. */
export function formatFieldValue({ kind }: JobField, value: JobValue): FormValue {
  if (value === null) return "";
  if (kind === "share" && typeof value === "number") return formatShareText(value);
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === "object" ? "" : String(value);
}

/** A form value as text; columns separated by commas. */
export const formatText = (value: FormValue): string => (typeof value === "string" ? value : value.join(", "));

/** A form value as columns. */
export function listTicked(field: JobField, value: FormValue): readonly string[] {
  return typeof value === "string" ? (parseValueText(field, value) as readonly string[]) : value;
}

/** The values to run with, by key, not checked yet; what is left empty is left out. */
export function collectValues(
  fields: readonly JobField[],
  values: Readonly<Record<string, FormValue | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.key] ?? "";
      if (typeof value !== "string") return [[field.key, value]];
      return value.trim() === "" ? [] : [[field.key, parseValueText(field, value)]];
    }),
  );
}

/** Why a field does not take a value, in words; null where it does. */
export function explainRefusal(job: Job, field: JobField, value: FormValue, words: Words): string | null {
  try {
    completeValues(job, collectValues([field], { [field.key]: value }));
    return null;
  } catch (error) {
    const explained = explainJobError(error, job, words);
    if (!(explained instanceof InputError)) throw error;
    return words.inputErrors[explained.code](explained.parameters);
  }
}
