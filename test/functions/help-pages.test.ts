/** @jest-environment jsdom */
import type { ExcelFunctions } from "./excel-functions";
import { loadFunctions, readTranslations } from "./excel-functions";
import { readHelpPage, readLinks } from "./help-page";

let excel: ExcelFunctions;
beforeAll(async () => {
  excel = await loadFunctions();
});

/** Numbers as the pages show them, with up to four decimals. */
const showCell = (cell: unknown) => (typeof cell === "number" ? String(Number(cell.toFixed(4))) : String(cell));
const showText = (rows: unknown) => (rows as unknown[][]).map((line) => line.map(showCell));

describe.each(["", ".zh-CN"])("help pages%s", (suffix) => {
  it("show examples that hold", async () => {
    for (const { id: name } of excel.metadata.functions) {
      const { examples, orphans } = readHelpPage(`${name.toLowerCase()}${suffix}.html`);
      expect([name, examples.length > 0, orphans]).toEqual([name, true, 0]);
      for (const { formula, id, values, spilled } of examples) {
        expect(id).toBe(name);
        expect([formula, showText(await excel.settle(id, ...values))]).toEqual([formula, spilled]);
      }
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
