import type { SheetContent } from "../../workbook/port";

/** Work on a sheet in steps that take a moment each, so that the host gets its turn between them. */
export type LayoutSteps<Result = void> = Generator<undefined, Result, void>;

/** A sheet that is laid out in steps. */
export type SheetSteps = LayoutSteps<SheetContent>;

const ENTRIES_A_STEP = 5_000;

/** All steps in one go. */
export function finishSteps<Result>(steps: LayoutSteps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A value per entry, a step per few thousand of them. */
export function* mapInSteps<Result>(
  count: number,
  pick: (index: number) => Result,
  entries = ENTRIES_A_STEP,
): LayoutSteps<Result[]> {
  const results = new Array<Result>(count);
  for (let first = 0; first < count; first += entries) {
    if (first > 0) yield;
    const end = Math.min(count, first + entries);
    for (let i = first; i < end; i++) results[i] = pick(i);
  }
  return results;
}
