import type { MemorySheet } from "../../workbook/memory-sheet";
import type { MemoryWorkbook } from "../../workbook/memory-workbook";
import { readText } from "../arguments";
import type { ObjectClass } from "../host";
import { HostError } from "../host-error";

interface EntryTarget {
  readonly map: Map<string, string>;
  readonly key: string;
}

function readEntryValue({ map, key }: EntryTarget): string {
  const value = map.get(key);
  if (value === undefined) throw new HostError("ItemNotFound");
  return value;
}

function buildCollection<T>(name: string, item: string, mapOf: (target: T) => Map<string, string>): ObjectClass<T> {
  return {
    name,
    items: (target, host) => [...mapOf(target).keys()].map((key) => host.make(item, { map: mapOf(target), key })),
    item: (target, key, host) => {
      const text = readText(key);
      if (!mapOf(target).has(text)) throw new HostError("ItemNotFound");
      return host.make(item, { map: mapOf(target), key: text });
    },
    call: {
      Add: (target, [key, value], host) => {
        const text = readText(key);
        if (text === "" || text.length > 255) throw new HostError("InvalidArgument");
        mapOf(target).set(text, readText(value));
        return host.make(item, { map: mapOf(target), key: text });
      },
    },
  };
}

function buildItem(name: string): ObjectClass<EntryTarget> {
  return {
    name,
    identify: ({ key }) => ({ _Id: key }),
    read: { Key: ({ key }) => key, Value: readEntryValue },
    write: {
      Value: ({ map, key }, value) => {
        map.set(key, readText(value));
      },
    },
    call: {
      Delete: ({ map, key }) => {
        map.delete(key);
      },
    },
  };
}

/** What an add-in keeps in the document. */
export const settingsClass = buildCollection<MemoryWorkbook>(
  "SettingCollection",
  "Setting",
  (workbook) => workbook.settings,
);
export const settingClass = buildItem("Setting");

/** What an add-in keeps with a sheet. */
export const customPropertiesClass = buildCollection<MemorySheet>(
  "WorksheetCustomPropertyCollection",
  "WorksheetCustomProperty",
  (sheet) => sheet.customProperties,
);
export const customPropertyClass = buildItem("WorksheetCustomProperty");
