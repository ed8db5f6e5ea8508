import { parseAddress } from "../../../src/workbook/address";
import { MemoryPort } from "../../../src/workbook/memory";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { createWorkbookBytes, openWorkbook, saveWorkbook } from "../../../src/workbook/xlsx";
import { ensureDynamicArrays } from "../../../src/workbook/xlsx/dynamic-arrays";
import { OfficePackage } from "../../../src/workbook/xlsx/package";
import { readPart } from "./files";

const formula = "=CVM.RFM(A1:A3,B1:B3,C1:C3)";

function buildWorkbook(): MemoryWorkbook {
  const workbook = new MemoryWorkbook("Sales");
  const [sheet] = workbook.sheets;
  sheet.setSpill(0, 4, formula, [
    ["customer", "orders"],
    ["007", 2],
    ["B", 1],
  ]);
  sheet.setFormula(5, 0, "=CVM.LTV(5,2)", 10);
  sheet.setFormula(6, 0, '="CVM.LTV("', "CVM.LTV(");
  return workbook;
}

const readSheet = (bytes: Uint8Array) => readPart(bytes, "xl/worksheets/sheet1.xml");

it("formulas with several results are written as Excel writes dynamic arrays", async () => {
  const bytes = await createWorkbookBytes(buildWorkbook());
  const sheet = readSheet(bytes);
  expect(sheet).toContain('<c r="E1" t="str" cm="1"><f t="array" ref="E1:F3">_xldudf_CVM_RFM(A1:A3,B1:B3,C1:C3)</f>');
  expect(sheet).toContain('<c r="A6" cm="1"><f t="array" ref="A6">_xldudf_CVM_LTV(5,2)</f><v>10</v></c>');
  expect(sheet).toContain('<c r="A7" t="str"><f>"CVM.LTV("</f>');
  expect(readPart(bytes, "xl/metadata.xml")).toContain('<metadataType name="XLDAPR"');
  expect(readPart(bytes, "[Content_Types].xml")).toContain("spreadsheetml.sheetMetadata+xml");
  expect(readPart(bytes, "xl/_rels/workbook.xml.rels")).toContain("relationships/sheetMetadata");
});

it("read back with the cells of their result, and written again keep every byte", async () => {
  const bytes = await createWorkbookBytes(buildWorkbook());
  const opened = await openWorkbook(bytes);
  const [sheet] = opened.workbook.sheets;
  expect(sheet.spills.list()).toEqual([parseAddress("E1:F3")]);
  expect(sheet.getFormula(0, 4)).toBe(formula);
  expect(sheet.readValues(parseAddress("E1:F3"))).toEqual([
    ["customer", "orders"],
    ["007", 2],
    ["B", 1],
  ]);
  expect(readSheet(await saveWorkbook(opened))).toBe(readSheet(bytes));
});

it("follow a result that has grown", async () => {
  const opened = await openWorkbook(await createWorkbookBytes(buildWorkbook()));
  const [sheet] = opened.workbook.sheets;
  sheet.endSpill(0, 4);
  sheet.setSpill(0, 4, formula, [["customer"], ["007"], ["B"], ["C"]]);
  const saved = await saveWorkbook(opened);
  expect(readSheet(saved)).toContain('ref="E1:E4"');
  expect(OfficePackage.open(saved).has("xl/metadata2.xml")).toBe(false);
});

it("turned into values and back survive saving and opening", async () => {
  const first = await openWorkbook(await createWorkbookBytes(buildWorkbook()));
  await new MemoryPort(first.workbook).freezeFormulas("CVM");
  const frozen = await saveWorkbook(first);
  expect(readSheet(frozen)).not.toContain("_xldudf");
  const second = await openWorkbook(frozen);
  expect(await new MemoryPort(second.workbook).restoreFormulas()).toMatchObject({ formulas: 2, left: [] });
  const restored = await saveWorkbook(second);
  expect(readSheet(restored)).toContain('ref="E1:F3"');
  expect((await openWorkbook(restored)).workbook.sheets[0].spills.list()).toEqual([parseAddress("E1:F3")]);
});

it("find their place beside metadata of another kind", async () => {
  const parts = OfficePackage.open(await createWorkbookBytes(buildWorkbook()));
  const other =
    '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>';
  parts.write("xl/metadata.xml", other);
  expect(ensureDynamicArrays(parts, "xl/workbook.xml", false)).toBe(1);
  const text = parts.readText("xl/metadata.xml");
  expect(text).toMatch(/<cellMetadata[^>]*><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/);
  expect(ensureDynamicArrays(parts, "xl/workbook.xml", false)).toBe(1);
  expect(parts.readText("xl/metadata.xml")).toBe(text);
});
