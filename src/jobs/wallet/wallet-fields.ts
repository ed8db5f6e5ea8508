import { PERCEPTION_GAP, WALLET_CUTS } from "../../core/decisions/wallet-share";
import type { WalletLimits } from "../../core/decisions/wallet-position";
import { InputError } from "../input-error";
import type { JobField, JobValue } from "../job";
import { formatShareText } from "../job-values";

/** The table with a row per customer. */
export const walletTableId = "wallet";

/** What our spend is, where it comes from the transactions. */
export const SPEND_MEASURES = ["revenue", "annualSpend"] as const;

const table = walletTableId;

/** What may be chosen. */
export const walletFields: readonly JobField[] = [
  { key: "customerColumn", kind: "column", table, default: null },
  { key: "totalColumn", kind: "column", table, default: null },
  { key: "perceivedColumn", kind: "column", table, default: null },
  { key: "rivalColumns", kind: "columns", table, default: [] },
  { key: "spendColumn", kind: "column", table, default: null },
  { key: "totalAttribute", kind: "column", default: null },
  { key: "perceivedAttribute", kind: "column", default: null },
  { key: "rivalAttributes", kind: "columns", default: [] },
  { key: "spend", kind: "choice", choices: SPEND_MEASURES, default: "revenue" },
  { key: "perceivedScale", kind: "number", minimum: 1, default: null },
  { key: "familiarShare", kind: "share", default: WALLET_CUTS[0] },
  { key: "necessaryShare", kind: "share", default: WALLET_CUTS[1] },
  { key: "gapPoints", kind: "number", minimum: 0, maximum: 100, default: PERCEPTION_GAP },
];

/** Columns that a person named; null or none where they are to be found by header and role. */
export interface WalletChoices {
  readonly customer: string | null;
  readonly total: string | null;
  readonly perceived: string | null;
  readonly rivals: readonly string[];
  readonly spendColumn: string | null;
  readonly totalAttribute: string | null;
  readonly perceivedAttribute: string | null;
  readonly rivalAttributes: readonly string[];
  readonly spend: (typeof SPEND_MEASURES)[number];
  /** Top of the scale of the perceived relationship; null finds it. */
  readonly perceivedScale: number | null;
  readonly limits: WalletLimits;
}

/**
 * The choices out of the values of the fields.
 *
 * @throws InputError `badSetting` when the cuts do not rise
 */
export function parseWalletChoices(values: Readonly<Record<string, JobValue>>): WalletChoices {
  const cuts: [number, number] = [Number(values.familiarShare), Number(values.necessaryShare)];
  if (!(cuts[0] < cuts[1]))
    throw new InputError("badSetting", { setting: "necessaryShare", expected: `> ${formatShareText(cuts[0])}` });
  const text = (key: string) => values[key] as string | null;
  const texts = (key: string) => values[key] as readonly string[];
  return {
    customer: text("customerColumn"),
    total: text("totalColumn"),
    perceived: text("perceivedColumn"),
    rivals: texts("rivalColumns"),
    spendColumn: text("spendColumn"),
    totalAttribute: text("totalAttribute"),
    perceivedAttribute: text("perceivedAttribute"),
    rivalAttributes: texts("rivalAttributes"),
    spend: values.spend as WalletChoices["spend"],
    perceivedScale: values.perceivedScale as number | null,
    limits: { cuts, perceptionGap: Number(values.gapPoints) },
  };
}
