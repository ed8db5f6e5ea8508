import fc from "fast-check";
import { strFromU8, strToU8 } from "fflate";
import { MemoryPort } from "../../../src/workbook/memory";
import { WorkbookError } from "../../../src/workbook/port";
import { openWorkbook, saveWorkbook } from "../../../src/workbook/xlsx";
import { isNightly } from "../../helpers/fault-cases";
import { countRuns } from "../../helpers/fuzz-runs";
import { richPackageFiles, zipFiles } from "../../helpers/rich-package";
import type { PackageFiles } from "../../helpers/rich-package";
import { buildBoth, readAll } from "../fixtures";

if (!isNightly) jest.setTimeout(60_000);

let cases = 0;
const ends = { opened: 0, refused: 0 };
afterAll(() => process.stdout.write(`Odd workbooks: ${cases} cases, ${ends.opened} opened, ${ends.refused} refused\n`));

const files = richPackageFiles();
const paths = Object.keys(files);
const whole = zipFiles(files);

/** Opens, reads, writes and saves a file, or is told why not. */
async function useFile(bytes: Uint8Array): Promise<void> {
  cases += 1;
  try {
    const opened = await openWorkbook(bytes);
    const port = new MemoryPort(opened.workbook);
    for (const { name } of await port.listSheets()) {
      const source = await port.openRows({ kind: "range", sheet: name }).catch((error: unknown) => error);
      if (source instanceof WorkbookError) continue;
      if (source instanceof Error) throw source;
      for (const cell of (await readAll(source as never)).flat()) {
        if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
      }
    }
    await port.write(buildBoth(3));
    const again = await openWorkbook(await saveWorkbook(opened));
    expect(again.workbook.sheets.map(({ name }) => name)).toEqual(opened.workbook.sheets.map(({ name }) => name));
    ends.opened += 1;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    ends.refused += 1;
  }
}

it("a file with some bytes changed is read or refused", async () => {
  const flips = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(flips, async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, flip] of changes) bytes[at] ^= flip;
      await useFile(bytes);
    }),
    countRuns(80),
  );
});

it("a file that is cut off or filled up is read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length }), fc.uint8Array({ maxLength: 40 }), async (length, tail) => {
      await useFile(Uint8Array.from([...whole.subarray(0, length), ...tail]));
    }),
    countRuns(40),
  );
});

it("a package without a part, or with another part in its place, is read or refused", async () => {
  const change = fc.tuple(fc.constantFrom(...paths), fc.option(fc.constantFrom(...paths)));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const odd: PackageFiles = { ...files };
      for (const [path, other] of changes) {
        if (other === null) delete odd[path];
        else odd[path] = files[other];
      }
      await useFile(zipFiles(odd));
    }),
    countRuns(40),
  );
});

const edits: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at + 40),
  (text, at) => `${text.slice(0, at)}<${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}&#x0;&bad;${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}${"<a>".repeat(300)}${text.slice(at)}`,
  (text, at) => replaceNear(text, at, /"[^"]*"/, '""'),
  (text, at) => replaceNear(text, at, /\d+/, "99999999999"),
  (text, at) => replaceNear(text, at, /\d+/, "-1"),
  (text, at) => replaceNear(text, at, /\d+/, "1e999"),
  (text, at) => replaceNear(text, at, /[A-Z]+\d+/, "XFE1048577"),
  (text, at) => replaceNear(text, at, /<(\w+)[^>]*>/, "$&$&"),
  (text, at) => replaceNear(text, at, /<\/(\w+)>/, ""),
];

function replaceNear(text: string, at: number, pattern: RegExp, by: string): string {
  return text.slice(0, at) + text.slice(at).replace(pattern, by);
}

it("a package with a part that was edited by hand is read or refused", async () => {
  const edit = fc.tuple(fc.constantFrom(...paths), fc.nat(), fc.constantFrom(...edits));
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (changes) => {
      const odd: PackageFiles = { ...files };
      for (const [path, place, change] of changes) {
        const part = odd[path];
        const text = typeof part === "string" ? part : strFromU8(part);
        odd[path] = strToU8(change(text, place % (text.length + 1)));
      }
      await useFile(zipFiles(odd));
    }),
    countRuns(80),
  );
});
