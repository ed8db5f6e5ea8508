import type { SheetContent } from "../../workbook/port";

/** Work on a sheet that is done in steps, so that the host gets its turn between them. */
export type LayoutSteps<Result> = Generator<undefined, Result, void>;

/** A sheet that is laid out in steps. */
export type SheetSteps = LayoutSteps<SheetContent>;

/** All steps in one go. */
export function finishSteps<Result>(steps: LayoutSteps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
