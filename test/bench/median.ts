/** Smallest, middle and largest of some times. */
export function summarizeTimes(times: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted[sorted.length - 1] };
}

/** The machine that times were taken on, and how busy it was. */
export function describeMachine(cpus: readonly { readonly model: string }[], load: readonly number[]): string {
  return `${cpus[0].model}, ${cpus.length} cores, load ${load[0].toFixed(1)} in the last minute`;
}
