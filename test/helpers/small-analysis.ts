import type { Cell } from "../../src/core/transactions/cells";
import { createRandom } from "../../src/core/math/random";
import { summarize } from "../../src/core/customers/summarize";
import type { Analysis } from "../../src/core/report/analysis";
import { analyzeSummary } from "../../src/core/report/analyze";
import type { AnalysisSettings } from "../../src/core/report/settings";
import { defaultSettings } from "../../src/core/report/settings";
import { readTransactions, toBlocks } from "./csv-blocks";

/** Headers of {@link buildShopRows}. */
export const shopHeaders = [
  "Order ID",
  "Customer ID",
  "Order Date",
  "Amount",
  "Cost",
  "Category",
  "Channel",
  "Region",
  "Industry",
];

/** What a shop can be made to hold. */
export interface ShopOptions {
  readonly customers?: number;
  readonly money?: boolean;
  readonly cost?: boolean;
}

const formatDay = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** Order lines of a small shop over two years: customers of one industry buy more, some have left; a few rows are dirty. */
export function buildShopRows({ customers = 120 }: ShopOptions = {}): Cell[][] {
  const random = createRandom(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
  const rows: Cell[][] = [];
  let order = 1000;
  for (let customer = 0; customer < customers; customer++) {
    const industry = pick(["Clinic", "School", "Office", "Café"]);
    const isLarge = industry === "Clinic";
    const region = pick(["North", "South", "West"]);
    const channel = isLarge ? "Partner" : pick(["Online", "Store"]);
    const start = Math.floor(random() * 500);
    const end = random() < 0.4 ? start + Math.floor(random() * 150) : 720;
    const gap = isLarge ? 25 : 40 + random() * 120;
    for (let day = start; day < end; day += gap * (0.5 + random())) {
      const amount = Math.round((isLarge ? 300 + random() * 500 : 20 + random() * 90) * 100) / 100;
      const cost = Math.round(amount * (0.5 + random() * 0.4) * 100) / 100;
      rows.push([
        `A${order++}`,
        `C${String(customer).padStart(3, "0")}`,
        formatDay(Math.floor(day)),
        amount,
        cost,
        pick(["Paper", "Ink", "Chairs"]),
        channel,
        region,
        industry,
      ]);
      if (random() < 0.02)
        rows.push([
          `A${order++}`,
          `C${String(customer).padStart(3, "0")}`,
          formatDay(Math.floor(day) + 2),
          -amount,
          -cost,
          "Paper",
          channel,
          region,
          industry,
        ]);
    }
  }
  rows.push(["A9001", null, "2025-03-01", 12, 5, "Ink", "Online", "North", "Office"]);
  rows.push(["A9002", "C001", "31/02/2025", 12, 5, "Ink", "Online", "North", "Office"]);
  rows.push(["A9003", "=1+1", "2025-06-01", 45, 20, "Ink", "Online", "North", "Office"]);
  rows.push(["A9004", "C002", "2025-06-01", 0, 0, "Ink", "Online", "North", "Office"]);
  return rows;
}

/** The analysis of a small shop by the real engine. */
export function buildSmallAnalysis(options: ShopOptions = {}, settings: Partial<AnalysisSettings> = {}): Analysis {
  const dropped = [options.money === false ? [3, 4] : [], options.cost === false ? [4] : []].flat();
  const keep = <T>(row: readonly T[]) => row.filter((_, column) => !dropped.includes(column));
  const headers = keep(shopHeaders);
  const transactions = readTransactions({
    headers,
    blocks: toBlocks(buildShopRows(options).map(keep), headers.length),
  });
  const run = analyzeSummary(summarize(transactions), { ...defaultSettings, ...settings });
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}
