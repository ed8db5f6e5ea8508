import fc from "fast-check";
import type { RowSource } from "../../src/workbook/rows";
import { openCsv } from "../../src/workbook/csv";
import { WorkbookError } from "../../src/workbook/port";
import { isNightly } from "../helpers/fault-cases";
import { countRuns } from "../helpers/fuzz-runs";
import { readAll } from "./fixtures";

if (!isNightly) jest.setTimeout(60_000);

let cases = 0;
afterAll(() => process.stdout.write(`Odd text files: ${cases} cases\n`));

async function openOrRefuse(bytes: Uint8Array, cuts: readonly number[] = []): Promise<RowSource | WorkbookError> {
  cases += 1;
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const chunks = ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
  const input = {
    async *[Symbol.asyncIterator]() {
      yield* chunks;
    },
  };
  try {
    return await openCsv(cuts.length === 0 ? bytes : input, "odd.csv");
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
}

const pieces = fc.constantFrom(
  ...['"', '""', ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "\uFEFF", "sep=;\n", "=1+1", "-", "1e999", "NaN"],
  ...["2024-01-31", "31.12.2023", "1.234,56", "客户", "é", "\u{1F600}", "customer", "date", "amount", "0", "\u0000"],
);
const oddText = fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string({ maxLength: 6 })), { maxLength: 60 });

it("bytes of any kind are rows of text or are refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const opened = await openOrRefuse(bytes);
      if (opened instanceof WorkbookError) return;
      const rows = await readAll(opened);
      for (const cell of rows.flat()) expect(cell === null || typeof cell === "string").toBe(true);
      for (const row of rows) expect(row).toHaveLength(opened.headers.length);
    }),
    countRuns(250),
  );
});

it("odd text gives the same rows however the file is cut into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(oddText, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), async (texts, cuts) => {
      const bytes = new TextEncoder().encode(texts.join(""));
      const [whole, cut] = [await openOrRefuse(bytes), await openOrRefuse(bytes, cuts)];
      if (whole instanceof WorkbookError || cut instanceof WorkbookError) {
        expect([(whole as WorkbookError).code, (cut as WorkbookError).code]).toEqual([
          (whole as WorkbookError).code,
          (whole as WorkbookError).code,
        ]);
        return;
      }
      expect(cut.headers).toEqual(whole.headers);
      expect(await readAll(cut)).toEqual(await readAll(whole));
    }),
    countRuns(250),
  );
});
