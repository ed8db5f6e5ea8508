import { getWords } from "../../src/i18n/words";
import { openCsv } from "../../src/workbook/csv";
import type { CsvInput } from "../../src/workbook/csv-text";
import type { WorkbookError } from "../../src/workbook/port";
import { readAll } from "./fixtures";

const encoder = new TextEncoder();
const megabyte = 1 << 20;

/** A file that never ends unless somebody stops reading it; how much was read of it comes too. */
function endlessFile(head: string, piece: string, most = 64 * megabyte) {
  const read = { bytes: 0 };
  const bytes = encoder.encode(piece.repeat(Math.ceil(megabyte / piece.length)));
  const input: CsvInput = {
    async *[Symbol.asyncIterator]() {
      yield encoder.encode(head);
      for (read.bytes = 0; read.bytes < most; read.bytes += bytes.length) yield bytes;
    },
  };
  return { input, read };
}

async function refusal(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: "WorkbookError", code: "tooLarge" });
  const { code, parameters } = error as WorkbookError;
  for (const language of ["en", "zh"] as const)
    expect(getWords(language).workbookErrors[code](parameters)).not.toMatch(/undefined|NaN|cells|单元格/);
  return parameters;
}

const longest = { limit: String(1 << 23), unit: "characters" };

it.each([
  ["one endless word", "", "x"],
  ["one endless line of cells", "", "1,"],
  ["a quotation mark that is never closed", 'customer,date,amount\nA,2024-01-31,"5\n', "B,2024-02-01,6\n"],
])("a file of %s is refused before it is read to its end", async (_, head, piece) => {
  const { input, read } = endlessFile(head, piece);
  const opening = openCsv(input, "endless.csv").then(async (source) => {
    // What tells the encodings apart has read all of it, and kept none.
    read.bytes = 0;
    for await (const { rowCount } of source.readBlocks()) expect(rowCount).toBe(1);
  });
  expect(await refusal(opening)).toEqual(longest);
  expect(read.bytes).toBeLessThan(20 * megabyte);
});

it("a file with more columns than a sheet is refused", async () => {
  const header = Array.from({ length: 100_000 }, (_, column) => `column ${column}`).join(",");
  const file = encoder.encode(`${header}\n${"1,".repeat(99_999)}1\n`);
  expect(await refusal(openCsv(file, "wide.csv"))).toEqual({ limit: "16384", unit: "columns" });
});

it("a file with as many columns as a sheet, its header longer than a first look, is read", async () => {
  const header = Array.from({ length: 16_384 }, (_, column) => `a rather long header ${column}`).join(",");
  const source = await openCsv(encoder.encode(`${header}\n${"1,".repeat(16_383)}1\n`), "wide.csv");
  expect(source.headers).toHaveLength(16_384);
  expect((await readAll(source))[0].every((cell) => cell === "1")).toBe(true);
});

it("a cell of many lines is read whole", async () => {
  const long = "line\n".repeat(600_000);
  const source = await openCsv(encoder.encode(`name,note\nA,"${long}"\nB,short\n`), "long.csv");
  expect(await readAll(source)).toEqual([
    ["A", long],
    ["B", "short"],
  ]);
});
