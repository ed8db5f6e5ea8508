import * as v from "valibot";
import type { Json } from "../core/lenses/lens";
import { lensList } from "../core/lenses/lens-list";
import type { SavedModels } from "../core/report/saved-models";
import type { AnalysisSettings } from "../core/report/settings";
import type { RfmScoreModel } from "../core/rfm/score-model";
import type { WorkbookPort } from "../workbook/port";
import type { HistoryRun } from "./layout/history-run";
import { parseHistory } from "./layout/history-run";

/** What a run keeps for later ones; the workbook it comes from is not trusted. */
const storedModels = v.object({
  settings: v.record(v.string(), v.unknown()),
  scores: v.custom<RfmScoreModel>((scores) => typeof scores === "object" && scores !== null && "edges" in scores),
  lenses: v.array(
    v.object({
      id: v.string(),
      model: v.custom<Json>((model) => typeof model === "object" && model !== null),
      groups: v.array(v.string()),
    }),
  ),
});

/** Models of a run, with the groups of each lens; null where the workbook does not hold what we write. */
export function readStoredModels({ model }: HistoryRun): v.InferOutput<typeof storedModels> | null {
  const parsed = v.safeParse(storedModels, model);
  return parsed.success ? parsed.output : null;
}

/** Settings that may differ between a run and the one that repeats it by its models. */
const freeSettings: ReadonlySet<string> = new Set(["asOf", "from"] satisfies (keyof AnalysisSettings)[]);

const describeSettings = (settings: object) =>
  JSON.stringify(Object.entries(settings).filter(([key]) => !freeSettings.has(key)));

/**
 * The models by which the last run judged, where they still fit: the same settings and the same version. A lens whose model does not name
 * the groups that were written is left out, and so fitted anew.
 */
export async function readSavedModels(
  port: WorkbookPort,
  settings: AnalysisSettings,
  version: string,
): Promise<SavedModels | null> {
  const [run] = parseHistory((await port.readSheet("history")) ?? []);
  const stored = run === undefined || run.version !== version ? null : readStoredModels(run);
  if (stored === null || describeSettings(stored.settings) !== describeSettings(settings)) return null;
  const lenses: Record<string, Json> = {};
  for (const { id, model, groups } of stored.lenses) {
    const lens = lensList.find((other) => other.id === id);
    if (
      lens !== undefined &&
      isEqual(
        listGroups(() => lens.groups(model)),
        groups,
      )
    )
      lenses[id] = model;
  }
  return { asOf: run.asOf, scores: stored.scores, lenses };
}

function listGroups(list: () => readonly string[]): readonly string[] | null {
  try {
    return list();
  } catch {
    // A model that somebody changed by hand.
    return null;
  }
}

const isEqual = (first: readonly string[] | null, second: readonly string[]) =>
  first !== null && JSON.stringify(first) === JSON.stringify(second);
