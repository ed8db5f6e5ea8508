import { formatAreas, quoteSheetName } from "../../workbook/address";
import type { MemorySheet } from "../../workbook/memory-sheet";
import { findNamedRange, readAreas, readText } from "../arguments";
import type { Host, ObjectClass } from "../host";
import type { HostObject } from "../host";
import { HostError } from "../host-error";

/** The names of the workbook, or those of one sheet. */
interface NamesTarget {
  readonly sheet?: MemorySheet;
}

interface NameTarget {
  readonly name: string;
}

function listNames({ sheet }: NamesTarget, host: Host): NameTarget[] {
  return [...host.workbook.names]
    .filter(([, defined]) => (sheet ? defined.sheet === sheet.name : true))
    .map(([name]) => ({ name }));
}

function findName(target: NamesTarget, key: unknown, host: Host): NameTarget | undefined {
  const text = readText(key).toLowerCase();
  return listNames(target, host).find(({ name }) => name.toLowerCase() === text);
}

function readReference({ name }: NameTarget, host: Host): string {
  const defined = host.workbook.names.get(name);
  if (!defined) throw new HostError("ItemNotFound");
  return `=${defined.reference.replace(/^=/, "")}`;
}

function openRange({ name }: NameTarget, host: Host): HostObject | null {
  const target = findNamedRange(name, host);
  return target?.areas.length === 1 ? host.makeRange(target.sheet, target.areas[0]!) : null;
}

export const namesClass: ObjectClass<NamesTarget> = {
  name: "NamedItemCollection",
  items: (target, host) => listNames(target, host).map((name) => host.make("NamedItem", name)),
  item: (target, key, host) => {
    const found = findName(target, key, host);
    if (!found) throw new HostError("ItemNotFound");
    return host.make("NamedItem", found);
  },
  call: {
    Add: (target, [name, reference], host) => {
      const text = readText(name);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text)) throw new HostError("InvalidArgument");
      if (findName({}, text, host) || host.workbook.getTable(text)) throw new HostError("ItemAlreadyExists");
      const { sheet, areas } = readAreas(reference, target.sheet ?? host.workbook.activeSheet, host);
      const address = formatAreas(areas).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
      host.workbook.names.set(text, {
        reference: `${quoteSheetName(sheet.name)}!${address}`,
        ...(target.sheet ? { sheet: target.sheet.name } : {}),
      });
      return host.make("NamedItem", { name: text });
    },
  },
};

export const namedItemClass: ObjectClass<NameTarget> = {
  name: "NamedItem",
  identify: ({ name }) => ({ _Id: name }),
  read: {
    Name: ({ name }) => name,
    Type: (target, host) => (openRange(target, host) ? "Range" : "String"),
    Formula: readReference,
    Value: (target, host) => readReference(target, host).slice(1),
    Scope: ({ name }, host) => (host.workbook.names.get(name)?.sheet === undefined ? "Workbook" : "Worksheet"),
    Visible: () => true,
  },
  call: {
    GetRange: (target, _args, host) => {
      const range = openRange(target, host);
      if (!range) throw new HostError("ItemNotFound");
      return range;
    },
    GetRangeOrNullObject: (target, _args, host) => openRange(target, host),
    Delete: ({ name }, _args, host) => {
      host.workbook.names.delete(name);
    },
  },
};
