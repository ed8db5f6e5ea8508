const MILLISECONDS_A_DAY = 86_400_000;

/** A day (days since 1970-01-01) as YYYY-MM-DD; empty for an unknown one. */
export function formatDay(day: number): string {
  return Number.isFinite(day) ? new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10) : "";
}
