import type { FuzzyResult } from "../../core/decisions/fuzzy-evaluation";
import type { KeptCells } from "../kept-cells";
import type { ScoredCustomers } from "./compute-scorecard";
import type { PickedIndicator } from "./pick-indicators";
import type { ScorecardChoices } from "./scorecard-fields";
import type { SheetInputs } from "./sheet-inputs";
import type { NoTestReason, ScorecardTest } from "./validate-scorecard";
import type { IndicatorWeights } from "./weigh-indicators";

/** All that the scorecard found: what sheet, report and sentences are made of. */
export interface Scorecard {
  readonly choices: ScorecardChoices;
  readonly ids: readonly string[];
  readonly indicators: readonly PickedIndicator[];
  readonly inputs: SheetInputs;
  readonly kept: KeptCells;
  readonly weights: IndicatorWeights;
  readonly scored: ScoredCustomers;
  /** What raters say of the indicators; null without ratings. */
  readonly evaluation: FuzzyResult | null;
  readonly test: ScorecardTest | NoTestReason;
}
