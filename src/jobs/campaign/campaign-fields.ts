import { parseIsoDay } from "../../core/days";
import { lensList } from "../../core/lenses/lens-list";
import type { JobField, JobValue } from "../job";
import { CAMPAIGN_ROLES } from "./campaign-columns";
import type { CampaignRole } from "./campaign-columns";

/** Field of the column per role. */
const columnFields: Readonly<Record<CampaignRole, string>> = {
  customer: "customerColumn",
  arm: "armColumn",
  responded: "respondedColumn",
  revenue: "revenueColumn",
  cost: "costColumn",
  pastRevenue: "pastRevenueColumn",
};

/** What may be chosen for a campaign. */
export const campaignFields: readonly JobField[] = [
  ...CAMPAIGN_ROLES.map((role): JobField => ({
    key: columnFields[role],
    kind: "column",
    table: "campaign",
    default: null,
  })),
  { key: "control", kind: "text", default: null },
  { key: "start", kind: "date", default: null },
  { key: "lens", kind: "choice", choices: lensList.map(({ id }) => id), default: "value-classes" },
  { key: "marginShare", kind: "share", minimum: 0.01, maximum: 1, default: null },
  { key: "confidence", kind: "share", minimum: 0.5, maximum: 0.999, default: 0.95 },
];

/** The fields as the job uses them. */
export interface CampaignChoices {
  readonly columns: Readonly<Partial<Record<CampaignRole, string>>>;
  readonly control: string | null;
  /** First day of the campaign, days since 1970-01-01. */
  readonly startDay: number | null;
  readonly lens: string;
  /** Null where it is that of the transactions. */
  readonly marginShare: number | null;
  readonly confidenceShare: number;
}

export function parseCampaignChoices(values: Readonly<Record<string, JobValue>>): CampaignChoices {
  const named = CAMPAIGN_ROLES.flatMap((role) => {
    const text = values[columnFields[role]];
    return typeof text === "string" && text.trim() !== "" ? [[role, text] as const] : [];
  });
  const control = typeof values.control === "string" && values.control.trim() !== "" ? values.control : null;
  return {
    columns: Object.fromEntries(named),
    control,
    startDay: typeof values.start === "string" ? parseIsoDay(values.start) : null,
    lens: values.lens as string,
    marginShare: values.marginShare as number | null,
    confidenceShare: values.confidence as number,
  };
}
