import { parseIsoDay } from "../core/days";
import { InputError } from "./input-error";
import type { Job, JobField, JobValue } from "./job";
import { isPercent, readShare } from "./read-share";

type Parsed = { readonly value: JobValue } | { readonly expected: string };

type NumberField = JobField & { readonly kind: "number" | "share" };

/** The smallest and the largest number that a field takes, undefined where there is no end. */
function findLimits({ kind, minimum, maximum }: NumberField): {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
} {
  return kind === "share" ? { minimum: minimum ?? 0, maximum: maximum ?? 1 } : { minimum, maximum };
}

/** A share in per cent, without the digits that the machine's numbers bring. */
export function formatShareText(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`;
}

/** The numbers that a field takes, in signs that need no translation; empty where it takes any. */
export function describeRange(field: NumberField): string {
  const { minimum, maximum } = findLimits(field);
  const format = field.kind === "share" ? formatShareText : String;
  if (minimum !== undefined && maximum !== undefined) return `${format(minimum)}..${format(maximum)}`;
  if (minimum !== undefined) return `>= ${format(minimum)}`;
  return maximum === undefined ? "" : `<= ${format(maximum)}`;
}

function checkNumber(field: NumberField, value: unknown): Parsed {
  const { minimum, maximum } = findLimits(field);
  const isInside =
    typeof value === "number" &&
    Number.isFinite(value) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (field.isWhole !== true || Number.isInteger(value));
  return isInside ? { value } : { expected: describeRange(field) || "0" };
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

/** What a share typed without its sign was taken for, such as "80%" for 80; null where the text says what it means. */
export function describeReading({ kind }: JobField, text: string): string | null {
  const value = text.trim() === "" ? NaN : Number(text);
  return kind === "share" && isPercent(value) ? formatShareText(readShare(value)) : null;
}

/** A value from text as it is typed; a share above 1.5 is read as per cent; what cannot be read comes back as the text, which {@link completeValues} then refuses. */
export function parseValueText(field: JobField, text: string): unknown {
  const trimmed = text.trim();
  switch (field.kind) {
    case "number":
    case "share": {
      const value = parseNumberText(trimmed);
      if (Number.isNaN(value)) return text;
      return field.kind === "share" && !trimmed.endsWith("%") ? readShare(value) : value;
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
