import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatIsoDay } from "../../src/core/days";
import { generateLedger, ledgerHeaders, nameProduct, nameRegion } from "../bench/ledger";

/** Writes made-up order lines of 8 columns to a CSV file that a browser can open; its path comes back. */
export function writeLedgerFile(folder: string, rows: number): string {
  const { order, customer, day, product, quantity, price, cost, region } = generateLedger(rows);
  const lines = [ledgerHeaders.join(",")];
  for (let i = 0; i < rows; i++) {
    const cells = [order[i], `C${customer[i]}`, formatIsoDay(day[i]), nameProduct(product[i]), quantity[i], price[i]];
    lines.push([...cells, cost[i], nameRegion(region[i])].join(","));
  }
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `orders-${rows}.csv`);
  writeFileSync(path, lines.join("\n"));
  return path;
}
