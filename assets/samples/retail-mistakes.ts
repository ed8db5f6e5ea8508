import type { Draws } from "./random-draws";
import { freeSample } from "./retail-catalogue";
import { closingDay, dayMs } from "./retail-customers";
import type { SalesLine } from "./retail-orders";

/** A line as it stands in the sheet: what people and other systems did to it included. */
export interface SheetLine extends Omit<SalesLine, "order" | "time" | "customer" | "amount"> {
  order: number | string | null;
  /** UTC milliseconds, text as typed, or empty. */
  time: number | string | null;
  customer: string | null;
  amount: number | string | null;
}

export type Mistake =
  | "errorCell"
  | "missingCustomer"
  | "missingDate"
  | "badDate"
  | "futureDate"
  | "oldDate"
  | "missingAmount"
  | "textAmount"
  | "textDate"
  | "zeroAmount"
  | "positiveCancellation"
  | "duplicateLine"
  | "idVariant"
  | "orderShared"
  | "refundOnly"
  | "blankRow";

export type SheetRow = SheetLine | "blank";

function formatPounds(amount: number): string {
  return `£${amount.toFixed(2)}`;
}

function formatThousands(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/, ",");
}

function formatBritishDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10).split("-").reverse().join("/");
}

/** Picks distinct ordinary sales, so that no line carries two mistakes. */
function createPicker(draws: Draws, lines: SheetLine[]): (fits?: (line: SalesLine) => boolean) => number {
  const linesOf = new Map<unknown, number>();
  const reversed = new Set<unknown>();
  for (const line of lines) {
    linesOf.set(line.customer, (linesOf.get(line.customer) ?? 0) + 1);
    if (Number(line.amount) < 0) reversed.add(String(line.order).replace("C", ""));
  }
  const taken = new Set<unknown>();
  return (fits = () => true) => {
    for (let attempt = 0; attempt < 1_000_000; attempt++) {
      const index = draws.integer(0, lines.length - 1);
      const line = lines[index] as SalesLine;
      const ordinary = typeof line.order === "number" && line.amount > 0 && !reversed.has(String(line.order));
      if (!ordinary || linesOf.get(line.customer)! < 6 || taken.has(line.order) || !fits(line)) continue;
      taken.add(line.order);
      return index;
    }
    throw new Error("No line of the sample suits this mistake.");
  };
}

const dayOfMonth = (line: SalesLine) => new Date(line.time).getUTCDate();

/** Lines as a real workbook would hold them, with the number of each kind of mistake. */
export function addMistakes(draws: Draws, sales: SalesLine[]): { rows: SheetRow[]; counts: Record<Mistake, number> } {
  const lines: SheetLine[] = sales.map((line) => ({ ...line }));
  const pick = createPicker(draws, lines);
  const counts = {} as Record<Mistake, number>;
  const change = (
    mistake: Mistake,
    edit: (line: SheetLine) => Partial<SheetLine>,
    fits?: (line: SalesLine) => boolean,
  ) => {
    const index = pick(fits);
    lines[index] = { ...lines[index]!, ...edit(lines[index]!) };
    counts[mistake] = (counts[mistake] ?? 0) + 1;
  };
  const repeat = (times: number, action: () => void) => Array.from({ length: times }).forEach(action);

  change("errorCell", () => ({ amount: "#N/A" }));
  change("errorCell", () => ({ customer: "#N/A" }));
  repeat(7, () => change("missingCustomer", () => ({ customer: null })));
  repeat(2, () => change("missingDate", () => ({ time: null })));
  change("badDate", () => ({ time: "31/02/2025" }));
  change("badDate", () => ({ time: "2025-13-05" }));
  change(
    "futureDate",
    (line) => ({ time: Date.UTC(2052, 8, 3) + (Number(line.time) % dayMs) }),
    (line) => new Date(line.time).getUTCFullYear() === 2025,
  );
  change("oldDate", (line) => ({ time: Date.UTC(1925, 3, 8) + (Number(line.time) % dayMs) }));
  repeat(3, () => change("missingAmount", () => ({ amount: null })));
  repeat(2, () =>
    change(
      "textAmount",
      (line) => ({ amount: formatThousands(Number(line.amount)) }),
      (line) => line.amount >= 1000,
    ),
  );
  repeat(7, () => change("textAmount", (line) => ({ amount: formatPounds(Number(line.amount)) })));
  for (const fits of [
    (line: SalesLine) => dayOfMonth(line) > 12,
    (line: SalesLine) => dayOfMonth(line) > 12,
    (line: SalesLine) => dayOfMonth(line) === 6,
  ]) {
    change("textDate", (line) => ({ time: formatBritishDate(Number(line.time)) }), fits);
  }
  repeat(6, () =>
    change("zeroAmount", () => ({
      product: freeSample.name,
      category: freeSample.category,
      quantity: 1,
      unitPrice: 0,
      discount: 0,
      amount: 0,
      cost: freeSample.cost,
    })),
  );
  change("positiveCancellation", (line) => ({ order: `C${line.order}` }));
  change("idVariant", (line) => ({ customer: line.customer!.toLowerCase() }));

  const shared = pick();
  lines.splice(shared + 1, 0, { ...lines[shared]!, customer: lines[pick()]!.customer });
  counts.orderShared = 1;
  counts.duplicateLine = 4;
  repeat(counts.duplicateLine, () => {
    const index = pick();
    lines.splice(index + 1, 0, { ...lines[index]! });
  });

  const returned = sales.filter((line) => line.amount < 0 && typeof line.order === "number").slice(5, 7);
  counts.refundOnly = returned.length;
  returned.forEach((line, index) => {
    const at = lines.findIndex((other) => other.order === line.order && other.time === line.time);
    lines.splice(at + 1, 0, { ...line, order: 499_861 + 57 * index, customer: `C-${9_841 + 103 * index}` });
  });

  counts.blankRow = 1;
  const rows: SheetRow[] = [...lines];
  rows.splice(
    rows.findIndex((row) => row !== "blank" && Number(row.time) > closingDay - 20 * dayMs),
    0,
    "blank",
  );
  return { rows, counts };
}
