import type { Json } from "../../core/lenses/lens";
import type { CellValue } from "../../workbook/port";
import type { LayoutSteps } from "./sheet-steps";
import { finishSteps, mapInSteps } from "./sheet-steps";

/** One run as the history sheet keeps it. */
export interface HistoryRun {
  /** ISO day; null for customers without dates. */
  readonly asOf: string | null;
  readonly basis: string;
  /** Version of the product that wrote it. */
  readonly version: string;
  /** Settings, score cuts and the models of the lenses. */
  readonly model: Json;
  readonly ids: readonly string[];
  /** NaN where unknown. */
  readonly values: Float64Array;
  /** Code of each customer per lens, null for none. */
  readonly lenses: readonly { readonly id: string; readonly codes: readonly (string | null)[] }[];
}

type Rows = readonly (readonly CellValue[])[];

const mostRuns = 2;
const mostLenses = 100;
const mostChunks = 10_000;

function readCount(value: CellValue | undefined, most: number): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most ? value : null;
}

const readText = (value: CellValue | undefined): string | null =>
  value === undefined || value === null || value === "" ? null : String(value);

function parseModel(rows: Rows, start: number, chunks: number): Json | undefined {
  const text = rows.slice(start, start + chunks).map(([chunk]) => (typeof chunk === "string" ? chunk : ""));
  try {
    return JSON.parse(text.join("")) as Json;
  } catch {
    return undefined;
  }
}

/** One run and the row after it, or null where the rows are not what we wrote. */
function* parseRun(rows: Rows, start: number): LayoutSteps<{ run: HistoryRun; next: number } | null> {
  const [tag, asOf, basis, version, chunkCell, customerCell, lensCell] = rows[start] ?? [];
  const chunks = readCount(chunkCell, mostChunks);
  const customers = readCount(customerCell, rows.length);
  const lensCount = readCount(lensCell, mostLenses);
  if (tag !== "run" || chunks === null || customers === null || lensCount === null) return null;
  const header = start + 1 + chunks;
  const first = header + 1;
  const next = first + customers;
  if (next > rows.length || rows[header]?.[0] !== "customer") return null;
  const model = parseModel(rows, start + 1, chunks);
  if (model === undefined) return null;
  const day = readText(asOf);
  if (day !== null && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const lensIds = Array.from({ length: lensCount }, (_, i) => readText(rows[header][2 + i]));
  if (lensIds.some((id) => id === null)) return null;
  const ids = yield* mapInSteps(customers, (i) => readText(rows[first + i][0]));
  if (ids.some((id) => id === null)) return null;
  const lenses: HistoryRun["lenses"][number][] = [];
  for (const [i, id] of (lensIds as string[]).entries()) {
    yield;
    const codes = yield* mapInSteps(customers, (customer) => readText(rows[first + customer][2 + i]));
    lenses.push({ id, codes });
  }
  yield;
  const values = Float64Array.from({ length: customers }, (_, i) => {
    const value = rows[first + i][1];
    return typeof value === "number" ? value : NaN;
  });
  return {
    run: {
      asOf: day,
      basis: readText(basis) ?? "none",
      version: readText(version) ?? "",
      model,
      ids: ids as string[],
      values,
      lenses,
    },
    next,
  };
}

/** As {@link parseHistory}, in steps. */
export function* collectHistory(rows: Rows): LayoutSteps<HistoryRun[]> {
  const [tag, version, countCell] = rows[0] ?? [];
  const count = readCount(countCell, mostRuns);
  if (tag !== "cvm-history" || version !== 1 || count === null) return [];
  const runs: HistoryRun[] = [];
  for (let row = 1; runs.length < count;) {
    const parsed = yield* parseRun(rows, row);
    if (parsed === null) break;
    runs.push(parsed.run);
    row = parsed.next;
  }
  return runs;
}

/**
 * The runs on a history sheet as it was read back, the latest first. The sheet is not trusted: what is not as we write it ends the list.
 */
export const parseHistory = (rows: Rows): HistoryRun[] => finishSteps(collectHistory(rows));
