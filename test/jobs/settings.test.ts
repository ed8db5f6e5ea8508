import { defaultSettings } from "../../src/core/report/settings";
import { InputError } from "../../src/jobs/input-error";
import { parseSettings } from "../../src/jobs/settings";

const refusal = (value: unknown) => {
  try {
    parseSettings(value);
  } catch (error) {
    if (error instanceof InputError) return { code: error.code, setting: error.parameters.setting };
    throw error;
  }
  return null;
};

describe("parseSettings", () => {
  it("fills what is not said by default", () => {
    expect(parseSettings({ bins: 4, asOf: "2024-03-01" })).toEqual({ ...defaultSettings, bins: 4, asOf: "2024-03-01" });
  });

  it("accepts its own defaults", () => {
    expect(parseSettings(JSON.parse(JSON.stringify(defaultSettings)))).toEqual(defaultSettings);
  });

  it("takes the user's own groups as they are", () => {
    const rules = {
      customRules: [{ name: "Top", recency: [4, 5], frequency: [4, 5], monetary: [1, 5] }],
      behaviourGroups: [
        {
          name: "Ink",
          match: "all",
          conditions: [
            { column: "mainCategory", operator: "in", value: ["Ink", "Paper"] },
            { column: "Industry", operator: "notBlank" },
          ],
        },
      ],
    };
    expect(parseSettings(rules)).toEqual({ ...defaultSettings, ...rules });
  });

  it.each([
    [{ bins: 11 }, "bins"],
    [{ bins: "5" }, "bins"],
    [{ asOf: "31/12/2024" }, "asOf"],
    [{ refunds: "maybe" }, "refunds"],
    [{ tierShares: [0.2, 0.1, 1] }, "tierShares"],
    [{ abcCuts: [0.9, 0.7] }, "abcCuts"],
    [{ scoreWeights: [0, 0, 0] }, "scoreWeights"],
    [{ k: 1 }, "k"],
    [{ stageSet: "S9" }, "stageSet"],
    [{ gapFactors: [6, 3] }, "gapFactors"],
    [{ aliveCuts: [0.2, 1.5] }, "aliveCuts.1"],
    [{ loyaltyWeights: [0, 0, 0, 0, 0] }, "loyaltyWeights"],
    [{ serviceShare: 0 }, "serviceShare"],
    [{ explain: ["nothing"] }, "explain.0"],
    [{ customRules: [{ name: " ", recency: [1, 2], frequency: [1, 2], monetary: [1, 2] }] }, "customRules.0.name"],
    [{ customRules: [{ name: "A", recency: [2, 1], frequency: [1, 2], monetary: [1, 2] }] }, "customRules.0.recency"],
    [{ behaviourGroups: [{ name: "A", match: "all", conditions: [] }] }, "behaviourGroups.0.conditions"],
    [
      { behaviourGroups: [{ name: "A", match: "any", conditions: [{ column: "x", operator: "like", value: 1 }] }] },
      "behaviourGroups.0.conditions.0.operator",
    ],
    [["bins"], "settings"],
    [null, "settings"],
  ])("refuses %j by name", (value, setting) => {
    expect(refusal(value)).toEqual({ code: "badSetting", setting });
  });

  it.each([
    [{ surprise: true }, "surprise"],
    [
      { customRules: [{ name: "A", recency: [1, 2], frequency: [1, 2], monetary: [1, 2], colour: 1 }] },
      "customRules.0.colour",
    ],
  ])("does not know %j", (value, setting) => {
    expect(refusal(value)).toEqual({ code: "unknownSetting", setting });
  });

  it.each([
    [{ refunds: "maybe" }, "net, drop, as-is"],
    [{ bins: 11 }, "2, 3 .. 10"],
    [{ mergeIds: 1 }, "true, false"],
    [{ features: "rfm" }, "[...]"],
    [{ contractMargin: "much" }, "0"],
  ])("says what a setting takes without words: %j", (value, expected) => {
    expect(() => parseSettings(value)).toThrow(
      expect.objectContaining({ parameters: expect.objectContaining({ expected }) }),
    );
  });
});
