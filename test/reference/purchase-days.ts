import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PurchaseDayColumns } from "../../src/core/clv/purchase-day-columns";
import { referenceFolder } from "../helpers/reference-folder";

export interface PurchaseDayFile {
  /** Ascending by number. */
  readonly ids: readonly string[];
  readonly columns: PurchaseDayColumns;
}

/** Days since 1970-01-01 of `2024-03-31`. */
export function toDay(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86400000;
}

/** A file of data/ as purchase days: amounts of a customer's day are summed. `read` gives null for lines that do not count. */
export function readPurchaseDays(
  file: string,
  read: (cells: readonly string[]) => { id: string; date: string; amount: number } | null,
): PurchaseDayFile {
  const bytes = readFileSync(join(referenceFolder(), "data", file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const customers = new Map<string, Map<number, number>>();
  for (const line of text.trimEnd().split(/\r?\n/).slice(1)) {
    const purchase = read(splitCells(line));
    if (purchase === null) continue;
    const days = customers.get(purchase.id) ?? new Map<number, number>();
    customers.set(purchase.id, days);
    const day = toDay(purchase.date);
    days.set(day, (days.get(day) ?? 0) + purchase.amount);
  }
  const ids = [...customers.keys()].sort((a, b) => Number(a) - Number(b));
  const offsets = new Int32Array(ids.length + 1);
  const day: number[] = [];
  const amount: number[] = [];
  ids.forEach((id, c) => {
    for (const [date, sum] of [...customers.get(id)!].sort((a, b) => a[0] - b[0])) {
      day.push(date);
      amount.push(sum);
    }
    offsets[c + 1] = day.length;
  });
  return { ids, columns: { offsets, day: Int32Array.from(day), amount: Float64Array.from(amount) } };
}

/** Lines of the CDNOW files: customer, date, quantity, amount. */
export function readCdnow(file: string): PurchaseDayFile {
  return readPurchaseDays(file, ([id, date, , amount]) => ({ id, date, amount: Number(amount) }));
}

function splitCells(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);
}
