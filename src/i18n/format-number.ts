const formats = new Map<string, Intl.NumberFormat>();

function getFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style ?? ""} ${options.maximumFractionDigits} ${options.minimumFractionDigits ?? 0} ${options.useGrouping ?? true}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** A whole number with thousands separators. */
export function formatCount(value: number, locale: string): string {
  return getFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A share 0..1 in per cent with at most one decimal; a share that would read 0% or 100% but is not says so. */
export function formatShare(share: number, locale: string): string {
  const format = getFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  if (share > 0 && share < 0.0005) return `< ${format.format(0.001)}`;
  if (share < 1 && share >= 0.9995) return `> ${format.format(0.999)}`;
  return format.format(share);
}

/** A number with thousands separators and at most `digits` decimals. */
export function formatNumber(value: number, locale: string, digits = 2): string {
  return getFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** A number with thousands separators and exactly `digits` decimals. */
export function formatFixed(value: number, locale: string, digits: number): string {
  return getFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** A cut value inside a rule: no separators, two decimals, more only where the number is small. */
export function formatThreshold(value: number): string {
  const size = Math.abs(value);
  const digits = size === 0 || size >= 1 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(size)));
  return String(Number(value.toFixed(digits)));
}
