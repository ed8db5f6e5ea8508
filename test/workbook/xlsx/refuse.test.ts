import { deflateSync } from "fflate";
import { getWords } from "../../../src/i18n/words";
import { WorkbookError } from "../../../src/workbook/port";
import { openWorkbook } from "../../../src/workbook/xlsx";
import { limits } from "../../../src/workbook/xlsx/limits";
import type { ZipEntry } from "../../../src/workbook/xlsx/zip";
import { buildEntry, EntryBuilder, readEntry, readZip, writeZip } from "../../../src/workbook/xlsx/zip";
import { richPackageFiles, smallPackageFiles, zipFiles } from "../../helpers/rich-package";

const encoder = new TextEncoder();

/** A compound file with one directory sector of these names. */
function buildCompoundFile(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(1024 + 512);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  names.forEach((name, index) => {
    const at = 1024 + index * 128;
    [...name].forEach((letter, i) => view.setUint16(at + 2 * i, letter.charCodeAt(0), true));
    view.setUint16(at + 64, 2 * name.length + 2, true);
  });
  return bytes;
}

async function refusal(bytes: Uint8Array): Promise<{ code: string; parameters: object }> {
  const error = await openWorkbook(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WorkbookError);
  const { code, parameters } = error as WorkbookError;
  for (const language of ["en", "zh"] as const) {
    const sentence = getWords(language).workbookErrors[code](parameters);
    expect(sentence).not.toMatch(/undefined|NaN/);
    // A limit of a file is told with its unit.
    if ("unit" in parameters) expect(sentence).toMatch(/\d (MB|\w+|个|层)/);
  }
  return { code, parameters };
}

function without(path: string): Uint8Array {
  const files = smallPackageFiles([{ name: "S", rows: "" }]);
  delete files[path];
  return zipFiles(files);
}

function withPart(path: string, part: string): Uint8Array {
  return zipFiles({ ...smallPackageFiles([{ name: "S", rows: "" }]), [path]: part });
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] ^= 0x55;
  return copy;
}

const rich = zipFiles(richPackageFiles());

describe("a file that is no workbook", () => {
  it.each<[string, Uint8Array, object]>([
    ["nothing", new Uint8Array(0), {}],
    ["text", encoder.encode("customer,amount\nAnn,5\n".repeat(40)), {}],
    ["a zip archive that is cut off", rich.subarray(0, rich.length - 400), {}],
    ["a zip archive of something else", zipFiles({ "readme.txt": "hello" }), {}],
    ["a package without workbook", without("xl/workbook.xml"), {}],
    ["a package without relationships", without("_rels/.rels"), {}],
    ["a workbook whose sheet is missing", without("xl/worksheets/sheet1.xml"), { sheet: "S" }],
    ["a workbook without sheets", withPart("xl/workbook.xml", "<workbook><sheets/></workbook>"), {}],
    ["a sheet that is cut off", withPart("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1"), {}],
    ["a sheet that is no XML", withPart("xl/worksheets/sheet1.xml", "\u0000\u0001"), {}],
    ["a part with a document type", withPart("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'), {}],
    [
      "a cell with a mad address",
      withPart(
        "xl/worksheets/sheet1.xml",
        '<worksheet><sheetData><row r="1"><c r="ZZZZ1"/></row></sheetData></worksheet>',
      ),
      {},
    ],
    [
      "a row with a mad number",
      withPart("xl/worksheets/sheet1.xml", '<worksheet><sheetData><row r="9999999"/></sheetData></worksheet>'),
      {},
    ],
    ["a workbook of Excel 97", buildCompoundFile(["Root Entry", "Workbook"]), { format: ".xls", saveAs: ".xlsx" }],
    ["a Word document of 1997", buildCompoundFile(["Root Entry", "WordDocument"]), {}],
  ])("is refused: %s", async (_, bytes, parameters) => {
    expect(await refusal(bytes)).toEqual({ code: "notAWorkbook", parameters });
  });

  it("is refused with the right format to save in when it is a binary workbook", async () => {
    const files = smallPackageFiles([{ name: "S", rows: "" }]);
    files["_rels/.rels"] = (files["_rels/.rels"] as string).replace("xl/workbook.xml", "xl/workbook.bin");
    files["xl/workbook.bin"] = new Uint8Array(10);
    expect(await refusal(zipFiles(files))).toEqual({
      code: "notAWorkbook",
      parameters: { format: ".xlsb", saveAs: ".xlsx" },
    });
  });

  it("is refused when any byte of a part that is read was damaged", async () => {
    const entry = readZip(rich).find(({ name }) => name === "xl/worksheets/sheet1.xml")!;
    const start = entry.compressed.byteOffset - rich.byteOffset;
    for (let at = start; at < start + entry.compressed.length; at += 97) {
      expect(await refusal(flip(rich, at))).toMatchObject({ code: "notAWorkbook" });
    }
  });

  it("is refused as protected when it is encrypted", async () => {
    const file = buildCompoundFile(["Root Entry", "EncryptionInfo", "EncryptedPackage"]);
    expect(await refusal(file)).toEqual({ code: "passwordProtected", parameters: {} });
  });

  it("is refused as protected when the zip archive itself is encrypted", async () => {
    const bytes = zipFiles({ "a.txt": "a" });
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    bytes[directory + 8] |= 1;
    expect(await refusal(bytes)).toMatchObject({ code: "passwordProtected" });
  });

  it("is refused when it holds nothing but a chart sheet", async () => {
    const files = smallPackageFiles([{ name: "S", rows: "" }]);
    const path = "xl/_rels/workbook.xml.rels";
    files[path] = (files[path] as string).replace('/worksheet"', '/chartsheet"');
    expect(await refusal(zipFiles(files))).toMatchObject({ code: "unsupportedSheet" });
  });
});

describe("a file that would fill the memory", () => {
  const small = Object.entries(smallPackageFiles([{ name: "S", rows: "" }])).map(([name, part]) =>
    buildEntry(name, encoder.encode(part as string)),
  );

  it("is refused by the size that a part declares", async () => {
    const bomb = small.map((entry) => (entry.name === "xl/workbook.xml" ? { ...entry, size: 3 * 2 ** 30 } : entry));
    expect(await refusal(writeZip(bomb))).toEqual({
      code: "tooLarge",
      parameters: { limit: String(limits.partBytes), unit: "bytes" },
    });
  });

  it("is refused by what comes out of a part, when it declares less", () => {
    const compressed = deflateSync(new Uint8Array(4_000_000));
    const bomb = { name: "a", method: 8, compressed, size: 10, crc: 0 };
    expect(() => readEntry(bomb, 1_000_000)).toThrow(
      expect.objectContaining({ code: "tooLarge", parameters: { limit: "1000000", unit: "bytes" } }),
    );
  });

  it("is refused by the number of its parts", async () => {
    const entry = buildEntry("a", new Uint8Array(0));
    const many = Array.from({ length: limits.parts + 1 }, (_, i) => ({ ...entry, name: `p${i}` }));
    expect(await refusal(writeZip(many))).toEqual({
      code: "tooLarge",
      parameters: { limit: String(limits.parts), unit: "parts" },
    });
  });

  /** A workbook with a part in which a piece stands again and again, for so many bytes. */
  function fillPart(path: string, head: string, piece: string, bytes: number, tail: string): Uint8Array {
    const entry = new EntryBuilder(path);
    const block = encoder.encode(piece.repeat(Math.ceil(2 ** 20 / piece.length)));
    entry.add(encoder.encode(head));
    for (let done = 0; done < bytes; done += block.length) entry.add(block);
    entry.add(encoder.encode(tail));
    return replacePart(entry.finish());
  }

  const replacePart = (part: ZipEntry) => writeZip([...small.filter(({ name }) => name !== part.name), part]);
  const sheetPath = "xl/worksheets/sheet1.xml";
  const overlong = { limit: String(limits.stretchBytes), unit: "bytes" };

  it.each<[string, string, string, string, string, number, object]>([
    ["one row", sheetPath, "<worksheet><sheetData><row>", "<c/>", "</row></sheetData></worksheet>", 65, overlong],
    [
      "elements in a part",
      "xl/workbook.xml",
      "<workbook>",
      "<a/>",
      "</workbook>",
      9,
      { limit: String(limits.elements), unit: "elements" },
    ],
  ])("is refused when there is no end of %s", async (_, path, head, piece, tail, megabytes, parameters) => {
    const bytes = fillPart(path, head, piece, megabytes * 2 ** 20, tail);
    expect(bytes.length).toBeLessThan(2 ** 19);
    expect(await refusal(bytes)).toEqual({ code: "tooLarge", parameters });
  });

  it("is refused when a few cells lie so scattered that each takes room for many", async () => {
    const row = (number: number, text = `<c r="A${number}"><v>1</v></c>`) => `<row r="${number}">${text}</row>`;
    const scattered = Array.from({ length: 256 }, (_, i) => {
      const cells = Array.from({ length: 200 }, () => "<c><v>1</v></c>").join("");
      return row(1000 + 4096 * i, cells);
    });
    const cells = (rows: readonly string[]) =>
      withPart(sheetPath, `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`);
    expect(await refusal(cells(scattered))).toEqual({
      code: "tooLarge",
      parameters: { limit: String(limits.cells), unit: "cells" },
    });
    const column = Array.from({ length: 256 }, (_, i) => row(1000 + 4096 * i));
    expect((await openWorkbook(cells(column))).workbook.sheets[0].getValue(999, 0)).toBe(1);
  });

  it("is refused when a row goes on beyond the last column", async () => {
    const rows = `<row r="1">${"<c><v>1</v></c>".repeat(16_385)}</row>`;
    expect(await refusal(zipFiles(smallPackageFiles([{ name: "S", rows }])))).toMatchObject({ code: "notAWorkbook" });
  });

  it("is refused when a part is nested without end", async () => {
    const bytes = withPart("xl/workbook.xml", `<workbook>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</workbook>`);
    expect(await refusal(bytes)).toEqual({
      code: "tooLarge",
      parameters: { limit: String(limits.depth), unit: "depth" },
    });
  });

  it("is opened when two cells stand in far corners, without room for all between them", async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const { workbook } = await openWorkbook(zipFiles(smallPackageFiles([{ name: "S", rows }])));
    expect(workbook.sheets[0].getValue(1048575, 16383)).toBe(2);
  });

  it("stops when the caller gives up", async () => {
    const stopped = AbortSignal.abort(new Error("stopped"));
    const row = `<row>${"<c><v>1.23456789</v></c>".repeat(1000)}</row>`;
    const bytes = zipFiles(smallPackageFiles([{ name: "S", rows: row.repeat(500) }]));
    await expect(openWorkbook(bytes, { signal: stopped })).rejects.toThrow("stopped");
  });
});

describe("a zip archive", () => {
  it.each([
    ["stored", 0],
    ["deflated", 8],
  ])("keeps the bytes of entries that are %s", (_, method) => {
    const content = encoder.encode("content ".repeat(50));
    const packed = buildEntry("名.txt", content);
    const entry = method === 0 ? { ...packed, method: 0, compressed: content } : packed;
    const [read] = readZip(writeZip([entry]));
    expect(read).toEqual(entry);
    expect(readEntry(read)).toEqual(content);
  });

  it("is read when sizes stand in the fields for large files", () => {
    const bytes = writeZip([buildEntry("a.txt", encoder.encode("hello"))]);
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    const directory = view.getUint32(end + 16, true);
    const extra = new Uint8Array(4 + 16);
    const fields = new DataView(extra.buffer);
    fields.setUint16(0, 1, true);
    fields.setUint16(2, 16, true);
    fields.setBigUint64(4, BigInt(view.getUint32(directory + 24, true)), true);
    fields.setBigUint64(12, BigInt(view.getUint32(directory + 20, true)), true);
    const wide = new Uint8Array(bytes.length + extra.length);
    wide.set(bytes.subarray(0, end));
    wide.set(extra, end);
    wide.set(bytes.subarray(end), end + extra.length);
    const wideView = new DataView(wide.buffer);
    wideView.setUint32(directory + 20, 0xffffffff, true);
    wideView.setUint32(directory + 24, 0xffffffff, true);
    wideView.setUint16(directory + 30, extra.length, true);
    expect(readEntry(readZip(wide)[0])).toEqual(encoder.encode("hello"));
  });
});
