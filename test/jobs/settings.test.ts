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

  it.each([
    [{ bins: 11 }, "bins"],
    [{ bins: "5" }, "bins"],
    [{ asOf: "31/12/2024" }, "asOf"],
    [{ refunds: "maybe" }, "refunds"],
    [{ tierShares: [0.2, 0.1, 1] }, "tierShares"],
    [{ abcCuts: [0.9, 0.7] }, "abcCuts"],
    [{ scoreWeights: [0, 0, 0] }, "scoreWeights"],
    [{ k: 1 }, "k"],
    [{ surprise: true }, "surprise"],
    [["bins"], "settings"],
    [null, "settings"],
  ])("refuses %j by name", (value, setting) => {
    expect(refusal(value)).toEqual({ code: "badSetting", setting });
  });
});
