import { readFile, realpath } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { AnalysisSettings } from "../core/report/settings";
import { readToday } from "../engine/today";
import type { Words } from "../i18n/en";
import type { AnalyzeRequest } from "../jobs/analyze";
import { openDefaultSource } from "../jobs/find-source";
import { parseSettings } from "../jobs/settings";
import { PRODUCT_VERSION } from "../jobs/version";
import type { RowReference } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { AnalyzeOptions } from "./analyze-options";
import type { OpenedFile } from "./load-input";
import { nameFile, openSecondRows } from "./load-input";
import { projectFolder } from "./project-folder";
import { UsageError } from "./usage-error";

/** What is analysed where no input is named. */
export const SAMPLE = join(projectFolder, "assets", "samples", "retail.xlsx");

async function readSettingsFile(file: string | null, words: Words): Promise<unknown> {
  if (file === null) return {};
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new UsageError(words.workbookErrors.fileNotFound({ file }));
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UsageError(words.cli.badJson(file));
  }
}

async function openSource(opened: OpenedFile, options: AnalyzeOptions, words: Words): Promise<RowSource> {
  const { sheet, range, table, name } = options;
  if (opened.kind === "csv") {
    const named = Object.entries({ sheet, range, table, name }).find(([, value]) => value !== null);
    if (named !== undefined) throw new UsageError(words.cli.usage.needsWorkbook(`--${named[0]}`));
    return opened.source;
  }
  if (sheet === null && range === null && table === null && name === null) return openDefaultSource(opened.port);
  let reference: RowReference = {
    kind: "range",
    ...(sheet !== null && { sheet }),
    ...(range !== null && { address: range }),
  };
  if (table !== null) reference = { kind: "table", table };
  if (name !== null) reference = { kind: "name", name };
  return opened.port.openRows(reference);
}

/** Rows that an option names as `FILE` or `FILE#SHEET`; the file may be the input itself. */
export function openNamedRows(
  option: string,
  { file, sheet }: { readonly file: string; readonly sheet: string | null },
  opened: OpenedFile | null,
  input: string,
  words: Words,
): Promise<RowSource> {
  const isSameFile = resolve(file) === resolve(input);
  if (isSameFile && sheet === null) throw new UsageError(words.cli.usage.sheetOfInput(option));
  return isSameFile && opened?.kind === "workbook"
    ? opened.port.openRows({ kind: "range", sheet: sheet! })
    : openSecondRows(file, sheet);
}

function openCustomerTable(
  { customerTable }: AnalyzeOptions,
  opened: OpenedFile,
  input: string,
  words: Words,
): Promise<RowSource> | "find" | null {
  if (customerTable === null) return "find";
  if (customerTable.file === "none" && customerTable.sheet === null) return null;
  return openNamedRows("--customer-table", customerTable, opened, input, words);
}

/** Settings of the file and of the options, which win. */
export async function readSettings(options: AnalyzeOptions, words: Words): Promise<AnalysisSettings> {
  return parseSettings(options.settings, parseSettings(await readSettingsFile(options.settingsFile, words)));
}

/** What the command line asks to be analysed: rows, columns and settings. */
export async function buildRequest(
  options: AnalyzeOptions,
  settings: AnalysisSettings,
  {
    opened,
    input,
    isInWorkbook,
    mostRowsKept,
  }: {
    readonly opened: OpenedFile;
    readonly input: string;
    readonly isInWorkbook: boolean;
    readonly mostRowsKept?: number;
  },
  words: Words,
): Promise<AnalyzeRequest> {
  return {
    settings,
    source: await nameFile(basename(input), () => openSource(opened, options, words)),
    customerTable: await openCustomerTable(options, opened, input, words),
    isInWorkbook,
    columns: { roles: options.roles, attributes: options.attributes },
    language: options.language,
    labels: options.labels,
    mostRowsKept,
    today: readToday(),
    version: PRODUCT_VERSION,
  };
}

const findRealPath = (path: string) => realpath(path).catch(() => resolve(path));

/** No file that is read is written, and no file is written twice. */
export async function checkPaths(
  read: readonly (string | null)[],
  written: readonly (string | null)[],
  words: Words,
): Promise<void> {
  const taken = new Set(await Promise.all(read.flatMap((path) => (path === null ? [] : [findRealPath(path)]))));
  for (const path of written) {
    if (path === null) continue;
    const real = await findRealPath(path);
    if (taken.has(real)) throw new UsageError(words.cli.sameFile(path));
    taken.add(real);
  }
}
