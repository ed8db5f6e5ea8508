import { formatReference, parseAddress } from "../address";
import type { MemoryPivot } from "../memory-sheet";
import type { OfficePackage } from "./package";
import { findAll, findChild, parseXml } from "./xml";

function readSource(parts: OfficePackage, path: string): string {
  const cache = parts
    .readRelationships(path)
    .find(({ kind, target }) => kind === "pivotCacheDefinition" && parts.has(target));
  if (!cache) return "";
  const source = findAll(parseXml(parts.readText(cache.target)), "worksheetSource")[0]?.attributes;
  if (!source) return "";
  return source.name ?? (source.sheet && source.ref ? formatReference(source.sheet, parseAddress(source.ref)) : "");
}

/** The pivot tables of a worksheet: where they stand and what they count. They stay as they are. */
export function readPivots(parts: OfficePackage, path: string): MemoryPivot[] {
  return parts.readRelationships(path).flatMap(({ kind, target }) => {
    if (kind !== "pivotTable" || !parts.has(target)) return [];
    const root = parseXml(parts.readText(target));
    const place = findChild(root, "location")?.attributes.ref;
    return place === undefined
      ? []
      : [{ name: root.attributes.name ?? "", range: parseAddress(place), source: readSource(parts, target) }];
  });
}
