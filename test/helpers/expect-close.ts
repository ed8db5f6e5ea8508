/** Expects a figure within a relative tolerance, or within an absolute one where that is wider. */
export function expectClose(value: number, expected: number, relative: number, absolute = 0): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.max(relative * Math.abs(expected), absolute));
}
