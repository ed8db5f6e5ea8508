import fc from "fast-check";
import { buildScale } from "../../../src/demo/charts/scale";

describe("buildScale", () => {
  it.each([
    [[3, 97], true, 5, [0, 20, 40, 60, 80, 100]],
    [[0.12, 0.31], true, 4, [0, 0.1, 0.2, 0.3, 0.4]],
    [[-40, 60], true, 4, [-50, -25, 0, 25, 50, 75]],
    [[1000, 1080], false, 4, [1000, 1020, 1040, 1060, 1080]],
    [[], true, 2, [0, 0.5, 1]],
  ])("rounds the ends for %j", (values, fromZero, count, ticks) => {
    expect(buildScale(values, fromZero, count).ticks).toEqual(ticks);
  });

  it("places every value between its ends", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), (values, fromZero) => {
        const scale = buildScale(values, fromZero, 5);
        for (const one of values) {
          expect(scale.place(one)).toBeGreaterThanOrEqual(-1e-6);
          expect(scale.place(one)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });
});
