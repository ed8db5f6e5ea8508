import type { Analysis, LensResult } from "../core/report/analysis";
import { InputError } from "./input-error";

/** Groups that serve best where nobody chose any; the first of them that ran. */
const preferred = ["value-classes", "value-pyramid", "rf-map", "clusters"] as const;

/** Without any preferred groups, those that hold every customer once. */
function findDefaultLens(lenses: Analysis["lenses"]): LensResult | undefined {
  const known = preferred.flatMap((id) => lenses.filter((lens) => lens.id === id));
  return known[0] ?? lenses.find(({ members }) => members === undefined) ?? lenses[0];
}

/**
 * The lens of a run that a person chose; where none was chosen, the one that serves best.
 *
 * @param id null for none
 * @throws InputError `lensNotRun` with the lenses there are
 */
export function chooseLens({ lenses }: Pick<Analysis, "lenses">, id: string | null): LensResult {
  const lens = id === null ? findDefaultLens(lenses) : lenses.find((candidate) => candidate.id === id);
  if (lens === undefined)
    throw new InputError("lensNotRun", {
      lens: id ?? preferred[0],
      known: lenses.map((candidate) => candidate.id).join(", "),
    });
  return lens;
}
