/** Adjusted Rand index of two labelings of the same rows: 1 = the same groups, 0 = as much agreement as by chance (Hubert & Arabie 1985). */
export function computeAdjustedRand(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const pairs = (counts: Iterable<number>): number => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const both = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let i = 0; i < first.length; i++) {
    const key = `${first[i]}|${second[i]}`;
    both.set(key, (both.get(key) ?? 0) + 1);
    rows.set(first[i], (rows.get(first[i]) ?? 0) + 1);
    columns.set(second[i], (columns.get(second[i]) ?? 0) + 1);
  }
  const a = pairs(rows.values());
  const b = pairs(columns.values());
  const expected = (a * b) / pairs([first.length]);
  return (pairs(both.values()) - expected) / ((a + b) / 2 - expected);
}
