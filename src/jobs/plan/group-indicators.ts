import type { PlanIndicator } from "../../core/decisions/care-plan";
import { PLAN_INDICATORS } from "../../core/decisions/care-plan";
import { flagMembers } from "../../core/lenses/members";
import { computeMean } from "../../core/math/statistics";
import type { Analysis, LensResult } from "../../core/report/analysis";

/** Per indicator one figure for each group of a lens; NaN where it is not known. */
export type GroupIndicators = Readonly<Record<PlanIndicator, readonly number[]>>;

/** Per customer what an indicator is the mean of; null where the data do not tell. */
function pickValues(indicator: PlanIndicator, { summary, lenses, lifetime, simpleLifetimeValue }: Analysis) {
  const { customers } = summary;
  switch (indicator) {
    case "satisfaction": {
      const column = customers.attributes.find(({ role, kind }) => role === "satisfaction" && kind === "number");
      return column?.kind === "number" ? column.numbers : null;
    }
    case "churnShare": {
      const churn = lenses.find(({ id }) => id === "churn");
      const gone = churn?.groups.findIndex(({ id }) => id === "churned") ?? -1;
      return churn === undefined || gone < 0
        ? null
        : Float64Array.from(churn.codes, (code) => (code < 0 ? NaN : Number(code === gone)));
    }
    case "lifetimeValue":
      return lifetime?.isAvailable === true ? lifetime.customers.clv : simpleLifetimeValue;
    case "repeatShare":
      return customers.orders.map((orders) => (orders !== orders ? NaN : Number(orders > 1)));
  }
}

/** Figures that actions can be judged by, for each group of a lens. */
export function computeGroupIndicators(analysis: Analysis, lens: LensResult): GroupIndicators {
  const members = lens.members ?? flagMembers(lens.codes, lens.groups.length);
  const entries = PLAN_INDICATORS.map((indicator) => {
    const values = pickValues(indicator, analysis);
    const means = members.map((member) =>
      values === null ? NaN : computeMean(Float64Array.from(values).filter((_, customer) => member[customer] === 1)),
    );
    return [indicator, means] as const;
  });
  return Object.fromEntries(entries) as Record<PlanIndicator, number[]>;
}
