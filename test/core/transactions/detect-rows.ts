import type { Cell } from "../../../src/core/transactions/cells";
import type { DetectOptions, DetectedRoles } from "../../../src/core/transactions/detect-roles";
import { detectRoles } from "../../../src/core/transactions/detect-roles";
import { toBlocks } from "../../helpers/csv-blocks";

/** Roles of a table given row by row. */
export function detect(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  options?: DetectOptions,
): DetectedRoles {
  return detectRoles(headers, toBlocks(rows, headers.length)[0], options);
}

/** Headers by role. */
export function name(headers: readonly string[], { columns }: DetectedRoles): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, headers[column]]));
}
