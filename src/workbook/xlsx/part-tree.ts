import type { OfficePackage } from "./package";

/** Takes a part away, and with it whatever only this part led to. */
export function removeTree(parts: OfficePackage, path: string): void {
  const targets = parts.readRelationships(path).filter(({ external, target }) => !external && parts.has(target));
  parts.remove(path);
  for (const { target } of targets) if (parts.has(target) && !parts.isReferenced(target)) removeTree(parts, target);
}
