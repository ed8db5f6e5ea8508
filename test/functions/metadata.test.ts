import { existsSync } from "node:fs";
import { join } from "node:path";
import { argumentNames } from "../../src/i18n/zh/functions";
import type { ExcelFunctions } from "./excel-functions";
import { loadFunctions, readTranslations } from "./excel-functions";

const root = join(__dirname, "../..");

describe("metadata of the worksheet functions", () => {
  let excel: ExcelFunctions;
  beforeAll(async () => {
    excel = await loadFunctions();
  });

  it("is generated without errors, for every function that an analyst may type", () => {
    expect(excel.errors).toEqual([]);
    const signatures = excel.metadata.functions.map(
      ({ id, parameters }) =>
        `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`,
    );
    expect(signatures).toEqual([
      "RFM(customers, dates, amounts, [as_of], [bins], [method], [headers])",
      "SCORE(values, [bins], [method], [descending])",
      "SEGMENT(r, f, [m], [bins])",
      "TIER(values, [shares])",
    ]);
  });

  it("has a function in the module for every id, and no other", () => {
    expect([...excel.associated.keys()].sort()).toEqual(excel.metadata.functions.map(({ id }) => id).sort());
    expect([...excel.associated.values()].every((call) => typeof call === "function")).toBe(true);
  });

  it("uses names that Excel takes: equal to the id, upper case, 3 to 128 signs, not like a cell address", () => {
    for (const { id, name } of excel.metadata.functions) {
      expect(name).toBe(id);
      expect(name).toMatch(/^[A-Z][A-Z0-9._]{2,127}$/);
      expect(name).not.toMatch(/^[A-Z]{1,3}[0-9]{1,7}$/);
      expect(name).not.toMatch(/^R[0-9]*C[0-9]*$/);
    }
  });

  it("describes every function and every parameter, in sentences", () => {
    for (const { description, parameters } of excel.metadata.functions) {
      for (const text of [description, ...parameters.map((parameter) => parameter.description)])
        expect(text).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it("leaves nothing volatile, streaming or cancelable", () => {
    expect(excel.metadata.functions.map(({ options }) => options ?? {})).toEqual(
      excel.metadata.functions.map(() => ({})),
    );
  });

  it("takes required ranges first, then options", () => {
    for (const { parameters } of excel.metadata.functions) {
      const optional = parameters.map((parameter) => parameter.optional ?? false);
      expect(optional).toEqual([...optional].sort());
      expect(
        parameters.filter((parameter) => !parameter.optional).map((parameter) => parameter.dimensionality),
      ).not.toContain(undefined);
    }
  });

  it("links a help page in both languages to every function", () => {
    for (const { id, helpUrl } of excel.metadata.functions) {
      const page = `help/${id.toLowerCase()}.html`;
      expect(helpUrl).toBe(`https://localhost:3000/${page}`);
      expect(existsSync(join(root, "assets", page))).toBe(true);
      expect(existsSync(join(root, "assets", page.replace(".html", ".zh-CN.html")))).toBe(true);
    }
  });

  it("is translated completely into Chinese", async () => {
    const { translateFunctions } = (await import(join(root, ".config/functions-locale-plugin.mjs"))) as {
      translateFunctions(metadata: unknown, translations: unknown): { functions: { description: string }[] };
    };
    const translated = translateFunctions(excel.metadata, readTranslations());
    for (const { description } of translated.functions) expect(description).toMatch(/\p{Script=Han}/u);
  });

  it("calls arguments in Chinese sentences as the formula bar does", () => {
    const names = new Map<string, string>();
    for (const [id, { parameters }] of Object.entries(readTranslations())) {
      if (id !== "enums") for (const [key, { name }] of Object.entries(parameters)) names.set(key, name);
    }
    for (const [key, name] of Object.entries(argumentNames)) expect([key, names.get(key)]).toEqual([key, name]);
  });

  it("offers exactly the methods that the functions take", () => {
    const values = [[1], [2], [3], [4], [5]];
    const dates = [[45000], [45001], [45002], [45003], [45004]];
    for (const { id, values: choices } of excel.metadata.enums) {
      for (const { stringValue } of choices) {
        const result =
          id === "RFM_METHOD"
            ? excel.call("RFM", values, dates, values, null, null, stringValue)
            : excel.call("SCORE", values, null, stringValue);
        expect(result).toBeInstanceOf(Array);
      }
      const refusal =
        id === "RFM_METHOD"
          ? excel.call("RFM", values, dates, values, null, null, "best")
          : excel.call("SCORE", values, null, "best");
      expect(refusal).toBe(
        `#VALUE!: method must be one of: ${choices.map(({ stringValue }) => stringValue).join(", ")}.`,
      );
    }
  });
});
