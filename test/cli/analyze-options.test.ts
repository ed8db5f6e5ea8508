import { parseAnalyzeOptions, parseFileReference } from "../../src/cli/analyze-options";

describe("parseAnalyzeOptions", () => {
  it("takes the bundled sample and defaults without arguments", () => {
    expect(parseAnalyzeOptions([])).toEqual({
      input: null,
      sheet: null,
      range: null,
      table: null,
      name: null,
      roles: {},
      attributes: null,
      settings: {},
      settingsFile: null,
      compareAsOf: null,
      customerTable: null,
      prospects: null,
      language: "en",
      out: null,
      customers: null,
      json: null,
      labels: false,
      help: false,
    });
  });

  it("collects roles from --role and from the short forms", () => {
    const { roles } = parseAnalyzeOptions([
      "in.csv",
      "--role",
      "customer=B, product=Stock Code",
      "--role",
      "cost=",
      "--date",
      "3",
    ]);
    expect(roles).toEqual({ customer: "B", product: "Stock Code", cost: "", date: "3" });
  });

  it("turns switches into settings by their names", () => {
    const args = [
      "--as-of",
      "2011-12-10",
      "--refunds",
      "drop",
      "--zero",
      "drop",
      "--bins",
      "4",
      "--features",
      "rfm",
      "--lens",
      "abc,rf-map",
    ];
    expect(parseAnalyzeOptions(args).settings).toEqual({
      asOf: "2011-12-10",
      refunds: "drop",
      zero: "drop",
      bins: 4,
      features: ["rfm"],
      lenses: ["abc", "rf-map"],
    });
  });

  it.each([
    ["30%", 0.3],
    ["0.3", 0.3],
    ["-5%", -0.05],
  ])("reads the margin %s", (text, margin) => {
    expect(parseAnalyzeOptions([`--margin=${text}`]).settings).toEqual({ margin });
  });

  it.each([
    [["--margin", "30"], "write 30% or 0.3"],
    [["--bins", "five"], '--bins takes a number; got "five"'],
    [["--lang", "fr"], "--lang takes en or zh"],
    [["a.csv", "b.csv"], "one input at most"],
    [["--colour", "red"], "--colour"],
    [["--role", "customer"], "role=COLUMN"],
  ])("refuses %j", (args, message) => {
    expect(() => parseAnalyzeOptions(args)).toThrow(message);
  });
});

describe("parseFileReference", () => {
  it.each([
    ["book.xlsx", { file: "book.xlsx", sheet: null }],
    ["book.xlsx#Customers", { file: "book.xlsx", sheet: "Customers" }],
    ["a#b.xlsx#C", { file: "a#b.xlsx", sheet: "C" }],
  ])("splits %s", (text, expected) => expect(parseFileReference(text)).toEqual(expected));
});
