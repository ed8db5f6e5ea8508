import type { CampaignChoices } from "./campaign-fields";
import type { JudgedCampaign } from "./judge-list";
import type { CampaignList } from "./read-campaign";

/** A campaign with all that was found out about it. */
export interface Campaign extends JudgedCampaign {
  readonly choices: CampaignChoices;
  /** Profit as share of revenue: chosen, or that of the transactions; 1 where revenue itself is judged. */
  readonly marginShare: number;
  readonly list: Pick<CampaignList, "arms" | "rows" | "cost" | "revenue">;
  /** Where the list came from. */
  readonly source: string;
  /** Header of the column per role. */
  readonly headers: Readonly<Record<string, string>>;
  /** Number format of money. */
  readonly moneyFormat: string;
  /** Whether revenue before the campaign was taken from all transactions. */
  readonly isPastOpen: boolean;
}

/** Whether a group differs from the control group by more than chance, several groups allowed for. */
export function isReal(adjustedPValue: number, { choices }: Pick<Campaign, "choices">): boolean {
  return adjustedPValue < 1 - choices.confidenceShare;
}
