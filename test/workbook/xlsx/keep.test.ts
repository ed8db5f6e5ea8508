import ExcelJS from "exceljs";
import { readXlsx } from "hucre/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { MemoryPort } from "../../../src/workbook/memory";
import { openWorkbook } from "../../../src/workbook/xlsx";
import { richPackageFiles, zipFiles } from "../../helpers/rich-package";
import { describeSheet } from "../describe-workbook";
import { buildBoth, buildCustomers, buildOutput, buildSummary } from "../fixtures";
import { changeFile, compareFiles, readPart, readSheetIds, richFile, writeOutput } from "./files";

describe("saving a workbook with our sheets added", () => {
  let saved: Uint8Array;
  beforeAll(async () => {
    saved = await writeOutput(richFile, buildBoth(5));
  });

  it("writes back the same bytes of every part when nothing was changed", async () => {
    expect(compareFiles(richFile, await changeFile(richFile, () => undefined))).toEqual({
      changed: [],
      added: [],
      removed: [],
    });
  });

  it("leaves every part of the user's as it was, but for the lists that name ours", () => {
    expect(compareFiles(richFile, saved)).toEqual({
      changed: [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        // Only the sheet that was in front, see below.
        "xl/worksheets/sheet1.xml",
      ],
      added: [
        "customXml/_rels/item2.xml.rels",
        "customXml/item2.xml",
        "customXml/itemProps2.xml",
        "xl/charts/chart3.xml",
        "xl/customProperty1.bin",
        "xl/customProperty2.bin",
        "xl/drawings/_rels/drawing3.xml.rels",
        "xl/drawings/drawing3.xml",
        "xl/tables/table2.xml",
        "xl/worksheets/_rels/sheet4.xml.rels",
        "xl/worksheets/_rels/sheet5.xml.rels",
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet5.xml",
      ],
      removed: [],
    });
  });

  it("changes nothing in the sheet that was in front but that it is no longer selected", () => {
    const before = readPart(richFile, "xl/worksheets/sheet1.xml");
    expect(readPart(saved, "xl/worksheets/sheet1.xml")).toBe(before.replace(' tabSelected="1"', ""));
  });

  it("only adds to the lists: content types, relationships, styles", () => {
    const isWithin = (path: string) => {
      const items = readPart(richFile, path).match(/<(?:Override|Relationship|xf|font|fill|border|dxf) [^>]*>/g)!;
      const now = readPart(saved, path);
      return items.filter((item) => !now.includes(item));
    };
    expect(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"].flatMap(isWithin)).toEqual([]);
  });

  it("keeps numbers of sheets, the names and their scopes, the pivot's cache, the external links and the macros", () => {
    const text = readPart(saved, "xl/workbook.xml");
    const kept = readPart(richFile, "xl/workbook.xml").match(
      /<(?:definedName|pivotCache|externalReference|x14:slicerCache|sheet) [^>]*>/g,
    )!;
    expect(kept.filter((item) => !text.includes(item))).toEqual([]);
    expect(readSheetIds(saved)).toEqual({
      Sales: "1",
      Plot: "7",
      "Prices &amp; more": "4",
      Secret: "5",
      "CVM Summary": "8",
      "CVM Customers": "9",
    });
    expect(readPart(saved, "[Content_Types].xml")).toContain("sheet.macroEnabled.main+xml");
  });

  it("reads the same cells with two other readers", async () => {
    const { workbook } = await openWorkbook(saved);
    const exceljs = new ExcelJS.Workbook();
    await exceljs.xlsx.load(saved.buffer as ArrayBuffer);
    // hucre cannot open a workbook that has a chart sheet.
    const plain = unzipSync(saved);
    const list = strFromU8(plain["xl/workbook.xml"])
      .replace(/<sheet name="Plot"[^>]*>/, "")
      .replace(/ localSheetId="\d+"/g, "");
    const hucre = await readXlsx(zipFiles({ ...plain, "xl/workbook.xml": list }));
    for (const sheet of workbook.sheets) {
      const used = sheet.usedRange()!;
      const cells = sheet.readValues({
        row: 0,
        column: 0,
        rowCount: used.row + used.rowCount,
        columnCount: used.column + used.columnCount,
      });
      const other = exceljs.getWorksheet(sheet.name)!;
      const third = hucre.sheets.find(({ name }) => name === sheet.name)!;
      cells.forEach((row, r) =>
        row.forEach((value, c) => {
          const cell = other.getCell(r + 1, c + 1);
          const plainText = typeof value === "string" && !value.startsWith("#");
          if (plainText || value === null)
            expect([r, c, cell.isMerged ? value : cell.value && cell.text]).toEqual([r, c, value]);
          else if (typeof value === "number" && cell.type === ExcelJS.ValueType.Number) expect(cell.value).toBe(value);
          if (typeof value === "string") expect([r, c, third.rows[r]?.[c]]).toEqual([r, c, value]);
        }),
      );
    }
  });

  it("tells Excel that a chart sheet is not in front any more", async () => {
    const files = richPackageFiles();
    const sheet = files["xl/chartsheets/sheet1.xml"] as string;
    files["xl/chartsheets/sheet1.xml"] = sheet.replace("<sheetView ", '<sheetView tabSelected="1" ');
    const bytes = await writeOutput(zipFiles(files), buildBoth(5));
    expect(readPart(bytes, "xl/chartsheets/sheet1.xml")).toBe(sheet);
  });
});

describe("saving after a second run", () => {
  it("keeps the identity of our sheets and tables and the list of parts", async () => {
    const first = await writeOutput(richFile, buildBoth(5));
    const second = await writeOutput(first, buildBoth(30));
    expect(compareFiles(first, second)).toMatchObject({ added: [], removed: [] });
    expect(readSheetIds(second)).toEqual(readSheetIds(first));
    const table = readPart(second, "xl/tables/table2.xml");
    expect(table).toContain('id="6" name="CvmCustomers" displayName="CvmCustomers" ref="A1:C31"');
    expect(readPart(second, "xl/worksheets/sheet5.xml")).toContain("K29");
  });

  it("keeps what the user put on our sheet: cells, a comment, a picture, a validation, formulas elsewhere", async () => {
    const first = await writeOutput(richFile, buildBoth(5));
    const files: Record<string, Uint8Array | string> = unzipSync(first);
    const ours = strFromU8(files["xl/worksheets/sheet5.xml"] as Uint8Array);
    const cells = '<c r="H1" s="5"><f>SUM(CvmCustomers[Revenue])</f><v>1500</v></c><c r="I1" t="str"><v>mine</v></c>';
    const validation =
      '<dataValidations count="1"><dataValidation type="whole" sqref="H2"><formula1>1</formula1></dataValidation></dataValidations>';
    files["xl/worksheets/sheet5.xml"] = ours
      .replace("</row>", `${cells}</row>`)
      .replace("<customProperties>", `${validation}<customProperties>`)
      .replace("<tableParts", '<legacyDrawing r:id="rId90"/><tableParts');
    files["xl/worksheets/_rels/sheet5.xml.rels"] = strFromU8(
      files["xl/worksheets/_rels/sheet5.xml.rels"] as Uint8Array,
    ).replace(
      "</Relationships>",
      '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>',
    );
    const second = await writeOutput(zipFiles(files), buildBoth(3));
    const text = readPart(second, "xl/worksheets/sheet5.xml");
    expect(text).toContain(cells);
    expect(text).toContain(validation);
    expect(text).toContain('<legacyDrawing r:id="rId90"/>');
    expect(text).not.toContain("K4");
  });

  it("asks Excel to compute what refers to cells that changed", async () => {
    const first = await writeOutput(richFile, buildBoth(5));
    expect(readPart(first, "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
    expect(readPart(await writeOutput(first, buildBoth(6)), "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });
});

describe("saving after our output was removed", () => {
  it("leaves the parts, cells and names that there were before", async () => {
    const first = await writeOutput(richFile, buildBoth(5));
    const bytes = await changeFile(first, (port, workbook) =>
      port.removeOutput().then(() => workbook.activate(workbook.getSheet("Sales")!)),
    );
    const { changed, added, removed } = compareFiles(richFile, bytes);
    expect({ added, removed }).toEqual({ added: [], removed: [] });
    expect(changed).toEqual(
      ["[Content_Types].xml", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"].filter((path) =>
        changed.includes(path),
      ),
    );
    const names = (file: Uint8Array) => /<definedNames>.*<\/definedNames>/.exec(readPart(file, "xl/workbook.xml"))![0];
    expect(names(bytes)).toBe(names(richFile));
    const [before, after] = [await openWorkbook(richFile), await openWorkbook(bytes)];
    expect(after.workbook.sheets.map(describeSheet)).toEqual(before.workbook.sheets.map(describeSheet));
  });

  it("turns the user's references to our cells into #REF!, as Excel would", async () => {
    const first = await changeFile(richFile, async (port, workbook) => {
      await port.write(buildBoth(5));
      const secret = workbook.getSheet("Secret")!;
      secret.setFormula(
        1,
        0,
        "=VLOOKUP(\"K1\",'CVM Customers'!$A$1:$C$6,3,FALSE)+SUM(CvmCustomers[Revenue])+Sales!D4",
        1,
      );
      workbook.names.set("Ours", { reference: "'CVM Customers'!$A$1:$C$6" });
    });
    const bytes = await changeFile(first, (port) => port.removeOutput());
    expect(readPart(bytes, "xl/worksheets/sheet3.xml")).toContain(
      '<c r="A2" t="e"><f>VLOOKUP("K1",#REF!,3,FALSE)+SUM(#REF!)+Sales!D4</f><v>#REF!</v></c>',
    );
    expect(readPart(bytes, "xl/workbook.xml")).toContain('<definedName name="Ours">#REF!</definedName>');
  });

  it("drops the order of calculation when it names cells that lost their formula", async () => {
    const files = richPackageFiles();
    const chain = files["xl/calcChain.xml"] as string;
    const bytes = await changeFile(
      zipFiles(files),
      (_, workbook) => void workbook.getSheet("Secret")!.setValue(0, 0, 819),
    );
    expect(compareFiles(richFile, bytes).removed).toEqual(["xl/calcChain.xml"]);
    expect(readPart(bytes, "[Content_Types].xml")).not.toContain("calcChain");
    expect(chain).toContain('i="5"');
  });
});

describe("conditional formats of a file", () => {
  it("lose only the rule that was taken away, with its later properties", async () => {
    const bytes = await changeFile(richFile, (_, workbook) => {
      const formats = workbook.getSheet("Sales")!.conditionalFormats;
      formats.splice(
        formats.findIndex(({ kind }) => kind === "dataBar"),
        1,
      );
    });
    const [before, after] = [richFile, bytes].map((file) => readPart(file, "xl/worksheets/sheet1.xml"));
    const rules = (text: string) =>
      text.match(/<(?:x14:)?(?:conditionalFormatting|ext) .*?<\/(?:x14:)?(?:conditionalFormatting|ext)>/g)!;
    expect(before).toContain("11111111-2222-4333-8444-555555555555");
    expect(after).not.toContain("11111111-2222-4333-8444-555555555555");
    expect(after).toContain("x14:sparklineGroup ");
    expect(rules(before).filter((rule) => !after.includes(rule))).toHaveLength(2);
    expect(rules(after).filter((rule) => !before.includes(rule))).toEqual([]);
  });

  it("do not pile up when another program has saved them with more details", async () => {
    const first = await writeOutput(richFile, buildOutput([buildCustomers(4)]));
    const files: Record<string, string | Uint8Array> = unzipSync(first);
    const path = "xl/worksheets/sheet4.xml";
    files[path] = strFromU8(files[path] as Uint8Array)
      .replace("<cfRule ", '<cfRule stopIfTrue="0" rank="0" ')
      .replace('<cfvo type="min"/>', '<cfvo type="min" val="0"/>')
      .replace('sqref="C2:C5"', 'sqref="C2:C3 C4:C5"');
    const second = await writeOutput(zipFiles(files), buildOutput([buildCustomers(6)]));
    expect(readPart(second, path).match(/<cfRule /g)).toHaveLength(2);
    expect(readPart(second, path)).toContain('sqref="C2:C7"');
  });
});

describe("our mark in a file", () => {
  it("is found by the hidden name when another program dropped the custom property", async () => {
    const first = await writeOutput(richFile, buildOutput([buildCustomers(4)]));
    const files: Record<string, string | Uint8Array> = unzipSync(first);
    files["xl/worksheets/sheet4.xml"] = strFromU8(files["xl/worksheets/sheet4.xml"] as Uint8Array).replace(
      /<customProperties>.*<\/customProperties>/,
      "",
    );
    const { workbook } = await openWorkbook(zipFiles(files));
    expect(await new MemoryPort(workbook).listSheets()).toContainEqual({
      name: "CVM Customers",
      visibility: "visible",
      id: "customers",
    });
    await new MemoryPort(workbook).write(buildOutput([buildCustomers(2)]));
    expect(workbook.getTable("CvmCustomers")!.table.range.rowCount).toBe(3);
  });

  it("takes its range from the name, which follows when the user inserts a column", async () => {
    const first = await writeOutput(richFile, buildOutput([buildSummary({ charts: [], id: "cross-sell" })]));
    const files: Record<string, string | Uint8Array> = unzipSync(first);
    files["xl/workbook.xml"] = strFromU8(files["xl/workbook.xml"] as Uint8Array).replace(
      "'CVM Summary'!$A$1:$C$6",
      () => "'CVM Summary'!$B$1:$D$6",
    );
    const { workbook } = await openWorkbook(zipFiles(files));
    expect(JSON.parse(workbook.getSheet("CVM Summary")!.customProperties.get("cvm")!)).toMatchObject({
      id: "cross-sell",
      range: "B1:D6",
    });
  });
});
