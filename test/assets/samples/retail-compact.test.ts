import { buildCompactSample } from "../../../assets/samples/retail-compact";
import committed from "../../../src/jobs/retail-sample.json";

describe("the small sample of the task pane", () => {
  it("holds exactly what the generator makes", () => {
    expect(committed).toEqual(buildCompactSample());
  });

  it("has a cell per row in every column", () => {
    for (const { rowCount, columns } of [committed.sales, committed.customers])
      for (const { values } of columns) expect(values.split("|")).toHaveLength(rowCount);
  });
});
