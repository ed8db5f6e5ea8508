import type { ArmResult, CampaignWarning } from "../../core/decisions/campaign";
import { adjustByHolm } from "../../core/decisions/holm";
import type { Words } from "../../i18n/en";
import { findGroupName } from "../layout/group-words";
import { formatMoney } from "../layout/money-format";
import type { Campaign } from "./campaign";
import { isReal } from "./campaign";

/** What a campaign brought, in sentences: first the groups of it, then the group of customers that gained most. */
export function describeCampaign(campaign: Campaign, words: Words): string[] {
  const text = words.campaign;
  const money = (value: number) => formatMoney(value, campaign.moneyFormat, words.phrases.locale);
  const isProfit = campaign.marginShare < 1;
  const describeGain = (arm: string, gain: number, cost: number, p: string | null) =>
    gain >= 0
      ? text.gained(arm, money(gain), money(cost), isProfit, p)
      : text.lost(arm, money(-gain), money(cost), isProfit, p);
  const describeArm = ({ arm, effect, cost }: ArmResult): string[] => {
    if (effect === null) return [];
    const { rate, controlRate, difference } = effect.response;
    const p = text.pValue(effect.adjustedPValue);
    const { incrementalProfit: gain, adjustedRevenuePValue: chance } = effect;
    return [
      isReal(effect.adjustedPValue, campaign)
        ? text.real(arm, rate, controlRate, difference, p)
        : text.chance(arm, rate, controlRate, p),
      // Without a test of money nothing is said of it.
      ...(gain === null || chance === null
        ? []
        : [describeGain(arm, gain, cost, isReal(chance, campaign) ? null : text.pValue(chance))]),
    ];
  };
  const best = findBestSegment(campaign);
  return [
    ...campaign.total.arms.flatMap(describeArm),
    ...(best === null || campaign.segments === null
      ? []
      : [
          text.bestSegment(
            findGroupName(words, campaign.segments.lens.id, best.id),
            best.arm,
            money(best.gain),
            isProfit,
            text.pValue(best.pValue),
          ),
        ]),
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

/** The group that gained most among those whose revenue differs by more than chance, all groups allowed for. */
function findBestSegment(campaign: Campaign): { id: string; arm: string; gain: number; pValue: number } | null {
  const { segments } = campaign;
  const all = (segments?.results ?? []).flatMap((result, group) =>
    (result?.arms ?? []).map(({ arm, effect }) => ({
      id: segments!.lens.groups[group].id,
      arm,
      gain: effect?.incrementalProfit ?? 0,
      pValue: effect?.revenue?.pValue ?? NaN,
    })),
  );
  const adjusted = adjustByHolm(all.map(({ pValue }) => pValue));
  const real = all.flatMap((entry, i) =>
    entry.gain > 0 && isReal(adjusted[i], campaign) ? [{ ...entry, pValue: adjusted[i] }] : [],
  );
  return real.sort((a, b) => b.gain - a.gain)[0] ?? null;
}
