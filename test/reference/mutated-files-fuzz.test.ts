import fc from "fast-check";
import { strFromU8, strToU8 } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { toDayNumber } from "../../src/core/days";
import type { AnalyzeRequest } from "../../src/jobs/analyze";
import { analyze, judgeRows } from "../../src/jobs/analyze";
import { noChoice } from "../../src/jobs/detect-columns";
import { openDefaultSource } from "../../src/jobs/find-source";
import { InputError } from "../../src/jobs/input-error";
import { parseSettings } from "../../src/jobs/settings";
import { openCsv } from "../../src/workbook/csv";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { WorkbookPort } from "../../src/workbook/port";
import { WorkbookError } from "../../src/workbook/port";
import type { RowSource } from "../../src/workbook/rows";
import { createWorkbookBytes, openWorkbook, saveWorkbook } from "../../src/workbook/xlsx";
import type { ZipEntry } from "../../src/workbook/xlsx/zip";
import { buildEntry, readEntry, readZip, writeZip } from "../../src/workbook/xlsx/zip";
import { checkCells, checkReport } from "../helpers/check-analysis";
import { countRuns } from "../helpers/fuzz-runs";
import { referenceFolder } from "../helpers/reference-folder";
import { fillSheet } from "../helpers/shop-workbook";

jest.setTimeout(1_800_000);

const ends = { analyzed: 0, refused: 0 };
afterAll(() =>
  process.stdout.write(
    `Real files changed at random: ${ends.analyzed + ends.refused} cases, ${ends.analyzed} analyzed, ${ends.refused} refused\n`,
  ),
);

const read = (name: string) => readFileSync(join(referenceFolder(), "data", name));
const firstLines = (bytes: Uint8Array, lines: number) =>
  new TextDecoder()
    .decode(bytes.subarray(0, 200 * lines))
    .split("\n")
    .slice(0, lines)
    .join("\n");

/** The beginnings of the public data sets, small enough for an analysis each. */
const texts = {
  cdnow: firstLines(read("cdnow-sample.csv"), 150),
  retail: firstLines(gunzipSync(read("online-retail.csv.gz")), 250),
};
const files = fc.constantFrom(...Object.values(texts));

function buildRequest(source: RowSource, isInWorkbook: boolean): AnalyzeRequest {
  return {
    source,
    isInWorkbook,
    customerTable: isInWorkbook ? "find" : null,
    columns: noChoice,
    settings: parseSettings({}),
    language: "en",
    labels: isInWorkbook,
    today: toDayNumber(2026, 6, 30),
    version: "0.0.0",
  };
}

/** Does something with a file, or is told why not. */
async function orRefuse(use: () => Promise<void>): Promise<void> {
  try {
    await use();
    ends.analyzed += 1;
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof WorkbookError)) throw error;
    expect((error as { code: string }).code).not.toBe("internal");
    ends.refused += 1;
  }
}

async function analyzeText(bytes: Uint8Array, writes: boolean): Promise<void> {
  await orRefuse(async () => {
    const workbook = new MemoryWorkbook("Out");
    const port: WorkbookPort = new MemoryPort(workbook);
    const request = buildRequest(await openCsv(bytes, "changed.csv"), false);
    checkReport(await (writes ? analyze : judgeRows)(port, request));
    checkCells(workbook);
  });
}

const place = fc.nat({ max: 1_000_000 });
const oddTexts = fc.constantFrom(
  ...["", '"', "1e999", "-1e308", "=1+1", "31/02/2011", "NaN", "\u0000", "2010-12-01T08:26:00Z", "C1", "9".repeat(400)],
  ...[",", "\n", ";;;", "客户", "0", "-0", "1,234.56", "\r\n\r\n", "1900-02-29", "true", "#N/A", "\ud800"],
);
/** What can happen to a text: a stretch goes, comes twice, or becomes something else; or a cell does. */
const textEdit = fc.oneof(
  fc.record({ at: place, length: fc.nat({ max: 300 }), by: fc.constant<string | null>("") }),
  fc.record({ at: place, length: fc.nat({ max: 300 }), by: fc.constant<string | null>(null) }),
  fc.record({ at: place, length: fc.nat({ max: 3 }), by: fc.oneof(oddTexts, fc.string({ maxLength: 5 })) }),
);

function editText(text: string, edits: readonly { at: number; length: number; by: string | null }[]): string {
  return edits.reduce((whole, { at, length, by }) => {
    const start = at % (whole.length + 1);
    const cut = whole.slice(start, start + length);
    return whole.slice(0, start) + (by ?? cut + cut) + whole.slice(start + cut.length);
  }, text);
}

function replaceCells(text: string, edits: readonly { at: number; by: string }[]): string {
  const rows = text.split("\n").map((line) => line.split(","));
  for (const { at, by } of edits) {
    const row = rows[at % rows.length];
    row[(at % 7) % row.length] = by;
  }
  return rows.map((cells) => cells.join(",")).join("\n");
}

it("a text file with bytes changed, cut off or repeated is analysed without a lost row, or refused", async () => {
  const flips = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { maxLength: 12 });
  const edits = fc.array(textEdit, { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(files, flips, edits, fc.nat({ max: 9 }), async (text, changes, textEdits, writes) => {
      const bytes = new TextEncoder().encode(editText(text, textEdits));
      if (bytes.length > 0) for (const [at, flip] of changes) bytes[at % bytes.length] ^= flip;
      await analyzeText(bytes, writes === 0);
    }),
    countRuns(40),
  );
});

it("a text file with odd cells is analysed without a lost row, or refused", async () => {
  const edits = fc.array(fc.record({ at: place, by: oddTexts }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(files, edits, fc.nat({ max: 9 }), async (text, cells, writes) => {
      await analyzeText(new TextEncoder().encode(replaceCells(text, cells)), writes === 0);
    }),
    countRuns(40),
  );
});

describe("a workbook of real rows", () => {
  const packages: Uint8Array[] = [];
  beforeAll(async () => {
    for (const text of Object.values(texts)) {
      const workbook = new MemoryWorkbook("Sales");
      const rows = text
        .split("\n")
        .map((line) =>
          line.split(",").map((cell) => (cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell)),
        );
      fillSheet(workbook, "Sales", rows);
      packages.push(await createWorkbookBytes(workbook));
    }
  });

  const which = fc.nat({ max: 1 });
  const analyzeFile = (bytes: Uint8Array, writes: boolean) =>
    orRefuse(async () => {
      const opened = await openWorkbook(bytes);
      const port = new MemoryPort(opened.workbook);
      const request = buildRequest(await openDefaultSource(port), true);
      checkReport(await (writes ? analyze : judgeRows)(port, request));
      checkCells(opened.workbook);
      if (!writes) return;
      const again = await openWorkbook(await saveWorkbook(opened));
      checkCells(again.workbook);
    });

  it("that has bytes changed or is cut off is analysed, or refused", async () => {
    const flips = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(which, flips, fc.option(place, { freq: 3 }), async (file, changes, cut) => {
        const bytes = packages[file].slice();
        for (const [at, flip] of changes) bytes[at % bytes.length] ^= flip;
        await analyzeFile(cut === null ? bytes : bytes.subarray(0, cut % bytes.length), false);
      }),
      countRuns(40),
    );
  });

  const changeEntry = fc.oneof<fc.Arbitrary<(entries: ZipEntry[], at: number) => ZipEntry[]>[]>(
    fc.constantFrom(
      (entries, at) => entries.filter((_, i) => i !== at),
      (entries, at) => [...entries, entries[at]],
      (entries) => [...entries].reverse(),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, name: `../${entry.name}` } : entry)),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, name: entry.name.toUpperCase() } : entry)),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, method: 0 } : entry)),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, method: 99 } : entry)),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, size: 1 } : entry)),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, size: 0xfffffffe } : entry)),
      (entries, at) => entries.map((entry, i) => (i === at ? { ...entry, crc: entry.crc ^ 1 } : entry)),
      (entries, at) =>
        entries.map((entry, i) => (i === at ? { ...entry, compressed: entry.compressed.subarray(1) } : entry)),
    ),
    fc
      .array(textEdit, { minLength: 1, maxLength: 4 })
      .map(
        (edits) => (entries: ZipEntry[], at: number) =>
          entries.map((entry, i) =>
            i === at ? buildEntry(entry.name, strToU8(editText(strFromU8(readEntry(entry)), edits))) : entry,
          ),
      ),
  );

  it("whose archive or parts were changed is analysed, or refused", async () => {
    await fc.assert(
      fc.asyncProperty(which, place, changeEntry, fc.nat({ max: 4 }), async (file, at, change, writes) => {
        const entries = readZip(packages[file]);
        await analyzeFile(writeZip(change(entries, at % entries.length)), writes === 0);
      }),
      countRuns(60),
    );
  });
});
