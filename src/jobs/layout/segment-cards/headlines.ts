import type { SegmentCards } from "../../cards/compute-cards";
import { findGroupName } from "../group-words";
import type { CardsContext } from "./cards-context";

/** The group that brings most, the one that costs most to serve, and where growth comes from. */
export function describeCards({ lens, cards, growth }: SegmentCards, { words, basis }: CardsContext): string[] {
  const text = words.cards;
  const nameGroup = (id: string) => findGroupName(words, lens.id, id);
  const pickLargest = <T>(items: readonly T[], read: (item: T) => number): T | undefined =>
    items.filter((item) => Number.isFinite(read(item))).sort((a, b) => read(b) - read(a))[0];
  const best = basis === "none" ? undefined : pickLargest(cards, ({ totals }) => totals.valueShare);
  const serve = ({ serviceCost, totals }: SegmentCards["cards"][number]) =>
    serviceCost === null || !(totals.revenue > 0) ? NaN : serviceCost / totals.revenue;
  const costly = pickLargest(cards, serve);
  const revenue = growth?.revenue ?? 0;
  const source = revenue > 0 ? pickLargest(growth?.cells ?? [], ({ current }) => current.revenue) : undefined;
  return [
    ...(best === undefined
      ? []
      : [text.headline(nameGroup(best.totals.id), best.totals.valueShare, best.totals.customerShare)]),
    ...(costly === undefined ? [] : [text.serviceHeadline(nameGroup(costly.totals.id), serve(costly))]),
    ...(source === undefined
      ? []
      : [text.growthHeadline(text.growthCells[source.cell], source.current.revenue / revenue)]),
  ];
}
