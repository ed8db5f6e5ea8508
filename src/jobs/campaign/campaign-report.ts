import type { CampaignResult } from "../../core/decisions/campaign";
import type { JobJson, JobResult } from "../job";
import type { Campaign } from "./campaign";

/** Numbers and codes only: what is not finite has no place in JSON. */
function describeResult({ control, arms, warnings }: CampaignResult): { readonly [key: string]: JobJson } {
  return {
    control,
    arms: arms.map(({ effect, ...arm }) => ({
      ...arm,
      effect:
        effect === null
          ? null
          : {
              ...effect,
              response: { ...effect.response },
              revenue: effect.revenue === null ? null : { ...effect.revenue },
            },
    })),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}

/** A campaign as codes and numbers. */
export function buildCampaignReport({
  choices,
  marginShare,
  list,
  headers,
  total,
  segments,
}: Campaign): JobResult["report"] {
  return {
    columns: { ...headers },
    rows: { ...list.rows },
    marginShare,
    confidence: choices.confidenceShare,
    total: describeResult(total),
    lens: segments?.lens.id ?? null,
    withoutCustomer: segments?.unknown ?? null,
    segments:
      segments?.results.flatMap((result, group) =>
        result === null ? [] : [{ id: segments.lens.groups[group].id, ...describeResult(result) }],
      ) ?? null,
  };
}
