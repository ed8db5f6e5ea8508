import type { Summary } from "../customers/summary";
import type { Json, LensTables, LifetimeColumns, Remark } from "../lenses/lens";
import type { AnyLens } from "../lenses/lens-list";
import { assignRfmScores, buildScoreModel } from "../rfm/score-model";
import type { RfmScoreModel } from "../rfm/score-model";
import { buildLensOptions } from "./lens-options";
import { buildLensTables } from "./lens-tables";
import { estimateLifetime, selectLifetimeColumns } from "./lifetime";
import type { AnalysisSettings } from "./settings";

/** Customers as they are on one date, and the cuts of their scores. */
export interface JudgedDate {
  readonly tables: LensTables;
  readonly scores: RfmScoreModel;
}

/** All that is needed to put the customers of another date into the groups of a lens. */
export interface LensJudgement {
  readonly model: Json;
  readonly scores: RfmScoreModel;
}

/**
 * The tables of a date. Lifetime value is estimated only when a lens asks for it.
 *
 * @param lifetime known already; left out, it is estimated on demand
 */
export function buildJudgedDate(
  summary: Summary,
  settings: AnalysisSettings,
  lifetime?: LifetimeColumns | null,
): JudgedDate {
  const { rfm, tables } = buildLensTables(summary, settings);
  let known = lifetime;
  const { value, measures, scores, bins } = tables;
  return {
    tables: {
      summary,
      value,
      measures,
      scores,
      bins,
      get lifetime() {
        if (known === undefined) known = selectLifetimeColumns(estimateLifetime(summary, settings));
        return known;
      },
    },
    scores: buildScoreModel(rfm),
  };
}

/** The reason why a lens cannot run on a date, or null. */
export function findMissing(lens: AnyLens, { tables }: JudgedDate, settings: AnalysisSettings): Remark | null {
  return lens.missing(tables, { ...lens.defaults, ...buildLensOptions(settings)[lens.id] });
}

/** Fits a lens on a date: its groups, the group of each customer, and what other dates can be judged by. */
export function fitDate(
  lens: AnyLens,
  date: JudgedDate,
  settings: AnalysisSettings,
): { readonly groups: readonly string[]; readonly codes: Int32Array; readonly judgement: LensJudgement } {
  const fit = lens.fit(date.tables, { ...lens.defaults, ...buildLensOptions(settings)[lens.id] });
  const model = fit.model as Json;
  return { groups: lens.groups(model), codes: fit.codes, judgement: { model, scores: date.scores } };
}

/** The group of each customer of a date by the thresholds, centres and score cuts of another date. */
export function assignDate(lens: AnyLens, { model, scores }: LensJudgement, { tables }: JudgedDate): Int32Array {
  const { summary, value, measures } = tables;
  return lens.assign(model, {
    summary,
    value,
    measures,
    bins: scores.bins,
    scores: assignRfmScores(measures, scores),
    get lifetime() {
      return tables.lifetime;
    },
  });
}

/**
 * Codes of two fits as positions in one list of groups: that of the first, then groups only the second has.
 *
 * @returns the list and the codes of the second fit in it; those of the first stay as they are
 */
export function mergeGroups(
  first: readonly string[],
  second: readonly string[],
  codes: Int32Array,
): { readonly groups: readonly string[]; readonly codes: Int32Array } {
  const groups = [...new Set([...first, ...second])];
  const positions = second.map((id) => groups.indexOf(id));
  return { groups, codes: codes.map((code) => (code < 0 ? -1 : positions[code])) };
}
