import { createRandom } from "../../src/core/math/random";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { fillSheet } from "./shop-workbook";

export const kettleHeaders = ["Order ID", "Customer ID", "Order Date", "Product", "Amount"];
export const clientHeaders = ["Customer ID", "Trade", "Staff"];
const trades = ["Café", "Office", "School"];
const formatDay = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** Half of the kettles are bought with filters; later cafés, and who has a kettle already, buy filters more often. Cafés spend five times as much. */
export function buildKettleShop(customers = 240): { readonly lines: CellValue[][]; readonly clients: CellValue[][] } {
  const random = createRandom(11);
  const lines: CellValue[][] = [];
  const clients: CellValue[][] = [];
  let order = 5000;
  for (let i = 0; i < customers; i++) {
    const id = `K${String(i).padStart(3, "0")}`;
    const trade = trades[Math.floor(random() * trades.length)];
    clients.push([id, trade, Math.round((trade === "Café" ? 20 : 40) * random()) + 1]);
    const spend = trade === "Café" ? 50 : 10;
    const hasKettle = random() < 0.4;
    const add = (day: number, ...products: string[]) => {
      order++;
      for (const product of products)
        lines.push([`O${order}`, id, formatDay(day), product, Math.round(spend * (50 + 100 * random())) / 100]);
    };
    add(Math.floor(random() * 200), ...(hasKettle ? ["Kettle"] : ["Mug"]), ...(random() < 0.3 ? ["Tea"] : []));
    if (hasKettle && random() < 0.5) add(200 + Math.floor(random() * 60), "Kettle", "Filters");
    else add(200 + Math.floor(random() * 60), "Tea");
    if (random() < (trade === "Café" ? 0.7 : hasKettle ? 0.5 : 0.1)) add(300 + Math.floor(random() * 60), "Filters");
    else if (random() < 0.7) add(300 + Math.floor(random() * 60), "Mug", "Tea");
  }
  return { lines, clients };
}

/** The shop on the sheets `Sales` and `Clients`. */
export function buildKettleWorkbook(shop = buildKettleShop()): MemoryWorkbook {
  const workbook = new MemoryWorkbook("Sales");
  fillSheet(workbook, "Sales", [kettleHeaders, ...shop.lines]);
  fillSheet(workbook, "Clients", [clientHeaders, ...shop.clients]);
  return workbook;
}
