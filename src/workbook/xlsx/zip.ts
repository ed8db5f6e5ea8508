import { Deflate, deflateSync, Inflate } from "fflate";
import { WorkbookError } from "../port";
import { limits, refusePackage, refuseTooLarge } from "./limits";

/** One file of a zip archive as it lies there; what is not touched is written back from the same bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const endRecord64 = 0x06064b50;
const endLocator64 = 0x07064b50;
const inputStep = 1 << 16;
/** 1980-01-01, so that equal content gives equal bytes. */
const fixedDate = 0x21;
const nameInUtf8 = 0x800;
const encrypted = 1;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function updateCrc(crc: number, bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return crc;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === endRecord) return at;
  return refusePackage("the zip archive has no end record");
}

function readDirectory(view: DataView): { at: number; count: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === endLocator64) {
    const record = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(record, true) !== endRecord64) refusePackage("the zip64 record is damaged");
    return {
      at: Number(view.getBigUint64(record + 48, true)),
      count: Number(view.getBigUint64(record + 32, true)),
    };
  }
  return { at, count };
}

/** Sizes and offset that stand in the zip64 field because they did not fit their own. */
function readWideFields(view: DataView, from: number, to: number, narrow: readonly number[]): number[] {
  const wide = [...narrow];
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (let i = 0; i < wide.length; i++) {
      if (wide[i] !== 0xffffffff) continue;
      wide[i] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return wide;
}

function readEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const directory = readDirectory(view);
  if (directory.count > limits.parts) refuseTooLarge("the package has too many parts", limits.parts, "parts");
  const entries: ZipEntry[] = [];
  let at = directory.at;
  for (let i = 0; i < directory.count; i++) {
    if (view.getUint32(at, true) !== centralHeader) refusePackage("the zip directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const fields = at + 46 + nameLength;
    const [size, packed, offset] = readWideFields(view, fields, fields + extraLength, narrow);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, fields));
    if (view.getUint16(at + 8, true) & encrypted)
      throw new WorkbookError("passwordProtected", "the zip archive is encrypted");
    if (view.getUint32(offset, true) !== localHeader) refusePackage("a zip entry is damaged");
    const data = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (data + packed > bytes.length) refusePackage("the zip archive is cut off");
    const method = view.getUint16(at + 10, true);
    if (!name.endsWith("/")) {
      entries.push({
        name,
        method,
        compressed: bytes.subarray(data, data + packed),
        size,
        crc: view.getUint32(at + 16, true),
      });
    }
    at = fields + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The entries of a zip archive; nothing is unpacked yet.
 *
 * @throws WorkbookError `notAWorkbook` for anything but a sound zip archive, `passwordProtected`, `tooLarge`
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length > limits.packageBytes) refuseTooLarge("the file is too large", limits.packageBytes, "bytes");
  if (bytes.length < 22 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) refusePackage("the file is no zip archive");
  try {
    return readEntries(bytes);
  } catch (error) {
    if (error instanceof RangeError) return refusePackage("the zip directory is damaged", {}, error);
    throw error;
  }
}

/**
 * Unpacks an entry piece by piece and checks its sum at the end.
 *
 * @throws WorkbookError `tooLarge` as soon as more than `limit` bytes came out, whatever the entry says of itself; `notAWorkbook`
 */
export function* streamEntry(entry: ZipEntry, limit: number = limits.sheetBytes): Generator<Uint8Array> {
  if (entry.size > limit) refuseTooLarge("a part of the package is too large", limit, "bytes");
  if (entry.method !== 0 && entry.method !== 8) refusePackage(`compression ${entry.method} is not known`);
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((data) => pieces.push(data));
  let total = 0;
  let crc = -1;
  for (let at = 0; at === 0 || at < entry.compressed.length; at += inputStep) {
    const input = entry.compressed.subarray(at, at + inputStep);
    if (entry.method === 0) pieces = [input];
    else {
      pieces = [];
      try {
        inflate.push(input, at + inputStep >= entry.compressed.length);
      } catch (cause) {
        refusePackage("a part of the package cannot be unpacked", { part: entry.name }, cause);
      }
    }
    for (const piece of pieces) {
      total += piece.length;
      if (total > limit) refuseTooLarge("a part of the package is too large", limit, "bytes");
      crc = updateCrc(crc, piece);
      yield piece;
    }
  }
  if (total !== entry.size || (crc ^ -1) >>> 0 !== entry.crc)
    refusePackage("a part of the package is damaged", { part: entry.name });
}

/** The whole of an entry. @throws as {@link streamEntry} */
export function readEntry(entry: ZipEntry, limit: number = limits.partBytes): Uint8Array {
  return joinBytes([...streamEntry(entry, limit)]);
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function buildEntry(name: string, bytes: Uint8Array): ZipEntry {
  const compressed = deflateSync(bytes, { level: 6 });
  return { name, method: 8, compressed, size: bytes.length, crc: (updateCrc(-1, bytes) ^ -1) >>> 0 };
}

/** An entry from pieces that are made while they are packed, so that the whole never stands in memory unpacked. */
export class EntryBuilder {
  private readonly packed: Uint8Array[] = [];
  private readonly deflate: Deflate;
  private size = 0;
  private crc = -1;

  constructor(private readonly name: string) {
    this.deflate = new Deflate({ level: 6 }, (data) => this.packed.push(data));
  }

  add(bytes: Uint8Array): void {
    this.size += bytes.length;
    this.crc = updateCrc(this.crc, bytes);
    this.deflate.push(bytes, false);
  }

  finish(): ZipEntry {
    this.deflate.push(new Uint8Array(0), true);
    return {
      name: this.name,
      method: 8,
      compressed: joinBytes(this.packed),
      size: this.size,
      crc: (this.crc ^ -1) >>> 0,
    };
  }
}

export function writeZip(entries: Iterable<ZipEntry>): Uint8Array {
  const files = [...entries].map((entry) => ({
    entry,
    name: new TextEncoder().encode(entry.name),
    offset: 0,
  }));
  const length = files.reduce((sum, { entry, name }) => sum + 76 + 2 * name.length + entry.compressed.length, 22);
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  let at = 0;
  const writeFields = (entry: ZipEntry, name: Uint8Array) => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, nameInUtf8, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint16(at + 8, fixedDate, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.compressed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, name.length, true);
    at += 26;
  };
  for (const file of files) {
    file.offset = at;
    view.setUint32(at, localHeader, true);
    at += 4;
    writeFields(file.entry, file.name);
    bytes.set(file.name, at);
    bytes.set(file.entry.compressed, at + file.name.length);
    at += file.name.length + file.entry.compressed.length;
  }
  const directory = at;
  for (const file of files) {
    view.setUint32(at, centralHeader, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    writeFields(file.entry, file.name);
    view.setUint32(at + 10, file.offset, true);
    bytes.set(file.name, at + 14);
    at += 14 + file.name.length;
  }
  view.setUint32(at, endRecord, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
