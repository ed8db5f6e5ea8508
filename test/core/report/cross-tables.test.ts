import type { Analysis } from "../../../src/core/report/analysis";
import { buildJsonReport } from "../../../src/jobs/report-json";
import { exploreCross } from "../../../src/jobs/explore-cross";
import { buildSmallAnalysis } from "../../helpers/small-analysis";

describe("the cross-tables of a run", () => {
  let analysis: Analysis;
  beforeAll(() => {
    analysis = buildSmallAnalysis(
      { customers: 60 },
      {
        crossTables: [
          ["lifecycle", "value-pyramid"],
          ["Industry", "churn"],
          ["lifecycle", "Shoe size"],
        ],
      },
    );
  });

  it("are those that the settings name, with stages by tier among the defaults", () => {
    expect(analysis.crossTables.map(({ rows, columns, unknown }) => [rows, columns, unknown])).toEqual([
      ["lifecycle", "value-pyramid", []],
      ["Industry", "churn", []],
      ["lifecycle", "Shoe size", ["Shoe size"]],
    ]);
    expect(analysis.crossTables[2].table).toBeNull();
  });

  it("hold every customer of both divisions once, with what they bring and cost", () => {
    const { customers } = analysis.summary;
    const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
    const { total, rowTotals, columnTotals, cells } = analysis.crossTables[0].table!;
    expect(total.customers).toBe(customers.ids.length);
    expect(total.revenue).toBeCloseTo(sum(customers.revenue), 6);
    expect(total.profit).toBeCloseTo(sum(customers.profit), 6);
    expect(total.cost).toBeCloseTo(sum(customers.cost), 6);
    expect(total.orders).toBe(sum(customers.orders));
    for (const totals of [rowTotals, columnTotals, cells.flat()]) {
      expect(totals.reduce((all, { customers: count }) => all + count, 0)).toBe(total.customers);
      expect(totals.reduce((all, { revenue }) => all + revenue, 0)).toBeCloseTo(total.revenue, 6);
    }
  });

  it("are in the JSON report without a number that JSON cannot hold", () => {
    const report = buildJsonReport(analysis, { file: "x", sheet: null, columns: {} }, (position) => position, []);
    const [stages, industries, unknown] = JSON.parse(JSON.stringify(report.crossTables));
    expect(stages.table.columns).toEqual(["VIP", "MAJOR", "ORDINARY", "SMALL"]);
    expect(stages.table.total.units).toBeNull();
    expect(industries.table.rows).toEqual(["Café", "Clinic", "Office", "School"]);
    expect(unknown).toEqual({ rows: "lifecycle", columns: "Shoe size", unknown: ["Shoe size"], table: null });
  });

  it("can be had of any two views and columns on demand", () => {
    const explorer = exploreCross(analysis);
    expect(explorer.first).toEqual(["lifecycle", "value-pyramid"]);
    expect(explorer.names).toEqual(expect.arrayContaining(["rf-map", "mainRegion", "Industry"]));
    expect(explorer.build("mainRegion", "rf-map")!.rows).toEqual(["North", "South", "West"]);
    expect(explorer.build("mainRegion", "nothing")).toBeNull();
  });
});
