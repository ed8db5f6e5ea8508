import type { ArmResult, CampaignWarning } from "../../core/decisions/campaign";
import type { Words } from "../../i18n/en";
import { findGroupName } from "../layout/group-words";
import { formatMoney } from "../layout/money-format";
import type { Campaign } from "./campaign";
import { isReal } from "./campaign";

/** What a campaign brought, in sentences: first the groups of it, then the group of customers that gained most. */
export function describeCampaign(campaign: Campaign, words: Words): string[] {
  const text = words.campaign;
  const money = (value: number) => formatMoney(value, campaign.moneyFormat, words.phrases.locale);
  const describeProfit = (arm: string, profit: number, cost: number) =>
    profit >= 0 ? text.gained(arm, money(profit), money(cost)) : text.lost(arm, money(-profit), money(cost));
  const describeArm = ({ arm, effect, cost }: ArmResult): string[] => {
    if (effect === null) return [];
    const { rate, controlRate, difference } = effect.response;
    const p = text.pValue(effect.adjustedPValue);
    const profit = effect.incrementalProfit;
    const revenuePValue = effect.adjustedRevenuePValue;
    const isDoubtful = revenuePValue !== null && !isReal(revenuePValue, campaign);
    return [
      isReal(effect.adjustedPValue, campaign)
        ? text.real(arm, rate, controlRate, difference, p)
        : text.chance(arm, rate, controlRate, p),
      ...(profit === null ? [] : [describeProfit(arm, profit, cost)]),
      ...(isDoubtful ? [text.moneyChance(arm, text.pValue(revenuePValue))] : []),
    ];
  };
  const best = findBestSegment(campaign);
  return [
    ...campaign.total.arms.flatMap(describeArm),
    ...(best === null || campaign.segments === null
      ? []
      : [text.bestSegment(findGroupName(words, campaign.segments.lens.id, best.id), best.arm, money(best.profit))]),
  ];
}

/** What is to be known before the figures are believed. */
export function describeWarnings(campaign: Campaign, words: Words): string[] {
  const text = words.campaign.warnings;
  const describe = (warning: CampaignWarning): string => {
    switch (warning.code) {
      case "fewPeople":
        return text.fewPeople(warning.arm, warning.people);
      case "pastDiffers":
        return text.pastDiffers(warning.arm, words.campaign.pValue(warning.pValue));
      case "controlCosts":
        return text.controlCosts(warning.arm, formatMoney(warning.cost, campaign.moneyFormat, words.phrases.locale));
    }
  };
  const { warnings } = campaign.total;
  const isOpen = campaign.isPastOpen && warnings.some(({ code }) => code === "pastDiffers");
  return [...warnings.map(describe), ...(isOpen ? [words.campaign.pastIncluded] : [])];
}

function findBestSegment({ segments }: Campaign): { id: string; arm: string; profit: number } | null {
  const all = (segments?.results ?? []).flatMap((result, group) =>
    (result?.arms ?? []).flatMap(({ arm, effect }) => {
      const profit = effect?.incrementalProfit ?? null;
      return profit === null || profit <= 0 ? [] : [{ id: segments!.lens.groups[group].id, arm, profit }];
    }),
  );
  return all.reduce<(typeof all)[number] | null>(
    (best, entry) => (best === null || entry.profit > best.profit ? entry : best),
    null,
  );
}
