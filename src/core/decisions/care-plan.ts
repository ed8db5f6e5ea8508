import type { Policy } from "./policies";

/** Ways to reach customers. */
export const CONTACT_CHANNELS = ["phone", "visit", "mail", "sms", "wechat"] as const;
/** See {@link CONTACT_CHANNELS}. */
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** How often an action is repeated. */
export const CONTACT_FREQUENCIES = ["once", "weekly", "monthly", "quarterly", "yearly"] as const;
/** See {@link CONTACT_FREQUENCIES}. */
export type ContactFrequency = (typeof CONTACT_FREQUENCIES)[number];

/** Figures an action is meant to move. */
export const PLAN_INDICATORS = ["satisfaction", "churnShare", "lifetimeValue", "repeatShare"] as const;
/** See {@link PLAN_INDICATORS}. */
export type PlanIndicator = (typeof PLAN_INDICATORS)[number];

/** How an action is carried out, and what it is judged by. */
export interface CareSuggestion {
  readonly channel: ContactChannel;
  readonly frequency: ContactFrequency;
  /** Days after which the action is judged. */
  readonly days: number;
  /** The figures that fit, the best first. */
  readonly indicators: readonly PlanIndicator[];
}

const suggestions: Readonly<Record<Policy, CareSuggestion>> = {
  protect: { channel: "phone", frequency: "monthly", days: 180, indicators: ["satisfaction", "lifetimeValue"] },
  grow: { channel: "mail", frequency: "monthly", days: 180, indicators: ["lifetimeValue", "repeatShare"] },
  maintain: { channel: "mail", frequency: "quarterly", days: 365, indicators: ["churnShare", "repeatShare"] },
  automate: { channel: "sms", frequency: "quarterly", days: 365, indicators: ["repeatShare", "churnShare"] },
  repair: { channel: "phone", frequency: "once", days: 60, indicators: ["lifetimeValue", "satisfaction"] },
  winBack: { channel: "phone", frequency: "once", days: 60, indicators: ["churnShare", "repeatShare"] },
};

/**
 * How the policy of a group is carried out: the more a group is worth, the more personal and the more often; what is to be repaired or won
 * back is done once and judged soon.
 *
 * @param policy as {@link Policy} chosen for the group
 */
export function suggestCare(policy: Policy): CareSuggestion {
  return suggestions[policy];
}
