import { buildLrfmcNames, buildTypeNames } from "../../../src/core/clusters/label";
import { buildClusterProfiles } from "../../../src/core/clusters/profile";

describe("buildTypeNames", () => {
  it.each([
    ["111", [10, 9, 900], "T1"],
    ["101", [10, 1, 900], "T2"],
    ["011", [90, 9, 900], "T3"],
    ["001", [90, 1, 900], "T4"],
    ["110", [10, 9, 100], "T5"],
    ["100", [10, 1, 100], "T6"],
    ["010", [90, 9, 100], "T7"],
    ["000", [90, 1, 100], "T8"],
    ["000: equal to the mean is not good", [50, 5, 500], "T8"],
  ] as const)("R, F, M %s", (_, means, code) => {
    expect(buildTypeNames([means], [50, 5, 500])).toEqual([{ code, repeat: 1 }]);
  });

  it("numbers a type that comes again", () => {
    const names = buildTypeNames(
      [
        [10, 9, 900],
        [90, 1, 100],
        [11, 8, 800],
      ],
      [50, 5, 500],
    );
    expect(names.map(({ code, repeat }) => [code, repeat])).toEqual([
      ["T1", 1],
      ["T8", 1],
      ["T1", 2],
    ]);
  });
});

describe("buildLrfmcNames", () => {
  const keep = [0.5, -0.8, 2.5, 2.4, 0.3];
  const develop = [0, -0.1, -0.2, -0.2, 2.2];
  const low = [-0.3, 1.7, -0.6, -0.5, -0.2];
  const winBack = [1.2, -0.4, -0.1, -0.1, -0.3];
  const general = [-0.7, -0.4, -0.2, -0.2, -0.3];
  const codes = (centres: number[][]) =>
    buildLrfmcNames(centres).map(({ code, repeat }) => (repeat > 1 ? `${code} ${repeat}` : code));

  it("names five centres, each name once", () => {
    expect(codes([general, winBack, low, develop, keep])).toEqual(["general", "winBack", "low", "develop", "keep"]);
  });

  it("gives a name away only once: the best of F + M keeps it although its C is largest", () => {
    expect(codes([[...keep.slice(0, 4), 9], develop, low])).toEqual(["keep", "develop", "low"]);
  });

  it("gives further centres the name of the nearest and a number", () => {
    expect(
      codes([
        keep,
        develop,
        low,
        winBack,
        [-0.1, 0, 0, 0, 0],
        [-0.3, 1.5, -0.6, -0.5, -0.2],
        [-0.2, 1.4, -0.5, -0.5, -0.2],
      ]),
    ).toEqual(["keep", "develop", "low", "winBack", "general", "low 2", "low 3"]);
  });

  it("refuses other numbers of features", () => {
    expect(() => buildLrfmcNames([[1, 2, 3]])).toThrow("LRFMC centres need five numbers; got 3");
  });
});

describe("buildClusterProfiles", () => {
  it("tells size, mean, median, index, value share and the two most frequent values of an attribute", () => {
    const profiles = buildClusterProfiles(
      Int32Array.of(0, 0, 0, 1, 1, -1),
      2,
      [{ name: "orders", values: Float64Array.of(9, 3, 3, 1, NaN, 1000) }],
      [{ name: "revenue", values: Float64Array.of(50, 20, 10, 15, 5, 900) }],
      [{ name: "region", codes: [1, 0, 1, 2, -1, 0], labels: ["North", "South", "West"] }],
    );
    expect(profiles).toEqual([
      {
        customers: 3,
        customerShare: 0.6,
        features: [{ mean: 5, median: 3, index: 125 }],
        valueShares: [0.8],
        attributes: [
          {
            attribute: "region",
            top: [
              { label: "South", share: 2 / 3 },
              { label: "North", share: 1 / 3 },
            ],
          },
        ],
      },
      {
        customers: 2,
        customerShare: 0.4,
        features: [{ mean: 1, median: 1, index: 25 }],
        valueShares: [0.2],
        attributes: [{ attribute: "region", top: [{ label: "West", share: 0.5 }] }],
      },
    ]);
  });
});
