import { replaceNames } from "../formula-text";
import type { NameChanges } from "../formula-text";
import type { MemoryWorkbook } from "../memory-workbook";
import type { LostReferences } from "./formulas";
import { isMarkName } from "./marks";
import type { DefinedNameEntry } from "./name-entry";
import { printArea, printTitles } from "./print";
import { changeAttributes, escapeXml, findChild, findChildren, isTrue, readContent, replaceContent } from "./xml";
import type { XmlElement } from "./xml";

export function readNames(text: string, workbook: XmlElement): DefinedNameEntry[] {
  return findChildren(findChild(workbook, "definedNames"), "definedName").map((element) => {
    const { name = "", localSheetId, hidden } = element.attributes;
    const entry = { name, reference: readContent(text, element), hidden: isTrue(hidden) };
    return localSheetId === undefined ? entry : { ...entry, localSheet: Number(localSheetId) };
  });
}

/** Names that people gave; those that Excel or the add-in keeps for itself are not among them. */
function isOwnName({ name, hidden }: DefinedNameEntry): boolean {
  return !hidden && !name.startsWith("_xlnm.") && !isMarkName(name);
}

/** Puts the names of people into the model; where several sheets have a name of their own alike, the first. */
export function applyNames(
  entries: readonly DefinedNameEntry[],
  sheetNames: readonly string[],
  workbook: MemoryWorkbook,
): void {
  const known = (entry: DefinedNameEntry) => entry.localSheet === undefined;
  for (const entry of [...entries.filter(known), ...entries.filter((candidate) => !known(candidate))]) {
    if (!isOwnName(entry) || workbook.names.has(entry.name)) continue;
    const sheet = entry.localSheet === undefined ? undefined : sheetNames[entry.localSheet];
    workbook.names.set(entry.name, { reference: entry.reference, ...(sheet === undefined ? {} : { sheet }) });
  }
}

export interface NameContext {
  /** The new position of each sheet by its old one; undefined for a sheet that is gone. */
  readonly positions: readonly (number | undefined)[];
  /** What the model read from the package, by name. */
  readonly known: ReadonlyMap<string, { readonly reference: string; readonly position?: number }>;
  /** What the model has now, scopes as positions. */
  readonly wanted: ReadonlyMap<string, { readonly reference: string; readonly position?: number }>;
  /** Names of print set-ups and marks as they shall be, and old positions of sheets whose set-up changed. */
  readonly reserved: readonly DefinedNameEntry[];
  readonly printChanged: ReadonlySet<number>;
  readonly lost: LostReferences;
  /** Sheets that were renamed. */
  readonly renamed: NameChanges;
}

function writeName(entry: DefinedNameEntry, prefix: string): string {
  const scope = entry.localSheet === undefined ? "" : ` localSheetId="${entry.localSheet}"`;
  const hidden = entry.hidden ? ' hidden="1"' : "";
  return `<${prefix}definedName name="${escapeXml(entry.name)}"${scope}${hidden}>${escapeXml(entry.reference)}</${prefix}definedName>`;
}

/** The texts of all names for the package; those that are as before come back as they were written. */
export function buildNames(text: string, workbook: XmlElement, context: NameContext): string[] {
  const prefix = workbook.name.slice(0, workbook.name.length - workbook.local.length);
  const elements = findChildren(findChild(workbook, "definedNames"), "definedName");
  const reserved = [...context.reserved];
  const written = new Set<string>();
  const kept = readNames(text, workbook).flatMap((entry, index) => {
    const element = elements[index];
    const raw = text.slice(element.start, element.end);
    const position = entry.localSheet === undefined ? undefined : context.positions[entry.localSheet];
    if (entry.localSheet !== undefined && position === undefined) return [];
    let reference = entry.reference;
    if (isMarkName(entry.name)) {
      const same = reserved.findIndex((mark) => mark.name === entry.name);
      if (same < 0 || entry.localSheet !== undefined || !entry.hidden) return [];
      reference = reserved.splice(same, 1)[0].reference;
    } else if (
      (entry.name === printTitles || entry.name === printArea) &&
      context.printChanged.has(entry.localSheet ?? -1)
    ) {
      return [];
    } else if (isOwnName(entry)) {
      const known = context.known.get(entry.name);
      const wanted = context.wanted.get(entry.name);
      if (known && known.position === entry.localSheet && !written.has(entry.name)) {
        if (!wanted) return [];
        written.add(entry.name);
        if (wanted.reference !== known.reference) reference = wanted.reference;
      }
    }
    if (reference === entry.reference) reference = replaceNames(reference, context.renamed, new Map());
    reference = context.lost.remove(reference);
    const moved = position === entry.localSheet ? raw : changeAttributes(raw, { localSheetId: String(position) });
    if (reference === entry.reference) return [moved];
    const tag = { ...element, start: 0, contentStart: moved.indexOf(">") + 1 };
    return [replaceContent(moved, tag, escapeXml(reference))];
  });
  const added = [...context.wanted]
    .filter(([name]) => !written.has(name))
    .map(([name, { reference, position }]) =>
      writeName(
        { name, reference, hidden: false, ...(position === undefined ? {} : { localSheet: position }) },
        prefix,
      ),
    );
  return [...kept, ...added, ...reserved.map((entry) => writeName(entry, prefix))];
}
