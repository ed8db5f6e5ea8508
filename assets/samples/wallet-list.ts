import { createDraws } from "./random-draws";
import type { RetailSample } from "./retail-workbook";

const seed = 20_260_119;
const surveyedShare = 0.2;

export const walletHeader =
  "Customer ID,Total Spend,Perceived Relationship,Competitor Bulk Barrel,Competitor Corner Roasters,Minutes to Shop";

function sumAmounts({ sales }: RetailSample): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of sales) {
    if (row === "blank" || typeof row.amount !== "number" || typeof row.customer !== "string") continue;
    sums.set(row.customer, (sums.get(row.customer) ?? 0) + row.amount);
  }
  return sums;
}

/**
 * A row per customer who answered a survey in January 2026, as comma-separated text: what they spent on coffee and tea in the two years with
 * everyone, with two competitors, and how good they think the relationship is. Large companies buy at Bulk Barrel, who is far from the shop
 * at Corner Roasters; opinions follow satisfaction more than purchases.
 */
export function buildWalletRows(sample: RetailSample): string[] {
  const draws = createDraws(seed);
  const sums = sumAmounts(sample);
  return sample.customers.flatMap(({ id, companySize, satisfaction }) => {
    const minutes = Math.round(draws.gamma(3, 0.2));
    const isAsked = draws.chance(surveyedShare);
    const ours = sums.get(id) ?? 0;
    const bulkPull = 0.15 + 0.75 * Math.min(1, (companySize ?? 0) / 60);
    const cornerPull = 0.15 + 0.75 * Math.min(1, minutes / 40);
    const [own, bulk, corner, rest] = [
      draws.gamma(2.2, 1),
      draws.gamma(2 * bulkPull, 1),
      draws.gamma(2 * cornerPull, 1),
      draws.gamma(0.3, 1),
    ];
    const slip = draws.uniform();
    const opinion = draws.normal(0, 14);
    if (!isAsked || ours <= 0) return [];
    const all = own + bulk + corner + rest;
    const total = (ours * all) / own;
    const written = slip < 0.02 ? ours * 0.8 : total;
    const perceived = Math.round(Math.min(100, Math.max(0, 5 + 5 * (satisfaction ?? 6) + (35 * own) / all + opinion)));
    const money = (value: number) => value.toFixed(2);
    return [
      [id, money(written), perceived, money((total * bulk) / all), money((total * corner) / all), minutes].join(","),
    ];
  });
}
