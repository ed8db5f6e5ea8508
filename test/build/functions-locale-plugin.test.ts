import { join } from "node:path";

type Json = Record<string, unknown>;
interface Plugin {
  translateFunctions(metadata: Json, translations: Json): Json;
}

const path = join(__dirname, "../../.config/functions-locale-plugin.mjs");
const metadata = {
  allowCustomDataForDataTypeAny: true,
  functions: [
    {
      id: "TIER",
      name: "TIER",
      description: "Tier of a customer",
      helpUrl: "https://localhost:3000/help/index.html",
      parameters: [{ name: "amount", description: "Revenue", type: "number", dimensionality: "matrix" }],
      result: { type: "string" },
    },
  ],
  enums: [
    {
      id: "METHOD",
      type: "string",
      values: [{ name: "Equal", stringValue: "equal", tooltip: "Equal groups" }],
    },
  ],
};
const translations = {
  TIER: { description: "客户层级", parameters: { amount: { name: "金额", description: "收入" } } },
  enums: { METHOD: { Equal: { name: "等分", tooltip: "人数相等" } } },
};

describe("translated metadata of the worksheet functions", () => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = (await import(path)) as Plugin;
  });

  it("changes words and nothing else: id, name, types and option values stay", () => {
    expect(plugin.translateFunctions(metadata, translations)).toEqual({
      allowCustomDataForDataTypeAny: true,
      functions: [
        {
          id: "TIER",
          name: "TIER",
          description: "客户层级",
          helpUrl: "https://localhost:3000/help/index.html",
          parameters: [{ name: "金额", description: "收入", type: "number", dimensionality: "matrix" }],
          result: { type: "string" },
        },
      ],
      enums: [
        {
          id: "METHOD",
          type: "string",
          values: [{ name: "等分", stringValue: "equal", tooltip: "人数相等" }],
        },
      ],
    });
  });

  const amount = translations.TIER.parameters.amount;
  it.each<[string, Json, RegExp]>([
    ["a function without translation", { enums: translations.enums }, /TIER has no translated description/],
    [
      "a parameter too few",
      { ...translations, TIER: { description: "层级", parameters: {} } },
      /TIER has 1 parameters/,
    ],
    [
      "a parameter of another name",
      { ...translations, TIER: { description: "层级", parameters: { sum: amount } } },
      /parameter amount/,
    ],
    ["a function that does not exist", { ...translations, RANK: translations.TIER }, /RANK/],
    ["an option without translation", { TIER: translations.TIER }, /Option Equal of METHOD/],
  ])("is refused for %s", (_, words, message) => {
    expect(() => plugin.translateFunctions(metadata, words)).toThrow(message);
  });
});
