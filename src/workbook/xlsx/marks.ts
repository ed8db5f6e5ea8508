import { parseReference } from "../address";
import type { SheetReference } from "../address";
import { isSameRange } from "../grid-range";
import type { MemorySheet } from "../memory-sheet";
import { formatMark, markKey, parseMark } from "../output-mark";
import { formatFixedReference } from "./print";
import type { DefinedNameEntry } from "./name-entry";
import { decodeBytes } from "./package";
import type { OfficePackage } from "./package";
import { removeTree } from "./part-tree";
import type { SheetShell } from "./shell";
import { findChildren } from "./xml";

const markName = /^_cvm_(\w+)$/;
const propertyType = "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

interface PropertyPlace {
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly path: string;
}

function listProperties(parts: OfficePackage, path: string, shell: SheetShell): PropertyPlace[] {
  const targets = new Map(parts.readRelationships(path).map(({ id, target }) => [id, target]));
  return findChildren(shell.get("customProperties")?.element, "customPr").flatMap(({ attributes: { name, id } }) => {
    const target = targets.get(id ?? "");
    if (name === undefined || id === undefined || target === undefined || !parts.has(target)) return [];
    const bytes = parts.readBytes(target);
    const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
    const value = marked ? decodeBytes(bytes) : new TextDecoder("utf-16le").decode(bytes);
    return [{ name, value: value.replace(/\0+$/, ""), id, path: target }];
  });
}

export function readProperties(parts: OfficePackage, path: string, shell: SheetShell): Map<string, string> {
  return new Map(listProperties(parts, path, shell).map(({ name, value }) => [name, value]));
}

function encodeWide(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 255;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

/** Brings the custom properties of a worksheet part to those of the model. */
export function updateProperties(parts: OfficePackage, path: string, shell: SheetShell, sheet: MemorySheet): void {
  const before = listProperties(parts, path, shell);
  const present = shell.get("customProperties");
  const texts = findChildren(present?.element, "customPr").map(({ attributes, start, end }) => ({
    id: attributes.id ?? "",
    text: present!.text.slice(start, end),
  }));
  for (const place of before) {
    const value = sheet.customProperties.get(place.name);
    if (value === undefined) {
      parts.removeRelationship(path, place.id);
      removeTree(parts, place.path);
      texts.splice(
        texts.findIndex(({ id }) => id === place.id),
        1,
      );
    } else if (value !== place.value) parts.write(place.path, encodeWide(value));
  }
  for (const [name, value] of sheet.customProperties) {
    if (before.some((place) => place.name === name)) continue;
    const target = parts.findFreePath("xl/customProperty{}.bin");
    parts.addPart(target, propertyType, encodeWide(value));
    const id = parts.addRelationship(path, "customProperty", target, shell.strict);
    texts.push({ id, text: shell.write("customPr", { name, [shell.linkAttribute]: id }) });
  }
  const same =
    present && texts.length === findChildren(present.element, "customPr").length && before.length === texts.length;
  if (same && before.every(({ name }) => sheet.customProperties.has(name))) return;
  shell.replace(
    "customProperties",
    texts.length === 0 ? [] : [shell.write("customProperties", {}, texts.map(({ text }) => text).join(""))],
  );
}

export function isMarkName(name: string): boolean {
  return markName.test(name);
}

function readPlace(reference: string): SheetReference | undefined {
  try {
    return parseReference(reference);
  } catch {
    return undefined;
  }
}

function nameOf(id: string): string {
  return `_cvm_${id.replace(/\W/g, "_")}`;
}

/**
 * Our mark on a sheet with the range of the hidden name, which follows when rows or columns are inserted. Where a program dropped the custom
 * property, the mark is made again from the name and from what stands on the sheet.
 */
export function restoreMark(sheet: MemorySheet, names: readonly DefinedNameEntry[]): void {
  const mark = parseMark(sheet.customProperties.get(markKey));
  for (const { name, reference } of names) {
    const id = markName.exec(name)?.[1].replaceAll("_", "-");
    const place = id === undefined || (mark && nameOf(mark.id) !== name) ? undefined : readPlace(reference);
    if (id === undefined || place?.sheet?.toLowerCase() !== sheet.name.toLowerCase()) continue;
    const range = place.areas[0];
    const known = mark ?? {
      id,
      name: sheet.name,
      tables: sheet.tables.map((table) => ({ wished: table.name, name: table.name })),
      charts: sheet.charts.map((chart) => chart.name),
    };
    if (!mark || !isSameRange(mark.range, range)) {
      sheet.customProperties.set(markKey, formatMark({ ...known, range }));
    }
    return;
  }
}

/** The hidden name that repeats the mark of a sheet, or null for a sheet without one. */
export function buildMarkName(sheet: MemorySheet): DefinedNameEntry | null {
  const mark = parseMark(sheet.customProperties.get(markKey));
  return mark && { name: nameOf(mark.id), reference: formatFixedReference(sheet.name, mark.range), hidden: true };
}
