/** Number of letters to change, add or leave out to make one text of another. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const change = row[j] + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(change, row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[to.length];
}

/** The text among others that somebody may have meant who typed another one; null where none is like it. */
export function findNearest(typed: string, known: readonly string[]): string | null {
  const wanted = typed.trim().toLowerCase();
  const edits = known.map((text) => countEdits(wanted, text.toLowerCase()));
  const least = Math.min(...edits);
  return least <= Math.max(1, Math.floor(wanted.length / 3)) ? known[edits.indexOf(least)] : null;
}
