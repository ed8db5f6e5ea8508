import { formatIsoDay } from "../core/days";
import type { Analysis, ClusterResult, GroupFactsResult, GroupSummary, TreeResult } from "../core/report/analysis";
import type { CrossTotal } from "../core/report/cross-result";
import type { CrossResult } from "../core/report/cross-result";
import { describeLifetime } from "./report-lifetime";
import type { StageTiming } from "../engine/run-steps";

/** What was read, by header of each role. */
export interface ReportInput {
  readonly file: string;
  readonly sheet: string | null;
  readonly columns: Readonly<Record<string, string>>;
}

/** A number as JSON can hold it: null where it is unknown. */
const known = (value: number) => (Number.isFinite(value) ? value : null);

const day = (value: number | null) => (value === null ? null : formatIsoDay(value));

function listGroups(groups: readonly GroupSummary[]) {
  return groups.map(({ id, customers, revenue, profit }) => ({
    id,
    customers,
    revenue: known(revenue),
    profit: known(profit),
  }));
}

function listLenses({ lenses, clusterings }: Analysis) {
  return Object.fromEntries(
    lenses.map(({ id, groups, remarks }) => {
      const clustering = clusterings.find(({ lens }) => lens === id);
      return [
        id,
        {
          groups: listGroups(groups),
          ...(clustering && { inertia: clustering.quality.inertia }),
          ...(remarks.length > 0 && { remarks }),
        },
      ];
    }),
  );
}

function describeClusters(analysis: Analysis, clustering: ClusterResult | undefined) {
  if (clustering === undefined) return null;
  const { quality, transform, k, groups } = clustering;
  const lens = analysis.lenses.find(({ id }) => id === clustering.lens)!;
  return {
    features: quality.features,
    transform: Object.fromEntries(transform.features.map(({ name, log, mean, sd }) => [name, { log, mean, sd }])),
    k,
    seed: quality.seed,
    inertia: quality.inertia,
    silhouette: quality.silhouette,
    kTable: quality.choice.table.map((row) => ({ k: row.k, inertia: row.inertia, silhouette: row.silhouette })),
    groups: groups.map(({ id, centre }, i) => ({
      id,
      customers: lens.groups[i].customers,
      revenue: known(lens.groups[i].revenue),
      centre: Object.fromEntries(transform.features.map(({ name }, d) => [name, centre[d]])),
    })),
  };
}

function describeGroupFacts({ lens, groups, overlaps }: GroupFactsResult) {
  return {
    lens,
    groups: groups.map((group) => ({
      ...group,
      revenueEffect: known(group.revenueEffect),
      valueEffect: known(group.valueEffect),
      meanLoyalty: known(group.meanLoyalty),
      meanBreadth: known(group.meanBreadth),
    })),
    overlaps,
  };
}

function describeCrossTable({ rows, columns, table, unknown }: CrossResult) {
  const total = (cell: CrossTotal) => ({
    customers: cell.customers,
    revenue: known(cell.revenue),
    profit: known(cell.profit),
    orders: known(cell.orders),
    units: known(cell.units),
    cost: known(cell.cost),
  });
  if (table === null) return { rows, columns, unknown, table: null };
  return {
    rows,
    columns,
    unknown,
    table: {
      rows: table.rows,
      columns: table.columns,
      cells: table.cells.map((row) =>
        row.map((cell) => ({ ...total(cell), rowShare: known(cell.rowShare), index: known(cell.index) })),
      ),
      rowTotals: table.rowTotals.map(total),
      columnTotals: table.columnTotals.map(total),
      total: total(table.total),
    },
  };
}

function describeTree(tree: TreeResult, analysis: Analysis) {
  const ids = analysis.lenses.find(({ id }) => id === tree.target)!.groups.map(({ id }) => id);
  return {
    target: tree.target,
    features: tree.features,
    depth: tree.depth,
    leaves: tree.leaves,
    fidelity: tree.fidelityShare,
    baseline: tree.baselineShare,
    rules: tree.rules.map(({ conditions, group, customers, purityShare }) => ({
      when: conditions,
      label: ids[group],
      customers,
      purity: purityShare,
    })),
  };
}

/**
 * The result of an analysis as one JSON object; numbers that are not known are null, rows are 1-based.
 *
 * @param rowNumber 1-based row of the row at a position of the source
 */
export function buildJsonReport(
  analysis: Analysis,
  input: ReportInput,
  rowNumber: (position: number) => number,
  timings: readonly StageTiming[],
) {
  const { summary, value, rfm } = analysis;
  const { report } = summary;
  const list = (edges: ArrayLike<number> | undefined) => Array.from(edges ?? []);
  return {
    input,
    rows: report.rows,
    issues: report.issues.map(({ code, name, count, treatment, rows }) => ({
      code,
      name,
      count,
      treatment,
      rows: code === "R23" ? [] : rows.slice(0, 10).map(rowNumber),
    })),
    period: { first: day(report.period.firstDay), last: day(report.period.lastDay), asOf: day(report.period.asOfDay) },
    customers: report.customers,
    orders: report.orders,
    revenue: report.revenue,
    profit: report.profit,
    valueBasis: value.basis === "none" ? null : value.basis,
    valueReason: report.valueReason,
    rfm: {
      bins: rfm.bins,
      method: rfm.method,
      edges: {
        recencyDays: list(rfm.recency.edges),
        orders: list(rfm.frequency.edges),
        monetary: list(rfm.monetary?.edges),
      },
      scoreCounts: { r: list(rfm.recency.counts), f: list(rfm.frequency.counts), m: list(rfm.monetary?.counts) },
    },
    lenses: listLenses(analysis),
    skippedLenses: analysis.skipped.map(({ id, reason }) => ({ id, reason: reason.code, ...reason.parameters })),
    groupFacts: analysis.groupFacts && describeGroupFacts(analysis.groupFacts),
    usageFacts: analysis.usageFacts && describeGroupFacts(analysis.usageFacts),
    ratingFactors: analysis.ratingFactors.map((factor) => ({
      ...factor,
      reward: known(factor.reward),
      penalty: known(factor.penalty),
      satisfactionPenalty: known(factor.satisfactionPenalty),
    })),
    crossTables: analysis.crossTables.map(describeCrossTable),
    concentration: analysis.concentration && {
      gini: analysis.concentration.gini,
      unprofitableShare: analysis.concentration.unprofitableShare,
      service: analysis.concentration.service,
      topShares: analysis.concentration.topShares.map((top) => ({
        customerShare: top.customerShare,
        customers: top.customers,
        revenueShare: known(top.revenueShare),
        profitShare: known(top.profitShare),
      })),
    },
    clv: describeLifetime(analysis),
    clusters: describeClusters(
      analysis,
      analysis.clusterings.find(({ lens }) => lens === "clusters"),
    ),
    valueClasses: describeClusters(
      analysis,
      analysis.clusterings.find(({ lens }) => lens === "value-classes"),
    ),
    trees: analysis.trees.map((tree) => describeTree(tree, analysis)),
    timings: Object.fromEntries(timings.map(({ stage, milliseconds }) => [`${stage}Ms`, Math.round(milliseconds)])),
  };
}
