import { join } from "node:path";
import { CommandFolder } from "../helpers/command-folder";
import type { JsonReport } from "../helpers/command-folder";

const sample = join(__dirname, "../../assets/samples/retail.xlsx");

jest.setTimeout(60_000);

describe("the bundled sample", () => {
  const folder = new CommandFolder();
  let report: JsonReport;
  beforeAll(async () => {
    const attributes = ["Business Type", "Company Size", "Age", "Loyalty Card", "Satisfaction"];
    const settings = folder.write("settings.json", JSON.stringify({ treeFeatures: attributes, clvModel: "bg-nbd" }));
    const outputs = ["--out", folder.file("out.xlsx"), "--json", folder.file("out.json")];
    const { status, errors } = await folder.run(sample, ...outputs, "--settings", settings);
    expect([status, errors]).toEqual([0, ""]);
    report = JSON.parse(folder.read("out.json")) as JsonReport;
  });
  afterAll(() => folder.remove());

  it("is read with its columns, its customer sheet and its mistakes", () => {
    expect(report.input.columns).toMatchObject({
      customer: "Customer ID",
      date: "Order Date",
      amount: "Amount",
      cost: "Cost",
    });
    expect(report.rows).toEqual({ read: 25_206, blank: 1, used: 25_184, excluded: 19, refundOnly: 2 });
    expect([report.customers, report.orders, report.valueBasis]).toEqual([1_987, 9_534, "profit"]);
  });

  it("has value classes whose planted causes the tree finds among the customers' attributes", () => {
    const tree = report.trees.find(({ target }) => target === "value-classes")!;
    const asked = new Set(tree.rules.flatMap(({ when }) => when.map(({ feature }) => feature)));
    for (const planted of ["Business Type", "Company Size", "Age", "Loyalty Card"]) expect(asked).toContain(planted);
    expect(tree.fidelity).toBeGreaterThan(tree.baseline + 0.15);
    const best = tree.rules.filter(({ label }) => label === "class-1").sort((a, b) => b.customers - a.customers)[0];
    const trades = best.when.find(({ feature }) => feature === "Business Type");
    expect(trades).toMatchObject({ kind: "set" });
    expect(trades?.kind === "set" && [...trades.values].sort()).not.toContain("Household");
    expect(best.when.find(({ feature }) => feature === "Company Size")).toMatchObject({ kind: "range", upTo: null });
  });
});
