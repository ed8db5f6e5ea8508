import type { Json } from "../lenses/lens";
import type { RfmScoreModel } from "../rfm/score-model";

/** What a run found out by which later customers can be judged: the cuts of the scores, and the model of each lens. Plain JSON. */
export interface SavedModels {
  /** ISO day that the run judged; null for customers without dates. */
  readonly asOf: string | null;
  readonly scores: RfmScoreModel;
  readonly lenses: Readonly<Record<string, Json>>;
}
