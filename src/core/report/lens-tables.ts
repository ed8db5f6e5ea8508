import { selectCustomerValue } from "../customers/customer-value";
import type { Summary } from "../customers/summary";
import type { LensTables, LifetimeColumns } from "../lenses/lens";
import type { RfmMeasures } from "../rfm/measures";
import type { RfmScoreModel } from "../rfm/score-model";
import { scoreByModel } from "../rfm/score-model";
import type { RfmScores } from "../rfm/score-rfm";
import { readScoreColumns, scoreRfm } from "../rfm/score-rfm";
import type { AnalysisSettings } from "./settings";

/**
 * The three measures of a run: days since the last purchase, orders, and money as the settings want it.
 *
 * @returns `monetary` is null where the input has no money
 */
export function selectMeasures({ customers, report }: Summary, { monetaryMeasure }: AnalysisSettings): RfmMeasures {
  const { recencyDays, orders, revenue, averageOrderValue, profit } = customers;
  const monetary = { total: revenue, meanPerOrder: averageOrderValue, profit }[monetaryMeasure];
  return { recencyDays, orders, monetary: report.valueBasis === null ? null : monetary };
}

/**
 * Scores of a run and the tables that lenses see.
 *
 * @param scoreModel cuts of an earlier run to score by, in place of new ones
 */
export function buildLensTables(
  summary: Summary,
  settings: AnalysisSettings,
  lifetime: LifetimeColumns | null = null,
  scoreModel?: RfmScoreModel,
): { readonly rfm: RfmScores; readonly tables: LensTables } {
  const measures = selectMeasures(summary, settings);
  const { scoreMethod: method, bins, scoreCuts } = settings;
  const own = scoreRfm(measures, { method, bins, cuts: scoreCuts ?? undefined });
  const rfm = scoreModel === undefined ? own : scoreByModel(measures, scoreModel, own);
  return {
    rfm,
    tables: {
      summary,
      value: selectCustomerValue(summary),
      measures,
      scores: readScoreColumns(rfm),
      bins: rfm.bins,
      lifetime,
    },
  };
}
