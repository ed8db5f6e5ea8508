import { InputError } from "../input-error";
import type { Job } from "../job";
import { readKeptCells } from "../kept-cells";
import { listCustomerNumbers } from "../customer-numbers";
import { buildScorecardSheet } from "../layout/scorecard/scorecard-sheet";
import { describeScorecard } from "../layout/scorecard/headlines";
import { evaluateRatings, scoreCustomers } from "./compute-scorecard";
import { pickIndicators } from "./pick-indicators";
import type { Scorecard } from "./scorecard";
import { parseChoices, scorecardFields } from "./scorecard-fields";
import { buildScorecardReport } from "./scorecard-report";
import { readSheetInputs, scorecardColumns, scorecardSheetId } from "./sheet-inputs";
import { validateScorecard } from "./validate-scorecard";
import { isRoundSettled, weighIndicators } from "./weigh-indicators";

/** A score of 0 to 100 per customer out of weighted indicators, and whether it foretells what customers bring. */
export const scorecardJob: Job = {
  id: "scorecard",
  customers: "needed",
  tables: [],
  fields: scorecardFields,
  async run(context) {
    const { judged, port, values, words } = context;
    if (judged === null) throw new InputError("noCustomers");
    const choices = parseChoices(values);
    const { analysis } = judged;
    const customers = analysis.summary.customers.ids.length;
    if (customers < 2) throw new InputError("tooFewToScore", { customers: String(customers) });
    const indicators = pickIndicators(listCustomerNumbers(analysis), choices, words);
    const kept = await readKeptCells(port, scorecardSheetId, scorecardColumns.key);
    const inputs = readSheetInputs(kept, indicators, words, isRoundSettled);
    const weights = weighIndicators(indicators, inputs, choices, words);
    const { tierCuts, fuzzyOperator: operator, holdoutFrom } = choices;
    const { gradeScores, ratings } = inputs;
    const scored = scoreCustomers(indicators, weights.inUse, analysis, { tierCuts, gradeScores, operator });
    const test = await validateScorecard(judged, indicators, weights.inUse, { tierCuts, holdoutFrom }, context);
    const card: Scorecard = {
      choices,
      ids: analysis.summary.customers.ids,
      indicators,
      inputs,
      kept,
      weights,
      scored,
      evaluation: evaluateRatings(ratings, weights.inUse, gradeScores, operator),
      test,
    };
    return {
      sheets: [buildScorecardSheet(card, { words, moneyFormat: judged.moneyFormat })],
      report: buildScorecardReport(card),
      sentences: describeScorecard(card, words),
      settings: kept.buildSettings(),
    };
  },
};
