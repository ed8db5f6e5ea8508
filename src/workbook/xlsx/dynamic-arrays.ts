import type { OfficePackage } from "./package";
import { toStrict } from "./strict";
import { appendChild, findChild, findChildren, parseXml, spliceText } from "./xml";
import type { XmlElement } from "./xml";

const partType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const arrayType = "XLDAPR";

const typeEntry = `<metadataType name="${arrayType}" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`;
const future = `<futureMetadata name="${arrayType}" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>`;

function buildMetadata(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1">${typeEntry}</metadataTypes>${future}<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
}

/** The position, from 1, of the entry in the metadata of cells that says "dynamic array"; null when there is none. */
function findEntry(root: XmlElement): number | null {
  const types = findChildren(findChild(root, "metadataTypes"), "metadataType");
  const type = types.findIndex(({ attributes }) => attributes.name === arrayType) + 1;
  const cells = findChildren(findChild(root, "cellMetadata"), "bk");
  const found = cells.findIndex((item) =>
    findChildren(item, "rc").some(({ attributes }) => attributes.t === String(type)),
  );
  return type === 0 || found < 0 ? null : found + 1;
}

/** Metadata of another kind, such as that of data types, with the entry of dynamic arrays added. */
function addEntry(text: string): string {
  const root = parseXml(text);
  const types = findChild(root, "metadataTypes");
  const cells = findChild(root, "cellMetadata");
  const type = findChildren(types, "metadataType").length + 1;
  const entry = `<bk><rc t="${type}" v="0"/></bk>`;
  const last =
    findChildren(root, "futureMetadata").at(-1) ??
    findChild(root, "mdxMetadata") ??
    findChild(root, "metadataStrings") ??
    types;
  if (!types || !last) return text;
  const cellText = cells ? "" : `<cellMetadata count="1">${entry}</cellMetadata>`;
  return spliceText(text, [
    appendChild(text, types, typeEntry),
    { start: last.end, end: last.end, text: future + cellText },
    ...(cells ? [appendChild(text, cells, entry)] : []),
  ]).replace(/<(metadataTypes|cellMetadata)\b[^>]*\scount="\d+"/g, (tag) => tag.replace(/\scount="\d+"/, ""));
}

/**
 * Makes sure that the package says what a dynamic array is: without it Excel takes a formula with several results for one from before they
 * were known.
 *
 * @returns the number by which a cell refers to it
 */
export function ensureDynamicArrays(parts: OfficePackage, workbookPath: string, strict: boolean): number {
  const present = parts
    .readRelationships(workbookPath)
    .find(({ kind, target }) => kind === "sheetMetadata" && parts.has(target));
  if (!present) {
    const path = parts.has("xl/metadata.xml") ? parts.findFreePath("xl/metadata{}.xml") : "xl/metadata.xml";
    parts.addPart(path, partType, strict ? toStrict(buildMetadata()) : buildMetadata());
    parts.addRelationship(workbookPath, "sheetMetadata", path, strict);
    return 1;
  }
  const text = parts.readText(present.target);
  const found = findEntry(parseXml(text));
  if (found !== null) return found;
  const added = addEntry(text);
  parts.write(present.target, added);
  return findEntry(parseXml(added)) ?? 1;
}
