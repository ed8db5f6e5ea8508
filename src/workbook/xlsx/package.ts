import { limits, refusePackage } from "./limits";
import { appendChild, changeAttributes, escapeXml, findChildren, parseXml, spliceText, writeElement } from "./xml";
import { buildEntry, readEntry, readZip, streamEntry, writeZip } from "./zip";
import type { ZipEntry } from "./zip";

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  readonly type: string;
  /** The path of the part it leads to, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationshipTypesStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const emptyRelationships = `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

function keyOf(path: string): string {
  return path.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function resolveTarget(source: string, target: string): string {
  const decoded = /%[0-9a-f]{2}/i.test(target) ? decodeURI(target) : target;
  const plain = decoded.replaceAll("\\", "/");
  const steps = plain.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of plain.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** For the text of a part that begins with these bytes. */
export function createDecoder(bytes: Uint8Array): TextDecoder {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding);
}

export function decodeBytes(bytes: Uint8Array): string {
  return createDecoder(bytes).decode(bytes);
}

/** The parts of a workbook file. Parts that nobody writes keep their bytes. */
export class OfficePackage {
  private constructor(private readonly entries: Map<string, ZipEntry>) {}

  /** @throws WorkbookError as {@link readZip} */
  static open(bytes: Uint8Array): OfficePackage {
    return new OfficePackage(new Map(readZip(bytes).map((entry) => [keyOf(entry.name), entry])));
  }

  /** A copy that can be changed without changing this one. */
  copy(): OfficePackage {
    return new OfficePackage(new Map(this.entries));
  }

  save(): Uint8Array {
    return writeZip(this.entries.values());
  }

  /** The names of all parts, in the order of the archive. */
  get paths(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(path: string): boolean {
    return this.entries.has(keyOf(path));
  }

  /** @throws WorkbookError `notAWorkbook` when there is no such part, and as {@link readEntry} */
  readBytes(path: string): Uint8Array {
    return readEntry(this.find(path));
  }

  readText(path: string): string {
    let decoder: TextDecoder | undefined;
    let text = "";
    for (const piece of streamEntry(this.find(path), limits.partBytes))
      text += (decoder ??= createDecoder(piece)).decode(piece, { stream: true });
    return text + (decoder?.decode() ?? "");
  }

  streamBytes(path: string): Generator<Uint8Array> {
    return streamEntry(this.find(path), limits.sheetBytes);
  }

  write(path: string, content: string | Uint8Array): void {
    const key = keyOf(path);
    const name = this.entries.get(key)?.name ?? path;
    this.entries.set(key, buildEntry(name, typeof content === "string" ? new TextEncoder().encode(content) : content));
  }

  /** The name under which a part lies in the archive. */
  nameOf(path: string): string {
    return this.find(path).name;
  }

  writeEntry(path: string, entry: ZipEntry): void {
    this.entries.set(keyOf(path), entry);
  }

  /** Takes a part away with its own relationships and its content type. */
  remove(path: string): void {
    this.entries.delete(keyOf(path));
    this.entries.delete(keyOf(relationshipsPath(path)));
    const text = this.readText("[Content_Types].xml");
    const override = findChildren(parseXml(text), "Override").find(
      (item) => keyOf(item.attributes.PartName ?? "") === keyOf(path),
    );
    if (override)
      this.write("[Content_Types].xml", spliceText(text, [{ start: override.start, end: override.end, text: "" }]));
  }

  /** A path that no part has: `{}` stands for the first free number. */
  findFreePath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace("{}", String(number));
      if (!this.has(path)) return path;
    }
  }

  addPart(path: string, contentType: string, content: string | Uint8Array): void {
    this.write(path, content);
    this.setContentType(path, contentType);
  }

  setContentType(path: string, contentType: string): void {
    const text = this.readText("[Content_Types].xml");
    const root = parseXml(text);
    const present = findChildren(root, "Override").find(
      (item) => keyOf(item.attributes.PartName ?? "") === keyOf(path),
    );
    if (present) {
      const changed = changeAttributes(text.slice(present.start, present.end), { ContentType: contentType });
      this.write("[Content_Types].xml", spliceText(text, [{ start: present.start, end: present.end, text: changed }]));
      return;
    }
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    const added = writeElement(`${prefix}Override`, { PartName: `/${path}`, ContentType: contentType });
    this.write("[Content_Types].xml", spliceText(text, [appendChild(text, root, added)]));
  }

  /** Whether any part leads to this one. */
  isReferenced(path: string): boolean {
    for (const { name } of this.entries.values()) {
      const source = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name.replaceAll("\\", "/"));
      if (!source) continue;
      const relationships = this.readRelationships(`${source[1] ?? ""}${source[2]}`);
      if (relationships.some(({ external, target }) => !external && keyOf(target) === keyOf(path))) return true;
    }
    return false;
  }

  readRelationships(path: string): Relationship[] {
    const rels = relationshipsPath(path);
    if (!this.has(rels)) return [];
    return findChildren(parseXml(this.readText(rels)), "Relationship").map(({ attributes }) => {
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      const external = mode === "External";
      return {
        id,
        type,
        kind: type.slice(type.lastIndexOf("/") + 1),
        external,
        target: external ? target : resolveTarget(path, target),
      };
    });
  }

  /** A new relationship of a part; its id comes back. `kind` is the last word of the type. */
  addRelationship(path: string, kind: string, target: string, strict = false): string {
    const taken = new Set(this.readRelationships(path).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const rels = relationshipsPath(path);
    const text = this.has(rels) ? this.readText(rels) : emptyRelationships;
    const root = parseXml(text);
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    const type = `${strict ? relationshipTypesStrict : relationshipTypes}/${kind}`;
    const added = `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeXml(relateTarget(path, target))}"/>`;
    this.write(rels, spliceText(text, [appendChild(text, root, added)]));
    return id;
  }

  removeRelationship(path: string, id: string): void {
    const rels = relationshipsPath(path);
    const text = this.readText(rels);
    const found = findChildren(parseXml(text), "Relationship").find(({ attributes }) => attributes.Id === id);
    if (!found) return;
    const rest = spliceText(text, [{ start: found.start, end: found.end, text: "" }]);
    if (findChildren(parseXml(rest), "Relationship").length > 0) this.write(rels, rest);
    else this.entries.delete(keyOf(rels));
  }

  private find(path: string): ZipEntry {
    return this.entries.get(keyOf(path)) ?? refusePackage("a part of the package is missing", { part: path });
  }
}

/** How a part names another in a relationship: from its own folder. */
function relateTarget(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
