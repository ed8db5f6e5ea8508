import { isNightly } from "./fault-cases";

/** How many cases of a property are run: a sample, or twenty times as many at night. The seed is fixed, so that a failure can be had again. */
export function countRuns(usual: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: isNightly ? 20 * usual : usual, seed: 20_240_229 };
}
