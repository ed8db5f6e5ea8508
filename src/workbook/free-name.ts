/** The wished name, or the first with a number behind it that nobody has, whatever the case of its letters. */
export function findFreeName(
  wished: string,
  taken: readonly string[],
  addNumber: (name: string, number: number) => string,
): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wished;
  for (let number = 2; lower.has(name.toLowerCase()); number++) name = addNumber(wished, number);
  return name;
}

/** `Name (2)`, cut to the 31 characters that a sheet's name may have. */
export function formatSheetSuffix(name: string, number: number): string {
  const suffix = ` (${number})`;
  return name.slice(0, 31 - suffix.length) + suffix;
}

/** Excel does not tell names apart by case. */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
