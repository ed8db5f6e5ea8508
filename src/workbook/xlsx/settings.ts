import type { OfficePackage } from "./package";
import { removeTree } from "./part-tree";
import { decodeText, encodeText, escapeXml, findChildren, parseXml, readContent } from "./xml";

/** Document settings live in a custom XML part, which Excel keeps on saving and hands to add-ins by this namespace. */
export const settingsNamespace = "urn:cvm-for-excel:settings";

const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const itemId = "{7D1C5C5A-3B0E-4E0B-9C64-0A6F5D4E8C21}";

function findSettings(parts: OfficePackage, workbook: string): { id: string; path: string; text: string } | undefined {
  for (const { id, kind, target } of parts.readRelationships(workbook)) {
    if (kind !== "customXml" || !parts.has(target)) continue;
    const text = parts.readText(target);
    if (text.includes(settingsNamespace) && parseXml(text).attributes.xmlns === settingsNamespace)
      return { id, path: target, text };
  }
  return undefined;
}

export function readSettings(parts: OfficePackage, workbook: string): Map<string, string> {
  const present = findSettings(parts, workbook);
  if (!present) return new Map();
  const items = findChildren(parseXml(present.text), "setting");
  return new Map(items.map((item) => [item.attributes.name ?? "", decodeText(readContent(present.text, item))]));
}

export function updateSettings(
  parts: OfficePackage,
  workbook: string,
  settings: ReadonlyMap<string, string>,
  strict: boolean,
): void {
  const before = readSettings(parts, workbook);
  if (before.size === settings.size && [...settings].every(([key, value]) => before.get(key) === value)) return;
  const present = findSettings(parts, workbook);
  if (settings.size === 0) {
    if (!present) return;
    parts.removeRelationship(workbook, present.id);
    removeTree(parts, present.path);
    return;
  }
  const items = [...settings].map(
    ([name, value]) => `<setting name="${escapeXml(name)}">${encodeText(value)}</setting>`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<settings xmlns="${settingsNamespace}">${items.join("")}</settings>`;
  if (present) {
    parts.write(present.path, text);
    return;
  }
  const path = parts.findFreePath("customXml/item{}.xml");
  const properties = path.replace("item", "itemProps");
  parts.write(path, text);
  parts.addRelationship(workbook, "customXml", path, strict);
  parts.addPart(
    properties,
    propertiesType,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${settingsNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  parts.addRelationship(path, "customXmlProps", properties, strict);
}
