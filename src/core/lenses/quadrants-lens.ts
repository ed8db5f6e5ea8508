import type { Threshold } from "../math/threshold";
import { computeThreshold } from "../math/threshold";
import { findRoleNumbers } from "./columns";
import { flagPotentialCustomers } from "./customer-status";
import type { DemandModel, DemandOptions } from "./demand";
import { computeDemand, fitDemand } from "./demand";
import type { Lens, LensTables } from "./lens";
import { hasNumbers } from "./lens";

/** Value x demand, high x high first: four quadrants of existing customers, then those of potential ones. */
export const QUADRANTS = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"] as const;

/** What value and demand are, and what separates high from low. */
export interface QuadrantsOptions extends DemandOptions {
  /** The value to date, or the value expected in the horizon where that is known. */
  readonly valueAxis: "value" | "lifetimeValue";
  readonly threshold: Threshold;
}

/** Thresholds of one kind of customers. */
interface Cuts {
  readonly value: number;
  readonly demand: number;
}

/** Plain JSON. `potential` is null where no potential customer has both figures. */
export interface QuadrantsModel {
  readonly valueAxis: QuadrantsOptions["valueAxis"];
  readonly demand: DemandModel;
  readonly existing: Cuts | null;
  readonly potential: Cuts | null;
}

const PER_KIND = 4;

/** The value of each customer; of potential customers what they spend in all, where that is given. */
function readValues(
  { valueAxis }: Pick<QuadrantsOptions, "valueAxis">,
  tables: LensTables,
  potential: Uint8Array | null,
): Float64Array {
  const values =
    valueAxis === "value" ? tables.value.values : (tables.lifetime?.futureValue ?? tables.value.values.map(() => NaN));
  const wallet = potential === null ? null : findRoleNumbers("walletSpend", tables);
  if (potential === null || wallet === null) return values;
  return values.map((value, i) => (potential[i] === 1 ? wallet[i] : value));
}

function findCuts(
  values: Float64Array,
  demand: Float64Array,
  isOfKind: (customer: number) => boolean,
  threshold: Threshold,
): Cuts | null {
  const ofKind = (column: Float64Array) =>
    computeThreshold(
      column.filter((_, i) => isOfKind(i)),
      threshold,
    );
  const cuts = { value: ofKind(values), demand: ofKind(demand) };
  return Number.isFinite(cuts.value) && Number.isFinite(cuts.demand) ? cuts : null;
}

/** Quadrants of value and demand, for existing customers and, where a column names them, for potential ones by thresholds of their own. */
export const quadrantsLens: Lens<QuadrantsOptions, QuadrantsModel> = {
  id: "quadrants",
  membership: "one",
  defaults: { valueAxis: "value", threshold: "mean", windowDays: 90, demandColumns: [] },
  missing(tables, options) {
    if (!hasNumbers(tables.value.values)) return { code: "needsMoney", parameters: {} };
    const { lifetime } = tables;
    if (options.valueAxis === "lifetimeValue" && (lifetime === null || !hasNumbers(lifetime.futureValue)))
      return { code: "needsLifetime", parameters: {} };
    if (fitDemand(tables, options).parts.length > 0) return null;
    return { code: "needsRecencyAndOrders", parameters: {} };
  },
  fit(tables, options) {
    const { valueAxis, threshold } = options;
    const isPotential = flagPotentialCustomers(tables);
    const demand = fitDemand(tables, options);
    const values = readValues(options, tables, isPotential);
    const demands = computeDemand(demand, tables);
    const cuts = (kind: number) => findCuts(values, demands, (i) => (isPotential?.[i] ?? 0) === kind, threshold);
    const model = { valueAxis, demand, existing: cuts(0), potential: isPotential === null ? null : cuts(1) };
    return {
      model,
      codes: quadrantsLens.assign(model, tables),
      remarks: [],
      columns: [{ id: "demandIndex", values: demands }],
    };
  },
  assign(model, tables) {
    const isPotential = flagPotentialCustomers(tables);
    const values = readValues(model, tables, isPotential);
    const demands = computeDemand(model.demand, tables);
    return Int32Array.from(values, (value, i) => {
      const kind = isPotential?.[i] ?? 0;
      const cuts = kind === 1 ? model.potential : model.existing;
      const demand = demands[i];
      if (cuts === null || value !== value || demand !== demand) return -1;
      return kind * PER_KIND + (value > cuts.value ? 0 : 2) + (demand > cuts.demand ? 0 : 1);
    });
  },
  groups: ({ potential }) => (potential === null ? QUADRANTS.slice(0, PER_KIND) : QUADRANTS),
  sources: ({ demandColumns }) => [
    "value",
    "purchaseDays",
    "orders",
    "recencyDays",
    "breadth",
    "walletSpend",
    "status",
    ...demandColumns,
  ],
};
