import type { GroupSummary } from "../../core/report/analysis";
import type { JobJson, JobResult } from "../job";
import type { SegmentCards } from "./compute-cards";

/** What is unknown is NaN among totals; JSON says null. */
function describeTotals({ id, ...totals }: GroupSummary): { readonly [key: string]: JobJson } {
  const known = Object.entries(totals).map(([key, value]) => [key, Number.isFinite(value) ? value : null]);
  return { id, ...(Object.fromEntries(known) as Record<string, JobJson>) };
}

/** The cards as codes and numbers. */
export function buildCardsReport({ lens, cards, growth, channels }: SegmentCards): JobResult["report"] {
  return {
    lens: lens.id,
    segments: cards.map(({ totals, ordersPerCustomer, cost, serviceCost, rule, traits, products, channels: used }) => ({
      ...describeTotals(totals),
      ordersPerCustomer,
      cost,
      serviceCost,
      rule: rule === null ? null : { customers: rule.customers, purityShare: rule.purityShare },
      traits: traits.map(({ column, label, top, rest, index }) => ({ column, label, top, rest, index })),
      products: products.map((entry) => ({ ...entry })),
      channels: used.map((entry) => ({ ...entry })),
    })),
    growth:
      growth === null
        ? null
        : {
            ...growth,
            cells: growth.cells.map((entry) => ({
              ...entry,
              current: { ...entry.current },
              previous: entry.previous === null ? null : { ...entry.previous },
            })),
          },
    channels:
      channels?.figures.flatMap((figures, i) =>
        figures.map((entry, channel) => ({ id: cards[i].totals.id, channel: channels.labels[channel], ...entry })),
      ) ?? null,
  };
}
