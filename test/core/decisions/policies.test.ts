import { assignNextActions, NEXT_ACTIONS } from "../../../src/core/decisions/next-action";
import { choosePolicy } from "../../../src/core/decisions/policies";
import { RF_MAP_GROUPS } from "../../../src/core/rfm/rf-map";

describe("choosePolicy", () => {
  const figures = { rank: 0, meanValue: 200, valueShare: 0.5, customerShare: 0.1, medianRecencyDays: 20 };

  it.each([
    ["the best class", {}, "protect"],
    ["a good class that is not the best", { rank: 1 }, "grow"],
    ["a good class that has gone quiet", { medianRecencyDays: 61 }, "winBack"],
    ["a class that loses money", { meanValue: -1 }, "repair"],
    [
      "a class below average that still carries its weight",
      { meanValue: 60, valueShare: 0.3, customerShare: 0.5 },
      "maintain",
    ],
    ["a class that brings little for its size", { meanValue: 20, valueShare: 0.1, customerShare: 0.5 }, "automate"],
  ])("%s", (_, changes, policy) => {
    expect(choosePolicy({ ...figures, ...changes }, 100, 30)).toBe(policy);
  });
});

describe("assignNextActions", () => {
  const code = (id: (typeof RF_MAP_GROUPS)[number]) => RF_MAP_GROUPS.indexOf(id);

  it("follows the RF map, but saves a valuable customer who slips away first", () => {
    const codes = Int32Array.of(code("CHA"), code("RSK"), code("RSK"), code("HIB"), -1);
    const actions = assignNextActions(codes, Float64Array.of(500, 400, 10, NaN, 900));
    expect(Array.from(actions, (action) => NEXT_ACTIONS[action] ?? null)).toEqual(["CHA", "RSK", "RSK", "HIB", null]);
    const lower = assignNextActions(codes, Float64Array.of(50, 400, 10, NaN, 90));
    expect(Array.from(lower, (action) => NEXT_ACTIONS[action] ?? null)).toEqual([
      "CHA",
      "saveValuable",
      "RSK",
      "HIB",
      null,
    ]);
  });

  it("saves a customer whom the value cube calls valuable at risk, whatever the map says", () => {
    const actions = assignNextActions(
      Int32Array.of(code("LOY"), code("LOY")),
      Float64Array.of(10, 10),
      Uint8Array.of(1, 0),
    );
    expect(Array.from(actions, (action) => NEXT_ACTIONS[action])).toEqual(["saveValuable", "LOY"]);
  });

  it("knows only the map without money", () => {
    expect(Array.from(assignNextActions(Int32Array.of(code("CLT")), null))).toEqual([code("CLT")]);
  });
});
