import type { RowBlock } from "../core/transactions/cells";
import type { DetectedRoles } from "../core/transactions/detect-roles";
import { detectRoles } from "../core/transactions/detect-roles";
import type { Role } from "../core/transactions/roles";
import { roleKinds } from "../core/transactions/roles";
import type { RowSource } from "../workbook/rows";
import { resolveColumn } from "./column-reference";
import { InputError } from "./input-error";

const HEAD_ROWS = 500;

/** What a person said about columns: a reference per role (an empty text: no column has it), and the attributes. */
export interface ColumnChoice {
  readonly roles: Readonly<Record<string, string>>;
  readonly attributes: readonly string[] | null;
}

/** Nothing said: all is found from headers and content. */
export const noChoice: ColumnChoice = { roles: {}, attributes: null };

/** What the columns of a source mean, with the rows that it was told from. */
export interface DetectedColumns {
  readonly detected: DetectedRoles;
  readonly head: RowBlock;
}

/**
 * Finds what the columns of a source mean.
 *
 * @throws InputError `unknownColumn`, `unknownRole` or `doubleColumn` for a choice that does not fit
 */
export async function detectColumns(source: RowSource, choice: ColumnChoice = noChoice): Promise<DetectedColumns> {
  const roles: Partial<Record<Role, number | null>> = {};
  const owners = new Map<number, string>();
  for (const [name, text] of Object.entries(choice.roles)) {
    const kind = roleKinds.find(({ role }) => role === name);
    if (kind === undefined)
      throw new InputError("unknownRole", { role: name, known: roleKinds.map(({ role }) => role).join(", ") });
    const column = text === "" ? null : resolveColumn(text, source);
    if (column !== null) {
      const owner = owners.get(column);
      if (owner !== undefined)
        throw new InputError("doubleColumn", { column: source.headers[column], roles: `${owner}, ${name}` });
      owners.set(column, name);
    }
    roles[kind.role] = column;
  }
  const attributes = choice.attributes?.map((text) => resolveColumn(text, source));
  const head = await source.readHead(HEAD_ROWS);
  return { head, detected: detectRoles(source.headers, head, { roles, attributes, formats: source.formats }) };
}

/** Positions of the columns that hold dates: those whose role is read as one. */
export function listDateColumns({ columns }: DetectedRoles): number[] {
  return roleKinds.flatMap(({ role, content }) => {
    const column = columns[role];
    return content === "date" && column !== undefined ? [column] : [];
  });
}
