/**
 * The first group each customer belongs to, or -1 for none.
 *
 * @param members per group 1 for every customer who belongs to it; at least one group
 */
export function findFirstGroups(members: readonly Uint8Array[]): Int32Array {
  return Int32Array.from(members[0], (_, customer) => members.findIndex((flags) => flags[customer] === 1));
}

/**
 * For each group, 1 for every customer whose code is that group.
 *
 * @param codes index of the group per customer, -1 for none
 */
export function flagMembers(codes: Int32Array, groupCount: number): Uint8Array[] {
  const members = Array.from({ length: groupCount }, () => new Uint8Array(codes.length));
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) members[codes[i]][i] = 1;
  return members;
}
