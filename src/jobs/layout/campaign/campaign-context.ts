import type { Words } from "../../../i18n/en";
import type { Campaign } from "../../campaign/campaign";
import type { KeptCells } from "../../kept-cells";
import { getGroupColor } from "../theme";

/** All that the blocks of the campaign sheet are made of. */
export interface CampaignContext {
  readonly campaign: Campaign;
  readonly kept: KeptCells;
  readonly words: Words;
}

/** The colour of an arm in charts, by its position after the control group. */
export function pickArmColor(position: number, count: number): string {
  return getGroupColor("campaign", "", position, count).fill;
}

export const rateFormat = "0.0%";
export const pointsFormat = "+0.0%;-0.0%;0.0%";
export const liftFormat = "+0%;-0%;0%";
export const pFormat = '[<0.0001]"< 0.0001";0.0000';
