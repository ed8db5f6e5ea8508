/** @jest-environment jsdom */
import type { ExcelFunctions } from "./excel-functions";
import { loadFunctions, readTranslations } from "./excel-functions";
import { readHelpPage, readLinks } from "./help-page";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

const showText = (rows: unknown) => (rows as unknown[][]).map((line) => line.map(String));

describe.each(["", ".zh-CN"])("help pages%s", (suffix) => {
  it.each(["rfm", "score", "segment", "tier"])("show examples of CVM.%s that hold", (name) => {
    const { examples, orphans } = readHelpPage(`${name}${suffix}.html`);
    expect(examples.length).toBeGreaterThan(0);
    expect(orphans).toBe(0);
    for (const { formula, id, values, spilled } of examples) {
      expect(id).toBe(name.toUpperCase());
      expect([formula, showText(excel.call(id, ...values))]).toEqual([formula, spilled]);
    }
  });

  it("explain every argument under the name that the formula bar shows", () => {
    const translations = readTranslations();
    for (const { id, parameters } of excel.metadata.functions) {
      const names = parameters.map(({ name }) => (suffix === "" ? name : translations[id].parameters[name].name));
      const { syntax, terms } = readHelpPage(`${id.toLowerCase()}${suffix}.html`);
      expect(terms).toEqual(names);
      const shown = names.map((name, i) => (parameters[i].optional ? `[${name}]` : name));
      expect(syntax).toBe(`CVM.${id}(${shown.join(", ")})`);
    }
  });

  it("are listed on the first page and lead back to it", () => {
    const links = readLinks(`index${suffix}.html`);
    for (const { id } of excel.metadata.functions) {
      expect(links).toContain(`${id.toLowerCase()}${suffix}.html`);
      expect(readLinks(`${id.toLowerCase()}${suffix}.html`)).toContain(`index${suffix}.html`);
    }
  });
});

it("shows the same figures in both languages", () => {
  for (const { id } of excel.metadata.functions) {
    const [english, chinese] = ["", ".zh-CN"].map(
      (suffix) => readHelpPage(`${id.toLowerCase()}${suffix}.html`).examples,
    );
    expect(chinese.map(({ formula, spilled }) => ({ formula, spilled }))).toEqual(
      english.map(({ formula, spilled }) => ({ formula, spilled })),
    );
  }
});
