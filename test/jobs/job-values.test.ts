import { completeValues, describeReading, parseValueText } from "../../src/jobs/job-values";
import { echoJob } from "../helpers/echo-job";

const field = (key: string) => echoJob.fields.find((other) => other.key === key)!;

describe("the values a job runs with", () => {
  it("are the defaults where nothing is said", () => {
    expect(completeValues(echoJob, { label: null })).toEqual({
      label: "none",
      topShare: 0.1,
      rounds: 3,
      mode: "fast",
      inputs: [],
      lastDay: null,
      twice: false,
      weights: null,
    });
  });

  it.each([
    ["label", "x", "x"],
    ["topShare", "20%", 0.2],
    ["topShare", "0.2", 0.2],
    ["topShare", "80", 0.8],
    ["topShare", "1.6", 0.016],
    ["rounds", "9", 9],
    ["mode", "exact", "exact"],
    ["inputs", " Age, Income ,,B ", ["Age", "Income", "B"]],
    ["inputs", "年龄、收入，B", ["年龄", "收入", "B"]],
    ["lastDay", "2024-02-29", "2024-02-29"],
    ["twice", "true", true],
    ["weights", '{"a": 1}', { a: 1 }],
  ])("%s takes the text %j", (key, text, value) => {
    expect(completeValues(echoJob, { [key]: parseValueText(field(key), text) })).toMatchObject({ [key]: value });
  });

  it.each([
    ["topShare", "120%", "0%..100%"],
    ["topShare", "1.2", "0%..100%"],
    ["topShare", "300", "0%..100%"],
    ["topShare", "", "0%..100%"],
    ["rounds", "2.5", "1..9"],
    ["rounds", "many", "1..9"],
    ["mode", "slow", "fast, exact"],
    ["lastDay", "2024-02-30", "YYYY-MM-DD"],
    ["twice", "yes", "true, false"],
    ["weights", "{", "JSON"],
  ])("%s refuses the text %j and says what it takes", (key, text, expected) => {
    expect(() => completeValues(echoJob, { [key]: parseValueText(field(key), text) })).toThrow(
      expect.objectContaining({ code: "badSetting", parameters: { setting: key, expected } }),
    );
  });

  it.each([
    ["topShare", "80", "80%"],
    ["topShare", "1.5", null],
    ["topShare", "80%", null],
    ["topShare", " ", null],
    ["rounds", "80", null],
  ])("%s is said to be read in another way: %j as %j", (key, text, reading) => {
    expect(describeReading(field(key), text)).toBe(reading);
  });

  it("refuses a name that is no field", () => {
    expect(() => completeValues(echoJob, { lable: "x" })).toThrow(expect.objectContaining({ code: "badSetting" }));
  });
});
