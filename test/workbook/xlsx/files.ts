import { strFromU8, unzipSync } from "fflate";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { MemoryPort } from "../../../src/workbook/memory";
import type { WorkbookOutput } from "../../../src/workbook/port";
import { openWorkbook, saveWorkbook } from "../../../src/workbook/xlsx";
import { richPackageFiles, zipFiles } from "../../helpers/rich-package";

export const richFile = zipFiles(richPackageFiles());

/** The file with some work done on its model. */
export async function changeFile(
  bytes: Uint8Array,
  work: (port: MemoryPort, workbook: MemoryWorkbook) => Promise<unknown> | void,
): Promise<Uint8Array> {
  const opened = await openWorkbook(bytes);
  await work(new MemoryPort(opened.workbook), opened.workbook);
  return saveWorkbook(opened);
}

export const writeOutput = (bytes: Uint8Array, output: WorkbookOutput) =>
  changeFile(bytes, (port) => port.write(output));

/** Which parts a file has that differ from another's. */
export function compareFiles(before: Uint8Array, after: Uint8Array) {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return {
    changed: Object.keys(now)
      .filter((path) => old[path] && Buffer.compare(old[path], now[path]) !== 0)
      .sort(),
    added: Object.keys(now)
      .filter((path) => !old[path])
      .sort(),
    removed: Object.keys(old)
      .filter((path) => !now[path])
      .sort(),
  };
}

export function readPart(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path]);
}

export function readSheetIds(bytes: Uint8Array): Record<string, string> {
  const sheets = readPart(bytes, "xl/workbook.xml").matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g);
  return Object.fromEntries([...sheets].map(([, name, id]) => [name, id]));
}

/** The file with the text of one part changed. */
export function replacePart(bytes: Uint8Array, path: string, work: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipFiles({ ...files, [path]: work(strFromU8(files[path])) });
}
