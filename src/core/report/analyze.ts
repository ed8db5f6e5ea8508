import { computeOriginalCentres } from "../clusters/model";
import { buildClusterProfiles } from "../clusters/profile";
import type { Summary } from "../customers/summary";
import { NEXT_ACTIONS, assignNextActions } from "../decisions/next-action";
import type { ClusterLensModel } from "../lenses/cluster-lens";
import { selectFeatures } from "../lenses/features";
import { findRatingFactors } from "../lenses/rating-factors";
import type { Json, LensFit, LensTables, Remark } from "../lenses/lens";
import type { AnyLens } from "../lenses/lens-list";
import { lensList } from "../lenses/lens-list";
import { buildRfHeatMap } from "../rfm/segment-table";
import type { Analysis, ClusterResult, LensResult } from "./analysis";
import { describeConcentration } from "./concentration";
import { buildCrossTables } from "./cross-tables";
import { explainLenses } from "./explain";
import { describeGroups } from "./group-facts";
import { summarizeGroups, summarizeMembers } from "./group-summary";
import { estimateLifetime, selectLifetimeColumns } from "./lifetime";
import { buildLensOptions } from "./lens-options";
import { buildLensTables } from "./lens-tables";
import type { SavedModels } from "./saved-models";
import type { AnalysisSettings } from "./settings";
import { describeSimpleLifetime } from "./simple-lifetime";

/** A lens that ran: the result as the analysis holds it, and the fit behind it. */
export interface LensRun {
  readonly result: LensResult;
  readonly fit: LensFit<unknown>;
}

/** What a lens finds by a model of before. */
function judgeLens(lens: AnyLens, model: Json, tables: LensTables, options: object): LensFit<unknown> {
  if (lens.judge !== undefined) return lens.judge(model, tables, options);
  return { ...lens.fit(tables, options), model, codes: lens.assign(model, tables) };
}

/** Runs one lens and totals its groups; given a model of before, the lens judges by it. */
export function runLens(lens: AnyLens, tables: LensTables, options: object, saved?: Json): LensRun {
  const fit: LensFit<unknown> =
    saved === undefined ? lens.fit(tables, options) : judgeLens(lens, saved, tables, options);
  const ids = lens.groups(fit.model);
  const members = lens.assignMembers?.(fit.model, tables);
  const { summary, value } = tables;
  return {
    fit,
    result: {
      id: lens.id,
      membership: lens.membership,
      groups:
        members === undefined
          ? summarizeGroups(fit.codes, ids, summary, value)
          : summarizeMembers(members, ids, summary, value),
      codes: fit.codes,
      model: fit.model as Json,
      remarks: fit.remarks,
      members,
      columns: fit.columns,
      sources: lens.sources?.(options),
    },
  };
}

/** The clustering behind a lens in the users' units, in a list that is empty for a lens that does not cluster. */
export function describeClustering({ result, fit }: LensRun, tables: LensTables): ClusterResult[] {
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

function describeRatings(results: readonly LensResult[], tables: LensTables, { ratingColumns }: AnalysisSettings) {
  const loyalty = results.flatMap(({ columns }) => columns ?? []).find(({ id }) => id === "loyaltyIndex");
  return loyalty === undefined ? [] : findRatingFactors(ratingColumns, loyalty.values, tables);
}

function decideNextActions(results: readonly LensResult[], { summary, value }: LensTables): Int32Array {
  const map = results.find(({ id }) => id === "rf-map");
  if (map === undefined) return new Int32Array(summary.customers.ids.length).fill(-1);
  const cube = results.find(({ id }) => id === "value-cube");
  const atRiskGroup = cube?.groups.findIndex(({ id }) => id === "V2") ?? -1;
  const atRisk = cube === undefined ? null : Uint8Array.from(cube.codes, (code) => (code === atRiskGroup ? 1 : 0));
  return assignNextActions(map.codes, value.basis === "none" ? null : value.values, atRisk);
}

/**
 * Everything that is found out about customers once they are summarized, stage by stage: each stage is named before it is worked on, so that
 * a caller can show progress or stop.
 *
 * @param summary  tables by customer
 * @param settings of the run; lenses named in `settings.lenses` run, else all whose columns are there
 * @param lenses   the list of lenses
 * @param saved    models of an earlier run to judge by, in place of new ones; a lens without one is fitted
 * @throws RangeError or TypeError when saved models do not fit the tables
 */
export function* analyzeSummary(
  summary: Summary,
  settings: AnalysisSettings,
  lenses: readonly AnyLens[] = lensList,
  saved: SavedModels | null = null,
): Generator<string, Analysis, void> {
  yield "clv";
  const lifetime = estimateLifetime(summary, settings);

  yield "rfm";
  const { rfm, tables } = buildLensTables(summary, settings, selectLifetimeColumns(lifetime), saved?.scores);

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
    runs.push(runLens(lens, tables, own, saved?.lenses[lens.id]));
  }
  const results = runs.map(({ result }) => result);

  yield "tree";
  const trees = explainLenses(results, tables, settings);

  yield "report";
  return {
    settings,
    summary,
    judgedBy: saved && { asOf: saved.asOf },
    value: tables.value,
    rfm,
    lenses: results,
    skipped,
    clusterings: runs.flatMap((run) => describeClustering(run, tables)),
    trees,
    groupFacts: describeGroups("behaviour-groups", results, tables),
    usageFacts: describeGroups("usage", results, tables),
    ratingFactors: describeRatings(results, tables, settings),
    crossTables: buildCrossTables(settings.crossTables, results, tables),
    concentration: describeConcentration(summary, tables.value, settings.serviceShare),
    heatMap: buildHeatMap(tables),
    lifetime,
    ...describeSimpleLifetime(tables, settings),
    nextAction: decideNextActions(results, tables),
    nextActions: NEXT_ACTIONS,
  };
}
