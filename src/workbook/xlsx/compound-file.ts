import { WorkbookError } from "../port";
import { refusePackage } from "./limits";

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const entrySize = 128;

function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && signature.every((byte, index) => bytes[index] === byte);
}

/** The names in the first sectors of the directory; long chains are not followed, the root's own streams come first. */
function readNames(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sector = 2 ** view.getUint16(30, true);
  const start = (view.getUint32(48, true) + 1) * sector;
  const names = new Set<string>();
  for (let at = start; at + entrySize <= Math.min(bytes.length, start + sector); at += entrySize) {
    const length = view.getUint16(at + 64, true);
    if (length >= 2 && length <= 64) names.add(new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}

/**
 * Refuses the files of the old compound format: encrypted packages and workbooks of Excel 97-2003.
 *
 * @throws WorkbookError `passwordProtected`, `notAWorkbook`
 */
export function refuseCompoundFile(bytes: Uint8Array): void {
  if (!isCompoundFile(bytes)) return;
  const names = readNames(bytes);
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) {
    throw new WorkbookError("passwordProtected", "the package is encrypted with a password");
  }
  const old = names.has("Workbook") || names.has("Book");
  refusePackage("the file is of the old compound format", old ? { format: ".xls", saveAs: ".xlsx" } : {});
}
