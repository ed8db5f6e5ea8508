import { predictSimpleClv } from "../clv/simple";
import { computeOriginalCentres } from "../clusters/model";
import { buildClusterProfiles } from "../clusters/profile";
import type { Summary } from "../customers/summary";
import { NEXT_ACTIONS, assignNextActions } from "../decisions/next-action";
import type { ClusterLensModel } from "../lenses/cluster-lens";
import { selectFeatures } from "../lenses/features";
import type { Json, LensFit, LensTables, Remark } from "../lenses/lens";
import type { AnyLens } from "../lenses/lens-list";
import { lensList } from "../lenses/lens-list";
import { buildRfHeatMap } from "../rfm/segment-table";
import type { Analysis, ClusterResult, LensResult } from "./analysis";
import { describeConcentration } from "./concentration";
import { explainLenses } from "./explain";
import { summarizeGroups } from "./group-summary";
import { buildLensOptions } from "./lens-options";
import { buildLensTables } from "./lens-tables";
import type { AnalysisSettings } from "./settings";

/** Names of the stages of {@link analyzeSummary}, in order. */
export const ANALYSIS_STAGES = ["rfm", "lenses", "clusters", "tree", "report"] as const;

interface LensRun {
  readonly result: LensResult;
  readonly fit: LensFit<unknown>;
}

function runLens(lens: AnyLens, tables: LensTables, options: object): LensRun {
  const fit: LensFit<unknown> = lens.fit(tables, options);
  const ids = lens.groups(fit.model);
  return {
    fit,
    result: {
      id: lens.id,
      membership: lens.membership,
      groups: summarizeGroups(fit.codes, ids, tables.summary, tables.value),
      codes: fit.codes,
      model: fit.model as Json,
      remarks: fit.remarks,
    },
  };
}

function describeClustering({ result, fit }: LensRun, tables: LensTables): ClusterResult[] {
  if (fit.clustering === undefined) return [];
  const model = fit.model as ClusterLensModel;
  const names = model.transform.features.map(({ name }) => name);
  const texts = tables.summary.customers.attributes.filter((attribute) => attribute.kind === "category");
  const profiles = buildClusterProfiles(result.codes, result.groups.length, selectFeatures(names, tables), [], texts);
  const centres = computeOriginalCentres(model);
  return [
    {
      lens: result.id,
      quality: fit.clustering,
      transform: model.transform,
      k: result.groups.length,
      groups: result.groups.map(({ id }, i) => ({
        id,
        centre: centres[i],
        standardCentre: model.centres[i],
        features: profiles[i].features,
        attributes: profiles[i].attributes,
      })),
    },
  ];
}

function buildHeatMap({ scores, bins, measures }: LensTables): Analysis["heatMap"] {
  const { customers, meanMonetary } = buildRfHeatMap(scores, measures.monetary, bins);
  if (customers.every((count) => count === 0)) return null;
  const toRows = (cells: ArrayLike<number>) =>
    Array.from({ length: bins }, (_, row) =>
      Array.from({ length: bins }, (_cell, column) => cells[(bins - 1 - row) * bins + column]),
    );
  return { customers: toRows(customers), meanRevenue: toRows(meanMonetary) };
}

/** Value per order x orders a year over the years to come, discounted: the value is profit where it is known, so a margin is in it. */
function predictLifetimeValue({ summary, value }: LensTables, settings: AnalysisSettings): Float64Array {
  const { orders, ordersPerYear } = summary.customers;
  const valuePerOrder = value.values.map((amount, customer) => amount / orders[customer]);
  const { lifetimeYears, yearlyDiscountRate } = settings;
  return predictSimpleClv(valuePerOrder, ordersPerYear, { lifetimeYears, yearlyDiscountRate });
}

/**
 * Everything that is found out about customers once they are summarized, stage by stage: each stage is named before it is worked on, so that
 * a caller can show progress or stop.
 *
 * @param summary  tables by customer
 * @param settings of the run; lenses named in `settings.lenses` run, else all whose columns are there
 * @param lenses   the list of lenses
 */
export function* analyzeSummary(
  summary: Summary,
  settings: AnalysisSettings,
  lenses: readonly AnyLens[] = lensList,
): Generator<string, Analysis, void> {
  yield "rfm";
  const { rfm, tables } = buildLensTables(summary, settings);

  yield "lenses";
  const options = buildLensOptions(settings);
  const runs: LensRun[] = [];
  const skipped: { id: string; reason: Remark }[] = [];
  const wanted = lenses.filter(({ id }) => settings.lenses === null || settings.lenses.includes(id));
  for (const lens of wanted) {
    const own = { ...lens.defaults, ...options[lens.id] };
    const reason = lens.missing(tables, own);
    if (reason !== null) {
      skipped.push({ id: lens.id, reason });
      continue;
    }
    if (lens.id === "clusters") yield "clusters";
    runs.push(runLens(lens, tables, own));
  }
  const results = runs.map(({ result }) => result);

  yield "tree";
  const trees = explainLenses(results, tables, settings);

  yield "report";
  const map = results.find(({ id }) => id === "rf-map");
  const none = new Int32Array(summary.customers.ids.length).fill(-1);
  return {
    settings,
    summary,
    value: tables.value,
    rfm,
    lenses: results,
    skipped,
    clusterings: runs.flatMap((run) => describeClustering(run, tables)),
    trees,
    concentration: describeConcentration(summary, tables.value),
    heatMap: buildHeatMap(tables),
    simpleLifetimeValue: predictLifetimeValue(tables, settings),
    nextAction:
      map === undefined
        ? none
        : assignNextActions(map.codes, tables.value.basis === "none" ? null : tables.value.values),
    nextActions: NEXT_ACTIONS,
  };
}
