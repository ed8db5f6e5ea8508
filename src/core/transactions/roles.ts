import { readyWords, roleWords } from "./role-words";

/** What a column of a table of order lines can mean. */
export type LineRole = keyof typeof roleWords;
/** What only a table with a row per customer holds: figures that are ready for use. */
export type ReadyRole = keyof typeof readyWords;
/** What a column can mean. */
export type Role = LineRole | ReadyRole;

/** How the cells of a role are read; also what they must look like for the content to speak for the role. */
export type RoleContent = "customer" | "order" | "date" | "number" | "flag" | "text";

/** One role: how its cells are read and the headers that name it. */
export interface RoleKind {
  readonly role: Role;
  readonly content: RoleContent;
  /** Whether a table of order lines needs it. */
  readonly required: boolean;
  /** Only in tables with a row per customer. */
  readonly ready: boolean;
  readonly english: readonly string[];
  readonly chinese: readonly string[];
  /** English headers that must be the whole header. */
  readonly exact: readonly string[];
}

interface Words {
  readonly content: RoleContent;
  readonly english: readonly string[];
  readonly chinese: readonly string[];
  readonly exact?: readonly string[];
}

const listKinds = (words: Readonly<Record<string, Words>>, ready: boolean): RoleKind[] =>
  Object.entries(words).map(([role, entry]) => ({
    exact: [],
    ...entry,
    role: role as Role,
    ready,
    required: role === "customer" || role === "date",
  }));

/** All roles, in the order in which they are shown. */
export const roleKinds: readonly RoleKind[] = [...listKinds(roleWords, false), ...listKinds(readyWords, true)];

/** The columns of a table by role: positions from 0. */
export type RoleColumns = Partial<Record<Role, number>>;

/**
 * The description of a role.
 *
 * @throws RangeError when there is no such role
 */
export function findRole(role: string): RoleKind {
  const kind = roleKinds.find((entry) => entry.role === role);
  if (kind === undefined)
    throw new RangeError(`role must be one of ${roleKinds.map((entry) => entry.role).join(", ")}; got ${role}`);
  return kind;
}
