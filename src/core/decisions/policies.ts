/** What to do with a value class as a whole. */
export const POLICIES = ["protect", "grow", "maintain", "automate", "repair", "winBack"] as const;

/** See {@link POLICIES}. */
export type Policy = (typeof POLICIES)[number];

/** What a policy is chosen by: the class's own figures beside those of all customers. */
export interface ClassFigures {
  /** 0 for the class of highest mean value. */
  readonly rank: number;
  readonly meanValue: number;
  readonly valueShare: number;
  readonly customerShare: number;
  readonly medianRecencyDays: number;
}

/**
 * The policy for a value class.
 *
 * Loss-making classes are repaired (price, discount, cost to serve). A class worth more than the average customer is won back when half of
 * it has been quiet for longer than the median of all customers allows twice over, else protected when it is the best class and grown
 * otherwise. A class below the average is maintained while it earns at least half of what its size would suggest, else automated.
 *
 * @param figures             of the class; money in any currency, NaN recency where there are no dates
 * @param overallMeanValue    mean value of all customers
 * @param overallRecencyDays  median days since the last purchase of all customers
 */
export function choosePolicy(figures: ClassFigures, overallMeanValue: number, overallRecencyDays: number): Policy {
  if (figures.meanValue <= 0) return "repair";
  if (figures.meanValue > overallMeanValue) {
    if (figures.medianRecencyDays > 2 * overallRecencyDays) return "winBack";
    return figures.rank === 0 ? "protect" : "grow";
  }
  return figures.valueShare >= 0.5 * figures.customerShare ? "maintain" : "automate";
}
