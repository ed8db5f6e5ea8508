const MILLISECONDS_A_DAY = 86_400_000;

/** Today where the user is, as days since 1970-01-01. */
export function readToday(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / MILLISECONDS_A_DAY);
}
