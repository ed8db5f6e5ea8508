import { parseArgs } from "node:util";
import type { Words } from "../i18n/en";
import "../i18n/all-words";
import { getWords } from "../i18n/words";
import { UsageError } from "./usage-error";

/** What the command line of `analyze` says, before anything is read. `settings` holds switches by their names in the settings file. */
export interface AnalyzeOptions {
  readonly input: string | null;
  readonly sheet: string | null;
  readonly range: string | null;
  readonly table: string | null;
  readonly name: string | null;
  /** Column (header, letter or 1-based position) by role; an empty text takes the role away. */
  readonly roles: Readonly<Record<string, string>>;
  readonly attributes: readonly string[] | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly settingsFile: string | null;
  /** Another as-of date to compare with. */
  readonly compareAsOf: string | null;
  readonly customerTable: { readonly file: string; readonly sheet: string | null } | null;
  /** Potential customers, a row each. */
  readonly prospects: { readonly file: string; readonly sheet: string | null } | null;
  readonly language: "en" | "zh";
  readonly out: string | null;
  readonly customers: string | null;
  readonly json: string | null;
  readonly labels: boolean;
  readonly help: boolean;
}

const options = {
  sheet: { type: "string" },
  range: { type: "string" },
  table: { type: "string" },
  name: { type: "string" },
  role: { type: "string", multiple: true },
  customer: { type: "string" },
  date: { type: "string" },
  amount: { type: "string" },
  quantity: { type: "string" },
  price: { type: "string" },
  cost: { type: "string" },
  order: { type: "string" },
  attributes: { type: "string" },
  "cost-basis": { type: "string" },
  margin: { type: "string" },
  from: { type: "string" },
  "as-of": { type: "string" },
  "compare-as-of": { type: "string" },
  refunds: { type: "string" },
  zero: { type: "string" },
  rows: { type: "string" },
  "score-method": { type: "string" },
  bins: { type: "string" },
  features: { type: "string" },
  lens: { type: "string" },
  "time-unit": { type: "string" },
  "calibration-end": { type: "string" },
  "clv-model": { type: "string" },
  "horizon-months": { type: "string" },
  "monthly-discount-rate": { type: "string" },
  k: { type: "string" },
  seed: { type: "string" },
  lang: { type: "string" },
  "customer-table": { type: "string" },
  prospects: { type: "string" },
  settings: { type: "string" },
  out: { type: "string" },
  customers: { type: "string" },
  json: { type: "string" },
  labels: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const shortRoles = ["customer", "date", "amount", "quantity", "price", "cost", "order"] as const;

const splitList = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function parseNumber(option: string, text: string, words: Words): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new UsageError(words.cli.usage.number(`--${option}`, text));
  return value;
}

function parseMargin(text: string, words: Words): number {
  const percent = text.trim().endsWith("%");
  const value = parseNumber("margin", percent ? text.trim().slice(0, -1) : text, words);
  if (!percent && value > 1) throw new UsageError(words.cli.usage.margin(text, String(value / 100)));
  return percent ? value / 100 : value;
}

/** `FILE` or `FILE#SHEET`. */
export function parseFileReference(text: string): { file: string; sheet: string | null } {
  const hash = text.lastIndexOf("#");
  return hash <= 0 ? { file: text, sheet: null } : { file: text.slice(0, hash), sheet: text.slice(hash + 1) };
}

function parseRoles(entries: readonly string[], words: Words): Record<string, string> {
  const roles: Record<string, string> = {};
  for (const entry of entries.flatMap(splitList)) {
    const equals = entry.indexOf("=");
    if (equals <= 0) throw new UsageError(words.cli.usage.role(entry));
    roles[entry.slice(0, equals).trim()] = entry.slice(equals + 1).trim();
  }
  return roles;
}

function parseRaw(args: readonly string[], words: Words) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(words.cli.usage.unknownOption(option));
    const named = /^--([\w-]+)/.exec(option)?.[1] ?? "";
    const takesValue = Object.hasOwn(options, named) && options[named as keyof typeof options].type === "string";
    throw new UsageError(takesValue ? words.cli.usage.noValue(option) : words.cli.usage.noValueAllowed(option));
  }
}

/** The language that a command line asks for, even where something else in it is wrong. */
export function parseLanguage(args: readonly string[]): "en" | "zh" {
  const isChinese = args.some((arg, i) => arg === "--lang=zh" || (arg === "zh" && args[i - 1] === "--lang"));
  return isChinese ? "zh" : "en";
}

/**
 * Reads the command line of `analyze`.
 *
 * @throws UsageError for an unknown option, a missing value or one of the wrong kind
 */
export function parseAnalyzeOptions(args: readonly string[], words = getWords("en")): AnalyzeOptions {
  const { values, positionals } = parseRaw(args, words);
  if (positionals.length > 1) throw new UsageError(words.cli.usage.oneInput(positionals.join(", ")));
  if (values.lang !== undefined && values.lang !== "en" && values.lang !== "zh") {
    throw new UsageError(words.cli.usage.language(values.lang));
  }
  const settings: Record<string, unknown> = {};
  const set = (key: string, value: unknown) => {
    if (value !== undefined) settings[key] = value;
  };
  set("asOf", values["as-of"]);
  set("from", values.from);
  set("refunds", values.refunds);
  set("zero", values.zero);
  set("rows", values.rows);
  set("costBasis", values["cost-basis"]);
  set("margin", values.margin === undefined ? undefined : parseMargin(values.margin, words));
  set("scoreMethod", values["score-method"]);
  set("bins", values.bins === undefined ? undefined : parseNumber("bins", values.bins, words));
  const number = (option: "horizon-months" | "monthly-discount-rate") => {
    const text = values[option];
    return text === undefined ? undefined : parseNumber(option, text, words);
  };
  set("timeUnit", values["time-unit"]);
  set("calibrationEnd", values["calibration-end"]);
  set("clvModel", values["clv-model"]);
  set("horizonMonths", number("horizon-months"));
  set("monthlyDiscountRate", number("monthly-discount-rate"));
  set("k", values.k === undefined ? undefined : parseNumber("k", values.k, words));
  set("seed", values.seed === undefined ? undefined : parseNumber("seed", values.seed, words));
  set("features", values.features === undefined ? undefined : splitList(values.features));
  set("lenses", values.lens === undefined ? undefined : splitList(values.lens));
  const roles = parseRoles(values.role ?? [], words);
  for (const role of shortRoles) if (values[role] !== undefined) roles[role] = values[role];
  return {
    input: positionals[0] ?? null,
    sheet: values.sheet ?? null,
    range: values.range ?? null,
    table: values.table ?? null,
    name: values.name ?? null,
    roles,
    attributes: values.attributes === undefined ? null : splitList(values.attributes),
    settings,
    settingsFile: values.settings ?? null,
    compareAsOf: values["compare-as-of"] ?? null,
    customerTable: values["customer-table"] === undefined ? null : parseFileReference(values["customer-table"]),
    prospects: values.prospects === undefined ? null : parseFileReference(values.prospects),
    language: values.lang ?? "en",
    out: values.out ?? null,
    customers: values.customers ?? null,
    json: values.json ?? null,
    labels: values.labels ?? false,
    help: values.help ?? false,
  };
}
