import type { Summary } from "../../core/customers/summary";
import { formatIsoDay } from "../../core/days";
import type { ScoreValidation } from "../../core/decisions/score-validation";
import { computeSpearman, dropEachIndicator, validateScores } from "../../core/decisions/score-validation";
import type { WeightSuggestion } from "../../core/decisions/suggest-weights";
import { suggestWeights } from "../../core/decisions/suggest-weights";
import { combineIndicators, normaliseIndicator } from "../../core/decisions/weighted-score";
import { assignTiers } from "../../core/value/pyramid";
import { runAnalysisInline } from "../../engine/run-analysis";
import type { JudgedRows } from "../analyze";
import { listCustomerNumbers, listSummaryNumbers } from "../customer-numbers";
import { InputError } from "../input-error";
import { readCustomerTable, summarizeLines } from "../read-summary";
import type { JobContext } from "../job";
import type { PickedIndicator } from "./pick-indicators";

/** Fewer customers before the split say nothing. */
const FEWEST_CUSTOMERS = 20;

/** A test of the score on days that it did not know. */
export interface ScorecardTest extends ScoreValidation {
  /** First day held out, and the day after the last. */
  readonly splitDay: number;
  readonly endDay: number;
  /** Per indicator: rank correlation of it alone, and of the score without it; null where it cannot be computed. */
  readonly alone: readonly (number | null)[];
  readonly without: readonly (number | null)[];
  readonly suggestion: WeightSuggestion | null;
  /** Indicators that are not known on the earlier day; they took no part. */
  readonly leftOut: readonly string[];
}

/** Why there is no test. */
export type NoTestReason = "noDates" | "noMoney" | "tooFewCustomers" | "noIndicators";

const known = (value: number) => (Number.isFinite(value) ? value : null);

function pickSplit(analysis: JudgedRows["analysis"], holdoutFrom: number | null): readonly [number, number] | null {
  const { firstDay, lastDay, asOfDay } = analysis.summary.report.period;
  if (analysis.summary.purchaseDays === null || firstDay === null || lastDay === null || asOfDay === null) return null;
  if (holdoutFrom === null) return [firstDay + Math.round(((asOfDay - firstDay) * 2) / 3), asOfDay];
  if (holdoutFrom <= firstDay || holdoutFrom > lastDay) {
    const expected = `${formatIsoDay(firstDay + 1)}..${formatIsoDay(lastDay)}`;
    throw new InputError("badSetting", { setting: "holdoutFrom", expected });
  }
  return [holdoutFrom, asOfDay];
}

/** What was known before a day: estimated anew only where an indicator needs it. */
async function lookBefore(judged: JudgedRows, day: number, ids: readonly string[], context: JobContext) {
  const { analysis, request, read, customerTable } = judged;
  const settings = { ...analysis.settings, asOf: formatIsoDay(day), calibrationEnd: null, explain: [] };
  const reading = { today: context.today, culture: await context.port.readCulture(), signal: context.signal };
  const table = customerTable === null ? null : await readCustomerTable(customerTable, request.settings, reading);
  const summary = summarizeLines(read, table, settings);
  const plain = listSummaryNumbers(summary);
  const known = new Set(listSummaryNumbers(analysis.summary).map(({ id }) => id));
  if (ids.every((id) => known.has(id))) return { summary, columns: plain };
  const lenses = analysis.lenses
    .filter(({ columns = [] }) => columns.some(({ id }) => ids.includes(id)))
    .map(({ id }) => id);
  const clvModel = analysis.lifetime?.model ?? settings.clvModel;
  const run = request.runAnalysis ?? runAnalysisInline;
  const { result } = await run(summary, { ...settings, clvModel, lenses }, { signal: context.signal });
  return { summary, columns: listCustomerNumbers(result) };
}

/** Revenue of the held-out days: what all days brought less what the days before the split did. */
function subtractRevenue(before: Summary, after: Summary): Float64Array {
  const all = new Map(after.customers.ids.map((id, i) => [id, after.customers.revenue[i]]));
  const { ids, revenue } = before.customers;
  return Float64Array.from(ids, (id, i) => Math.round(((all.get(id) ?? 0) - revenue[i]) * 1e6) / 1e6 || 0);
}

/**
 * Tests a score on the last third of the days, or from a day on that was chosen: customers are judged by what was known before it, and
 * compared with what they brought from it on.
 *
 * @throws InputError `badSetting` when the day chosen is outside the data
 */
export async function validateScorecard(
  judged: JudgedRows,
  indicators: readonly PickedIndicator[],
  weights: readonly number[],
  options: { readonly tierCuts: readonly [number, number]; readonly holdoutFrom: number | null },
  context: JobContext,
): Promise<ScorecardTest | NoTestReason> {
  const { analysis, read } = judged;
  const split = pickSplit(analysis, options.holdoutFrom);
  if (split === null || read.kind === "customers") return "noDates";
  if (analysis.summary.report.revenue === null) return "noMoney";
  const [splitDay, endDay] = split;
  const ids = indicators.map(({ id }) => id);
  const before = await lookBefore(judged, splitDay, ids, context);
  if (before.summary.customers.ids.length < FEWEST_CUSTOMERS) return "tooFewCustomers";

  const columns = new Map(before.columns.map(({ id, values }) => [id, values]));
  const isKnown = indicators.map(({ id }) => columns.has(id));
  const pick = <Entry>(entries: readonly Entry[]) => entries.filter((_, i) => isKnown[i]);
  const spread = (values: ArrayLike<number>) => {
    let next = 0;
    return isKnown.map((is) => (is ? known(values[next++]) : null));
  };
  const usedWeights = pick(weights);
  if (!usedWeights.some((weight) => weight > 0)) return "noIndicators";
  const normalised = pick(indicators).map(({ id, method, lowerIsBetter }) =>
    normaliseIndicator(columns.get(id)!, method, lowerIsBetter),
  );
  const revenue = subtractRevenue(before.summary, analysis.summary);
  const { scores } = combineIndicators(normalised, usedWeights);
  const cuts = { ids: ["HIGH", "MID", "LOW"], cumulativeBasisPoints: options.tierCuts };
  const suggestion = suggestWeights(normalised, usedWeights, revenue);
  return {
    ...validateScores(scores, revenue, assignTiers(scores, cuts).codes, 3),
    splitDay,
    endDay,
    alone: spread(normalised.map((column) => computeSpearman(column, revenue))),
    without: spread(dropEachIndicator(normalised, usedWeights, revenue)),
    suggestion: suggestion === null ? null : { ...suggestion, weights: spread(suggestion.weights).map((w) => w ?? 0) },
    leftOut: indicators.filter((_, i) => !isKnown[i]).map(({ id }) => id),
  };
}
