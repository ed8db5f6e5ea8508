import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { argumentNames } from "../../src/i18n/zh/functions";
import type { ExcelFunctions } from "./excel-functions";
import { functionFiles, loadFunctions, readTranslations } from "./excel-functions";
import { sampleCalls } from "./sample-calls";

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
    expect(signatures.sort()).toEqual([
      "ABC(values, [cut_a], [cut_b])",
      "AHP(matrix)",
      "BGNBD(repeat_purchases, age_at_last, age, [model])",
      "CHURN(last, as_of, gap, [alive], [rule])",
      "CLUSTER(data, [k], [values], [transform], [seed], [headers])",
      "CLV(order_value, orders_per_year, years, [margin], [discount])",
      "EXPECTED(repeat_purchases, age_at_last, age, horizon, [parameters], [model])",
      "FUZZY(weights, ratings, [grades], [operator])",
      "GAMMAGAMMA(repeat_purchases, mean_spend)",
      "GINI(values)",
      "LIFETIME(repeat_purchases, age_at_last, age, mean_spend, [parameters], [spend_parameters], [months], [discount], [margin], [unit], [model])",
      "LIFT(exposed, responded, control_exposed, control_responded, [confidence])",
      "LOYALTY(alive, purchase_days, [satisfaction], [recommend], [wallet_share], [weights], [scale])",
      "LTV(annual_spend, years)",
      "MIGRATION(before, after, [order], [output])",
      "PALIVE(repeat_purchases, age_at_last, age, [parameters], [model])",
      "PARETO(values)",
      "PREDICT(tree, data, [headers])",
      "PROFITRATE(profit, cost)",
      "RFM(customers, dates, amounts, [as_of], [bins], [method], [headers])",
      "RFMTYPE(r, f, m, [thresholds], [scores])",
      "SCORE(values, [bins], [method], [descending])",
      "SEGMENT(r, f, [m], [bins])",
      "SPEND(repeat_purchases, mean_spend, [spend_parameters])",
      "STAGE(first, last, as_of, gap, [orders], [recent_amount], [previous_amount], [window], [stages])",
      "TIER(values, [shares])",
      "TREE(data, labels, [depth], [min_leaf], [headers])",
      "WALLET(ours, total, [output])",
      "WEIGHTED(values, weights, [lower_better], [method], [headers])",
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

  it("takes required ranges first, then required numbers, then options", () => {
    for (const { id, parameters } of excel.metadata.functions) {
      const rank = parameters.map(({ optional, dimensionality }) =>
        optional ? 2 : dimensionality === "matrix" ? 0 : 1,
      );
      expect([id, rank]).toEqual([id, [...rank].sort()]);
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
    const known = Object.entries(readTranslations()).filter(([id]) => id !== "enums");
    for (const [id, { parameters }] of known) {
      for (const [key, { name }] of Object.entries(parameters)) {
        if (key in argumentNames) expect([id, key, name]).toEqual([id, key, argumentNames[key]]);
      }
    }
    const used = new Set(known.flatMap(([, { parameters }]) => Object.keys(parameters)));
    expect(Object.keys(argumentNames).filter((key) => !used.has(key))).toEqual([]);
  });

  it("offers exactly the choices that the functions take", async () => {
    for (const { id, parameters } of excel.metadata.functions) {
      for (const { name, customEnumId } of parameters.filter((parameter) => parameter.customEnumId !== undefined)) {
        const choices = excel.metadata.enums.find((list) => list.id === customEnumId)!.values;
        const { required, optional } = sampleCalls[id];
        const run = (value: string) => {
          const given: Readonly<Record<string, unknown>> = {
            ...required,
            ...(id === "CHURN" ? { alive: optional.alive } : {}),
            ...("parameters" in optional ? { parameters: optional.parameters } : {}),
            [name]: value,
          };
          return excel.settle(id, ...parameters.map((parameter) => given[parameter.name] ?? null));
        };
        for (const { stringValue } of choices) expect(await run(stringValue)).toBeInstanceOf(Array);
        expect(await run("none of them")).toBe(
          `#VALUE!: ${name} must be one of: ${choices.map(({ stringValue }) => stringValue).join(", ")}.`,
        );
      }
    }
  });

  it("is generated from every file of functions that the build lists", () => {
    const webpack = readFileSync(join(root, "webpack.config.js"), "utf8");
    expect(webpack).toContain('name.endsWith("functions.ts")');
    expect(webpack).toContain("functions: functionFiles");
    expect(webpack).toContain("input: functionFiles");
    const withFunctions = readdirSync(join(root, "src/functions")).filter((name) =>
      readFileSync(join(root, "src/functions", name), "utf8").includes("@customfunction"),
    );
    expect(withFunctions.sort()).toEqual(functionFiles.map((file) => basename(file)));
  });
});
