import { exploreWhatIf, noWhatIf, readTierShares } from "../../src/jobs/what-if";
import { buildSmallAnalysis } from "../helpers/small-analysis";

const analysis = buildSmallAnalysis();
const countGroups = (id: string, of = analysis) =>
  of.lenses.find((lens) => lens.id === id)!.groups.map(({ customers }) => customers);

describe("what if", () => {
  it("leaves the analysis as it is where nothing is tried", () => {
    expect(exploreWhatIf(analysis, noWhatIf)).toBe(analysis);
  });

  it("starts from the tiers of the run", () => {
    expect(readTierShares(analysis)).toEqual([0.01, 0.05, 0.2, 1]);
  });

  it("cuts tiers anew, keeps everyone, and touches no other lens", () => {
    const tried = exploreWhatIf(analysis, { ...noWhatIf, tierShares: [0.1, 0.5, 0.75, 1] });
    const all = analysis.summary.customers.ids.length;
    const tiers = countGroups("value-pyramid", tried);
    expect(tiers.reduce((sum, size) => sum + size, 0)).toBe(all);
    expect(tiers[0]).toBe(Math.round(all * 0.1));
    expect(tried.settings).toMatchObject({ tierPreset: "user", tierShares: [0.1, 0.5, 0.75, 1] });
    expect(tried.lenses.filter(({ id }) => id !== "value-pyramid")).toEqual(
      analysis.lenses.filter(({ id }) => id !== "value-pyramid"),
    );
    expect(countGroups("value-pyramid")).not.toEqual(tiers);
  });

  it("clusters anew with its profile and tree", () => {
    const found = analysis.clusterings.find(({ lens }) => lens === "clusters")!.k;
    const wanted = found === 3 ? 4 : 3;
    const tried = exploreWhatIf(analysis, { ...noWhatIf, clusterCount: wanted });
    expect(countGroups("clusters", tried)).toHaveLength(wanted);
    expect(tried.clusterings.find(({ lens }) => lens === "clusters")).toMatchObject({ k: wanted });
    expect(tried.trees.find(({ target }) => target === "clusters")!.tree.classes).toHaveLength(wanted);
    expect(tried.clusterings.find(({ lens }) => lens === "value-classes")).toBe(
      analysis.clusterings.find(({ lens }) => lens === "value-classes"),
    );
  });

  it("tries several things at once", () => {
    const tried = exploreWhatIf(analysis, { tierShares: [0.3, 1], valueClassCount: 2, clusterCount: 2 });
    expect(["value-pyramid", "value-classes", "clusters"].map((id) => countGroups(id, tried).length)).toEqual([
      2, 2, 2,
    ]);
  });
});
