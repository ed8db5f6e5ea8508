import type { Host, HostObject } from "./host";
import { HostError } from "./host-error";

import type { QueryInfo } from "./wire";

/** Properties that only an explicit load brings, because they cost a value per cell. */
const EXPENSIVE = new Set(["FormulasR1C1", "FormulasLocal", "NumberFormatLocal"]);

/** The answer to a load: selected properties, nested by navigation; for a collection its items. */
export function queryObject(object: HostObject, query: QueryInfo, host: Host): Record<string, unknown> {
  const select = [...(query.Select ?? []), ...(query.Expand ?? []).map((name) => `${name}/*`)];
  const items = object.items(host);
  if (items === null) return readProperties(object, select, host);
  const own: Record<string, unknown> = {};
  const forItems: string[] = [];
  for (const name of select) {
    const scalar = toWireName(name);
    if (object.type.read?.[scalar]) own[scalar] = object.read(scalar, host);
    else forItems.push(name);
  }
  if (select.length > 0 && forItems.length === 0) return own;
  const skip = query.Skip ?? 0;
  const wanted = items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  own["_Items"] = wanted.map((item) => {
    if (host.isReferable(item)) host.keepReference(item);
    return { ...item.identify(host), ...readProperties(item, forItems, host) };
  });
  return own;
}

function readProperties(object: HostObject, select: readonly string[], host: Host): Record<string, unknown> {
  const values: Record<string, unknown> = { ...object.identify(host) };
  const nested = new Map<string, string[]>();
  for (const name of select) {
    const [first = "", ...rest] = name.split(/[/.]/);
    if (first === "*" || first === "$all") Object.assign(values, readAll(object, host));
    else if (rest.length > 0) nested.set(toWireName(first), [...(nested.get(toWireName(first)) ?? []), rest.join("/")]);
    else if (object.type.open?.[toWireName(first)])
      nested.set(toWireName(first), nested.get(toWireName(first)) ?? ["*"]);
    else values[toWireName(first)] = object.read(toWireName(first), host);
  }
  if (select.length === 0) Object.assign(values, readAll(object, host));
  for (const [name, names] of nested) {
    const child = object.open(name, host);
    values[name] = child === null ? null : queryObject(child, { Select: names }, host);
  }
  return values;
}

function readAll(object: HostObject, host: Host): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(object.type.read ?? {})) {
    if (EXPENSIVE.has(name)) continue;
    try {
      values[name] = object.read(name, host);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }
  return values;
}

function toWireName(name: string): string {
  return name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
