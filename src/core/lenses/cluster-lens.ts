import { chooseK, rateClusters } from "../clusters/choose-k";
import type { ChooseKResult } from "../clusters/choose-k";
import type { ClusterModel } from "../clusters/cluster-types";
import { LRFMC_NAMES, buildLrfmcNames } from "../clusters/label";
import { assignClusters, orderClustersByValue } from "../clusters/model";
import type { Points } from "../clusters/points";
import { countDistinctPoints } from "../clusters/points";
import { listClusterWarnings } from "../clusters/quality";
import type { TransformOptions } from "../clusters/transform";
import { buildPoints, fitTransform } from "../clusters/transform";
import { expandFeatures, selectFeatures } from "./features";
import type { Lens, LensFit, LensTables, Remark } from "./lens";

/** What a clustering is made of. */
export interface ClusterLensOptions {
  /** Ready-made sets or columns, see `selectFeatures`. */
  readonly features: readonly string[];
  /** Null recommends one. */
  readonly k: number | null;
  readonly seed: number;
  readonly transform: TransformOptions;
  /** Whether every feature must be there, or those that are will do. */
  readonly needsAll?: boolean;
}

/** A clustering that can judge other customers; its groups carry these ids. */
export type ClusterLensModel = ClusterModel & { readonly ids: readonly string[] };

function prepare(tables: LensTables, options: ClusterLensOptions) {
  const features = selectFeatures(expandFeatures(options.features), tables);
  const transform = fitTransform(features, options.transform);
  return { features, transform, ...buildPoints(transform, features) };
}

function findMissing(tables: LensTables, options: ClusterLensOptions): Remark | null {
  const names = expandFeatures(options.features);
  const features = selectFeatures(names, tables);
  const absent = names.filter((name) => features.every((feature) => feature.name !== name));
  if (features.length === 0 || (options.needsAll === true && absent.length > 0)) {
    return { code: "needsColumns", parameters: { columns: absent.join(", ") } };
  }
  const complete = tables.summary.customers.ids.some((_, i) =>
    features.every(({ values }) => Number.isFinite(values[i])),
  );
  if (!complete) return { code: "noCompleteCustomer", parameters: {} };
  const { points } = prepare(tables, options);
  const distinct = points.dimensions === 0 ? 0 : countDistinctPoints(points, Math.max(2, options.k ?? 2));
  if (points.rows < 3 || distinct < 2) return { code: "tooFewCustomers", parameters: { customers: points.rows } };
  return null;
}

/** One clustering for a k that was asked for, rated like one out of many; fewer groups where there are fewer different points. */
function clusterOnce(points: Points, k: number, seed: number): ChooseKResult {
  const possible = Math.min(k, points.rows - 1, countDistinctPoints(points, k));
  return chooseK(points, { seed, smallestK: possible, largestK: possible });
}

function nameClusters(id: string, prefix: string, model: ClusterModel): string[] {
  if (id !== "lrfmc" || model.transform.features.length !== 5) return model.centres.map((_, i) => `${prefix}-${i + 1}`);
  return buildLrfmcNames(model.centres).map(({ code, repeat }) => (repeat === 1 ? code : `${code}-${repeat}`));
}

/** LRFMC groups in the order of their names, since some of them are not about value. */
function sortByName(
  ids: readonly string[],
  model: ClusterModel,
  codes: Int32Array,
): { ids: string[]; model: ClusterModel; codes: Int32Array } {
  const rank = (name: string) =>
    (LRFMC_NAMES as readonly string[]).indexOf(name.split("-")[0]) * 100 + Number(name.split("-")[1] ?? 1);
  const order = ids.map((_, i) => i).sort((a, b) => rank(ids[a]) - rank(ids[b]));
  const position = order.reduce((positions, old, now) => positions.fill(now, old, old + 1), new Int32Array(ids.length));
  return {
    ids: order.map((i) => ids[i]),
    model: { transform: model.transform, centres: order.map((i) => model.centres[i]) },
    codes: codes.map((code) => (code < 0 ? -1 : position[code])),
  };
}

function judgeClusters(model: ClusterLensModel, tables: LensTables, seed: number): LensFit<ClusterLensModel> {
  const names = model.transform.features.map(({ name }) => name);
  const features = selectFeatures(names, tables);
  const codes = assignClusters(model, features);
  const { points, customers } = buildPoints(model.transform, features);
  const labels = Uint8Array.from(customers, (customer) => codes[customer]);
  const { choice, sizes } = rateClusters(points, Float64Array.from(model.centres.flat()), labels, seed);
  const [{ inertia, silhouette }] = choice.table;
  const clustering = { features: names, kSource: "chosen" as const, seed, inertia, silhouette, choice };
  return { model, codes, remarks: [], clustering: { ...clustering, warnings: listClusterWarnings(sizes, silhouette) } };
}

function buildClusterLens(
  id: string,
  prefix: string,
  defaults: ClusterLensOptions,
): Lens<ClusterLensOptions, ClusterLensModel> {
  return {
    id,
    membership: "one",
    defaults,
    missing: (tables, options) => findMissing(tables, options),
    fit(tables, options) {
      const { transform, points, customers, features } = prepare(tables, options);
      const { k: asked, seed } = options;
      const { choice, fits } = asked === null ? chooseK(points, { seed }) : clusterOnce(points, asked, seed);
      const chosen = choice.table.findIndex(({ k }) => k === choice.recommendedK);
      const known = tables.value.basis === "none" ? null : tables.value.values;
      const ordered = orderClustersByValue(
        fits[chosen],
        transform,
        customers,
        known,
        tables.summary.customers.ids.length,
      );
      const ids = nameClusters(id, prefix, ordered.model);
      const named = id === "lrfmc" ? sortByName(ids, ordered.model, ordered.codes) : { ids, ...ordered };
      const { inertia, silhouette } = choice.table[chosen];
      return {
        model: { ...named.model, ids: named.ids },
        codes: named.codes,
        remarks: transform.dropped.map((column) => ({ code: "constantFeature", parameters: { column } })),
        clustering: {
          features: features.map(({ name }) => name),
          kSource: asked === null ? "recommended" : "chosen",
          seed,
          inertia,
          silhouette,
          choice,
          warnings: listClusterWarnings(ordered.sizes, silhouette),
        },
      };
    },
    judge: (model, tables, { seed }) => judgeClusters(model, tables, seed),
    assign: (model, tables) =>
      assignClusters(
        model,
        selectFeatures(
          model.transform.features.map(({ name }) => name),
          tables,
        ),
      ),
    groups: (model) => model.ids,
    sources: ({ features }) => expandFeatures(features),
  };
}

/** Value classes: k-means on profit (revenue where no cost is known) alone. */
export const valueClassesLens = buildClusterLens("value-classes", "class", {
  features: ["profit"],
  k: null,
  seed: 1,
  transform: { log: "auto" },
});

/** Clusters on behaviour: recency, orders and money unless other columns are chosen. */
export const clustersLens = buildClusterLens("clusters", "cluster", {
  features: ["rfm"],
  k: null,
  seed: 1,
  transform: { log: "auto" },
});

/** Length, recency, frequency, monetary value and discount: five named clusters on plain z-scores. */
export const lrfmcLens = buildClusterLens("lrfmc", "cluster", {
  features: ["lrfmc"],
  k: 5,
  seed: 1,
  transform: { log: "never" },
  needsAll: true,
});
