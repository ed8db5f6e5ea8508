import { parseIsoDay } from "../core/days";
import { InputError } from "./input-error";
import type { Job, JobField, JobValue } from "./job";

type Parsed = { readonly value: JobValue } | { readonly expected: string };

/** What a field takes, in signs that need no translation. */
function describeRange({ minimum, maximum }: { readonly minimum?: number; readonly maximum?: number }): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum}..${maximum}`;
  if (minimum !== undefined) return `>= ${minimum}`;
  return maximum === undefined ? "0" : `<= ${maximum}`;
}

function checkNumber(field: JobField & { readonly kind: "number" | "share" }, value: unknown): Parsed {
  const { minimum = field.kind === "share" ? 0 : undefined, maximum = field.kind === "share" ? 1 : undefined } = field;
  const isInside =
    typeof value === "number" &&
    Number.isFinite(value) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (field.isWhole !== true || Number.isInteger(value));
  return isInside ? { value } : { expected: describeRange({ minimum, maximum }) };
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 1000;

function checkValue(field: JobField, value: unknown): Parsed {
  switch (field.kind) {
    case "number":
    case "share":
      return checkNumber(field, value);
    case "flag":
      return typeof value === "boolean" ? { value } : { expected: "true, false" };
    case "choice":
      return isText(value) && field.choices.includes(value) ? { value } : { expected: field.choices.join(", ") };
    case "date":
      return isText(value) && parseIsoDay(value) !== null ? { value } : { expected: "YYYY-MM-DD" };
    case "columns":
      return Array.isArray(value) && value.every(isText) ? { value } : { expected: "A,B,C" };
    case "column":
    case "text":
      return isText(value) ? { value } : { expected: "ABC" };
    case "json":
      return { value: value as JobValue };
  }
}

/**
 * The values a job runs with: those given, checked, and for the rest the defaults.
 *
 * @param given by key, from a form, a file or a workbook: not trusted
 * @throws InputError `badSetting` that names the field and what it takes
 */
export function completeValues(
  job: Pick<Job, "fields">,
  given: Readonly<Record<string, unknown>>,
): Record<string, JobValue> {
  const unknown = Object.keys(given).find((key) => !job.fields.some((field) => field.key === key));
  if (unknown !== undefined) {
    throw new InputError("badSetting", { setting: unknown, expected: job.fields.map(({ key }) => key).join(", ") });
  }
  return Object.fromEntries(
    job.fields.map((field) => {
      const value = given[field.key];
      if (value === undefined || value === null) return [field.key, field.default];
      const parsed = checkValue(field, value);
      if ("expected" in parsed) throw new InputError("badSetting", { setting: field.key, expected: parsed.expected });
      return [field.key, parsed.value];
    }),
  );
}

function parseNumberText(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "") return NaN;
  return trimmed.endsWith("%") ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed);
}

/** A value from text as it is typed; what cannot be read comes back as the text, which {@link completeValues} then refuses. */
export function parseValueText(field: JobField, text: string): unknown {
  const trimmed = text.trim();
  switch (field.kind) {
    case "number":
    case "share": {
      const value = parseNumberText(trimmed);
      return Number.isNaN(value) ? text : value;
    }
    case "flag":
      return trimmed === "true" ? true : trimmed === "false" ? false : text;
    case "columns":
      return trimmed.split(/[,，、]/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
    case "json":
      try {
        return JSON.parse(trimmed) as unknown;
      } catch {
        throw new InputError("badSetting", { setting: field.key, expected: "JSON" });
      }
    default:
      return trimmed;
  }
}
