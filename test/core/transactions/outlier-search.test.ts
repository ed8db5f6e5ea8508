import fc from "fast-check";
import { flagOutliers } from "../../../src/core/transactions/flag-lines";
import { OutlierSearch, SizeCounts } from "../../../src/core/transactions/outlier-search";
import { lineFlags } from "../../../src/core/transactions/transactions";

const amount = fc.oneof(
  fc.constantFrom(0, 1, 2, 1000, 2000, 2000.5, -1001, 5e-324, 0.001),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.double({ min: 0.99, max: 1.01, noNaN: true }).map((value) => value * 1000),
);

describe("amounts far beyond the median", () => {
  it("are the same in two passes as with all amounts at hand", () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), (amounts) => {
        const flags = new Uint16Array(amounts.length);
        flagOutliers(flags, Float64Array.from(amounts));
        const rows = [...flags.keys()].filter((row) => (flags[row] & lineFlags.R17) !== 0);

        const counts = new SizeCounts();
        for (const value of amounts) counts.add(value);
        const search = new OutlierSearch(counts);
        amounts.forEach((value, row) => {
          search.add(value);
          search.judge(value, row);
        });
        expect(search.finish().flatMap((issue) => issue.rows)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
